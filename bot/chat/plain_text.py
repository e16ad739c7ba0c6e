"""Messages of words alone, as most are: read without the library, which takes ten times as long."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.chat.sending import Place

if TYPE_CHECKING:
    from bot.chat.transport.envelopes import Json


@dataclass(frozen=True, slots=True)
class PlainText:
    """A text in a private chat: no command, no link, and neither a reply nor forwarded.

    `number` is that of the message, `language` the IETF tag of the person's app, if it tells.
    """

    chat: int
    number: int
    text: str
    language: str | None

    @property
    def place(self) -> Place:
        """Where replies go."""
        return Place(self.chat, self.number)


def read_plain_text(update: Json) -> PlainText | None:
    """Return the plain text of an update as Telegram sends it, or None for anything else.

    Commands and links have entities, and so do not count: see
    https://core.telegram.org/bots/api#message.
    """
    match update.get("message"):
        case {
            "message_id": int(number),
            "from": {"id": int(), "is_bot": False, "first_name": str()} as person,
            "chat": {"id": int(chat), "type": "private"},
            "date": int(),
            "text": str(words),
            **others,
        } if words and not others:
            return PlainText(chat, number, words, person.get("language_code"))
    return None
