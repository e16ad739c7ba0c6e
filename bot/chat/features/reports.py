"""Reports: /lapor below an answer, or a button beside a citation, reach the moderators."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from telegram.ext import CommandHandler

from bot.chat.callbacks import ReportPassage
from bot.chat.citations import list_cited
from bot.chat.incoming import PRIVATE
from bot.chat.markup import text
from bot.chat.pressing import Press, make_press_handler
from bot.chat.reply import Reply
from bot.chat.reporting import report_passage
from bot.chat.sending import find_place, send_reply
from bot.chat.shown import find_shown_for
from bot.chat.views.follow_up import render_report_choice
from bot.texts.spoken import follow_up as texts

if TYPE_CHECKING:
    from telegram import Message, Update

    from bot.chat.host import App, Context, Host


def register(application: App, host: Host) -> None:
    """Add the button and /lapor."""
    application.add_handler(make_press_handler(host, ReportPassage, _report))
    names = ("lapor", "report")
    application.add_handler(CommandHandler(names, partial(_report_typed, host), filters=PRIVATE))


async def _report(host: Host, press: Press[ReportPassage]) -> str:
    return await report_passage(press.bot, host, press.query.from_user.id, press.action.passage)


async def _report_typed(host: Host, update: Update, context: Context) -> None:
    if update.message:
        reply = await _choose_reply(host, update.message, context)
        await send_reply(context.bot, find_place(update.message), reply)


async def _choose_reply(host: Host, message: Message, context: Context) -> Reply:
    """Report the quotation whose number comes first in the arguments, or the only one."""
    passages = await _find_passages(host, message)
    if not passages:
        return Reply(text(texts.NOTHING_TO_REPORT))
    words = list(context.args or ())
    number = words.pop(0) if words and words[0] in passages else ""
    if not number and len(passages) > 1:
        return render_report_choice(passages)
    key = passages.get(number) or next(iter(passages.values()))
    notice = await report_passage(context.bot, host, message.chat.id, key, " ".join(words))
    return Reply(text(notice))


async def _find_passages(host: Host, message: Message) -> dict[str, str]:
    """Return the keys of what can be reported, by the numbers that people see or count.

    It is what the answer quotes to which `message` replies, or whatever that message cites; and
    what the latest answer quotes, where it replies to nothing.
    """
    shown = await find_shown_for(host, message)
    if shown:
        return {str(number): quotation.passage.key for number, quotation in shown.numbered}
    if message.reply_to_message is None:
        return {}
    cited = list_cited(message.reply_to_message, host.answerer.corpus)
    return {str(number): key for number, key in enumerate(cited, start=1)}
