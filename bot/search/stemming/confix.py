"""Confix stripping: Sastrawi's algorithm over a set of roots, with the same outcome.

The steps are those of Asian (2007), pages 60 to 79, in the order of PySastrawi 1.2.1: suffixes,
then up to three prefixes; the other way round for certain pairs of prefix and suffix; last,
suffixes are put back one by one (the loop of Enhanced Confix Stripping). Only the asking is
cheaper: a word meets the few rules whose first letters it has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.search.stemming.rules import PLAIN_PREFIXES, infix_pattern, rules_by_head

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Set as AbstractSet

_PARTICLES = ("lah", "kah", "tah", "pun")
_POSSESSIVES = ("nya", "ku", "mu")
_DERIVATIONAL = ("isasi", "isme", "kan", "is", "an", "i")
_CLITICS = frozenset({*_PARTICLES, *_POSSESSIVES})
_SHORTEST = 4
_MOST_PREFIXES = 3


class ConfixStripper:
    """Stems words over `roots`; keeps nothing between words."""

    def __init__(self, roots: AbstractSet[str]) -> None:
        """Take the root words, which are not copied."""
        self._roots = roots
        self._rules = rules_by_head()
        self._infixed = infix_pattern().match

    def is_root(self, word: str) -> bool:
        """Tell whether the dictionary has the word."""
        return word in self._roots

    def stem(self, word: str) -> str:
        """Return the root of a lower-case word, or the word itself where none is found."""
        if "-" in word:
            return stem_hyphenated(word, self.stem_simple, self.is_root)
        return self.stem_simple(word)

    def stem_simple(self, word: str) -> str:
        """Return the root of a word that is not reduplicated, or the word itself.

        Words of up to three letters are left alone, as by Sastrawi, whose dictionary has no root
        short enough to remain of them.
        """
        roots = self._roots
        if word in roots or len(word) < _SHORTEST:
            return word
        if _cuts_prefix_first(word):
            found = self.cut_suffixes(self.cut_prefixes(word))[-1]
            if found in roots:
                return found
        forms = self.cut_suffixes(word)
        if forms[-1] in roots:
            return forms[-1]
        found = self.cut_prefixes(forms[-1])
        if found in roots:
            return found
        return self._restore_suffixes(forms) or word

    def cut_suffixes(self, word: str) -> list[str]:
        """Return `word` and what remains of it after each suffix: particle, possessive, -kan, -an.

        Cutting stops at the first root; a word that is a root loses nothing.
        """
        forms = [word]
        for cut in (cut_particle, cut_possessive, cut_derivational):
            if forms[-1] in self._roots:
                break
            shorter = cut(forms[-1])
            if shorter != forms[-1]:
                forms.append(shorter)
        return forms

    def cut_prefixes(self, word: str) -> str:
        """Return what remains of `word` without up to three prefixes, cut until a root is left.

        As in Sastrawi, di-, ke- and se- are cut before the dictionary is asked.
        """
        for _ in range(_MOST_PREFIXES):
            if word[:2] in PLAIN_PREFIXES:
                word = word[2:]
            elif word in self._roots:
                break
            else:
                shorter = self._cut_by_rule(word)
                if shorter is None:
                    break
                word = shorter
            if word in self._roots:
                break
        return word

    def _cut_by_rule(self, word: str) -> str | None:
        heads = self._rules
        rules = heads.get(word[:4]) or heads.get(word[:3]) or heads.get(word[:2], ())
        for matches, length, readings in rules:
            if matches(word):
                shorter = self._read(word[length:], readings)
                if shorter is not None:
                    return shorter
        return word[0] + word[3:] if self._infixed(word) else None

    def _read(self, rest: str, readings: tuple[str | None, ...]) -> str | None:
        shorter: str | None = None
        for reading in readings:
            shorter = _place(reading, rest)
            if shorter in self._roots:
                break
        return shorter

    def _restore_suffixes(self, forms: list[str]) -> str | None:
        """Put suffixes back, the last cut first, and try the prefixes again each time.

        A -kan may have been the end of a root in k with the suffix -an ("tolakan").
        """
        for longer, shorter in zip(forms[-2::-1], forms[:0:-1], strict=True):
            candidates = (shorter + "k", longer) if longer == shorter + "kan" else (longer,)
            for candidate in candidates:
                found = self.cut_prefixes(candidate)
                if found in self._roots:
                    return found
        return None


def stem_hyphenated(
    word: str, stem_simple: Callable[[str], str], is_root: Callable[[str], bool]
) -> str:
    """Stem a word with a hyphen: the common root of a reduplication, or the word before a clitic.

    Asian (2007), pages 76 to 77: "berbalas-balasan" gives "balas", "meniru-nirukan" gives "tiru",
    "anak-anaknya" gives "anak", "nikmat-ku" gives "nikmat". Halves with different roots leave the
    word as it is.
    """
    first, _, second = word.rpartition("-")
    if second in _CLITICS:
        if "-" not in first:
            return stem_simple(word)
        first, _, middle = first.rpartition("-")
        second = f"{middle}-{second}"
    root, other = stem_simple(first), stem_simple(second)
    if other == second and not is_root(second):
        other = stem_simple("me" + second)
    return root if root == other else word


def cut_particle(word: str) -> str:
    """Cut -lah, -kah, -tah or -pun with the hyphens before it."""
    return word[:-3].rstrip("-") if word.endswith(_PARTICLES) else word


def cut_possessive(word: str) -> str:
    """Cut -ku, -mu or -nya with the hyphens before it."""
    if not word.endswith(_POSSESSIVES):
        return word
    return word[: -3 if word[-1] == "a" else -2].rstrip("-")


def cut_derivational(word: str) -> str:
    """Cut -i, -an or -kan, or the foreign -is, -isme or -isasi; the longest that fits."""
    if word.endswith(_DERIVATIONAL):
        for suffix in _DERIVATIONAL:
            if word.endswith(suffix):
                return word[: -len(suffix)]
    return word


def _place(reading: str | None, rest: str) -> str | None:
    """Put a reading's letters before `rest`; the reading `DROP_E` needs an e there to drop."""
    if reading is not None:
        return reading + rest
    return rest[1:] if rest[0] == "e" else None


def _cuts_prefix_first(word: str) -> bool:
    """Tell whether prefixes go before suffixes: be-lah, be-an, me-i, di-i, pe-i, ter-i.

    Asian (2007), pages 78 to 79.
    """
    head = word[:2]
    if head == "be":
        return word.endswith(("lah", "an"), 2)
    if head in {"me", "di", "pe"}:
        return word.endswith("i", 2)
    return word.startswith("ter") and word.endswith("i")
