"""Rules of a group: /aturan shows them; administrators change them by buttons or words."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from telegram.ext import CommandHandler

from bot.chat.addressing import is_stale
from bot.chat.callbacks import ChangeRule
from bot.chat.group_rules import change_rules
from bot.chat.group_talk import GroupTalk
from bot.chat.incoming import GROUP
from bot.chat.pressing import Press, make_press_handler
from bot.chat.senders import Sender, find_sender, is_admin
from bot.chat.sending import edit_reply, find_place, send_reply
from bot.chat.views.rules import render_rules
from bot.texts.spoken import chat as chat_texts
from bot.texts.spoken import groups as texts

if TYPE_CHECKING:
    from telegram import Update

    from bot.chat.host import App, Context, Host


def register(application: App, host: Host) -> None:
    """Add /aturan and its buttons."""
    handler = CommandHandler(("aturan", "rules"), partial(_show, host), filters=GROUP)
    application.add_handler(handler)
    application.add_handler(make_press_handler(host, ChangeRule, _change))


async def _show(host: Host, update: Update, context: Context) -> None:
    message = update.message
    sender = find_sender(message) if message else None
    if message is None or sender is None or is_stale(message):
        return
    talk = GroupTalk(host, context.bot, message)
    if not await is_admin(context.bot, message.chat.id, sender):
        if await talk.is_welcome():
            await talk.say(texts.ONLY_ADMINS_CHANGE)
        return
    if await talk.is_within_budget(sender):
        await _follow(talk, context.args or [])


async def _follow(talk: GroupTalk, words: list[str]) -> None:
    rules = await talk.find_rules()
    if words:
        changed = change_rules(rules, words[0], "".join(words[1:]))
        if changed is None:
            await talk.say(f"{texts.UNKNOWN_RULE} {texts.RULES_HINT}")
            return
        await talk.host.memory.groups.save(talk.message.chat.id, changed)
        rules = changed
    await send_reply(talk.bot, find_place(talk.message), render_rules(rules))


async def _change(host: Host, press: Press[ChangeRule]) -> str:
    chat, action = press.place.chat, press.action
    # Of an anonymous administrator, presses come from the person.
    if not await is_admin(press.bot, chat, Sender(press.query.from_user.id)):
        return texts.ONLY_ADMINS_CHANGE
    changed = change_rules(await host.memory.groups.find(chat), action.rule, action.value)
    if changed is None:
        return chat_texts.BUTTON_UNKNOWN
    await host.memory.groups.save(chat, changed)
    is_shown = await edit_reply(press.bot, chat, press.place.message, render_rules(changed))
    return "" if is_shown else chat_texts.BUTTON_EXPIRED
