"""The quotations that an answer in a chat shows, found again from its button or its message."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.chat.asking import choose_share_query, find_answer, list_shown

if TYPE_CHECKING:
    from telegram import Message

    from bot.answers.values import Quotation
    from bot.articles.values import Corpus
    from bot.chat.host import Host
    from bot.store import SentAnswer


@dataclass(frozen=True, slots=True)
class Shown:
    """What an answer from `corpus` shows: quotations with the numbers that the reader sees.

    `token` is that of its question; `share` is the inline query that finds it again.
    """

    corpus: Corpus
    token: str
    numbered: tuple[tuple[int, Quotation], ...]
    share: str

    def choose(self, number: int) -> Quotation | None:
        """Return the quotation with a number, which also counts from the first one shown."""
        by_number = dict(self.numbered)
        place = number - 1
        if number in by_number:
            return by_number[number]
        return self.numbered[place][1] if 0 <= place < len(self.numbered) else None


async def find_shown(host: Host, token: str, start: int, shown: int | None = None) -> Shown | None:
    """Return what the answer to the question `token` shows from quotation `start` on.

    Args:
        host: who answers and remembers.
        token: that of the question.
        start: the number of the first quotation, from 0.
        shown: how many the message has room for; all of the page by default.

    Returns:
        None when the question has expired, or nothing answers it any more.
    """
    recalled = await host.memory.questions.recall(token)
    if recalled is None:
        return None
    answerer = host.answerer
    asked, answer = await asyncio.to_thread(find_answer, answerer, recalled, start)
    quotations = list_shown(answer)[: shown or None]
    if not quotations:
        return None
    numbered = tuple(enumerate(quotations, start=start + 1))
    return Shown(answerer.corpus, token, numbered, choose_share_query(asked, answer))


async def find_shown_for(host: Host, message: Message) -> Shown | None:
    """Return what the answer shows that a command in `message` is about.

    It is the answer to which the message replies, or else the latest one in the chat.
    """
    answers, chat = host.memory.answers, message.chat.id
    if message.reply_to_message:
        sent = await answers.find_sent(chat, message.reply_to_message.message_id)
    else:
        sent = await answers.find_latest(chat)
    return await _find_shown_by(host, sent)


async def _find_shown_by(host: Host, sent: SentAnswer | None) -> Shown | None:
    if sent is None or sent.token is None:
        return None
    return await find_shown(host, sent.token, sent.start, sent.shown)
