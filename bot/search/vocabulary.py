"""The words of the corpus, numbered, each with its stem; every table of the index refers to it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

Ids = NDArray[np.int32]


class Vocabulary:
    """Surface forms and stems, numbered from 0 in order of first appearance."""

    def __init__(self, surfaces: Sequence[str], stems: Sequence[str]) -> None:
        """Take `stems[i]` as the stem of `surfaces[i]`; surfaces are distinct."""
        self.surfaces = tuple(surfaces)
        self.stem_of_surface = tuple(stems)
        self.surface_ids: Mapping[str, int] = {text: i for i, text in enumerate(self.surfaces)}
        numbers: dict[str, int] = {}
        self.stem_ids: Ids = np.fromiter(
            (numbers.setdefault(stem, len(numbers)) for stem in stems), np.int32
        )
        self.stem_numbers: Mapping[str, int] = numbers

    @classmethod
    def build(
        cls, texts: Iterable[Sequence[str]], stem: Callable[[str], str]
    ) -> tuple[Vocabulary, list[Ids]]:
        """Number the tokens of `texts`; return the vocabulary and each text as numbers."""
        numbers: dict[str, int] = {}
        numbered = [
            np.fromiter((numbers.setdefault(t, len(numbers)) for t in text), np.int32)
            for text in texts
        ]
        return cls(tuple(numbers), [stem(surface) for surface in numbers]), numbered

    @cached_property
    def known_stems(self) -> Mapping[str, str]:
        """The stem of each surface form."""
        return dict(zip(self.surfaces, self.stem_of_surface, strict=True))
