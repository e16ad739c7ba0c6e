"""Results as Telegram takes them, in answers to inline queries and to guests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram import InlineQueryResultArticle, InputTextMessageContent
from telegram.constants import ParseMode

from bot.chat.deep_links import make_address
from bot.chat.reply import Button, Reply
from bot.chat.sending import NO_PREVIEW, make_keyboard

if TYPE_CHECKING:
    from bot.chat.views.card import Card


def make_result(card: Card, username: str) -> InlineQueryResultArticle:
    """Return the result for `card`; its button leads to the bot called `username`.

    It is a link, since a message that was sent from a list is no place where the bot may answer
    presses on other buttons with messages of its own.
    """
    buttons = [Button(label, url=make_address(username, link)) for label, link in card.links]
    rows = tuple((button,) for button in buttons if button.url)
    return InlineQueryResultArticle(
        card.id,
        card.title,
        InputTextMessageContent(
            card.content.html, parse_mode=ParseMode.HTML, link_preview_options=NO_PREVIEW
        ),
        reply_markup=make_keyboard(Reply(card.content, rows)),
        description=card.description,
    )
