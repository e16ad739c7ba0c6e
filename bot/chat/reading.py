"""What a message asks, and what it refers to, read in a fixed order.

What is asked is the first of these that holds words:

1. what the person wrote: the text, or the caption of a picture, video or file;
2. the part that they quoted from the message to which they reply;
3. that message itself, unless a bot sent it.

A question that says too little alone ("kapan itu?") is read after the first of these:

1. the quoted part;
2. the question behind the answer to which they reply;
3. the words of the message to which they reply, unless a bot sent it;
4. the latest question of the last half hour in the chat, where they reply to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.chat.incoming import TextKind, classify

if TYPE_CHECKING:
    from telegram import Message

    from bot.chat.host import Host
    from bot.store import Asked, SentAnswer

CONVERSATION_SECONDS = 1800
"""So long after an answer a question may refer to it."""


def find_words(message: Message) -> str:
    """Return what `message` asks, without surrounding space; it may hold no words at all."""
    own = _get_words(message)
    candidates = (own, _get_quote(message), _get_replied(message))
    return next(filter(_has_words, candidates), own).strip()


async def find_previous(host: Host, message: Message) -> str | None:
    """Return what a question in `message` refers to, or None where there is nothing."""
    answers, chat, replied = host.memory.answers, message.chat.id, message.reply_to_message
    if _has_words(_get_quote(message)):
        return _get_quote(message)
    if replied is None:
        return await find_latest_question(host, chat)
    asked = await recall_question(host, await answers.find_sent(chat, replied.message_id))
    return asked.text if asked else _get_replied(message) or None


async def find_latest_question(host: Host, chat: int) -> str | None:
    """Return the latest question of the last half hour in a chat, or None where there is none."""
    sent = await host.memory.answers.find_latest(chat, within=CONVERSATION_SECONDS)
    asked = await recall_question(host, sent)
    return asked.text if asked else None


async def recall_question(host: Host, sent: SentAnswer | None) -> Asked | None:
    """Return the question behind an answer, unless it answers none or has expired."""
    if sent is None or sent.token is None:
        return None
    return await host.memory.questions.recall(sent.token)


def _get_words(message: Message) -> str:
    return message.text or message.caption or ""


def _get_quote(message: Message) -> str:
    return message.quote.text if message.quote else ""


def _get_replied(message: Message) -> str:
    replied = message.reply_to_message
    if replied is None or (replied.from_user and replied.from_user.is_bot):
        return ""
    return _get_words(replied)


def _has_words(content: str) -> bool:
    return classify(content) in {TextKind.QUESTION, TextKind.LINK}
