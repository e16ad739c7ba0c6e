"""Which sentences of candidate passages are of the kind that a question wants."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np
from numpy.typing import NDArray

from bot.search.aims import Aim
from bot.search.branches import REGIONS
from bot.search.cues import ACTS, COUNTS, CUES, SPANS, WHOLE_SPANS, Cue, Kind, list_words
from bot.search.figures import MONTHS
from bot.search.grams import list_places
from bot.search.index import PassageIndex
from bot.search.vocabulary import mark_words

_TELLING = 0.6
"""How much of what the weightiest word tells another one must tell to stand for the same."""
_BESIDE = 5
"""How many words from a short form its long one is looked for."""
_LEAST_LONG = 3
"""How many words of a long form must stand there, if it has so many."""
_OTHERS = list_words(
    "meminta minta memohon mendesak menuntut agar supaya kepada saksi ahli pakar alumni"
)
"""Who is named behind these is asked to act, or is no more than whose side somebody is on."""
_COUNTED = 2
"""How many words before a unit its number is looked for: "2.325 data TPS"."""
_BEFORE = 4
"""How many words behind."""

_DATING = list_words("sebelum sebelumnya lalu kemudian menjelang").union(
    map(str, range(1945, 2100))
)
"""What behind a span of time makes it tell when."""

Numbers = NDArray[np.int64]
Mask = NDArray[np.bool_]


def find_aimed(index: PassageIndex, aim: Aim, candidates: Numbers) -> Numbers:
    """Return the numbers of the sentences of the passages at `candidates` that `aim` is after."""
    lengths = index.text_stems.lengths[candidates]
    places = list_places(index.text_starts[candidates], lengths)
    rows = np.repeat(np.arange(len(candidates)), lengths)
    sentences = index.tables.sentences[places].astype(np.int64)
    surfaces = index.tables.texts.flat[places]
    if aim.kind is Kind.FIGURE:
        find = _find_counted if aim.about else _find_figures
        return sentences[find(index, aim, surfaces)]
    if aim.kind is Kind.DURATION:
        return sentences[_find_spans(index, surfaces)]
    if aim.kind is Kind.LONG_FORM:
        return sentences[_find_long_forms(index, aim, index.text_stems.flat[places])]
    if aim.kind in ACTS:
        about = _find_actor(index, aim, places)
    else:
        telling = _choose_telling(index, aim.about)
        about = mark_words(telling, index.vocabulary.stem_numbers, index.text_stems.flat[places])
    found: list[Numbers] = []
    for cue in CUES[aim.kind]:
        cued = np.flatnonzero(mark_words(cue.words, index.vocabulary.surface_ids, surfaces))
        met = _stand_near(cued, about, sentences, cue) if aim.about else cued
        held = np.bincount(rows[met], minlength=len(candidates))[rows] > 0 if cue.broad else met
        found.append(sentences[held])
    return np.concatenate(found)


def list_aimed(index: PassageIndex, aim: Aim, position: int) -> frozenset[int]:
    """Return which sentences of the passage at `position`, counted from 0, `aim` is after."""
    first = index.tables.sentences[index.text_starts[position]]
    return frozenset((find_aimed(index, aim, np.array([position])) - first).tolist())


def _find_counted(index: PassageIndex, aim: Aim, surfaces: NDArray[np.int32]) -> Numbers:
    """Return where a unit stands with how many of it, in digits or words, before it."""
    ids = index.vocabulary.surface_ids
    counts = index.vocabulary.figures[surfaces] | mark_words(COUNTS, ids, surfaces)
    before = np.zeros(len(surfaces), bool)
    for lag in range(1, _COUNTED + 1):
        before[lag:] |= counts[:-lag]
    return np.flatnonzero(before & mark_words(aim.about, ids, surfaces))


def _find_figures(index: PassageIndex, _: Aim, surfaces: NDArray[np.int32]) -> Numbers:
    """Return where numbers stand that are no part of a date."""
    months = mark_words(MONTHS, index.vocabulary.surface_ids, surfaces)
    return np.flatnonzero(index.vocabulary.figures[surfaces] & ~np.append(months[1:], False))


def _find_spans(index: PassageIndex, surfaces: NDArray[np.int32]) -> Numbers:
    """Return where it is said how long something takes: "lima jam", "35 hari", "seharian".

    "Dua hari sebelum" tells when, and a law's number and year, "UU 27 Tahun 2022", no time.
    """
    ids = index.vocabulary.surface_ids
    counted = index.vocabulary.figures[surfaces] | mark_words(COUNTS, ids, surfaces)
    other = np.append(mark_words(_DATING, ids, surfaces)[1:], False)
    spans = mark_words(SPANS, ids, surfaces) & np.append(False, counted[:-1])
    return np.flatnonzero((spans | mark_words(WHOLE_SPANS, ids, surfaces)) & ~other)


def _find_long_forms(index: PassageIndex, aim: Aim, stems: NDArray[np.int32]) -> Numbers:
    """Return where the short form stands beside its long one: "panitia … kecamatan (PPK)"."""
    numbers = index.vocabulary.stem_numbers
    short = np.flatnonzero(mark_words(aim.about[:1], numbers, stems))
    before = np.append(0, np.cumsum(mark_words(aim.about[1:], numbers, stems)))
    first = np.maximum(short - _BESIDE, 0)
    last = np.minimum(short + _BESIDE + 1, len(stems))
    fewest = min(_LEAST_LONG, len(aim.about) - 1)
    spelled: Mask = before[last] - before[first] >= max(fewest, 1)
    return short[spelled]


def _find_actor(index: PassageIndex, aim: Aim, places: Numbers) -> Mask:
    """Mark who acts: not whom somebody asks to act, and no branch of it in one place."""
    stems, numbers = index.text_stems.flat[places], index.vocabulary.stem_numbers
    surfaces, ids = index.tables.texts.flat[places], index.vocabulary.surface_ids
    spelled = mark_words(aim.spelled, numbers, stems)
    actor = mark_words(aim.about, numbers, stems) | (spelled & np.append(False, spelled[:-1]))
    asked = mark_words(_OTHERS, ids, surfaces)
    for _ in range(_BEFORE):
        asked = np.append(False, asked[:-1])
        actor &= ~asked
    local: Mask = np.append(mark_words(REGIONS, ids, surfaces)[1:], False)
    acts: Mask = actor & ~local
    return acts


def _choose_telling(index: PassageIndex, stems: Iterable[str]) -> list[str]:
    """Keep the words that a name is not short of: "Mahfud" of "Mahfud MD", "Roy" and "Suryo"."""
    idf = {stem: index.text.idf_of(stem) for stem in stems}
    least = _TELLING * max(idf.values(), default=0.0)
    return [stem for stem, weight in idf.items() if weight >= least]


def _stand_near(cued: Numbers, about: Mask, sentences: Numbers, cue: Cue) -> Numbers:
    """Return the places of `cued` that have what is asked about near enough, in their sentence.

    Nothing that is cued itself may stand between: who speaks is the one next to the verb.
    """
    places = np.flatnonzero(about)
    if not len(places) or not len(cued):
        return np.empty(0, np.int64)
    behind = np.searchsorted(places, cued)
    last = places[np.maximum(behind - 1, 0)]
    following = places[np.minimum(behind, len(places) - 1)]
    former = np.append(-1, cued[:-1])
    met = (behind > 0) & (last > former) & (cued - last <= cue.before)
    met &= sentences[last] == sentences[cued]
    follows = (following > cued) & (following - cued <= cue.behind)
    follows &= sentences[following] == sentences[cued]
    return cued[met | follows]
