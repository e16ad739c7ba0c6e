"""Whether the corpus answers: the evidence of the best passage as one figure from 0 to 1.

The figure is a logistic regression over the evidence, fitted on the golden questions, on those
that the corpus does not answer, and on third-party Indonesian questions over other passages;
`tests/golden/README.md` shows how it parts them.
"""

from __future__ import annotations

import math
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

import numpy as np

from bot.answers.astray import IN_VIEW, asks_what_will_be, count_seen, list_astray, list_passed
from bot.answers.shortfalls import (
    asks_of_year,
    is_partial,
    is_silent,
    is_uncounted,
    is_undone,
    is_unnamed,
    leaves_blank,
    links_name,
)
from bot.answers.values import Status
from bot.search import Concept, PassageIndex, Query, Ranking, SearchEngine
from bot.search.cues import Kind

FOUND = 0.5
"""From here on the passages are shown as an answer."""
NEAR = 0.2
"""From here on they are offered as "perhaps this is what you mean"."""

UNSURE = 0.49
"""The most that a question can reach whose telling words had to be guessed."""

_BASE = -3.3
_SCORE_OF_COVERAGE = 3.0
"""What the score of a passage is about, per idf of the words it has, wherever they stand."""
_LEAST = 0.1
_TYPICAL = 0.03
_ENGLISH = 1.2
_LITTLE = 0.4
"""What a question says that can hardly be asked in more words: "kapan Sirekap?"."""
_SELF_ASKED = 0.85
"""From this likeness on, a question is one that an article lists as its own, in other spelling."""
_MENDED = 0.5
"""If one mended word is more than this share of what was asked, another may have been meant:
"siapa Rahmad?" must not be answered with what is known of an Ahmad."""
_UNKNOWN = 0.25
"""If no source has more than this share of the words, something else is spoken of: "quick count
Charta Politika" must not be answered with that of SMRC."""
_UNKNOWN_OF_FACT = 0.125
"""The same where one fact is asked for, of which every word counts: "suara di TPS Garut"."""
_IN_TITLE_ONLY = 0.5
"""A word that only the title has counts as half present."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for the best passage.

    `matched`: the information that it shares with the question, in units of the highest idf.
    `together`: how much of its score comes from where the words stand, not from which they are, as
    a share of the question's information. `ahead`: its lead over the best passage of another
    article, as a share of the same. `typical`: how common in the corpus the commonest shared word
    is, 0 to 1; a question about the subject has such a word. `alike`: likeness to the title or
    nearest question of its article, 0 to 1. `unknown_names` and `unknown_words`: the share of the
    question's words that no source has, apart for names and foreign words, and for plain Indonesian
    roots; what is `astray` counts as a name. `covered`: the share of the question's information
    that the passage has, 0 to 1. `whole`: every word of the question is in it, or in one of the
    best if no fact is asked for. `english`: the question is in English, and matches only through
    its translation. `silent`: somebody's words were asked for, or whether they did something, and
    none of the best passages tells. `unnamed`: one fact was asked for about somebody or something
    by name that none of the best passages has. `astray`: a year, or an election by its place, was
    asked for that none of them is about. `unforeseen`: it was asked whether something will be, and
    none tells. `apart`: one fact of a year was asked for, or what links a name with something, and
    the words of the best passage are far apart. `partial`: one fact was asked for in few words, and
    the best passage lacks much of them, or has them far apart. `blank`: what was asked for is none
    of the question's words. `untold`: it was asked how long something takes, or what is short for
    what, and none of the best passages tells a span of time, or both forms. `defined`: it was asked
    what something is, and the best passage has a sentence on that.
    """

    matched: float
    together: float
    ahead: float
    typical: float
    alike: float
    unknown_names: float
    unknown_words: float
    covered: float
    mended: float
    self_asked: bool
    whole: bool
    english: bool
    silent: bool
    unnamed: bool
    astray: bool
    unforeseen: bool
    apart: bool
    partial: bool
    blank: bool
    untold: bool
    defined: bool


