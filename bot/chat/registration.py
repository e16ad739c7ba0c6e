"""Commands and descriptions, as Telegram shows them; set only where they differ."""

from __future__ import annotations

import asyncio
import logging
from contextlib import suppress
from typing import TYPE_CHECKING

from telegram import (
    BotCommand,
    BotCommandScopeAllChatAdministrators,
    BotCommandScopeAllGroupChats,
    BotCommandScopeAllPrivateChats,
    BotCommandScopeChat,
    BotCommandScopeDefault,
)
from telegram.error import TelegramError

from bot.texts import chat as chat_texts
from bot.texts import moderation
from bot.texts.serve import describe_unset
from bot.texts.spoken import Language, groups, speaking
from bot.texts.spoken import chat as texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from telegram import Bot, BotCommandScope

_LOG = logging.getLogger(__name__)

_LONGEST = 10.0
"""Seconds; people should not wait for an answer because the menu has to."""


LANGUAGES = {"": Language.INDONESIAN, "en": Language.ENGLISH}
"""What Telegram shows to people with its app in a language; without a code, to all others."""


async def register_profile(bot: Bot) -> None:
    """Register the commands for each scope, and both descriptions, in each language.

    What can't be set is logged and left: the bot answers without it.
    """
    try:
        async with asyncio.timeout(_LONGEST):
            for code, language in LANGUAGES.items():
                with speaking(language):
                    await _register(bot, code)
    except (TelegramError, TimeoutError) as error:
        _LOG.warning(describe_unset(str(error) or type(error).__name__))


async def register_moderators(bot: Bot, chats: Iterable[int]) -> None:
    """Show the commands of moderators in their private chats with the bot."""
    for chat in chats:
        await show_commands(bot, chat)


async def show_commands(bot: Bot, chat: int) -> None:
    """Show the commands of moderators in one private chat, once its person has met the bot."""
    commands = {**moderation.COMMANDS, **chat_texts.COMMANDS}
    with suppress(TelegramError):
        await _set_commands(bot, BotCommandScopeChat(chat), "", commands)


async def hide_commands(bot: Bot, chat: int) -> None:
    """Show in a private chat what everybody sees there."""
    with suppress(TelegramError):
        await bot.delete_my_commands(BotCommandScopeChat(chat))


async def _register(bot: Bot, code: str) -> None:
    scopes: list[tuple[BotCommandScope, Mapping[str, str]]] = [
        (BotCommandScopeDefault(), texts.COMMANDS),
        (BotCommandScopeAllPrivateChats(), texts.COMMANDS),
        (BotCommandScopeAllGroupChats(), groups.GROUP_COMMANDS),
        (BotCommandScopeAllChatAdministrators(), groups.ADMIN_COMMANDS),
    ]
    for scope, commands in scopes:
        await _set_commands(bot, scope, code, commands)
    await _set_descriptions(bot, code)


async def _set_commands(
    bot: Bot, scope: BotCommandScope, code: str, commands: Mapping[str, str]
) -> None:
    wanted = tuple(BotCommand(name, told) for name, told in commands.items())
    if await bot.get_my_commands(scope=scope, language_code=code) != wanted:
        await bot.set_my_commands(wanted, scope=scope, language_code=code)


async def _set_descriptions(bot: Bot, code: str) -> None:
    if (await bot.get_my_description(code)).description != texts.DESCRIPTION:
        await bot.set_my_description(texts.DESCRIPTION, code)
    described = await bot.get_my_short_description(code)
    if described.short_description != texts.SHORT_DESCRIPTION:
        await bot.set_my_short_description(texts.SHORT_DESCRIPTION, code)
