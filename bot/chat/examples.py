"""Questions to begin with: short ones that this corpus is known to answer."""

from __future__ import annotations

from itertools import chain, islice
from typing import TYPE_CHECKING

from bot.answers.values import Status
from bot.chat.markup import count_units
from bot.texts import chat as texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bot.answers import Answerer
    from bot.articles.values import Article, Claim, Corpus

_EXAMPLES = 3
_LABEL_UNITS = 44
"""What fits on a button on a phone."""


class Examples:
    """The questions that are `chosen` for the present corpus; none before the first choice."""

    def __init__(self) -> None:
        """Begin without any."""
        self.chosen: tuple[str, ...] = ()

    def follow(self, answerer: Answerer) -> None:
        """Choose anew for `answerer`."""
        self.chosen = choose_examples(answerer)


def choose_examples(answerer: Answerer) -> tuple[str, ...]:
    """Return up to three questions: our own where they have an answer, else some of the corpus."""
    candidates = chain(texts.EXAMPLES, _list_short(answerer.corpus))
    answered = (question for question in candidates if _is_answered(question, answerer))
    return tuple(islice(answered, _EXAMPLES))


def _is_answered(question: str, answerer: Answerer) -> bool:
    return answerer.answer(question).status is Status.FOUND


def _list_short(corpus: Corpus) -> Iterator[str]:
    sources: tuple[Claim | Article, ...] = (*corpus.claims, *corpus.articles)
    for source in sources:
        short = [question for question in source.questions if count_units(question) <= _LABEL_UNITS]
        yield from short[:1]
