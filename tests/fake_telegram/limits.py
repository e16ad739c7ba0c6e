"""The documented limits of what a bot sends: each check returns sentences, none if all is well."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tests.fake_telegram.api_spec import Json
from tests.fake_telegram.entities import nesting_problems
from tests.fake_telegram.markup import is_link, utf16_length

MAX_TEXT = 4096
MAX_CAPTION = 1024
MAX_ENTITIES = 100
BUTTON_ACTIONS = (
    "url", "callback_data", "web_app", "login_url", "switch_inline_query", "copy_text", "pay",
    "switch_inline_query_current_chat", "switch_inline_query_chosen_chat", "callback_game",
)  # fmt: skip
CHAT_ACTIONS = {
    "typing", "upload_photo", "record_video", "upload_video", "record_voice", "upload_voice",
    "upload_document", "choose_sticker", "find_location", "record_video_note", "upload_video_note",
}  # fmt: skip
ENTITY_NEEDS = {"text_link": "url", "text_mention": "user", "custom_emoji": "custom_emoji_id"}
ENTITY_TYPES = set(ENTITY_NEEDS) | {
    "mention", "hashtag", "cashtag", "bot_command", "url", "email", "phone_number", "bold",
    "italic", "underline", "strikethrough", "spoiler", "blockquote", "expandable_blockquote",
    "code", "pre", "date_time",
}  # fmt: skip
COMMAND = re.compile(r"[a-z0-9_]{1,32}")
START_PARAMETER = re.compile(r"[A-Za-z0-9_-]{1,64}")
LANGUAGE = re.compile(r"([a-z]{2})?")
SECRET_TOKEN = re.compile(r"[A-Za-z0-9_-]{1,256}")


def problems_of_text(
    text: str, entities: Sequence[Json], *, name: str = "text", most: int = MAX_TEXT, least: int = 1
) -> list[str]:
    """Check length (UTF-16 units, after parsing), entities and how they nest."""
    problems = []
    length = utf16_length(text)
    if length < least:
        problems.append(f"{name} is empty")
    if length > most:
        problems.append(f"{name} has {length} UTF-16 units, at most {most} are allowed")
    if len(entities) > MAX_ENTITIES:
        problems.append(f"{name} has {len(entities)} entities, at most {MAX_ENTITIES} count")
    return problems + nesting_problems(entities)


def problems_of_given_entities(text: str, entities: Sequence[Json], name: str) -> list[str]:
    """Check that entities given apart from the text lie within it and are of known types."""
    length = utf16_length(text)
    problems = [
        f"{name}: {entity['type']!r} is not known, or {ENTITY_NEEDS.get(entity['type'])} is missing"
        for entity in entities
        if entity["type"] not in ENTITY_TYPES
        or ENTITY_NEEDS.get(entity["type"], "type") not in entity
    ]
    return problems + [
        f"{name} reach outside of the text: {entity}"
        for entity in entities
        if entity["offset"] < 0
        or entity["length"] < 1
        or entity["offset"] + entity["length"] > length
    ]


def problems_of_markup(markup: Json | None, *, inline_mode: bool, private: bool) -> list[str]:
    """Check an inline or reply keyboard: size, labels and what each button does."""
    if not markup:
        return []
    rows = markup.get("inline_keyboard")
    if rows is None:
        return _reply_keyboard(markup)
    problems = _sizes(rows, most_in_row=8, most=100)
    for button in (button for row in rows for button in row):
        problems += [
            f"button {button['text']!r}: {p}" for p in _button(button, inline_mode, private)
        ]
    return problems


def _reply_keyboard(markup: Json) -> list[str]:
    problems = _sizes(markup.get("keyboard", []), most_in_row=12, most=300)
    if len(markup.get("input_field_placeholder", "")) > 64:
        problems.append("input_field_placeholder has more than 64 characters")
    return problems


def _sizes(rows: Sequence[Sequence[Json]], *, most_in_row: int, most: int) -> list[str]:
    problems = []
    if sum(map(len, rows)) > most:
        problems.append(f"the keyboard has more than {most} buttons")
    if any(not row for row in rows):
        problems.append("the keyboard has an empty row")
    if any(len(row) > most_in_row for row in rows):
        problems.append(f"a row of the keyboard has more than {most_in_row} buttons")
    if any(not button["text"].strip() for row in rows for button in row):
        problems.append("a button has no text")
    return problems


def _button(button: Json, inline_mode: bool, private: bool) -> list[str]:
    actions = [name for name in BUTTON_ACTIONS if name in button]
    if len(actions) != 1:
        return [f"exactly one action is needed, not {actions}"]
    problems = []
    value = button[actions[0]]
    if button.get("style", "primary") not in {"danger", "success", "primary"}:
        problems.append(f"style {button['style']!r} is not known")
    match actions[0]:
        case "callback_data" if not 1 <= len(value.encode()) <= 64:
            problems.append(f"callback_data has {len(value.encode())} bytes, 1 to 64 are allowed")
        case "url" if not is_link(value):
            problems.append(f"url is invalid: {value!r}")
        case "copy_text" if not 1 <= utf16_length(value["text"]) <= 256:
            problems.append("copy_text must have 1 to 256 characters")
        case "web_app" if not value["url"].startswith("https://"):
            problems.append("the address of web_app must be https")
        case "web_app" if not private:
            problems.append("web_app is for private chats only")
        case action if action.startswith("switch_inline_query") and not inline_mode:
            problems.append(f"{action} needs inline mode, which the bot has not")
    return problems


def problems_of_commands(commands: Sequence[Json]) -> list[str]:
    """Check names (`[a-z0-9_]{1,32}`, each once), descriptions (1-256) and number (100)."""
    problems = [] if len(commands) <= 100 else ["more than 100 commands"]
    names = [command["command"] for command in commands]
    problems += [f"command {n!r} is invalid" for n in names if not COMMAND.fullmatch(n)]
    problems += [
        f"command {n!r} comes twice" for n in sorted({n for n in names if names.count(n) > 1})
    ]
    return problems + [
        f"the description of {command['command']!r} must have 1 to 256 characters"
        for command in commands
        if not 1 <= utf16_length(command["description"].strip()) <= 256
    ]


def problems_of_length(name: str, value: str, most: int) -> list[str]:
    """Check that a text of the profile has at most `most` UTF-16 units."""
    length = utf16_length(value)
    return [] if length <= most else [f"{name} has {length} characters, at most {most} are allowed"]


def problems_of_inline_page(results: Sequence[Json], parameters: Json) -> list[str]:
    """Check an answer to an inline query apart from what its results say."""
    problems = [] if len(results) <= 50 else [f"{len(results)} results, at most 50 are allowed"]
    ids = [result["id"] for result in results]
    if len(set(ids)) < len(ids):
        problems.append("ids of inline results must be unique")
    problems += [
        f"id {identifier!r} must have 1 to 64 bytes"
        for identifier in ids
        if not 1 <= len(identifier.encode()) <= 64
    ]
    if len(parameters.get("next_offset", "").encode()) > 64:
        problems.append("next_offset has more than 64 bytes")
    if parameters.get("cache_time", 0) < 0:
        problems.append("cache_time is negative")
    button = parameters.get("button")
    return problems + (_inline_button(button) if button else [])


def _inline_button(button: Json) -> list[str]:
    if ("web_app" in button) == ("start_parameter" in button):
        return ["the button above the results needs either web_app or start_parameter"]
    parameter = button.get("start_parameter", "x")
    if not START_PARAMETER.fullmatch(parameter):
        return [f"start_parameter {parameter!r} is invalid"]
    return [] if button["text"].strip() else ["the button above the results has no text"]


def problems_of_links(result: Json) -> list[str]:
    """Check the addresses of an inline result."""
    names = ("url", "thumbnail_url", "photo_url", "document_url")
    return [
        f"{name} is invalid: {result[name]!r}"
        for name in names
        if name in result and not is_link(result[name])
    ]
