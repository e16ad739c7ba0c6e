"""The corpus that the desk works on: its folder, its newest snapshot, and how to renew that."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot.articles import Corpus, current_day, load_corpus


@dataclass(frozen=True, slots=True)
class Shelf:
    """A corpus folder, as its files are now and as it was read last.

    `find_corpus` returns the newest snapshot; `renew` takes up what changed in the folder, so that
    it is answered from when that returns.
    """

    folder: Path
    find_corpus: Callable[[], Corpus]
    renew: Callable[[], Awaitable[object]]
    today: Callable[[], date] = current_day

    @classmethod
    def read(cls, folder: Path) -> Shelf:
        """Return a shelf for a program that ends after one change, which renews nothing.

        Raises:
            CorpusError: the folder is missing or unreadable, or holds no article file.
        """
        corpus = load_corpus(folder)

        async def renew() -> None:
            return None

        return cls(folder, lambda: corpus, renew)
