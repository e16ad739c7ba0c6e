"""/hapusdata: deletes all that is kept of a person, once they confirm it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from telegram.ext import CommandHandler

from bot.chat.callbacks import Erase
from bot.chat.incoming import PRIVATE
from bot.chat.markup import lines, text
from bot.chat.pressing import Press, make_press_handler
from bot.chat.reply import Reply, arrange, make_button
from bot.chat.sending import edit_reply, find_place, send_reply
from bot.texts.spoken import follow_up
from bot.texts.spoken import privacy as texts

if TYPE_CHECKING:
    from telegram import Update

    from bot.chat.host import App, Context, Host


def register(application: App, host: Host) -> None:
    """Add /hapusdata and the buttons that confirm it."""
    names = ("hapusdata", "deletedata")
    application.add_handler(CommandHandler(names, partial(_ask, host), filters=PRIVATE))
    application.add_handler(make_press_handler(host, Erase, _confirm))


async def _ask(host: Host, update: Update, context: Context) -> None:
    message = update.message
    if message is None:
        return
    if " ".join(context.args or ()).casefold() in follow_up.SURE:
        reply = Reply(text(await _erase(host, message.chat.id)))
    else:
        buttons = [make_button(texts.DELETE, Erase(True)), make_button(texts.KEEP, Erase(False))]
        asked = lines(text(texts.CONFIRM_DELETION), text(texts.CONFIRM_DELETION_HINT))
        reply = Reply(asked, arrange(buttons))
    await send_reply(context.bot, find_place(message), reply)


async def _confirm(host: Host, press: Press[Erase]) -> str:
    sure = press.action.sure
    said = await _erase(host, press.query.from_user.id) if sure else texts.NOTHING_DELETED
    await edit_reply(press.bot, press.place.chat, press.place.message, Reply(text(said)))
    return ""


async def _erase(host: Host, person: int) -> str:
    # The id of a person is that of the private chat with them, too.
    deleted = await host.memory.forget(person)
    return texts.DELETED if deleted else texts.DELETED_NOTHING
