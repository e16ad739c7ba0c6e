"""The stemmer of the search: Sastrawi's stems, with names kept whole and a bounded memory."""

from __future__ import annotations

from functools import cached_property, lru_cache
from typing import TYPE_CHECKING

from bot.search.stemming.confix import (
    ConfixStripper,
    cut_derivational,
    cut_particle,
    cut_possessive,
    stem_hyphenated,
)
from bot.search.stemming.roots import load_roots

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_REMEMBERED = 20_000
_LONGEST_REMEMBERED = 64


class Stemmer:
    """Stems single lower-case words as Sastrawi does, except where names are concerned.

    The dictionary is read when a word is first met that is neither a name nor known.
    """

    def __init__(
        self,
        protected: Iterable[str] = (),
        added: Iterable[str] = (),
        known: Mapping[str, str] | None = None,
    ) -> None:
        """Prepare a stemmer; nothing is read yet.

        Args:
            protected: Names, lower case: left whole ("bekasi"), and freed of a particle or
                possessive ("sirekapnya", "kpu-nya") unless the whole is a root of its own
                ("bangku", though "bang" were a name).
            added: Further roots, lower case: treated as names, and freed of -i, -an, -kan, -is,
                -isme and -isasi where Sastrawi finds no root. Never found behind a prefix, so
                that they can't make other words lose theirs.
            known: Stems by word, as saved from a stemmer with the same names; not copied.
        """
        self._added = frozenset(added)
        self._names = self._added.union(protected)
        self._known = {} if known is None else known
        self._remember = lru_cache(_REMEMBERED)(self._stem_new)

    def stem(self, word: str) -> str:
        """Return the stem of one lower-case word without white space."""
        if word in self._names:
            return word
        stem = self._known.get(word)
        if stem is not None:
            return stem
        return self._stem_new(word) if len(word) > _LONGEST_REMEMBERED else self._remember(word)

    def is_word(self, word: str) -> bool:
        """Tell whether `word` is an Indonesian word or name: its stem is in the dictionary."""
        return self._is_root(self.stem(word))

    @cached_property
    def _sastrawi(self) -> ConfixStripper:
        return ConfixStripper(load_roots())

    def _stem_new(self, word: str) -> str:
        if not self._names or self._sastrawi.is_root(word):
            return self._sastrawi.stem(word)
        if "-" in word:
            return stem_hyphenated(word, self._stem_simple, self._is_root)
        return self._stem_simple(word)

    def _stem_simple(self, word: str) -> str:
        if self._is_root(word):
            return word
        name = self._name_before_clitics(word)
        if name is not None:
            return name
        stem = self._sastrawi.stem_simple(word)
        return self._added_before_suffixes(word) if stem == word else stem

    def _is_root(self, word: str) -> bool:
        return word in self._names or self._sastrawi.is_root(word)

    def _name_before_clitics(self, word: str) -> str | None:
        for cut in (cut_particle, cut_possessive):
            word = cut(word)
            if self._is_root(word):
                return word if word in self._names else None
        return None

    def _added_before_suffixes(self, word: str) -> str:
        bare = cut_derivational(cut_possessive(cut_particle(word)))
        return bare if bare in self._added else word
