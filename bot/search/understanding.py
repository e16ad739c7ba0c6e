"""From what a person writes to a `Query`: fillers dropped, slang and slips read, synonyms added."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import cached_property

from bot.articles import Glossary
from bot.search.colloquial import undo_speech
from bot.search.figures import read_numerals, spell_dates
from bot.search.links import replace_addresses
from bot.search.query import Concept, Query, Term
from bot.search.spelling import MIN_LENGTH, Speller
from bot.search.stemming import Stemmer
from bot.search.tokens import tokenize

SYNONYM_WEIGHT = 0.5
_SECOND_GUESS_WEIGHT = 0.6
_STOP_FREQUENCY, _ENTRY_FREQUENCY = 200, 20
"""How often a filler, and a word that only the glossary has, counts as seen in mending slips."""

_CLITICS = ("kah", "lah", "nya", "pun", "'s")

_ENGLISH = frozenset(
    """
    the of and what who how why when where which did does do was were is are has have had been that
    to by from for with about there any can could should would will an this these than after before
    """.split()
)
_ENOUGH_ENGLISH = 2
_LONGEST_ACRONYM = 5
_DOUBLED = re.compile(r"([a-z]{3,})2([a-z]*)")
"""How chat writes a doubled word: "teman2", "kata2nya"."""

Phrase = tuple[str, ...]


class QueryReader:
    """Reads questions against the words of one corpus and its glossary."""

    def __init__(
        self,
        frequencies: Mapping[str, int],
        stems: Iterable[str],
        told: AbstractSet[str],
        glossary: Glossary,
        stemmer: Stemmer,
    ) -> None:
        """Prepare to read.

        Args:
            frequencies: every surface form of the corpus with its number of occurrences.
            stems: every stem of the corpus.
            told: the stems of the passages; titles and questions have others.
            glossary: fillers, synonyms and spelling variants.
            stemmer: the stemmer of the index.
        """
        self._frequencies = frequencies
        self._stems = frozenset(stems)
        self._told = told
        self._stem = stemmer.stem
        self._is_word = stemmer.is_word
        self._stop = frozenset(_read_phrase(entry) for entry in glossary.stop)
        self._expand = {
            _read_phrase(written): tuple(_read_phrase(meant) for meant in meanings)
            for written, meanings in glossary.expand.items()
        }
        self._variants = {
            _read_phrase(other): _read_phrase(main) for other, main in glossary.variants.items()
        }
        known = [*self._stop, *self._expand]
        self._longest = max((len(phrase) for phrase in known), default=1)
        fillers = {phrase[0] for phrase in self._stop if len(phrase) == 1}
        self._fillers = fillers
        self._speller = Speller(
            dict.fromkeys(_list_long_words(self._expand), _ENTRY_FREQUENCY)
            | dict(frequencies)
            | dict.fromkeys(_list_long_words(self._stop), _STOP_FREQUENCY)
        )

    @cached_property
    def filler_stems(self) -> frozenset[str]:
        """The stems of all words that questions are asked with."""
        return frozenset(self._stem(filler) for filler in self._fillers)

    def read(self, text: str) -> Query:
        """Return what `text` asks for; nothing but fillers asks for nothing."""
        plain = spell_dates(replace_addresses(unicodedata.normalize("NFKC", text)))
        tokens = tokenize(plain)
        words = read_numerals(self._spell_out([token.text for token in tokens]))
        acronyms = {t.text for t in tokens if _is_acronym(plain[t.start : t.end])}
        corrections: dict[str, str] = {}
        concepts = self._read_words(words, acronyms, corrections)
        asking = dict.fromkeys(self._stem(word) for word in words if word in self._fillers)
        return Query(text, tuple(_drop_repeats(concepts)), tuple(asking), corrections)

    def _read_words(
        self, words: Sequence[str], acronyms: AbstractSet[str], corrections: dict[str, str]
    ) -> list[Concept]:
        concepts: list[Concept] = []
        place = 0
        while place < len(words):
            phrase = self._match(words, place)
            if phrase in self._expand:
                concepts += self._expand_phrase(phrase)
            elif phrase not in self._stop and not self._is_asking(phrase[0]):
                concepts += self._read_word(phrase[0], acronyms, corrections)
            place += len(phrase)
        return concepts

    def _match(self, words: Sequence[str], place: int) -> Phrase:
        """Return the longest phrase of the glossary at `place`, or the single word there.

        "grafiknya" is looked up as "grafik" when the glossary has only that.
        """
        for length in range(min(self._longest, len(words) - place), 0, -1):
            phrase = tuple(words[place : place + length])
            if phrase in self._expand or phrase in self._stop:
                return phrase
        word = words[place]
        return next(
            (
                (bare,)
                for bare in _strip_clitics(word)
                if (bare,) in self._expand and self._stem(bare) == self._stem(word)
            ),
            (word,),
        )

    def _expand_phrase(self, phrase: Phrase) -> list[Concept]:
        """Return the words of `phrase` that the corpus has, with what the glossary says they mean.

        A single word that means the whole ("pilkada" for "pemilihan kepala daerah") stands for
        each of its words; longer meanings are searched for but not missed.
        """
        words = [word for word in phrase if len(phrase) == 1 or word not in self._fillers]
        own = [self._read_known(word) for word in words if self._is_known(word)]
        told = bool(own) and all(self._stem(word) in self._told for word in words)
        weight = SYNONYM_WEIGHT if told else 1.0
        meanings = [
            (len(meaning) == 1, self._term(word, weight))
            for meaning in self._expand[phrase]
            for word in meaning
            if self._is_known(word) and (len(meaning) == 1 or word not in self._fillers)
        ]
        single = len(phrase) == 1
        if meanings and not told and not (single and own):
            meant = Concept(" ".join(phrase), tuple(term for _, term in meanings))
            return [meant, *(replace(concept, implied=True) for concept in own)]
        same = tuple(term for is_word, term in meanings if is_word or single)
        others = tuple(term for is_word, term in meanings if not is_word and not single)
        concepts = [replace(concept, terms=concept.terms + same) for concept in own]
        return [*concepts, Concept(" ".join(phrase), others, implied=True)] if others else concepts

    def _read_word(
        self, word: str, acronyms: AbstractSet[str], corrections: dict[str, str]
    ) -> list[Concept]:
        if self._is_known(word):
            return [self._read_known(word)]
        if self._is_word(word) or word in acronyms:
            return [Concept(word, ())]
        spoken = next((root for root in undo_speech(word) if self._is_stem(root)), None)
        if spoken is not None:
            return [Concept(word, (Term(spoken, self._stem(spoken)),))]
        likely = self._speller.rank(word)
        return self._mend(word, likely, corrections) if likely else [Concept(word, ())]

    def _mend(self, word: str, likely: Sequence[str], corrections: dict[str, str]) -> list[Concept]:
        """Read `word` as the likeliest of known words; the others count less."""
        corrected = likely[0]
        if corrected in self._fillers:
            return []
        corrections[word] = corrected
        if (corrected,) in self._expand:
            return self._expand_phrase((corrected,))
        others = (other for other in likely[1:] if self._is_known(other))
        terms = (self._term(other, _SECOND_GUESS_WEIGHT) for other in others)
        known = self._read_known(corrected)
        return [replace(known, terms=(*known.terms, *terms))]

    def _is_asking(self, word: str) -> bool:
        """Tell "dimanakah" and "apanya" by the filler that they are made of."""
        return any(bare in self._fillers for bare in _strip_clitics(word))

    def _is_listed(self, word: str) -> bool:
        return (word,) in self._expand or (word,) in self._stop

    def _is_known(self, word: str) -> bool:
        return word in self._frequencies or self._stem(word) in self._stems

    def _is_stem(self, root: str) -> bool:
        return root in self._stems or self._stem(root) in self._stems

    def _read_known(self, word: str) -> Concept:
        return Concept(word, (self._term(word, 1.0),))

    def _term(self, word: str, weight: float) -> Term:
        return Term(word, self._stem(word), weight)

    def _spell_out(self, words: Sequence[str]) -> list[str]:
        spelled: list[str] = []
        for word in words:
            single = self._undouble(word)
            spelled += self._variants.get((single,), (single,))
        return spelled

    def _undouble(self, word: str) -> str:
        """Read "teman2" as "teman", unless the glossary lists only the doubled word."""
        doubled = _DOUBLED.fullmatch(word)
        if doubled is None or (self._is_listed(word) and not self._is_listed(doubled[1])):
            return word
        return doubled[1]


def _is_acronym(written: str) -> bool:
    """Tell "PBNU" and "AWS", which are no slips of the thumb, from shouted words."""
    return written.isupper() and len(written) <= _LONGEST_ACRONYM


def _strip_clitics(word: str) -> Iterator[str]:
    return (word[: -len(clitic)] for clitic in _CLITICS if word.endswith(clitic))


def _list_long_words(phrases: Iterable[Phrase]) -> Iterator[str]:
    return (phrase[0] for phrase in phrases if len(phrase) == 1 and len(phrase[0]) >= MIN_LENGTH)


def _read_phrase(text: str) -> Phrase:
    return tuple(token.text for token in tokenize(text))


def is_english(text: str) -> bool:
    """Tell whether a question is asked in English, by the words that hold a sentence together."""
    return sum(token.text in _ENGLISH for token in tokenize(text)) >= _ENOUGH_ENGLISH


def _drop_repeats(concepts: Iterable[Concept]) -> Iterable[Concept]:
    """Keep the first of concepts that look for the same stem first."""
    seen: set[str] = set()
    for concept in concepts:
        if concept.sign not in seen or concept.implied:
            seen.add(concept.sign)
            yield concept
