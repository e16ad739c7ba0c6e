"""Whether an answer helped, and if not, why; who says nothing is not counted."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from telegram import InlineKeyboardMarkup, Message
from telegram.ext import CommandHandler

from bot.chat.callbacks import Rate, decode
from bot.chat.incoming import PRIVATE
from bot.chat.markup import lines, text
from bot.chat.pressing import Press, make_press_handler
from bot.chat.reply import Reply
from bot.chat.sending import find_place, make_keyboard, replace_buttons, send_reply
from bot.chat.shown import find_shown_for
from bot.chat.views.follow_up import make_reason_rows
from bot.store import Verdict
from bot.texts.spoken import follow_up as texts

if TYPE_CHECKING:
    from telegram import InlineKeyboardButton, Update

    from bot.chat.host import App, Context, Host
    from bot.chat.reply import Row

_REASONS = (Verdict.WRONG_PASSAGE, Verdict.NOT_ASKED, Verdict.DISAGREE)
_COUNTED_ONCE_IN = 2 * 24 * 3600


def register(application: App, host: Host) -> None:
    """Add the buttons and their typed equivalents."""
    application.add_handler(make_press_handler(host, Rate, _rate))
    helpful, unhelpful = partial(_praise, host), partial(_complain, host)
    application.add_handler(CommandHandler("membantu", helpful, filters=PRIVATE))
    application.add_handler(CommandHandler("tidak", unhelpful, filters=PRIVATE))


async def _rate(host: Host, press: Press[Rate]) -> str:
    token, verdict = press.action.token, press.action.verdict
    is_new = await _count(host, press.query.from_user.id, token, verdict)
    asks_why = is_new and verdict is Verdict.UNHELPFUL
    await _replace_verdicts(press, make_reason_rows(token) if asks_why else ())
    if not is_new:
        return texts.RATED_BEFORE
    return texts.WHAT_WAS_WRONG_SHORT if asks_why else _thank(verdict)


async def _praise(host: Host, update: Update, context: Context) -> None:
    message = update.message
    if message is None:
        return
    shown = await find_shown_for(host, message)
    notice = texts.NO_ANSWER_YET
    if shown:
        is_new = await _count(host, message.chat.id, shown.token, Verdict.HELPFUL)
        notice = texts.THANKS_FOR_HELPFUL if is_new else texts.RATED_BEFORE
    await send_reply(context.bot, find_place(message), Reply(text(notice)))


async def _complain(host: Host, update: Update, context: Context) -> None:
    message = update.message
    if message is None:
        return
    shown = await find_shown_for(host, message)
    if shown is None:
        await send_reply(context.bot, find_place(message), Reply(text(texts.NO_ANSWER_YET)))
        return
    reason = _read_reason(context.args or [])
    is_new = await _count(host, message.chat.id, shown.token, Verdict.UNHELPFUL)
    if reason:
        is_new = await _count(host, message.chat.id, shown.token, reason)
        reply = Reply(text(_thank(reason) if is_new else texts.RATED_BEFORE))
    else:
        asked = lines(text(texts.WHAT_WAS_WRONG), text(texts.REASON_HINT))
        reply = Reply(asked, make_reason_rows(shown.token))
    await send_reply(context.bot, find_place(message), reply)


def _read_reason(arguments: list[str]) -> Verdict | None:
    numbered = {str(number): reason for number, reason in enumerate(_REASONS, start=1)}
    return numbered.get(arguments[0]) if arguments else None


async def _count(host: Host, person: int, token: str, verdict: Verdict) -> bool:
    """Count a verdict, and one reason besides, once for each person; tell whether it is new."""
    kind = "reason" if verdict in _REASONS else "verdict"
    deed = f"{kind} {token}"
    is_new = await host.memory.marks.put(person, deed, seconds=_COUNTED_ONCE_IN)
    if is_new:
        await host.memory.feedback.add(token, verdict)
        host.tally.count_verdict(verdict)
    return is_new


def _thank(verdict: Verdict) -> str:
    return texts.THANKS_FOR_HELPFUL if verdict is Verdict.HELPFUL else texts.THANKS_FOR_REASON


async def _replace_verdicts(press: Press[Rate], rows: tuple[Row, ...]) -> None:
    """Put `rows` in the place of the buttons for verdicts; the others stay as they are."""
    message = press.query.message
    if not isinstance(message, Message) or message.reply_markup is None:
        return
    former = message.reply_markup.inline_keyboard
    places = [place for place, row in enumerate(former) if any(map(_is_verdict, row))]
    if not places:
        return
    new = make_keyboard(Reply(text(""), rows))
    kept = [row for place, row in enumerate(former) if place not in places]
    kept[places[0] : places[0]] = new.inline_keyboard if new else ()
    place, keyboard = press.place, InlineKeyboardMarkup(kept)
    await replace_buttons(press.bot, place.chat, place.message, keyboard)


def _is_verdict(button: InlineKeyboardButton) -> bool:
    return isinstance(button.callback_data, str) and isinstance(decode(button.callback_data), Rate)
