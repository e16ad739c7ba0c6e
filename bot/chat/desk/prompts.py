"""Prompts: messages that ask for a value, and the replies that give it.

The first link of a prompt leads to the bot itself and says what is asked for. A reply brings the
prompt along, so nothing is kept in between, and a restart loses nothing. Buttons could say the
same, but Telegram allows none in a message that awaits a reply.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from telegram import MessageEntity

from bot.chat.callbacks import decode, encode
from bot.chat.desk.actions import AskField, AskReason, AskSource, EditArticle
from bot.chat.markup import Markup, link, text
from bot.chat.reply import Reply

if TYPE_CHECKING:
    from telegram import Bot, Message

Prompt: TypeAlias = AskSource | AskField | EditArticle | AskReason


def make_prompt(bot: Bot, prompt: Prompt, label: str, question: Markup, awaits: str) -> Reply:
    """Return a message that asks for a value.

    Args:
        bot: to whom the link leads.
        prompt: what is asked for.
        label: the first words, which carry the link.
        question: what follows.
        awaits: said in the field where the person writes, at most 64 characters.
    """
    code = (encode(prompt) or "").replace(":", "_")
    return Reply(link(label, _begin(bot) + code) + text(" · ") + question, awaits=awaits)


def read_prompt(message: Message, bot: Bot) -> Prompt | None:
    """Return what the prompt asked for to which `message` replies, or None."""
    replied = message.reply_to_message
    if replied is None or replied.from_user is None or replied.from_user.id != bot.id:
        return None
    links = [each.url for each in replied.entities if each.type == MessageEntity.TEXT_LINK]
    begins = _begin(bot)
    if not links or links[0] is None or not links[0].startswith(begins):
        return None
    return read_payload(links[0].removeprefix(begins))


def read_payload(payload: str) -> Prompt | None:
    """Return the prompt whose link carries `payload`, or None."""
    action = decode(payload.replace("_", ":"))
    return action if isinstance(action, Prompt) else None


def _begin(bot: Bot) -> str:
    return f"https://t.me/{bot.username}?start="
