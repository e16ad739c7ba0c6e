"""What a question asks for that the best passages do not tell: a name, a link, a fact, words."""

from __future__ import annotations

import math

from bot.answers.astray import IN_VIEW
from bot.search import PassageIndex, Query, Ranking, SearchEngine
from bot.search.aims import Aim
from bot.search.cues import ACTS, CUES, Kind

_HEARD = 5
"""Passages among which somebody must speak whose words are asked for."""
_FEW = 4
"""Of so few words one that names something tells what the fact is about: the very best passage
must have it, or "kapan Sirekap diluncurkan" is answered with the launch of something else."""
_MOST = 0.8
"""What share of so few words the best passage must have, to tell the fact that they ask for."""
_LIKE = 0.5
"""From this likeness to the title or a question of its article on, it may say it in other words."""
_SAME = 0.65
"""From this likeness on, a title or question of its article asks the same."""
_DONE = 0.8
"""What share of the question one sentence must have that tells who did it."""
_FEW_OF_DEED = 6
"""A longer message, "KPU sudah ngaku …", claims much besides, of which a passage tells a part."""
_MATTER = 0.4
"""What share of so few words, other than who did it, the best passage must have to tell of it."""
_JOINED = 0.7
"""From here on all the words stand so together that who did it is told beside them."""
_COUNTED = 0.45
"""What share of what the best passage has of the question stands in a sentence that counts."""
_COUNTS = frozenset({Kind.FIGURE, Kind.DURATION})
_UNLIKE = 0.3
"""Below this likeness no article is about what a few words bring together."""
_USUAL = 0.5
"""A year that a greater share of the corpus names says little."""


def is_silent(query: Query, ranking: Ranking, engine: SearchEngine) -> bool:
    """Tell whether the words of somebody named were asked for, and the best passages have none."""
    return engine.names_speaker(query) and not ranking.aimed[:_HEARD].any()


def is_undone(query: Query, ranking: Ranking) -> bool:
    """Tell "did the Court order an audit?" where somebody else asks it to, or it orders a report.

    If the question is short, the best passage must have much of its words beside the deed.
    """
    if query.aim is None or query.aim.kind not in ACTS:
        return False
    told = float(ranking.aimed[:IN_VIEW].max()) >= _DONE * float(ranking.idf.sum())
    few = len(ranking.idf) <= _FEW_OF_DEED
    done = ranking.aimed[0] and (not few or _has_matter(query, query.aim, ranking))
    return not (done or told or ranking.alike[0] >= _SAME)


def _has_matter(query: Query, aim: Aim, ranking: Ranking) -> bool:
    deeds = frozenset[str]().union(*(cue.words for cue in CUES[aim.kind]))
    others = [
        place
        for place, concept in enumerate(query.known)
        if concept.sign not in aim.about
        and deeds.isdisjoint(term.surface for term in concept.terms)
    ]
    matter = ranking.idf[others]
    return float(ranking.present[0, others] @ matter) >= _MATTER * float(matter.sum())


def is_unnamed(query: Query, ranking: Ranking, engine: SearchEngine) -> bool:
    """Tell "berapa kursi Gelora?" where the best passages speak of the seats of others.

    A figure is told by the very best one: that another names Bandung does not tell how many there.
    """
    if not query.is_narrow:
        return False
    asked = query.known
    mended = frozenset(query.corrections.values())
    counts = query.aim is not None and query.aim.kind in _COUNTS
    seen = ranking.present[: 1 if counts or len(asked) <= _FEW else IN_VIEW]
    return any(
        not shares.any() and concept.written not in mended
        for concept, shares in zip(asked, seen.T, strict=True)
        if engine.is_listed_name(concept.written)
    )


def links_name(query: Query, ranking: Ranking, engine: SearchEngine) -> bool:
    """Tell "Sirekap Solo", which asks for what links the two, where no headline is alike."""
    asked = query.known
    named = any(engine.is_listed_name(concept.written) for concept in asked)
    return named and len(asked) <= _FEW and float(ranking.alike[0]) < _UNLIKE


def is_partial(query: Query, ranking: Ranking, covered: float, together: float) -> bool:
    """Tell "who audited its security?" where the best passage is about security, and no audit."""
    if not query.leaves_blank or not 1 < len(ranking.idf) <= _FEW:
        return False
    alike = float(ranking.alike[0])
    return (covered < _MOST and alike < _LIKE) or (together < _JOINED and alike < _UNLIKE)


def is_uncounted(query: Query, ranking: Ranking) -> bool:
    """Tell "how many were in?" where the figures of the best passage are about something else.

    Who asks which thing it is besides is answered by another sentence.
    """
    if query.aim is None or query.aim.kind not in _COUNTS or query.seeking:
        return False
    covered = float(ranking.present[0] @ ranking.idf)
    return float(ranking.aimed[0]) < _COUNTED * covered and float(ranking.alike[0]) < _LIKE


def leaves_blank(query: Query, ranking: Ranking, together: float) -> bool:
    """Tell "siapa cawapres Ganjar?", which wants none of its words, from "siapa Gibran?"."""
    wants_other = query.seeking or (query.is_narrow and together < _JOINED)
    return wants_other and len(ranking.idf) > 1


def asks_of_year(query: Query, index: PassageIndex) -> bool:
    """Tell whether one fact of a year is asked for that is not the year of the whole corpus."""
    return query.is_narrow and any(
        math.exp(-index.text.idf_of(str(year))) < _USUAL for year in query.years
    )
