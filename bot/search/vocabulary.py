"""The words of the corpus, numbered, each with its stem; every table of the index refers to it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Ids = NDArray[np.int32]
_FIGURE = re.compile(r"(?!(?:19|20)\d\d$)(?:rp)?\d")
"""The beginning of a number that is no year."""


class Vocabulary:
    """Surface forms and stems, numbered from 0 in order of first appearance; immutable."""

    def __init__(
        self, surface_ids: Mapping[str, int], stem_numbers: Mapping[str, int], stem_ids: Ids
    ) -> None:
        """Take words with their numbers, and `stem_ids[i]`, the number of the stem of surface i."""
        self.surface_ids = surface_ids
        self.stem_numbers = stem_numbers
        self.stem_ids = stem_ids
        self.surfaces = tuple(surface_ids)
        self.stems = tuple(stem_numbers)

    @classmethod
    def empty(cls) -> Vocabulary:
        """Return a vocabulary of nothing."""
        return cls({}, {}, np.empty(0, np.int32))

    @classmethod
    def of(cls, surfaces: Sequence[str], stems: Sequence[str]) -> Vocabulary:
        """Take `stems[i]` as the stem of `surfaces[i]`; surfaces are distinct."""
        numbers: dict[str, int] = {}
        ids = [numbers.setdefault(stem, len(numbers)) for stem in stems]
        surface_ids = {text: number for number, text in enumerate(surfaces)}
        return cls(surface_ids, numbers, np.array(ids, np.int32))

    def extend(
        self, texts: Iterable[Sequence[str]], stem: Callable[[str], str]
    ) -> tuple[Vocabulary, list[Ids]]:
        """Number the tokens of `texts`; return the vocabulary with them, and each text as numbers.

        Words that are there already keep their numbers and are not stemmed again.
        """
        surface_ids, stem_numbers = dict(self.surface_ids), dict(self.stem_numbers)
        numbered = [
            np.fromiter((surface_ids.setdefault(t, len(surface_ids)) for t in text), np.int32)
            for text in texts
        ]
        new = list(surface_ids)[len(self.surfaces) :]
        ids = [stem_numbers.setdefault(stem(word), len(stem_numbers)) for word in new]
        stem_ids = np.append(self.stem_ids, np.array(ids, np.int32))
        return Vocabulary(surface_ids, stem_numbers, stem_ids), numbered

    @cached_property
    def known_stems(self) -> Mapping[str, str]:
        """The stem of each surface form."""
        stems = (self.stems[number] for number in self.stem_ids.tolist())
        return dict(zip(self.surfaces, stems, strict=True))

    @cached_property
    def figures(self) -> NDArray[np.bool_]:
        """Which surface forms are numbers, other than years."""
        return np.array([_FIGURE.match(surface) is not None for surface in self.surfaces], bool)


def mark_words(words: Iterable[str], numbers: Mapping[str, int], flat: Ids) -> NDArray[np.bool_]:
    """Tell which entries of `flat`, words by their `numbers`, are one of `words`."""
    wanted = [numbers[word] for word in words if word in numbers]
    # The last one is for what is no word.
    marks = np.zeros(len(numbers) + 1, bool)
    marks[wanted] = True
    marked: NDArray[np.bool_] = marks[flat]
    return marked
