"""Results as Telegram takes them, in answers to inline queries and to guests."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from telegram import InlineQueryResult
from telegram.constants import InlineQueryResultType, ParseMode

from bot.chat.deep_links import make_address

if TYPE_CHECKING:
    from typing import Any

    from bot.chat.views.card import Card

_RECENT = 1_024


class PreparedResult(InlineQueryResult):
    """An article that is JSON already; the library takes longer to make that than to send it."""

    def __init__(self, identifier: str, json: dict[str, Any]) -> None:
        """Take the JSON of the article: https://core.telegram.org/bots/api#inlinequeryresultarticle."""
        super().__init__(InlineQueryResultType.ARTICLE, identifier)
        with self._unfrozen():
            self._json = json

    def to_dict(self, recursive: bool = True) -> dict[str, Any]:  # noqa: ARG002
        """Return the JSON; it must not be changed."""
        return self._json


@lru_cache(maxsize=_RECENT)
def make_result(card: Card, username: str) -> PreparedResult:
    """Return the result for `card`; its button leads to the bot called `username`.

    It is a link, since a message that was sent from a list is no place where the bot may answer
    presses on other buttons with messages of its own.
    """
    addresses = [(label, make_address(username, link)) for label, link in card.links]
    rows = [[{"text": label, "url": address}] for label, address in addresses if address]
    article = {
        "type": InlineQueryResultType.ARTICLE,
        "id": card.id,
        "title": card.title,
        "input_message_content": {
            "message_text": card.content.html,
            "parse_mode": ParseMode.HTML,
            "link_preview_options": {"is_disabled": True},
        },
        **({"reply_markup": {"inline_keyboard": rows}} if rows else {}),
        **({"description": card.description} if card.description else {}),
    }
    return PreparedResult(card.id, article)
