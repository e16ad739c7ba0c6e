"""From what a person writes to a `Query`: fillers dropped, slang and slips read, synonyms added."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from copy import copy
from dataclasses import replace
from functools import cached_property, lru_cache

from bot.articles import Glossary
from bot.search.aims import Aim, Kind, read_aim
from bot.search.colloquial import undo_speech
from bot.search.english import is_english, list_bases
from bot.search.figures import read_numerals, spell_dates
from bot.search.links import replace_addresses
from bot.search.phrases import Phrase, PhraseBook
from bot.search.query import Concept, Query, Reading, Term, drop_repeats
from bot.search.spelling import MIN_LENGTH, Speller
from bot.search.stemming import Stemmer
from bot.search.tokens import tokenize

SYNONYM_WEIGHT, _SECOND_GUESS_WEIGHT = 0.5, 0.6
_STOP_FREQUENCY, _ENTRY_FREQUENCY = 200, 20
"""How often a filler, and a word that only the glossary has, counts as seen in mending slips."""
_COMMON = 10
"""How often a form occurs that another one, which no text has, is perhaps a slip of."""
_LONGEST_ACRONYM, _REMEMBERED = 5, 1_024


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
        self._stem = stemmer.stem
        self._is_word = stemmer.is_word
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
        self._frequencies = frequencies
        self._stems = frozenset(stems)
        self._told = told
        self._speller = speller
        self._recall_phrase = lru_cache(maxsize=_REMEMBERED)(self._read_phrase)

    @cached_property
    def filler_stems(self) -> frozenset[str]:
        """The stems of all words that questions are asked with."""
        return frozenset(self._stem(filler) for filler in self._fillers)

    def read(self, text: str) -> Query:
        """Return what `text` asks for; nothing but fillers asks for nothing."""
        plain = spell_dates(replace_addresses(unicodedata.normalize("NFKC", text)))
        tokens = tokenize(plain)
        written = [token.text for token in tokens]
        words = read_numerals(self._book.spell_out(written))
        english = is_english(written)
        if english:
            words = list(map(self._uninflect, words))
        acronyms = {t.text for t in tokens if _is_acronym(plain[t.start : t.end])}
        corrections: dict[str, str] = {}
        concepts = self._read_words(words, acronyms, corrections)
        asking = dict.fromkeys(self._stem(word) for word in words if word in self._fillers)
        once = tuple(drop_repeats(concepts))
        return Query(text, once, tuple(asking), corrections, self._read_aim(words), english)

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
        if aim is None or not aim.about:
            return aim
        concepts = self._read_words(aim.about, frozenset(), {})
        stems = [concept.sign for concept in concepts if concept.terms and not concept.implied]
        return replace(aim, about=tuple(stems)) if stems else None

    def _uninflect(self, word: str) -> str:
        """Return the form of an unknown English word that the glossary lists, if it does."""
        if self._is_known(word) or self._book.lists(word):
            return word
        return next(filter(self._book.lists, list_bases(word)), word)

    def _read_words(
        self, words: Sequence[str], acronyms: AbstractSet[str], corrections: dict[str, str]
    ) -> list[Concept]:
        concepts: list[Concept] = []
        place = 0
        while place < len(words):
            phrase = self._book.match(words, place)
            read = self._recall_phrase(phrase, phrase[0] in acronyms)
            concepts += read.concepts
            if read.corrected:
                corrections[phrase[0]] = read.corrected
            place += len(phrase)
        return concepts

    def _read_phrase(self, phrase: Phrase, is_acronym: bool) -> Reading:
        if phrase in self._book.meanings:
            return Reading(self._expand_phrase(phrase))
        if phrase in self._book.stop or self._book.is_asking(phrase[0]):
            return Reading(())
        return self._read_word(phrase[0], is_acronym)

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
            for meaning in self._book.meanings[phrase]
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

    def _read_word(self, word: str, is_acronym: bool) -> Reading:
        if self._is_known(word):
            return Reading((self._read_form(word),))
        if is_acronym:
            return Reading((Concept(word, ()),))
        is_word = self._is_word(word)
        spoken = None if is_word else self._undo_speech(word)
        if spoken is not None:
            return Reading((Concept(word, (Term(spoken, self._stem(spoken)),)),))
        likely = self._rank_affixed(word) if is_word else self._speller.rank(word)
        return self._mend(likely) if likely else Reading((Concept(word, ()),))

    def _undo_speech(self, word: str) -> str | None:
        """Return the root that a colloquial form stands for: a word, and of the corpus."""
        roots = undo_speech(word)
        return next((root for root in roots if self._is_stem(root) and self._is_word(root)), None)

    def _rank_affixed(self, word: str) -> Sequence[str]:
        """Return what "keslahan", a word by its affixes as "slah" is one, may be a slip of."""
        return () if self._stem(word) == word else self._speller.rank_certain(word)

    def _read_form(self, word: str) -> Concept:
        """Read a known word; a form of which only the stem is known is perhaps a slip as well."""
        known = self._read_known(word)
        if word in self._frequencies or self._stem(word) == word:
            return known
        likely = next(iter(self._speller.rank(word)), "")
        if self._frequencies.get(likely, 0) < _COMMON or self._stem(likely) == known.sign:
            return known
        return replace(known, terms=(*known.terms, self._term(likely, _SECOND_GUESS_WEIGHT)))

    def _mend(self, likely: Sequence[str]) -> Reading:
        """Read a word as the likeliest of known words; the others count less."""
        corrected = likely[0]
        if corrected in self._fillers or self._book.is_asking(corrected):
            return Reading(())
        if (corrected,) in self._book.meanings:
            return Reading(self._expand_phrase((corrected,)), corrected)
        others = (other for other in likely[1:] if self._is_known(other))
        terms = (self._term(other, _SECOND_GUESS_WEIGHT) for other in others)
        known = self._read_known(corrected)
        return Reading((replace(known, terms=(*known.terms, *terms)),), corrected)

    def _is_known(self, word: str) -> bool:
        return word in self._frequencies or self._stem(word) in self._stems

    def _is_stem(self, root: str) -> bool:
        return root in self._stems or self._stem(root) in self._stems

    def _read_known(self, word: str) -> Concept:
        return Concept(word, (self._term(word, 1.0),))

    def _term(self, word: str, weight: float) -> Term:
        return Term(word, self._stem(word), weight)


def _is_acronym(written: str) -> bool:
    """Tell "PBNU" and "AWS", which are no slips of the thumb, from shouted words."""
    return written.isupper() and len(written) <= _LONGEST_ACRONYM
