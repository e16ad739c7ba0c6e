"""Groups: /tanya, /cek, replies to the bot, and mentions; nothing is said unasked."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from telegram import MessageEntity
from telegram.ext import CommandHandler, MessageHandler, filters

from bot.answers.small_talk import recognise_small_talk
from bot.chat.addressing import (
    find_replied,
    has_words,
    read_rumour,
    replies_to_bot,
    strip_mention,
)
from bot.chat.group_talk import GroupTalk
from bot.chat.incoming import GROUP
from bot.chat.reading import find_previous
from bot.store import Asked
from bot.texts.spoken import groups as texts

if TYPE_CHECKING:
    from telegram import Message, Update

    from bot.chat.host import App, Context, Host

# What is sent through inline mode mentions the bot without asking it anything.
_ADDRESSED = GROUP & ~filters.VIA_BOT
_WORDS = (filters.TEXT & ~filters.COMMAND) | filters.CAPTION


def register(application: App, host: Host) -> None:
    """Answer what is said to the bot in groups."""
    ask, check = partial(_ask, host), partial(_check, host)
    application.add_handler(CommandHandler(("tanya", "ask"), ask, filters=_ADDRESSED))
    application.add_handler(CommandHandler(("cek", "check"), check, filters=_ADDRESSED))
    application.add_handler(MessageHandler(_ADDRESSED & filters.COMMAND, partial(_explain, host)))
    application.add_handler(MessageHandler(_ADDRESSED & _WORDS, partial(_listen, host)))


async def _ask(host: Host, update: Update, context: Context) -> None:
    if update.message:
        talk = GroupTalk(host, context.bot, update.message)
        await _answer(talk, " ".join(context.args or ()), texts.HOW_TO_ASK)


async def _check(host: Host, update: Update, context: Context) -> None:
    message = update.message
    if message is None:
        return
    talk, rumour = GroupTalk(host, context.bot, message), read_rumour(message, context.bot)
    if has_words(rumour):
        await _answer(talk, "", texts.NOTHING_TO_CHECK)
    else:
        hint = texts.NOTHING_TO_READ if find_replied(message) else texts.HOW_TO_CHECK
        await _answer(talk, " ".join(context.args or ()), hint)


async def _listen(host: Host, update: Update, context: Context) -> None:
    message = update.message
    if message is None:
        return
    talk, written = GroupTalk(host, context.bot, message), message.text or message.caption or ""
    stripped = strip_mention(written, context.bot.username)
    asked = written if stripped is None else stripped
    is_mentioned = stripped is not None
    if replies_to_bot(message, context.bot) or (is_mentioned and has_words(asked)):
        await _answer(talk, asked, "")
    elif is_mentioned:
        await _answer(talk, "", texts.IN_GROUPS)


async def _explain(host: Host, update: Update, context: Context) -> None:
    """Tell how to ask; only for commands that name this bot, others may be for another one."""
    message = update.message
    if message and _names(message, context.bot.username):
        await _hint(GroupTalk(host, context.bot, message), texts.IN_GROUPS)


async def _answer(talk: GroupTalk, own: str, hint: str) -> None:
    """Answer what the person wrote, else the rumour that they reply to, else say `hint`.

    Their own words are read after what they reply to; the bot's answers stand for their question.
    """
    rumour = read_rumour(talk.message, talk.bot)
    if not hint and recognise_small_talk(own):
        # Thanks and the like get no answer, and use up no budget.
        return
    if has_words(own):
        asked = Asked(own.strip(), await _find_context(talk))
    elif has_words(rumour):
        asked = Asked(rumour.strip())
    else:
        await _hint(talk, hint)
        return
    if await talk.is_welcome():
        await talk.answer(asked, hint)


async def _find_context(talk: GroupTalk) -> str | None:
    # What others asked last in the group is no context.
    replied = find_replied(talk.message)
    return await find_previous(talk.host, talk.message) if replied else None


async def _hint(talk: GroupTalk, line: str) -> None:
    if line and await talk.is_welcome():
        await talk.hint(line)


def _names(message: Message, username: str) -> bool:
    commands = message.parse_entities([MessageEntity.BOT_COMMAND]).items()
    return any(
        entity.offset == 0 and command.casefold().endswith(f"@{username}".casefold())
        for entity, command in commands
    )
