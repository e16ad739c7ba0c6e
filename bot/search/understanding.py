"""From what a person writes to a `Query`: fillers dropped, slang and slips read, synonyms added."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from copy import copy
from dataclasses import replace
from functools import cached_property

from bot.articles import Glossary
from bot.search.aims import Aim, is_saying, read_aim
from bot.search.blanks import seeks_thing
from bot.search.courtesy import drop_courtesy
from bot.search.cues import ACTS, Kind
from bot.search.elections import list_venues, spell_america
from bot.search.english import PRONOUN, is_english, list_bases
from bot.search.figures import read_numerals, spell_dates
from bot.search.links import replace_addresses
from bot.search.phrase_reading import PhraseReader
from bot.search.phrases import PhraseBook
from bot.search.query import Concept, Query, drop_repeats
from bot.search.rulings import name_ruling
from bot.search.spelling import MIN_LENGTH, Speller, is_clipped
from bot.search.stemming import Stemmer
from bot.search.tokens import tokenize
from bot.search.verdicts import drop_verdict
from bot.search.years import list_years, spell_years

_STOP_FREQUENCY, _ENTRY_FREQUENCY = 200, 20
"""How often a filler, and a word that only the glossary has, counts as seen in mending slips."""
_LONGEST_ACRONYM = 5


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
        self._stemmer = stemmer
        self._book = PhraseBook(glossary, stemmer.stem)
        self._fillers = self._book.fillers
        self._entries = dict.fromkeys(self._book.list_words(MIN_LENGTH), _ENTRY_FREQUENCY)
        self._long_fillers = dict.fromkeys(self._book.list_fillers(MIN_LENGTH), _STOP_FREQUENCY)
        speller = Speller(self._entries | dict(frequencies) | self._long_fillers)
        self._know(frequencies, stems, told, speller)

    def renew(
        self,
        frequencies: Mapping[str, int],
        stems: AbstractSet[str],
        told: AbstractSet[str],
        changed: Iterable[str],
    ) -> QueryReader:
        """Return the reader for other words and the same glossary.

        Args:
            frequencies: as for the constructor.
            stems: as for the constructor.
            told: as for the constructor.
            changed: the words that have another frequency, or none any more.
        """
        known = self._long_fillers, frequencies, self._entries
        speller = self._speller.renew(
            {word: next((of[word] for of in known if word in of), 0) for word in changed}
        )
        reader = copy(self)
        reader._know(frequencies, stems, told, speller)  # noqa: SLF001 - its own class
        return reader

    def _know(
        self,
        frequencies: Mapping[str, int],
        stems: Iterable[str],
        told: AbstractSet[str],
        speller: Speller,
    ) -> None:
        self._told = told
        self._speller = speller
        self._phrases = PhraseReader(frequencies, stems, told, self._book, speller, self._stemmer)

    @cached_property
    def filler_stems(self) -> frozenset[str]:
        """The stems of all words that questions are asked with."""
        return frozenset(self._stemmer.stem(filler) for filler in self._fillers)

    def read(self, text: str) -> Query:
        """Return what `text` asks for; nothing but fillers asks for nothing."""
        unlinked = replace_addresses(unicodedata.normalize("NFKC", text))
        plain = spell_america(spell_years(spell_dates(unlinked)))
        tokens = tokenize(plain)
        written = [token.text for token in tokens]
        words = name_ruling(drop_verdict(read_numerals(self._book.spell_out(written))))
        english = is_english(written)
        acronyms = {t.text for t in tokens if _is_acronym(plain[t.start : t.end])}
        if english:
            named = (word for word in words if word != PRONOUN or word in acronyms)
            words = list(map(self._uninflect, named))
        corrections: dict[str, str] = {}
        asking: dict[str, str] = {}
        concepts = self._read_words(words, acronyms, corrections, asking, english=english)
        if not english and any(map(is_clipped, corrections, corrections.values())):
            concepts = self._read_words(words, acronyms, corrections, asking, clipped=True)
        mended = corrections | asking
        asked = drop_courtesy([mended.get(word, word) for word in words])
        aim = self._read_aim(asked)
        if aim is not None and aim.kind is Kind.STATEMENT:
            concepts = _imply_saying(concepts, aim)
        fillers = (self._stemmer.stem(word) for word in asked if word in self._fillers)
        return Query(
            text,
            tuple(drop_repeats(concepts)),
            tuple(dict.fromkeys(fillers)),
            corrections,
            aim=aim,
            english=english,
            years=list_years(plain),
            venues=frozenset(list_venues(words, self._book.is_place)),
            seeking=seeks_thing(asked),
        )

    def names_speaker(self, query: Query) -> bool:
        """Tell whether `query` asks for the words of somebody by a name that the glossary lists."""
        aim = query.aim
        return aim is not None and aim.kind is Kind.STATEMENT and self._book.are_names(aim.about)

    def is_listed_name(self, word: str) -> bool:
        """Tell whether the glossary lists `word` as a name."""
        return self._book.are_names((word,))

    def is_told(self, concept: Concept) -> bool:
        """Tell whether a passage has a word of `concept`, rather than only a headline."""
        return any(term.stem in self._told for term in concept.terms)

    def _read_aim(self, words: Sequence[str]) -> Aim | None:
        """Return what the question wants to be told, with stems for words."""
        aim = read_aim(words)
        if aim is None or not aim.about or aim.kind is Kind.FIGURE:
            return aim
        concepts = self._read_words(aim.about, frozenset(), {})
        if aim.kind is Kind.LONG_FORM:
            stems = [term.stem for concept in concepts for term in concept.terms]
        elif aim.kind in ACTS:
            named = [t for c in concepts if not c.implied for t in c.terms]
            stems = [term.stem for term in named if term.weight == 1]
            aim = replace(aim, spelled=tuple(term.stem for term in named if term.weight < 1))
        else:
            stems = [c.sign for c in concepts if c.terms and not c.implied]
        return replace(aim, about=tuple(stems)) if stems else None

    def _uninflect(self, word: str) -> str:
        """Return the form of an unknown English word that the glossary lists, if it does."""
        if self._phrases.knows(word) or self._book.lists(word):
            return word
        return next(filter(self._book.lists, list_bases(word)), word)

    def _read_words(
        self,
        words: Sequence[str],
        acronyms: AbstractSet[str],
        corrections: dict[str, str],
        asking: dict[str, str] | None = None,
        *,
        english: bool = False,
        clipped: bool = False,
    ) -> list[Concept]:
        concepts: list[Concept] = []
        place = 0
        while place < len(words):
            phrase = self._book.match(words, place)
            read = self._phrases.read(
                phrase, is_acronym=phrase[0] in acronyms, english=english, clipped=clipped
            )
            concepts += read.concepts
            if read.corrected:
                corrections[phrase[0]] = read.corrected
            if read.asking and asking is not None:
                asking[phrase[0]] = read.asking
            place += len(phrase)
        return concepts


def _imply_saying(concepts: Sequence[Concept], aim: Aim) -> list[Concept]:
    """Miss no "tanggapan" where nothing else is asked for: whatever somebody says is one."""
    known = {*aim.about, *(c.sign for c in concepts if c.implied or is_saying(c.written))}
    if any(concept.sign not in known for concept in concepts):
        return list(concepts)
    return [replace(c, implied=c.implied or is_saying(c.written)) for c in concepts]


def _is_acronym(written: str) -> bool:
    """Tell "PBNU" and "AWS", which are no slips of the thumb, from shouted words."""
    return written.isupper() and len(written) <= _LONGEST_ACRONYM
