"""What a message in a group asks of the bot, if anything."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from bot.chat.incoming import TextKind, classify

if TYPE_CHECKING:
    from telegram import Bot, Message

STALE = timedelta(minutes=2)
"""Groups have moved on by then, from what was asked while the bot was down."""


def is_stale(message: Message) -> bool:
    """Tell whether a message is too old for an answer in a group."""
    return datetime.now(UTC) - message.date > STALE


def has_words(content: str) -> bool:
    """Tell whether there is something to look for in `content`."""
    return classify(content) in {TextKind.QUESTION, TextKind.LINK}


def find_replied(message: Message) -> Message | None:
    """Return the message replied to; in topics, what opened the topic stands in for none."""
    replied = message.reply_to_message
    return None if replied is None or replied.forum_topic_created else replied


def replies_to_bot(message: Message, bot: Bot) -> bool:
    """Tell whether a message replies to one of the bot's own."""
    replied = find_replied(message)
    author = replied.from_user if replied else None
    return author is not None and author.id == bot.id


def read_rumour(message: Message, bot: Bot) -> str:
    """Return what a reply is about: the part that it quotes, or else the message replied to.

    Answers of the bot itself are none, but a part that somebody quotes of them may be.
    """
    quoted = message.quote.text if message.quote else ""
    replied = None if replies_to_bot(message, bot) else find_replied(message)
    whole = (replied.text or replied.caption or "") if replied else ""
    return quoted if has_words(quoted) else whole


def strip_mention(content: str, username: str) -> str | None:
    """Return `content` without the mentions of `username`, or None when there is none."""
    mention = re.compile(rf"(?<![\w@/])@{re.escape(username)}\b", re.IGNORECASE)
    stripped, times = mention.subn(" ", content)
    return " ".join(stripped.split()) if times else None
