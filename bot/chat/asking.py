"""From a question to the page of its answer that a chat is to see."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answers.values import Status
from bot.chat.markup import clean, count_units, shorten
from bot.chat.scrubbing import scrub_question
from bot.chat.views.answer import PAGE, Presentation
from bot.desk.figures import Channel
from bot.store import Asked, SentAnswer, StoreError

if TYPE_CHECKING:
    from bot.answers import Answer, Answerer
    from bot.answers.values import Quotation
    from bot.articles.values import Article
    from bot.chat.host import Host
    from bot.chat.reply import Reply

LONGEST_QUERY = 256
"""Characters of an inline query: https://core.telegram.org/bots/api#inlinequery"""

_NO_TOKEN = "0" * 16


@dataclass(frozen=True, slots=True)
class Wrapping:
    """What stands around an answer: a sentence before its quotations, one after, the question.

    `submits` offers to hand the question to the moderators when nothing is found. `counts` is
    false for what nobody asked just now.
    """

    lead: str = ""
    hint: str = ""
    quotes_question: bool = False
    submits: bool = False
    counts: bool = True


PLAIN = Wrapping()


@dataclass(frozen=True, slots=True)
class Page:
    """A page of an answer; `token` is None when there is nothing to turn to.

    `articles` are those whose quotations or events it shows.
    """

    reply: Reply
    token: str | None
    start: int
    shown: int
    articles: tuple[Article, ...] = ()

    def as_sent(self, message: int) -> SentAnswer:
        """Return what is to be remembered once it stands in the chat as `message`."""
        return SentAnswer(message, self.token, self.start, self.shown, self.reply.digest)


async def open_page(
    host: Host, asked: Asked, *, start: int = 0, wrapping: Wrapping = PLAIN
) -> Page:
    """Answer `asked` and keep what the buttons of the answer need.

    Args:
        host: who answers and remembers.
        asked: the question.
        start: the number of the first quotation, from 0.
        wrapping: what stands around the answer.

    Returns:
        The page; without buttons that do something while the store fails.
    """
    answerer = host.answerer
    asked, answer = await find_answer_aside(answerer, scrub_asked(asked), start)
    if start == 0 and wrapping.counts:
        host.tally.count_answer(answer, Channel.PRIVATE)
    suggested = _suggest(host, answer) if start == 0 else ()
    token, related = await _remember(host, asked, answer, suggested)
    presentation = Presentation(
        corpus=answerer.corpus,
        token=token or _NO_TOKEN,
        start=start,
        related=related or {},
        lead=wrapping.lead,
        hint=wrapping.hint,
        quoted_question=asked.text if wrapping.quotes_question else "",
        share=choose_share_query(asked, answer),
        submits=wrapping.submits,
    )
    reply, shown = host.renderings.render(answer, presentation)
    if related is None:
        reply = reply.drop_actions()
    articles = [quotation.article for quotation in list_shown(answer)[:shown]]
    return Page(reply, token, start, shown, tuple(articles))


def list_shown(answer: Answer) -> tuple[Quotation, ...]:
    """Return the quotations of an answer, or its events where it tells them instead."""
    return answer.timeline.events if answer.timeline else answer.quotations


def choose_share_query(asked: Asked, answer: Answer) -> str:
    """Return what inline mode is asked for to find this answer again.

    It is the question where that is short and makes sense alone, and else the first headline.
    """
    question = " ".join(clean(asked.text).split())
    if asked.previous is None and count_units(question) <= LONGEST_QUERY:
        return question
    shown = list_shown(answer)
    return shorten(shown[0].article.citation.title, LONGEST_QUERY) if shown else ""


async def find_answer_aside(answerer: Answerer, asked: Asked, start: int) -> tuple[Asked, Answer]:
    """Answer `asked` as `find_answer`, without keeping others waiting for long.

    A long text is read in a thread. A short one takes less time than the way to a thread.
    """
    if len(asked.text) <= LONGEST_QUERY:
        return find_answer(answerer, asked, start)
    return await asyncio.to_thread(find_answer, answerer, asked, start)


def find_answer(answerer: Answerer, asked: Asked, start: int) -> tuple[Asked, Answer]:
    """Answer `asked`; the question before it is dropped where it makes no difference."""
    alone = answerer.answer(asked.text, limit=PAGE, offset=start)
    if asked.previous is None:
        return asked, alone
    answer = answerer.answer(asked.text, previous=asked.previous, limit=PAGE, offset=start)
    if answer.understanding == alone.understanding:
        return Asked(asked.text), alone
    return asked, answer


def scrub_asked(asked: Asked) -> Asked:
    """Return a question as it may be kept and is answered: numbers of people find nothing."""
    previous = None if asked.previous is None else scrub_question(asked.previous)
    return Asked(scrub_question(asked.text), previous)


def _suggest(host: Host, answer: Answer) -> tuple[str, ...]:
    """Return questions to press: what may be meant, what is related, or else examples."""
    if answer.alternatives:
        return answer.alternatives
    if answer.related or answer.topics or answer.status in {Status.FOUND, Status.NEAR}:
        return answer.related
    return host.examples.chosen


async def _remember(
    host: Host, asked: Asked, answer: Answer, suggested: tuple[str, ...]
) -> tuple[str | None, dict[str, str] | None]:
    """Keep the questions that buttons need; an unanswered one has no button and is not kept.

    Returns:
        The tokens of the question and of each suggested one, or None twice while the store fails.
    """
    own = [asked] if answer.quotations else []
    try:
        tokens = await host.memory.questions.remember_all([*own, *map(Asked, suggested)])
    except StoreError:
        return None, None
    token = tokens.pop(0) if own else None
    return token, dict(zip(suggested, tokens, strict=True))
