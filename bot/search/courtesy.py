"""What is said around a question: greetings, "mau tanya" before it, thanks behind it."""

from __future__ import annotations

from collections.abc import Sequence

_ADDRESSES = frozenset(
    """
    please pls plis tolong mohon permisi halo hai hi assalamualaikum assalamu'alaikum kak kakak min
    mimin admin gan bang bro sis mas mbak pak bu
    """.split()
)
_ASKING_LEAVE = frozenset("tanya nanya bertanya".split())
_LONGEST_OPENING = 8
_THANKS = frozenset("makasih makasi mksh mksih terimakasih trims thanks thx tq suwun".split())
_LONGEST_THANKS = 4
"""Words from thanks to the end: "makasih banyak sebelumnya ya"."""


def drop_courtesy(words: Sequence[str]) -> Sequence[str]:
    """Return the question itself, without greetings and "mau tanya" before it, thanks behind it.

    Args:
        words: those of the whole question, in lower case; one of courtesy alone keeps none.
    """
    opening = words[:_LONGEST_OPENING]
    leaves = (place + 1 for place, word in enumerate(opening) if word in _ASKING_LEAVE)
    start = max(leaves, default=0)
    last = range(max(start, len(words) - _LONGEST_THANKS), len(words))
    end = next((place for place in last if _is_thanks(words, place)), len(words))
    return [word for word in words[start:end] if word not in _ADDRESSES]


def _is_thanks(words: Sequence[str], place: int) -> bool:
    return words[place] in _THANKS or list(words[place : place + 2]) == ["terima", "kasih"]
