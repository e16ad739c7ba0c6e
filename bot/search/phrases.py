"""What a glossary says of words and phrases: fillers, meanings, spelling variants, names."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence

from bot.articles import Glossary
from bot.search.tokens import tokenize

_CLITICS = ("kah", "lah", "nya", "pun", "'s")
_POSSESSIVE = "nya"
_DOUBLED = re.compile(r"([a-z]{3,})2([a-z]*)")
"""How chat writes a doubled word: "teman2", "kata2nya"."""
_PLAIN = re.compile(r"[a-z]{1,64}(?: [a-z]{1,64})*")
"""Of such a phrase, as most of a glossary are, the words are the tokens."""

Phrase = tuple[str, ...]


class PhraseBook:
    """A glossary by the words of its phrases; immutable.

    `stop` are the phrases that say nothing, `fillers` those of one word. `meanings` has for each
    phrase of the glossary the phrases that mean it.
    """

    def __init__(self, glossary: Glossary, stem: Callable[[str], str]) -> None:
        """Take the phrases of `glossary`; `stem` tells which forms are of one word."""
        self._stem = stem
        self.stop = frozenset(_read_phrase(entry) for entry in glossary.stop)
        self.fillers = frozenset(phrase[0] for phrase in self.stop if len(phrase) == 1)
        self.meanings = {
            _read_phrase(written): tuple(_read_phrase(meant) for meant in meanings)
            for written, meanings in glossary.expand.items()
        }
        self._variants = {
            _read_phrase(other): _read_phrase(main) for other, main in glossary.variants.items()
        }
        self._names = frozenset(name.lower() for name in glossary.names if _is_proper(name))
        self._longest: dict[str, int] = {}
        for phrase in (*self.stop, *self.meanings):
            if len(phrase) > 1:
                self._longest[phrase[0]] = max(len(phrase), self._longest.get(phrase[0], 1))

    def match(self, words: Sequence[str], place: int) -> Phrase:
        """Return the longest phrase of the glossary at `place`, or the single word there.

        "grafiknya" is looked up as "grafik" when the glossary has only that.
        """
        word = words[place]
        for length in range(min(self._longest.get(word, 1), len(words) - place), 0, -1):
            phrase = tuple(words[place : place + length])
            if phrase in self.meanings or phrase in self.stop:
                return phrase
        for bare in _strip_clitics(word):
            if (bare,) in self.meanings and self._is_form(word, bare):
                return (bare,)
        return (word,)

    def _is_form(self, word: str, bare: str) -> bool:
        """Tell whether `word` is `bare` with a clitic: "linknya", of which no stem is known.

        Hardly a word ends in -nya by itself, as "masalah" does in -lah, which is no "masa".
        """
        stem, bare_stem = self._stem(word), self._stem(bare)
        foreign = word.endswith(_POSSESSIVE) and (stem, bare_stem) == (word, bare)
        return foreign or stem == bare_stem

    def is_asking(self, word: str) -> bool:
        """Tell "dimanakah" and "apanya" by the filler that they are made of."""
        return any(bare in self.fillers for bare in _strip_clitics(word))

    def are_names(self, words: Collection[str]) -> bool:
        """Tell whether `words` are names of people and the like, rather than offices."""
        return bool(words) and self._names.issuperset(words)

    def is_place(self, word: str) -> bool:
        """Tell whether `word` is a listed name, or is short for one: "jabar"."""
        longer = self.meanings.get((word,), ())
        return word in self._names or any(meant[0] in self._names for meant in longer)

    def spell_out(self, words: Sequence[str]) -> list[str]:
        """Return `words` as the glossary spells them, none of them doubled."""
        spelled: list[str] = []
        for word in words:
            single = self._undouble(word)
            spelled += self._variants.get((single,), (single,))
        return spelled

    def lists(self, word: str) -> bool:
        """Tell whether the glossary says anything of `word` alone."""
        return (word,) in self.meanings or (word,) in self.stop

    def list_words(self, shortest: int) -> Iterator[str]:
        """Yield the words that the glossary says the meaning of, of `shortest` letters or more."""
        yield from _list_words(self.meanings, shortest)

    def list_fillers(self, shortest: int) -> Iterator[str]:
        """Yield the fillers of `shortest` letters or more, also as they ask: "dimanakah"."""
        yield from _list_words(self.stop, shortest)
        yield from (f"{filler}{_CLITICS[0]}" for filler in self.fillers)

    def _undouble(self, word: str) -> str:
        """Read "teman2" as "teman", unless the glossary lists only the doubled word."""
        doubled = _DOUBLED.fullmatch(word)
        if doubled is None or (self.lists(word) and not self.lists(doubled[1])):
            return word
        return doubled[1]


def _is_proper(name: str) -> bool:
    """Tell "Anies" from "KPU", which is an office, and from "pemilu", a common word kept whole."""
    return name[:1].isupper() and not name.isupper()


def _list_words(phrases: Iterable[Phrase], shortest: int) -> Iterator[str]:
    return (phrase[0] for phrase in phrases if len(phrase) == 1 and len(phrase[0]) >= shortest)


def _strip_clitics(word: str) -> list[str]:
    if not word.endswith(_CLITICS):
        return []
    return [word.removesuffix(clitic) for clitic in _CLITICS if word.endswith(clitic)]


def _read_phrase(text: str) -> Phrase:
    if _PLAIN.fullmatch(text):
        return tuple(text.split(" "))
    return tuple(token.text for token in tokenize(text))
