"""What one phrase of a question means: slang and slips are read, synonyms added."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import lru_cache

from bot.search.colloquial import undo_speech
from bot.search.elections import LANDS
from bot.search.phrases import Phrase, PhraseBook
from bot.search.query import Concept, Reading, Term
from bot.search.spelling import MIN_LENGTH, Speller, is_certain
from bot.search.stemming import Stemmer

SYNONYM_WEIGHT, _SECOND_GUESS_WEIGHT = 0.5, 0.6
_COMMON = 10
"""How often a form occurs that another one, which no text has, is perhaps a slip of."""
_AT_HOME = 12
"""How often a word occurs that is one of the articles' own though it is not Indonesian. What a
name or two have of English ("Chairman", "Election Talk") finds these alone: its meaning counts."""
_REMEMBERED = 4_096


class PhraseReader:
    """Reads phrases against the words of one corpus and its glossary."""

    def __init__(
        self,
        frequencies: Mapping[str, int],
        stems: Iterable[str],
        told: AbstractSet[str],
        book: PhraseBook,
        speller: Speller,
        stemmer: Stemmer,
    ) -> None:
        """Prepare to read.

        Args:
            frequencies: every surface form of the corpus with its number of occurrences.
            stems: every stem of the corpus.
            told: the stems of the passages; titles and questions have others.
            book: the glossary by its phrases.
            speller: mends slips into words of the corpus, of the glossary, and fillers.
            stemmer: the stemmer of the index.
        """
        self._stem = stemmer.stem
        self._is_word = stemmer.is_word
        self._frequencies = frequencies
        self._stems = frozenset(stems)
        self._told = told
        self._book = book
        self._speller = speller
        self._recall = lru_cache(maxsize=_REMEMBERED)(self._read_anew)

    def read(
        self, phrase: Phrase, *, is_acronym: bool, english: bool = False, clipped: bool = False
    ) -> Reading:
        """Return what `phrase`, one of the glossary or a single word, is read as.

        Args:
            phrase: its words, in lower case.
            is_acronym: whether it is a word that was written as an acronym, which has no slips.
            english: whether its message is in English, of which only certain slips are read.
            clipped: whether its message leaves out vowels; short words may lack one as well.
        """
        read = self._recall(phrase, is_acronym, english)
        unread = clipped and not is_acronym and any(not concept.terms for concept in read.concepts)
        short = self._speller.rank_short(phrase[0]) if unread and len(phrase) == 1 else ()
        return self._mend(short) if short else read

    def knows(self, word: str) -> bool:
        """Tell whether a text of the corpus has `word`, or a form of it."""
        return word in self._frequencies or self._stem(word) in self._stems

    def _read_anew(self, phrase: Phrase, is_acronym: bool, english: bool) -> Reading:
        if phrase in self._book.meanings:
            return Reading(self._expand_phrase(phrase, english=english))
        if phrase in self._book.stop or self._book.is_asking(phrase[0]):
            return Reading(())
        return self._read_word(phrase[0], is_acronym, english)

    def _expand_phrase(self, phrase: Phrase, *, english: bool = False) -> list[Concept]:
        """Return the words of `phrase` that the corpus has, with what the glossary says they mean.

        A single word that means the whole ("pilkada" for "pemilihan kepala daerah") stands for
        each of its words; longer meanings are searched for but not missed. A phrase that means some
        of its own words is these: "pertama kali" is "pertama".
        """
        said = self._book.meanings[phrase]
        if all(len(meaning) == 1 and meaning[0] in phrase for meaning in said):
            return [self._read_known(word) for (word,) in said if self.knows(word)]
        words = [word for word in phrase if len(phrase) == 1 or word not in self._book.fillers]
        own = [self._read_known(word) for word in words if self.knows(word)]
        told = bool(own) and all(self._is_at_home(word, english) for word in words)
        weight = SYNONYM_WEIGHT if told else 1.0
        meanings = [
            (len(meaning) == 1, replace(self._term(word, weight), partial=len(known) > 1))
            for meaning in (said if told else self._choose_telling(said))
            for known in [self._list_known(meaning)]
            for word in known
        ]
        single = len(phrase) == 1
        if meanings and not told and not (single and own):
            meant = Concept(" ".join(phrase), tuple(term for _, term in meanings))
            return [meant, *(replace(concept, implied=True) for concept in own)]
        same = tuple(term for is_word, term in meanings if is_word or single)
        others = tuple(term for is_word, term in meanings if not is_word and not single)
        concepts = [replace(concept, terms=concept.terms + same) for concept in own]
        return [*concepts, Concept(" ".join(phrase), others, implied=True)] if others else concepts

    def _list_known(self, meaning: Phrase) -> list[str]:
        """Return the words of `meaning` that the corpus has, of a longer one without fillers."""
        fillers = self._book.fillers if len(meaning) > 1 else ()
        return [word for word in meaning if self.knows(word) and word not in fillers]

    def _choose_telling(self, meanings: Sequence[Phrase]) -> Sequence[Phrase]:
        """Return the rarest word of each of `meanings`.

        "pemungutan suara" is spoken of where "pemungutan" stands, not wherever "suara" does.
        """
        known = (list(filter(self.knows, meaning)) for meaning in meanings)
        return [(min(words, key=self._count),) for words in known if words]

    def _count(self, word: str) -> int:
        return self._frequencies.get(word, 0)

    def _is_at_home(self, word: str, english: bool) -> bool:
        """Tell whether `word` is one that the articles themselves use."""
        told = self._stem(word) in self._told
        indonesian = not english and self._is_word(word)
        return told and (indonesian or self._count(word) >= _AT_HOME)

    def _read_word(self, word: str, is_acronym: bool, english: bool) -> Reading:
        meant = None if is_acronym else self._undo_misprint(word)
        if meant is not None:
            return self._mend((meant,))
        if self.knows(word):
            return Reading((self._read_form(word),))
        if is_acronym or word in LANDS:
            return Reading((Concept(word, ()),))
        is_word = self._is_word(word)
        spoken = None if is_word else self._undo_speech(word)
        if spoken is not None:
            return Reading((Concept(word, (Term(spoken, self._stem(spoken)),)),))
        likely = self._rank_listed(word) if is_word else self._rank(word)
        if english:
            likely = [known for known in likely if is_certain(word, known)]
        return self._mend(likely) if likely else Reading((Concept(word, ()),))

    def _undo_misprint(self, word: str) -> str | None:
        """Return the common word that one headline has as `word`: "bawalu" for "bawaslu"."""
        once = self._count(word) == 1 and self._stem(word) not in self._told
        if not once or len(word) <= MIN_LENGTH or self._is_word(word) or self._book.lists(word):
            return None
        return self._speller.find_meant(word)

    def _undo_speech(self, word: str) -> str | None:
        """Return the root that a colloquial form stands for: a word, and of the corpus."""
        roots = undo_speech(word)
        return next((root for root in roots if self._is_stem(root) and self._is_word(root)), None)

    def _rank(self, word: str) -> Sequence[str]:
        """Return what `word` may be a slip of.

        A word that only the glossary has, often an English one, is not guessed: "musk" is no
        "must".
        """
        ranked = self._speller.rank(word)
        likely = dict.fromkeys(self._undo_misprint(known) or known for known in ranked)
        return [known for known in likely if self._is_told(known) or is_certain(word, known)]

    def _is_told(self, word: str) -> bool:
        return word in self._frequencies or word in self._book.fillers

    def _rank_listed(self, word: str) -> Sequence[str]:
        """Return what "slah", which is a word, may be short for, and "keslahan" a slip of."""
        if self._stem(word) == word:
            return self._speller.rank_clipped(word)
        return self._speller.rank_certain(word)

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
        if corrected in self._book.fillers or self._book.is_asking(corrected):
            return Reading((), asking=corrected)
        if (corrected,) in self._book.meanings:
            return Reading(self._expand_phrase((corrected,)), corrected)
        others = (other for other in likely[1:] if self.knows(other))
        terms = (self._term(other, _SECOND_GUESS_WEIGHT) for other in others)
        known = self._read_known(corrected)
        return Reading((replace(known, terms=(*known.terms, *terms)),), corrected)

    def _is_stem(self, root: str) -> bool:
        return root in self._stems or self._stem(root) in self._stems

    def _read_known(self, word: str) -> Concept:
        return Concept(word, (self._term(word, 1.0),))

    def _term(self, word: str, weight: float) -> Term:
        return Term(word, self._stem(word), weight)
