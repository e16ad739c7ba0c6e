"""First contact: /start, alone or with what a link carries."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from telegram.ext import CommandHandler

from bot.chat.callbacks import AskAgain
from bot.chat.deep_links import AskHere, decode
from bot.chat.incoming import PRIVATE
from bot.chat.markup import bold, join, lines, text
from bot.chat.opening import open_link
from bot.chat.reply import Reply, make_button, stack
from bot.chat.sending import find_place, send_reply
from bot.chat.views.sources import describe_size
from bot.store import Asked, StoreError
from bot.texts.spoken import chat as texts
from bot.texts.spoken import links

if TYPE_CHECKING:
    from telegram import Update

    from bot.chat.host import App, Context, Host


def register(application: App, host: Host) -> None:
    """Open what a link carries, or greet, in one screen."""
    application.add_handler(CommandHandler("start", partial(_greet, host), filters=PRIVATE))


async def _greet(host: Host, update: Update, context: Context) -> None:
    message = update.message
    if message is None:
        return
    payload = " ".join(context.args or ())
    link = decode(payload)
    if await open_link(context.bot, host, message, link):
        return
    expired = texts.LINK_EXPIRED if payload else ""
    notice = links.ASK_HERE if isinstance(link, AskHere) else expired
    reply = await _make_greeting(host, notice)
    await send_reply(context.bot, find_place(message), reply)


async def _make_greeting(host: Host, notice: str) -> Reply:
    examples = host.examples.chosen
    try:
        tokens = await host.memory.questions.remember_all([Asked(text) for text in examples])
    except StoreError:
        examples, tokens = (), []
    content = join(
        "\n\n",
        lines(bold(texts.HELLO), text(notice)),
        text(texts.INVITATION),
        text(texts.FORWARDING),
        text(f"{describe_size(host.answerer.corpus)} {texts.PRIVACY_IN_SHORT}"),
        text(texts.TRY_ONE if examples else ""),
    )
    buttons = zip(examples, tokens, strict=True)
    return Reply(content, stack(make_button(text, AskAgain(token)) for text, token in buttons))
