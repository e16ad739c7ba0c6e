"""Text as the bot sends it: parsed by its mode, checked against the limits."""

from __future__ import annotations

from tests.fake_telegram.api_spec import Json
from tests.fake_telegram.entities import detect_entities
from tests.fake_telegram.limits import (
    MAX_TEXT,
    problems_of_given_entities,
    problems_of_markup,
    problems_of_text,
)
from tests.fake_telegram.markup import MarkupError, parse_html, trim
from tests.fake_telegram.refusals import bad_request, require
from tests.fake_telegram.rooms import Chat, Kind
from tests.fake_telegram.spoken import BotMessage, buttons_of, words_of
from tests.fake_telegram.world import World


def read_text(
    holder: Json,
    *,
    name: str = "text",
    entities: str = "entities",
    most: int = MAX_TEXT,
    least: int = 1,
) -> tuple[str, list[Json]]:
    """Return plain text and entities of the field `name` of a call or of an inline result.

    Raises:
        Refusal: the markup is broken, is not HTML, or a limit is exceeded.
    """
    mode = holder.get("parse_mode", "")
    source = holder.get(name, "")
    if mode and mode.upper() != "HTML":
        raise bad_request(f"parse_mode {mode!r} is not used in this project, only HTML")
    if mode and entities in holder:
        raise bad_request(f"{entities} and parse_mode exclude each other")
    given = holder.get(entities, [])
    require(problems_of_given_entities(source, given, entities))
    try:
        text, found = parse_html(source) if mode else trim(source, given)
    except MarkupError as error:
        raise bad_request(f"can't parse entities: {error}") from error
    require(problems_of_text(text, found, name=name, most=most, least=least))
    return text, detect_entities(text, found)


def check_markup(world: World, markup: Json | None, chat: Chat | None = None) -> None:
    """Refuse a keyboard that breaks a rule.

    Raises:
        Refusal: 400, all problems as violations.
    """
    private = chat is not None and chat.kind is Kind.PRIVATE
    inline_mode = world.settings.supports_inline_queries
    require(problems_of_markup(markup, inline_mode=inline_mode, private=private))


def as_bot_message(message: Json, *, is_edit: bool = False) -> BotMessage:
    """Return what tests look at, from a message as it is now."""
    return BotMessage(
        text=words_of(message),
        entities=tuple(message.get("entities") or message.get("caption_entities") or ()),
        buttons=buttons_of(message.get("reply_markup") or message.get("keyboard")),
        raw=dict(message),
        chat_id=message["chat"]["id"],
        message_id=message["message_id"],
        reply_to=(message.get("reply_to_message") or {}).get("message_id"),
        thread_id=message.get("message_thread_id"),
        is_edit=is_edit,
    )
