"""/ekspor: the corpus, decided claims, the history and counts of questions, as files."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING

from telegram.constants import ChatAction

from bot.chat.desk.moderating import MODERATORS, make_command
from bot.chat.markup import text
from bot.chat.reply import Reply
from bot.chat.sending import send_reply
from bot.chat.sending_files import MOST_BYTES, send_file
from bot.chat.tending import write_counts
from bot.desk.figures import list_days
from bot.desk.open_data import (
    pack_corpus,
    write_audit,
    write_public_counts,
    write_reviews,
)
from bot.texts import moderation_figures as texts

if TYPE_CHECKING:
    from bot.chat.desk.moderating import Order
    from bot.chat.host import App, Host
    from bot.desk.open_data import ExportFile
    from bot.store import AuditLine

_DAYS = 365
_LINES_AT_ONCE = 200


def register(application: App, host: Host) -> None:
    """Add /ekspor."""
    application.add_handler(make_command(host, ("ekspor", "export"), _export), group=MODERATORS)


async def _export(host: Host, order: Order) -> None:
    await order.bot.send_chat_action(order.place.chat, ChatAction.UPLOAD_DOCUMENT)
    for file in await _write_files(host):
        if len(file.data) > MOST_BYTES:
            await send_reply(order.bot, order.place, Reply(text(texts.describe_large(file.name))))
        else:
            await send_file(order.bot, order.place, file, text(texts.describe_file(file.name)))


async def _write_files(host: Host) -> list[ExportFile]:
    await write_counts(host)
    statistics = host.memory.statistics
    counts = await statistics.list_since(list_days(statistics.get_today(), _DAYS)[0])
    return [
        *await asyncio.to_thread(pack_corpus, host.live.corpus_dir, MOST_BYTES),
        await asyncio.to_thread(write_reviews, host.answerer.corpus),
        write_audit(await _list_audit(host)),
        write_public_counts(counts),
    ]


async def _list_audit(host: Host) -> list[AuditLine]:
    """Return the whole audit log without the articles themselves, which would fill the memory."""
    lines: list[AuditLine] = []
    while page := await host.memory.audit.list_lines(offset=len(lines), limit=_LINES_AT_ONCE):
        lines += [replace(line, before=None, after=None) for line in page]
    return lines
