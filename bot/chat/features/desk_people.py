"""Moderators: chiefs admit and dismiss them, each chooses the name that others read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram import MessageOriginUser
from telegram.ext import filters

from bot.chat.desk.actions import DismissPerson
from bot.chat.desk.moderating import (
    MODERATORS,
    NotForUsError,
    Order,
    make_message_handler,
    make_press,
    split_word,
)
from bot.chat.desk.pressing import show_in_place
from bot.chat.markup import bold, lines, text
from bot.chat.registration import hide_commands, show_commands
from bot.chat.reply import Reply, arrange, make_button
from bot.chat.sending import send_notice
from bot.store import Role
from bot.texts import moderation_changes as texts
from bot.texts.follow_up import SURE

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Mapping
    from typing import Any

    from telegram import Bot, Message

    from bot.chat.host import App, Host
    from bot.chat.pressing import Press

_SUBCOMMANDS = filters.Regex(r"(?i)^/moderasi(?:@\w+)?\s+(?:tambah|keluarkan|nama)\b")


def register(application: App, host: Host) -> None:
    """Add /moderasi with the words that change who moderates; the rest of it is the screen's."""
    handler = make_message_handler(host, filters.COMMAND & _SUBCOMMANDS, _obey)
    application.add_handler(handler, group=MODERATORS)
    application.add_handler(make_press(host, DismissPerson, _dismiss))


async def _obey(host: Host, order: Order) -> Reply:
    word, rest = split_word(order.words)
    features: Mapping[str, Callable[[Host, Order, str], Coroutine[Any, Any, Reply]]] = {
        "tambah": _admit,
        "keluarkan": _ask_dismissal,
        "nama": _rename,
    }
    feature = features.get(word.casefold())
    if feature is None:
        raise NotForUsError
    return await feature(host, order, rest)


async def _admit(host: Host, order: Order, rest: str) -> Reply:
    """Admit the author of the forwarded message, the contact, or the typed number."""
    words = rest.casefold().split()
    role = Role.CHIEF if texts.CHIEF_WORD in words else Role.MODERATOR
    typed = next((word for word in words if word.isascii() and word.isdecimal()), None)
    replied = order.message.reply_to_message
    person = int(typed) if typed else _find_account(replied)
    if person is None:
        return Reply(text(texts.HIDDEN_ACCOUNT if replied else texts.HOW_TO_ADMIT))
    admitted = await host.desk.rights.admit(order.person, person, role)
    await show_commands(order.bot, admitted.address)
    met = await send_notice(order.bot, admitted.address, Reply(text(texts.WELCOME)))
    said = texts.describe_admitted(admitted.shown, is_chief=role is Role.CHIEF)
    return Reply(lines(bold(said), text("" if met else texts.NOT_MET_YET)))


async def _ask_dismissal(host: Host, order: Order, rest: str) -> Reply:
    """Ask before somebody loses their rights."""
    await host.desk.rights.require(order.person, chief=True)
    people = await host.desk.rights.list_people()
    wanted, sure = split_word(rest.casefold())
    person = next(
        (each for each in people if wanted in {each.mark, str(each.address)} and wanted), None
    )
    if person is None:
        return Reply(text(texts.HOW_TO_DISMISS))
    if sure in SURE:
        return await _carry_out(order.bot, host, order.person, person.mark)
    buttons = [
        make_button(texts.DISMISS, DismissPerson(person.mark, sure=True)),
        make_button(texts.KEEP_PERSON, DismissPerson(person.mark, sure=False)),
    ]
    return Reply(text(texts.ask_dismissal(person.shown)), arrange(buttons))


async def _dismiss(host: Host, press: Press[DismissPerson]) -> str:
    if not press.action.sure:
        await show_in_place(press, Reply(text(texts.NOBODY_DISMISSED)))
        return ""
    reply = await _carry_out(press.bot, host, press.query.from_user.id, press.action.mark)
    await show_in_place(press, reply)
    return ""


async def _carry_out(bot: Bot, host: Host, by: int, mark: str) -> Reply:
    person = await host.desk.rights.dismiss(by, mark)
    await hide_commands(bot, person.address)
    return Reply(text(texts.describe_dismissed(person.shown)))


async def _rename(host: Host, order: Order, rest: str) -> Reply:
    if not rest.strip():
        return Reply(text(texts.HOW_TO_RENAME))
    person = await host.desk.rights.rename(order.person, rest)
    return Reply(text(texts.describe_renamed(person.shown)))


def _find_account(message: Message | None) -> int | None:
    """Return whose message was forwarded, or whose contact it is, where Telegram tells."""
    if message is None:
        return None
    if message.contact:
        return message.contact.user_id
    origin = message.forward_origin
    return origin.sender_user.id if isinstance(origin, MessageOriginUser) else None
