"""A chat as text, for people who read failures or judge a conversation."""

from __future__ import annotations

from tests.fake_telegram.api_spec import Json
from tests.fake_telegram.delivery import MESSAGE_FRAME
from tests.fake_telegram.rooms import Chat
from tests.fake_telegram.spoken import Rows, buttons_of, words_of

TEXT_FIELDS = {"text", "entities", "caption", "caption_entities", "reply_markup"}


def write_transcript(chat: Chat) -> str:
    """Return all messages as they are now: "Name: text", a line for each row of buttons."""
    blocks = []
    for stored in chat.messages.values():
        mark = " (deleted)" if stored.deleted else ""
        line = f"{_name(stored.json)}{mark}: {_content(stored.json)}"
        blocks += [line, *_rows(buttons_of(stored.json.get("reply_markup")))]
    return "\n".join(blocks)


def _name(message: Json) -> str:
    sender = message.get("from") or message["sender_chat"]
    name: str = sender.get("first_name") or sender["title"]
    return name


def _content(message: Json) -> str:
    media = [f"[{name}]" for name in message if name not in MESSAGE_FRAME | TEXT_FIELDS]
    return " ".join([*media, words_of(message)]).strip()


def _rows(rows: Rows) -> list[str]:
    return ["    " + " ".join(f"[{button.text}]" for button in row) for row in rows]
