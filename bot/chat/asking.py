"""From a question to the page of its answer that a chat is to see."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answers.values import Status
from bot.chat.markup import clean, count_units, shorten
from bot.chat.views.answer import PAGE, Presentation, render_answer
from bot.store import Asked, SentAnswer

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

    `submits` offers to hand the question to the moderators when nothing is found.
    """

    lead: str = ""
    hint: str = ""
    quotes_question: bool = False
    submits: bool = False


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
    """
    # In a thread, so that a long text doesn't keep everybody else waiting.
    asked, answer = await asyncio.to_thread(find_answer, host.answerer, asked, start)
    suggested = _suggest(host, answer) if start == 0 else ()
    token, related = await _remember(host, asked, answer, suggested)
    presentation = Presentation(
        corpus=host.answerer.corpus,
        token=token or _NO_TOKEN,
        start=start,
        related=related,
        lead=wrapping.lead,
        hint=wrapping.hint,
        quoted_question=asked.text if wrapping.quotes_question else "",
        share=choose_share_query(asked, answer),
        submits=wrapping.submits,
    )
    reply, shown = render_answer(answer, presentation)
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


def find_answer(answerer: Answerer, asked: Asked, start: int) -> tuple[Asked, Answer]:
    """Answer `asked`; the question before it is dropped where it makes no difference."""
    alone = answerer.answer(asked.text, limit=PAGE, offset=start)
    if asked.previous is None:
        return asked, alone
    answer = answerer.answer(asked.text, previous=asked.previous, limit=PAGE, offset=start)
    if answer.understanding == alone.understanding:
        return Asked(asked.text), alone
    return asked, answer


def _suggest(host: Host, answer: Answer) -> tuple[str, ...]:
    """Return questions to press: related ones, or examples where there is no other way on."""
    if answer.related or answer.topics or answer.status in {Status.FOUND, Status.NEAR}:
        return answer.related
    return host.examples


async def _remember(
    host: Host, asked: Asked, answer: Answer, suggested: tuple[str, ...]
) -> tuple[str | None, dict[str, str]]:
    """Keep the questions that buttons need; an unanswered one has no button and is not kept."""
    own = [asked] if answer.quotations else []
    tokens = await host.memory.questions.remember_all([*own, *map(Asked, suggested)])
    token = tokens.pop(0) if own else None
    return token, dict(zip(suggested, tokens, strict=True))