def weigh_evidence(query: Query, ranking: Ranking, engine: SearchEngine) -> Evidence:
    """Return the evidence that `ranking`, which is not empty, gives for an answer to `query`."""
    index = engine.index
    asked = [concept for concept in query.concepts if not concept.implied]
    astray = list_astray(query, ranking, engine) | list_passed(query, ranking, engine)
    lacking = {concept.written for concept in asked if not concept.terms}
    unknown = lacking.difference(map(str, query.years)) | astray
    names = astray.union(word for word in unknown if engine.is_name(word, query))
    said = max(sum(map(index.weigh, asked)), 1.0)
    covered = float(ranking.present[0] @ ranking.idf)
    matched = covered / index.text.idf_of("")
    held = ranking.present[: count_seen(query)] > _IN_TITLE_ONLY
    # The first passage that has every word, or else the very first.
    present = held[held.all(axis=1).argmax()]
    together = (float(ranking.scores[0]) - _SCORE_OF_COVERAGE * covered) / said
    return Evidence(
        matched=matched,
        together=together,
        ahead=_lead(ranking, index) / said,
        typical=float(np.exp(-ranking.idf[present]).max(initial=0.0)),
        alike=float(ranking.alike[0]),
        unknown_names=len(names) / len(asked),
        unknown_words=sum(map(engine.is_root, unknown - names)) / len(asked),
        mended=max(map(index.weigh, _list_mended(query)), default=0.0) / said,
        self_asked=not unknown and float(ranking.alike.max()) >= _SELF_ASKED,
        covered=covered / said,
        whole=not unknown and bool(present.all()),
        english=query.english,
        silent=is_silent(query, ranking, engine) or is_undone(query, ranking),
        unnamed=is_unnamed(query, ranking, engine),
        astray=bool(astray),
        unforeseen=asks_what_will_be(query, ranking, engine),
        apart=together <= 0 and (asks_of_year(query, index) or links_name(query, ranking, engine)),
        partial=is_uncounted(query, ranking)
        or (matched > _LITTLE and is_partial(query, ranking, covered / said, together)),
        blank=matched > _LITTLE and leaves_blank(query, ranking, together),
        untold=_asks_for({Kind.DURATION, Kind.LONG_FORM}, query)
        and not ranking.aimed[:IN_VIEW].any(),
        defined=_asks_for({Kind.DEFINITION, Kind.LONG_FORM}, query) and bool(ranking.aimed[0]),
    )


def _asks_for(kinds: AbstractSet[Kind], query: Query) -> bool:
    return query.aim is not None and query.aim.kind in kinds


def _list_mended(query: Query) -> list[Concept]:
    mended = frozenset(query.corrections.values())
    return [concept for concept in query.concepts if concept.written in mended]


def _lead(ranking: Ranking, index: PassageIndex) -> float:
    articles = (index.passages[position].article for position in ranking.positions.tolist())
    best = next(articles)
    rival = next((i for i, article in enumerate(articles, start=1) if article != best), None)
    return float(ranking.scores[0] - (0.0 if rival is None else ranking.scores[rival]))


def confidence(query: Query, ranking: Ranking, engine: SearchEngine) -> float:
    """Return how likely it is that the best passage of `ranking` answers `query`, 0 to 1.

    "Apa itu Sirekap?" has little information to match; a passage that has all of it will do.
    """
    if not len(ranking.positions):
        return 0.0
    evidence = weigh_evidence(query, ranking, engine)
    logit = (
        _BASE
        + 3.1 * math.log(_LEAST + evidence.matched)
        + 1.3 * evidence.together
        + 0.7 * evidence.ahead
        + 1.3 * evidence.typical
        + 2.6 * evidence.alike
        - 4.5 * evidence.unknown_names
        - 6.0 * evidence.unknown_words
        + _ENGLISH * evidence.english * evidence.covered
    )
    likelihood = 1 / (1 + math.exp(-logit))
    if evidence.self_asked:
        likelihood = max(likelihood, FOUND)
    if evidence.whole and (evidence.typical > _TYPICAL or evidence.defined):
        likelihood = max(likelihood, NEAR if evidence.blank else FOUND)
    # What an article says it answers, it answers by whatever name.
    elsewhere = not evidence.self_asked and (
        evidence.unnamed or evidence.unforeseen or evidence.apart or evidence.partial
    )
    unknown = evidence.unknown_names + evidence.unknown_words
    bound = _UNKNOWN_OF_FACT if query.is_narrow else _UNKNOWN
    guessed = evidence.mended > _MENDED or unknown > bound
    unsure = guessed or evidence.silent or evidence.untold or evidence.astray or elsewhere
    return min(likelihood, UNSURE) if unsure else likelihood


def judge(sure: float) -> Status:
    """Return how far the corpus answers where the confidence is `sure`."""
    if sure < NEAR:
        return Status.NOT_FOUND
    return Status.FOUND if sure >= FOUND else Status.NEAR
