"""News of corrections: people switch it off and on."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from telegram.ext import CommandHandler

from bot.chat.callbacks import TellCorrections
from bot.chat.incoming import PRIVATE
from bot.chat.markup import text
from bot.chat.pressing import Press, make_press_handler
from bot.chat.reply import Reply, make_button, stack
from bot.chat.sending import find_place, send_reply
from bot.texts.spoken import follow_up as texts

if TYPE_CHECKING:
    from telegram import Update

    from bot.chat.host import App, Context, Host


def register(application: App, host: Host) -> None:
    """Add the switch as a button and as /kabarkoreksi."""
    application.add_handler(make_press_handler(host, TellCorrections, _switch))
    command = partial(_switch_typed, host)
    application.add_handler(CommandHandler("kabarkoreksi", command, filters=PRIVATE))


async def _switch(host: Host, press: Press[TellCorrections]) -> str:
    await _set(host, press.query.from_user.id, on=press.action.on)
    await send_reply(press.bot, press.place, _describe(on=press.action.on))
    return ""


async def _switch_typed(host: Host, update: Update, context: Context) -> None:
    message = update.message
    if message is None:
        return
    wanted = " ".join(context.args or ()).casefold()
    if wanted in (*texts.SWITCH_ON, *texts.SWITCH_OFF):
        await _set(host, message.chat.id, on=wanted in texts.SWITCH_ON)
    reply = _describe(on=await host.memory.deliveries.is_on(message.chat.id))
    await send_reply(context.bot, find_place(message), reply)


async def _set(host: Host, person: int, *, on: bool) -> None:
    deliveries = host.memory.deliveries
    await (deliveries.switch_on(person) if on else deliveries.switch_off(person))


def _describe(*, on: bool) -> Reply:
    """Return how the switch stands, and the button that turns it."""
    said = texts.CORRECTIONS_ARE_ON if on else texts.CORRECTIONS_ARE_OFF
    label = texts.CORRECTIONS_OFF if on else texts.CORRECTIONS_ON
    return Reply(text(said), stack([make_button(label, TellCorrections(not on))]))
