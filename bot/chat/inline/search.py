"""What is found for a text that somebody is typing into some chat."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.answers.quoting import weigh_passage, weigh_stems
from bot.answers.selection import Choice
from bot.answers.values import Status
from bot.search.completion import Completion
from bot.search.tokens import fold

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.answers import Answerer, Quotation
    from bot.answers.selection import Find
    from bot.articles.values import Claim
    from bot.search import Query

LONGEST = 256
"""Characters that Telegram hands on: https://core.telegram.org/bots/api#inlinequery"""

_RECENT = 1_024
_MOST = 24
_COMPLETIONS = 2
_TELLING = 3
"""From so many letters on, a word that is being typed is not left out."""
_AS_GOOD = 0.8
"""Which share of what the best passage has of the question another needs to be a strict match."""

_ASKING_NOTHING = frozenset({Status.EMPTY, Status.SMALL_TALK})
_LAST_WORD = re.compile(r"[^\W_]+\Z")


@dataclass(frozen=True, slots=True)
class Finding:
    """A passage, quoted or not yet, or a claim card; `is_sure` tells a strict match from others."""

    subject: Choice | Quotation | Claim
    is_sure: bool


# Compared by identity: each is one search, and what was made of it is kept with it.
@dataclass(frozen=True, slots=True, eq=False)
class Findings:
    """All that is found, strict matches first; `asks_nothing` if there was nothing to look for.

    `query` is what the passages that are not quoted yet were found for.
    """

    listed: tuple[Finding, ...] = ()
    asks_nothing: bool = False
    query: Query | None = None


class InlineSearch:
    """Searches one snapshot of the corpus as people type.

    The texts and findings of the last thousand searches stay in memory, nowhere else, so that
    the pages of one list and the same letters typed by many are looked up once.
    """

    def __init__(self, answerer: Answerer) -> None:
        """Search what `answerer` answers from."""
        self.answerer = answerer
        self._completion = Completion(answerer.engine.words.counts)
        self._find = lru_cache(maxsize=_RECENT)(self._find_anew)

    def find(self, typed: str) -> Findings:
        """Return what is found for `typed`; its last word is unfinished unless a space follows."""
        text = " ".join(typed[:LONGEST].split())
        return self._find(text, typed[-1:].isspace())

    def quote(self, findings: Findings, shown: Sequence[Finding]) -> list[Quotation | Claim]:
        """Return the subjects of those `findings` that are `shown`, passages as quotations."""
        choices = [each.subject for each in shown if isinstance(each.subject, Choice)]
        quoted = self.answerer.quote(choices, findings.query) if findings.query else ()
        following = iter(quoted)
        subjects = (each.subject for each in shown)
        return [next(following) if isinstance(each, Choice) else each for each in subjects]

    def list_readings(self, text: str) -> list[str]:
        """Return what `text`, whose last word is unfinished, may be about to say, likeliest first.

        That is the text itself where its last word is known, then with that word completed. The
        beginning of a word tells little, so it may be left out.
        """
        match = _LAST_WORD.search(text)
        if match is None:
            return [text]
        said, word = text[: match.start()], match[0]
        completed = self._completion.complete(fold(word), _COMPLETIONS)
        readings = [text] if self._is_known(word) or not completed else []
        readings += [said + each for each in completed]
        if len(word) < _TELLING and said.strip():
            readings.append(said.strip())
        return list(dict.fromkeys(readings))

    def _is_known(self, word: str) -> bool:
        query = self.answerer.engine.read(word)
        return not query.missing and not query.corrections

    def _find_anew(self, text: str, is_finished: bool) -> Findings:
        best: Find | None = None
        for reading in [text] if is_finished else self.list_readings(text):
            found = self.answerer.find(reading, _MOST)
            if found.answer.status in _ASKING_NOTHING and best is None:
                return Findings(asks_nothing=True)
            if best is None or found.answer.confidence > best.answer.confidence:
                best = found
            if found.answer.status is Status.FOUND:
                break
        return self._arrange(best) if best else Findings()

    def _arrange(self, found: Find) -> Findings:
        answer = found.answer
        sure = self._choose_sure(found) if answer.status is Status.FOUND else frozenset()
        subjects: Sequence[Choice | Quotation] = found.choices or answer.quotations
        passages = [Finding(each, place in sure) for place, each in enumerate(subjects)]
        passages.sort(key=lambda finding: not finding.is_sure)
        cards = [Finding(answer.claim, is_sure=True)] if answer.claim else []
        return Findings((*cards, *passages), query=found.query)

    def _choose_sure(self, found: Find) -> frozenset[int]:
        """Return the places of the passages that have about as much of the question as the best.

        The events of a time line are in the order of their days and none is better.
        """
        if found.answer.timeline:
            return frozenset(range(len(found.answer.quotations)))
        engine = self.answerer.engine
        weights = weigh_stems(engine.read(found.answer.question), engine.index)
        covered = [weigh_passage(each.position, weights, engine.index) for each in found.choices]
        least = _AS_GOOD * covered[0] if covered else 0.0
        return frozenset(place for place, weight in enumerate(covered) if weight >= least)
