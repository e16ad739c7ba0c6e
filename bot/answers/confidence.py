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

from bot.answers.values import Status
from bot.search import Concept, PassageIndex, Query, Ranking, SearchEngine
from bot.search.cues import Kind
from bot.search.years import list_passed_years, list_years

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
_HEARD = 5
"""Passages among which somebody must speak whose words are asked for."""
_IN_VIEW = 3
"""Passages that are seen at first, and that a name must be in which one fact is asked about."""
_USUAL = 0.5
"""A year that a greater share of the corpus names says little."""
_IN_TITLE_ONLY = 0.5
"""A word that only the title has counts as half present."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks for the best passage.

    `matched`: the information that it shares with the question, in units of the highest idf.
    `together`: how much of its score comes from where the words stand, not from which they are,
    as a share of the question's information. `ahead`: its lead over the best passage of another
    article, as a share of the same. `typical`: how common in the corpus the commonest shared word
    is, 0 to 1; a question about the subject has such a word. `alike`: likeness to the title or
    nearest question of its article, 0 to 1. `unknown_names` and `unknown_words`: the share of the
    question's words that no source has, apart for names and foreign words, and for plain Indonesian
    roots; what is `astray` counts as a name. `whole`: every word of the question is in it, or in
    one of the best if no fact is asked for. `english`: the question is in English, and matches only
    through its translation. `silent`: somebody's words were asked for, and none of the best
    passages has any. `unnamed`: one fact was asked for about somebody or something by name that
    none of the best passages has. `astray`: a year, or an election by its place, was asked for that
    none of them is about. `apart`: one fact of a year was asked for, and the words of the best
    passage are far apart. `untold`: it was asked how long something takes, or what is short for
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
    mended: float
    self_asked: bool
    whole: bool
    english: bool
    silent: bool
    unnamed: bool
    astray: bool
    apart: bool
    untold: bool
    defined: bool


def weigh_evidence(query: Query, ranking: Ranking, engine: SearchEngine) -> Evidence:
    """Return the evidence that `ranking`, which is not empty, gives for an answer to `query`."""
    index = engine.index
    asked = [concept for concept in query.concepts if not concept.implied]
    astray = list_astray(query, ranking, engine) | _list_passed(query, ranking, engine)
    lacking = {concept.written for concept in asked if not concept.terms}
    unknown = lacking.difference(map(str, query.years)) | astray
    names = astray.union(word for word in unknown if engine.is_name(word, query))
    said = max(sum(map(index.weigh, asked)), 1.0)
    covered = float(ranking.present[0] @ ranking.idf)
    held = ranking.present[: _count_seen(query)] > _IN_TITLE_ONLY
    # The first passage that has every word, or else the very first.
    present = held[held.all(axis=1).argmax()]
    together = (float(ranking.scores[0]) - _SCORE_OF_COVERAGE * covered) / said
    return Evidence(
        matched=covered / index.text.idf_of(""),
        together=together,
        ahead=_lead(ranking, index) / said,
        typical=float(np.exp(-ranking.idf[present]).max(initial=0.0)),
        alike=float(ranking.alike[0]),
        unknown_names=len(names) / len(asked),
        unknown_words=sum(map(engine.is_root, unknown - names)) / len(asked),
        mended=max(map(index.weigh, _list_mended(query)), default=0.0) / said,
        self_asked=not unknown and float(ranking.alike.max()) >= _SELF_ASKED,
        whole=not unknown and bool(present.all()),
        english=query.english,
        silent=is_silent(query, ranking, engine),
        unnamed=_is_unnamed(query, ranking, engine),
        astray=bool(astray),
        apart=together <= 0 and _asks_of_year(query, index),
        untold=_asks_for({Kind.DURATION, Kind.LONG_FORM}, query)
        and not ranking.aimed[:_IN_VIEW].any(),
        defined=_asks_for({Kind.DEFINITION, Kind.LONG_FORM}, query) and bool(ranking.aimed[0]),
    )


def is_silent(query: Query, ranking: Ranking, engine: SearchEngine) -> bool:
    """Tell whether the words of somebody named were asked for, and the best passages have none."""
    return engine.names_speaker(query) and not ranking.aimed[:_HEARD].any()


def _is_unnamed(query: Query, ranking: Ranking, engine: SearchEngine) -> bool:
    """Tell "berapa kursi Gelora?" where the best passages speak of the seats of others."""
    if not query.is_narrow:
        return False
    asked = (concept for concept in query.concepts if concept.terms and not concept.implied)
    mended = frozenset(query.corrections.values())
    return any(
        not shares.any() and concept.written not in mended
        for concept, shares in zip(asked, ranking.present[:_IN_VIEW].T, strict=True)
        if engine.is_listed_name(concept.written)
    )


def _asks_of_year(query: Query, index: PassageIndex) -> bool:
    """Tell whether one fact of a year is asked for that is not the year of the whole corpus."""
    return query.is_narrow and any(
        math.exp(-index.text.idf_of(str(year))) < _USUAL for year in query.years
    )


def list_astray(query: Query, ranking: Ranking, engine: SearchEngine) -> frozenset[str]:
    """Return the years, and the places of elections, that none of the best passages is about.

    A passage is of the years that it names, and of those of its article. One fact must be told by
    the very best.
    """
    years = query.years - _list_told_years(query, ranking, engine) if query.years else ()
    seen = _list_seen(query, ranking)
    venues = (
        venue
        for venue in query.venues
        if not any(engine.tells_election(query, venue, position) for position in seen)
    )
    return frozenset((*map(str, years), *venues))


def _list_passed(query: Query, ranking: Ranking, engine: SearchEngine) -> frozenset[str]:
    """Return the years after which one fact is asked for, where no later one is told of."""
    passed = list_passed_years(query.text) if query.is_narrow and query.years else frozenset()
    if not passed:
        return frozenset()
    latest = max(_list_told_years(query, ranking, engine), default=0)
    return frozenset(str(year) for year in passed if year >= latest)


def _list_told_years(query: Query, ranking: Ranking, engine: SearchEngine) -> frozenset[int]:
    passages = [engine.index.passages[position] for position in _list_seen(query, ranking)]
    return frozenset[int]().union(*(p.years | list_years(p.text) for p in passages))


def _list_seen(query: Query, ranking: Ranking) -> list[int]:
    seen: list[int] = ranking.positions[: _count_seen(query)].tolist()
    return seen


def _count_seen(query: Query) -> int:
    """Return how many passages may answer: one fact must be told by the very best."""
    return 1 if query.is_narrow else _IN_VIEW


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
        + 2.1 * evidence.english
    )
    likelihood = 1 / (1 + math.exp(-logit))
    told = evidence.typical > _TYPICAL or evidence.defined
    if evidence.self_asked or (evidence.whole and told):
        likelihood = max(likelihood, FOUND)
    # What an article says it answers, it answers by whatever name.
    elsewhere = (evidence.unnamed or evidence.apart) and not evidence.self_asked
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
