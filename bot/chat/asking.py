"""From a question to the page of its answer that a chat is to see."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from bot.answers.values import Status
from bot.chat.markup import clean, count_units, shorten
from bot.chat.pages import MadePage, Page
from bot.chat.scrubbing import scrub_question
from bot.chat.views.answer import PAGE, Presentation, render_answer
from bot.desk.figures import Channel
from bot.store import Asked, StoreError
from bot.texts.spoken import get_language

if TYPE_CHECKING:
    from bot.answers import Answer, Answerer
    from bot.answers.values import Quotation
    from bot.articles.values import Corpus
    from bot.chat.host import Host

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
    key = (asked, start, wrapping, get_language(), host.examples.chosen)
    made = host.pages.find(answerer, key)
    if made is None:
        made = await _make_page(host, answerer, asked, start, wrapping)
        host.pages.keep(answerer, key, made)
    if start == 0 and wrapping.counts:
        host.tally.count_answer(made.answer, Channel.PRIVATE)
    try:
        await host.memory.questions.keep(made.questions)
    except StoreError:
        asked, answer = await find_answer_aside(answerer, scrub_asked(asked), start)
        page = _lay_out(answer, _present(answerer.corpus, asked, answer, start, wrapping))
        return replace(page, reply=page.reply.drop_actions())
    return made.page


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


async def _make_page(
    host: Host, answerer: Answerer, asked: Asked, start: int, wrapping: Wrapping
) -> MadePage:
    asked, answer = await find_answer_aside(answerer, scrub_asked(asked), start)
    suggested = _suggest(host, answer) if start == 0 else ()
    # An unanswered one has no button.
    own = [asked] if answer.quotations else []
    questions = host.memory.questions.identify([*own, *map(Asked, suggested)])
    tokens = [token for token, _ in questions]
    token = tokens.pop(0) if own else _NO_TOKEN
    bare = _present(answerer.corpus, asked, answer, start, wrapping)
    related = dict(zip(suggested, tokens, strict=True))
    page = _lay_out(answer, replace(bare, token=token, related=related))
    return MadePage(page, answer, tuple(questions))


def _present(
    corpus: Corpus, asked: Asked, answer: Answer, start: int, wrapping: Wrapping
) -> Presentation:
    """Return how `answer` is shown, yet without what its buttons need."""
    return Presentation(
        corpus=corpus,
        token=_NO_TOKEN,
        start=start,
        related={},
        lead=wrapping.lead,
        hint=wrapping.hint,
        quoted_question=asked.text if wrapping.quotes_question else "",
        share=choose_share_query(asked, answer),
        submits=wrapping.submits,
    )


def _lay_out(answer: Answer, presentation: Presentation) -> Page:
    reply, shown = render_answer(answer, presentation)
    token = None if presentation.token == _NO_TOKEN else presentation.token
    articles = [quotation.article for quotation in list_shown(answer)[:shown]]
    return Page(reply, token, presentation.start, shown, tuple(articles))
