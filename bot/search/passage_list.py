"""All passages of an index; those of a kept index are cut from their articles when first asked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import overload

import numpy as np
from numpy.typing import NDArray

from bot.articles import Article
from bot.search.passages import Passage, list_years_of
from bot.search.splicing import Splice


class PassageList(Sequence[Passage]):
    """Passages in the order of the index; safe to share.

    `places` has the start and length of each in the body of its article, shape (passages, 2).
    """

    def __init__(
        self,
        cut: Sequence[Passage | None],
        articles: Sequence[Article | None],
        counts: NDArray[np.integer],
        places: NDArray[np.integer],
    ) -> None:
        """Take the passages that are cut, and where the others lie.

        Args:
            cut: each passage, or None for one that is cut later.
            articles: the article of each source; None if all its passages are cut.
            counts: how many passages each source has.
            places: where each passage lies.
        """
        self.places = places
        self._cut, self._articles, self._counts = list(cut), tuple(articles), counts
        ends = np.cumsum(counts, dtype=np.int64)
        self._source_of = np.repeat(np.arange(len(counts)), counts)
        self._starts = ends - counts

    @classmethod
    def of(cls, passages: Iterable[Sequence[Passage]]) -> PassageList:
        """Take the passages of each source."""
        by_source = list(passages)
        cut = [passage for group in by_source for passage in group]
        places = [(passage.start, len(passage.text)) for passage in cut]
        counts = np.fromiter(map(len, by_source), np.int32)
        places_of = np.array(places, np.int32).reshape(-1, 2)
        return cls(cut, [None] * len(by_source), counts, places_of)

    @classmethod
    def lie_in(
        cls,
        articles: Sequence[Article],
        counts: NDArray[np.integer],
        places: NDArray[np.integer],
    ) -> PassageList:
        """Take articles with the number of passages of each, and the places of all passages."""
        if len(articles) != len(counts):
            raise ValueError("There must be as many articles as sources.")
        return cls([None] * len(places), articles, counts, places)

    def grow(self, splice: Splice, fresh: PassageList) -> PassageList:
        """Return the passages of the sources that `splice` makes of these and `fresh` ones."""
        passages = splice.scale(self._counts, fresh._counts)
        return PassageList(
            passages.join_items(tuple(self._cut), tuple(fresh._cut)),
            splice.join_items(self._articles, fresh._articles),
            splice.join(self._counts, fresh._counts),
            passages.join(self.places, fresh.places),
        )

    @overload
    def __getitem__(self, position: int) -> Passage: ...
    @overload
    def __getitem__(self, position: slice) -> tuple[Passage, ...]: ...
    def __getitem__(self, position: int | slice) -> Passage | tuple[Passage, ...]:
        """Return the passage at `position`, or several."""
        if isinstance(position, slice):
            return tuple(self[place] for place in range(len(self))[position])
        return self._cut[position] or self._cut_out(range(len(self))[position])

    def __len__(self) -> int:
        """Return how many passages there are."""
        return len(self._cut)

    def __eq__(self, other: object) -> bool:
        """Tell whether both have the same passages."""
        return isinstance(other, PassageList) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]

    def _cut_out(self, position: int) -> Passage:
        source = int(self._source_of[position])
        article = self._articles[source]
        if article is None:
            raise IndexError(position)
        start, length = self.places[position].tolist()
        key = f"{article.key}.{position - int(self._starts[source]) + 1}"
        text = article.body[start : start + length]
        passage = Passage(key, article.key, start, text, list_years_of(article))
        self._cut[position] = passage
        return passage
