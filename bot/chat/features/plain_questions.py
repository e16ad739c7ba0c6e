"""Plain texts: they are questions, and need none of what commands, replies and files need."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from telegram.ext import ApplicationHandlerStop, TypeHandler

from bot.chat.desk.offers import offer_intake
from bot.chat.flood import PRIVATE, Spending, ask_to_slow_down, judge_in_private
from bot.chat.plain_text import PlainText
from bot.chat.reading import CONVERSATION_SECONDS, recall_question
from bot.chat.responding import read_text, respond_in
from bot.texts.spoken import choose_language, speak

if TYPE_CHECKING:
    from telegram import Bot

    from bot.chat.host import App, Context, Host
    from bot.store import SentAnswer

_BEFORE_ALL = -4


def register(application: App, host: Host) -> None:
    """Answer plain texts in front of all other features, which take the library's updates only."""
    handler = TypeHandler(PlainText, partial(_take, host))
    application.add_handler(handler, group=_BEFORE_ALL)


async def _take(host: Host, asked: PlainText, context: Context) -> None:
    speak(choose_language(asked.language))
    is_within, answer, latest = await host.memory.spend_and_recall(
        PRIVATE, asked.chat, asked.number, CONVERSATION_SECONDS
    )
    spending = await judge_in_private(host, asked.chat, is_within=is_within)
    if spending is Spending.WITHIN and answer is None:
        await _answer(context.bot, host, asked, latest)
    elif spending is Spending.NOTICE:
        await ask_to_slow_down(context.bot, asked.place)
    # To ask the others would be in vain, and there are many.
    raise ApplicationHandlerStop


async def _answer(bot: Bot, host: Host, asked: PlainText, latest: SentAnswer | None) -> None:
    former = await recall_question(host, latest)
    previous = former.text if former else None
    page = await read_text(host, asked.text.strip(), previous, forwards=0)
    page = await offer_intake(host, asked.chat, asked.text, page)
    await respond_in(bot, host, asked.place, page)
