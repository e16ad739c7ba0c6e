"""Questions for a ruling: "putusan MK", "hasil sidang MK", "outcome of the lawsuit"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.search.cues import list_words

_RULING = "putusan"
_RULINGS = list_words("putusan putusannya vonis vonisnya ruling verdict")
_OUTCOMES = list_words("hasil hasilnya akhir akhirnya nasib nasibnya kelanjutan outcome result")
_HEARINGS = list_words("sidang sidangnya persidangan trial hearing")
_DECIDED = _HEARINGS | list_words("gugatan sengketa permohonan perkara lawsuit petition case")
_CASES = _DECIDED | list_words("laporan aduan")
_BETWEEN = list_words("of the dari")
_LONGEST = 10
"""Words of a question for a ruling; a longer one asks for something else beside it."""


def asks_for_ruling(words: Sequence[str]) -> bool:
    """Tell whether a question of `words` asks how a case was decided."""
    asks = not _RULINGS.isdisjoint(words) or not (
        _OUTCOMES.isdisjoint(words) or _CASES.isdisjoint(words)
    )
    return asks and len(words) <= _LONGEST


def name_ruling(words: Sequence[str]) -> Sequence[str]:
    """Read "hasil sidang MK" as "putusan MK", and "hasil gugatan X" as "putusan gugatan X".

    What comes of a case is told by that word; "hasil" is that of an election.
    """
    if len(words) > _LONGEST or _OUTCOMES.isdisjoint(words) or _DECIDED.isdisjoint(words):
        return words
    for place, word in enumerate(words):
        behind = place + 1
        while behind < len(words) and words[behind] in _BETWEEN:
            behind += 1
        if word in _OUTCOMES and behind < len(words) and words[behind] in _DECIDED:
            return [*words[:place], _RULING, *words[behind + (words[behind] in _HEARINGS) :]]
    return words
