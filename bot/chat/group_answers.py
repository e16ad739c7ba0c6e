"""Answers for groups: short, silent where nothing was asked, and going on in private."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from bot.answers.values import Status
from bot.chat.asking import find_answer, scrub_asked
from bot.chat.callbacks import AskAgain
from bot.chat.deep_links import AskText, link_question, make_address
from bot.chat.markup import text
from bot.chat.pages import Page
from bot.chat.reply import Button, Reply
from bot.chat.views.answer import PAGE, Presentation, render_answer
from bot.chat.views.compact import QUOTATIONS, render_compact
from bot.desk.figures import Channel
from bot.texts.spoken import groups as texts

if TYPE_CHECKING:
    from bot.answers import Answer
    from bot.chat.deep_links import Link
    from bot.chat.host import Host
    from bot.chat.reply import Row
    from bot.store import Asked

_MISS_SECONDS = 3600
_ASKS_NOTHING = {Status.EMPTY, Status.SMALL_TALK}


class NothingAskedError(Exception):
    """There is nothing to look for in what was said."""


async def open_group_page(
    host: Host, username: str, chat: int, asked: Asked, *, is_compact: bool
) -> Page | None:
    """Answer a question from a group.

    Args:
        host: who answers and remembers.
        username: the bot's, for the way into the private chat.
        chat: the group.
        asked: the question.
        is_compact: whether the group wants short answers.

    Returns:
        What to say, or None for nothing: for a question that found nothing within the last hour
        either.

    Raises:
        NothingAskedError: for small talk and the like.
    """
    answerer = host.answerer
    asked, answer = await asyncio.to_thread(find_answer, answerer, scrub_asked(asked), 0)
    if answer.status in _ASKS_NOTHING:
        raise NothingAskedError
    host.tally.count_answer(answer, Channel.GROUP)
    if not answer.quotations:
        return await _open_miss(host, username, chat, asked)
    token = await host.memory.questions.remember(asked)
    link = _link_onward(asked, token)
    corpus = answerer.corpus
    if is_compact:
        content, shown = render_compact(answer, corpus), QUOTATIONS
    else:
        full, _ = render_answer(answer, Presentation(corpus, token))
        content, shown = full.content, PAGE
    rows = make_way_onward(username, link)
    return Page(Reply(content, rows), token, 0, _count_shown(answer, shown))


def make_way_onward(username: str, link: Link) -> tuple[Row, ...]:
    """Return the button that goes on in the private chat."""
    return ((Button(texts.CONTINUE, url=make_address(username, link)),),)


async def _open_miss(host: Host, username: str, chat: int, asked: Asked) -> Page | None:
    deed = f"nothing found for: {' '.join(asked.text.casefold().split())}"
    if not await host.memory.marks.put(chat, deed, seconds=_MISS_SECONDS):
        return None
    rows = make_way_onward(username, link_question(asked.text))
    return Page(Reply(text(texts.MISS), rows), token=None, start=0, shown=0)


def _link_onward(asked: Asked, token: str) -> Link:
    """Return the link that asks the same in private; what follows another question needs it."""
    by_text = link_question(asked.text)
    is_whole = asked.previous is None and isinstance(by_text, AskText)
    return by_text if is_whole else AskAgain(token)


def _count_shown(answer: Answer, most: int) -> int:
    return min(len(answer.quotations), most)
