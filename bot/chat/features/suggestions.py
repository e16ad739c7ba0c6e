"""Suggested questions: a press on one asks it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.chat.asking import Wrapping, open_page
from bot.chat.callbacks import AskAgain
from bot.chat.pressing import Press, make_press_handler
from bot.chat.responding import respond_below
from bot.texts.spoken import chat as texts

if TYPE_CHECKING:
    from bot.chat.host import App, Host


def register(application: App, host: Host) -> None:
    """Answer pressed questions with a message of their own, which repeats the question."""
    application.add_handler(make_press_handler(host, AskAgain, _ask))


async def _ask(host: Host, press: Press[AskAgain]) -> str:
    asked = await host.memory.questions.recall(press.action.token)
    if asked is None:
        return texts.BUTTON_EXPIRED
    page = await open_page(host, asked, wrapping=Wrapping(quotes_question=True))
    await respond_below(press.bot, host, press.place, page)
    return ""
