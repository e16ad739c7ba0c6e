"""Messages without words: each kind gets a hint how to ask."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from telegram.ext import MessageHandler, filters

from bot.chat.incoming import PRIVATE
from bot.chat.responding import is_answered, make_remark, name_album, respond
from bot.texts.spoken import chat as texts

if TYPE_CHECKING:
    from collections.abc import Callable

    from telegram import Update

    from bot.chat.host import App, Context, Host

# An animation and a venue come with a document and a location, so they stand before them.
_REMARKS = (
    (filters.COMMAND, lambda: texts.UNKNOWN_COMMAND),
    (filters.Sticker.ALL, lambda: texts.STICKER),
    (filters.PHOTO | filters.ANIMATION, lambda: texts.PICTURE),
    (filters.VIDEO | filters.VIDEO_NOTE, lambda: texts.VIDEO),
    (filters.VOICE | filters.AUDIO, lambda: texts.SOUND),
    (filters.Document.ALL, lambda: texts.FILE),
    (filters.LOCATION | filters.VENUE | filters.CONTACT, lambda: texts.PLACE_OR_CONTACT),
    (filters.POLL, lambda: texts.POLL),
    (~filters.StatusUpdate.ALL, lambda: texts.OTHER),
)


def register(application: App, host: Host) -> None:
    """Answer whatever no other feature takes; notices of Telegram's own get no answer."""
    for kind, remark in _REMARKS:
        application.add_handler(MessageHandler(PRIVATE & kind, partial(_remark, host, remark)))


async def _remark(host: Host, remark: Callable[[], str], update: Update, context: Context) -> None:
    message = update.message
    if message is None or await is_answered(host, message):
        return
    # The pictures of an album are messages of their own; one hint is enough.
    if message.media_group_id and await _is_album_answered(host, update):
        return
    await respond(context.bot, host, message, make_remark(remark()))


async def _is_album_answered(host: Host, update: Update) -> bool:
    message = update.message
    if message is None:
        return False
    return await host.memory.answers.find(message.chat.id, name_album(message)) is not None
