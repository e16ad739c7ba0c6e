"""/statistik: what was asked and how it went, as a picture, in words, and as a table."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from telegram.constants import ChatAction

from bot.chat.desk.moderating import MODERATORS, make_command
from bot.chat.markup import text
from bot.chat.reply import Reply
from bot.chat.sending_files import send_file, send_picture
from bot.chat.tending import write_counts
from bot.chat.views.desk_figures import render_figures
from bot.desk.chart import draw_figures
from bot.desk.figures import collect_figures, list_days
from bot.desk.open_data import write_counts as write_table
from bot.desk.queue import QuestionQueue
from bot.texts import moderation_figures as texts

if TYPE_CHECKING:
    from bot.chat.desk.moderating import Order
    from bot.chat.host import App, Host

_DAYS, _MOST_DAYS = 30, 365


def register(application: App, host: Host) -> None:
    """Add /statistik."""
    names = ("statistik", "stats")
    application.add_handler(make_command(host, names, _show), group=MODERATORS)


async def _show(host: Host, order: Order) -> Reply | None:
    number = _read_days(order.words.strip())
    if number is None:
        return Reply(text(texts.BAD_SPAN))
    await order.bot.send_chat_action(order.place.chat, ChatAction.UPLOAD_PHOTO)
    await write_counts(host)
    statistics = host.memory.statistics
    days = list_days(statistics.get_today(), number)
    counts = await statistics.list_since(days[0])
    misses = await QuestionQueue(host.memory, host.live).list_groups()
    figures = collect_figures(counts, days, host.answerer.corpus.taxonomy, misses)
    picture = await asyncio.to_thread(draw_figures, figures)
    await send_picture(order.bot, order.place, picture, render_figures(figures))
    table = write_table(counts, figures)
    await send_file(order.bot, order.place, table, text(texts.TABLE))
    return None


def _read_days(words: str) -> int | None:
    if not words:
        return _DAYS
    is_number = words.isascii() and words.isdigit() and 1 <= int(words) <= _MOST_DAYS
    return int(words) if is_number else None
