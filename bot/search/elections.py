"""Elections by where they are held: "Pilkada Depok", "pilpres Amerika", "the US election"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet

import numpy as np

from bot.search.index import PassageIndex

LANDS = frozenset(
    """
    afganistan afghanistan afrika amerika arab argentina australia bangladesh belanda brasil brazil
    brunei cina china egypt filipina france germany india inggris irak iran israel italia japan
    jepang jerman kamboja kanada korea laos malaysia meksiko mesir mexico myanmar nigeria norwegia
    pakistan palestina perancis philippines polandia prancis rusia russia selandia singapore
    singapura spanyol suriah taiwan thailand tiongkok turki turkey uganda ukraina ukraine venezuela
    vietnam yunani zimbabwe
    """.split()
)
"""Countries and continents, by the first word of their name."""
_ENGLISH = frozenset({"election", "elections"})
_LOCAL = frozenset("pilkada pilgub pilbup pilwalkot pilwali".split())
_ELECTIONS = _LOCAL.union(_ENGLISH, ("pemilu", "pilpres", "pileg", "pemilihan", "pilih"))
"""As they are written, and the stem that they are told by."""
_HELD_LOCALLY = _LOCAL.union(("pemilihan", "pilih"))
"""That witnesses of Bali took part in "Pilpres" tells nothing of "Pilkada Bali"."""
_KINDS = frozenset(
    """
    umum presiden legislatif serentak kota kabupaten provinsi dki
    presidential legislative general regional local parliamentary
    """.split()
)
"""What may stand between an election and where it is held."""
_REACH = 5
"""How many words away from an election its place is looked for."""
_AMERICA = re.compile(
    r"(?<=pilpres )as\b|(?<=pemilu )as\b|(?<=presiden )as\b"
    r"|\b(?:usa?|american)(?=\s+(?:presidential\s+|general\s+)?elections?\b)",
    re.IGNORECASE,
)


def spell_america(text: str) -> str:
    """Write out America beside an election, where "as" and "us" are no words that ask."""
    lowered = text.lower()
    if " as" in lowered or "elect" in lowered:
        return _AMERICA.sub("Amerika", text)
    # Most questions; to look for America there takes twenty times as long.
    return text


def list_venues(words: Sequence[str], is_place: Callable[[str], bool]) -> Iterator[str]:
    """Yield the places beside which a local election is named, and the countries beside any.

    A place of Indonesia beside a national election only tells where something happened.

    Args:
        words: a question, in lower case.
        is_place: tells whether a word may be the name of a place.
    """
    for place, word in enumerate(words):
        if word in _LOCAL:
            behind = _pass_over(words[place + 1 : place + _REACH])
            if is_place(behind):
                yield behind
        elif word in _ELECTIONS:
            before = words[max(place - _REACH, 0) : place] if word in _ENGLISH else ()
            after = words[place + 1 : place + _REACH]
            yield from LANDS.intersection((_pass_over(after), _pass_over(before[::-1])))


def stand_together(
    index: PassageIndex,
    position: int,
    stems: AbstractSet[str],
    parts: AbstractSet[str],
    *,
    land: bool,
) -> bool:
    """Tell whether one sentence of a passage, or its headline, has an election and its place.

    Args:
        index: has the passage.
        position: its place in the index, from 0.
        stems: those of which each tells the place.
        parts: those that tell it together: neither word of "Jawa Barat" does so alone.
        land: the place is a country, of which any election is; else a local one is wanted.
    """
    start = index.text_starts[position]
    text = slice(start, start + index.text_stems.lengths[position])
    source = index.source_of[position]
    start = index.title_starts[source]
    title = index.title_stems.flat[start : start + index.title_stems.lengths[source]]
    words = np.concatenate((index.text_stems.flat[text], title))
    sentences = np.append(index.tables.sentences[text], np.full(len(title), -1))
    numbers = index.vocabulary.stem_numbers

    def list_sentences(of: AbstractSet[str]) -> set[int]:
        wanted = [numbers[stem] for stem in of if stem in numbers]
        return set(sentences[np.isin(words, wanted)].tolist())

    named = list_sentences(stems)
    if parts:
        named |= set.intersection(*(list_sentences({stem}) for stem in parts))
    return not named.isdisjoint(list_sentences(_ELECTIONS if land else _HELD_LOCALLY))


def _pass_over(words: Sequence[str]) -> str:
    """Return the first of `words` that is no year, and not said of elections anywhere."""
    return next((word for word in words if word not in _KINDS and not word.isdecimal()), "")
