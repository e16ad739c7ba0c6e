"""What was changed: /riwayat shows it, /urung undoes it, once that is confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.chat.desk.actions import ListHistory, UndoChange
from bot.chat.desk.moderating import MODERATORS, Order, make_command, make_press
from bot.chat.desk.naming import find_meant
from bot.chat.desk.pressing import show_in_place
from bot.chat.markup import text
from bot.chat.reply import Reply
from bot.chat.views.desk_history import (
    HISTORY_PAGE,
    render_history,
    render_undoing,
    render_undone,
)
from bot.desk import UndoError
from bot.texts import moderation_changes as texts
from bot.texts.follow_up import SURE

if TYPE_CHECKING:
    from bot.chat.host import App, Host
    from bot.chat.pressing import Press
    from bot.desk import Change


def register(application: App, host: Host) -> None:
    """Add both commands and their buttons."""
    application.add_handler(make_command(host, "urung", _undo_typed), group=MODERATORS)
    application.add_handler(make_command(host, "riwayat", _list_typed), group=MODERATORS)
    application.add_handler(make_press(host, UndoChange, _undo))
    application.add_handler(make_press(host, ListHistory, _list))


async def _undo_typed(host: Host, order: Order) -> Reply:
    """Show what would be undone: /urung, /urung 12; and undo it: /urung 12 ya."""
    number, *sure = order.words.split() or [""]
    if number and not number.isdecimal():
        return Reply(text(texts.HOW_TO_UNDO))
    if [word.casefold() for word in sure[:1]] and sure[0].casefold() in SURE:
        return await _carry_out(host, order.person, int(number))
    wanted = int(number) if number else None
    return render_undoing(await host.desk.changes.find_undoable(order.person, wanted))


async def _undo(host: Host, press: Press[UndoChange]) -> str:
    person, action = press.query.from_user.id, press.action
    if action.sure:
        reply = await _carry_out(host, person, action.number)
    else:
        reply = render_undoing(await host.desk.changes.find_undoable(person, action.number))
    await show_in_place(press, reply)
    return ""


async def _carry_out(host: Host, person: int, number: int) -> Reply:
    change = await host.desk.changes.undo(person, number)
    return render_undone(change, await _find_former(host, person))


async def _find_former(host: Host, person: int) -> Change | None:
    try:
        return await host.desk.changes.find_undoable(person)
    except UndoError:
        return None


async def _list_typed(host: Host, order: Order) -> Reply:
    meant = await find_meant(host, order.message, order.words)
    # An article that is gone has a history all the same; the log knows its key.
    key = meant.articles[0].key if len(meant.articles) == 1 else order.words.strip()
    return await _list_page(host, key, 0)


async def _list(host: Host, press: Press[ListHistory]) -> str:
    await show_in_place(press, await _list_page(host, press.action.key, press.action.start))
    return ""


async def _list_page(host: Host, key: str, start: int) -> Reply:
    changes = await host.desk.changes.list_history(
        key or None, offset=start, limit=HISTORY_PAGE + 1
    )
    more = len(changes) > HISTORY_PAGE
    return render_history(changes[:HISTORY_PAGE], start, key, more=more)
