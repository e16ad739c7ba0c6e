"""The corpus as arrays of word numbers: read once, kept in the cache, scored from."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from bot.search.sentences import split_sentences
from bot.search.sources import Source
from bot.search.splicing import Splice
from bot.search.tokens import Token, tokenize
from bot.search.vocabulary import Ids, Vocabulary


@dataclass(frozen=True, slots=True)
class Rows:
    """Lists of numbers of uneven length, one after another."""

    flat: Ids
    lengths: Ids

    @classmethod
    def join(cls, rows: Sequence[Ids]) -> Rows:
        """Put `rows` one after another."""
        flat = np.concatenate(rows) if rows else np.empty(0, np.int32)
        return cls(flat.astype(np.int32), np.fromiter(map(len, rows), np.int32))

    @property
    def starts(self) -> NDArray[np.int64]:
        """Where each row begins in `flat`."""
        return np.cumsum(self.lengths, dtype=np.int64) - self.lengths

    def rows(self) -> list[Ids]:
        """Return the rows one by one."""
        return np.split(self.flat, np.cumsum(self.lengths)[:-1]) if len(self.lengths) else []

    def splice(self, splice: Splice, fresh: Rows) -> Rows:
        """Return the rows that `splice` makes of these and `fresh` ones."""
        flat = splice.scale(self.lengths, fresh.lengths).join(self.flat, fresh.flat)
        return Rows(flat, splice.join(self.lengths, fresh.lengths))

    def take_gone(self, splice: Splice) -> Rows:
        """Return those of these rows that `splice` leaves out."""
        held = splice.scale(self.lengths, np.zeros(splice.fresh, np.int32))
        return Rows(held.take_gone(self.flat), splice.take_gone(self.lengths))

    def heads(self, length: int) -> Rows:
        """Return the first `length` numbers of each row."""
        kept = np.minimum(self.lengths, length)
        within = np.arange(kept.sum()) - np.repeat(np.cumsum(kept) - kept, kept)
        return Rows(self.flat[np.repeat(self.starts, kept) + within], kept)


@dataclass(frozen=True, slots=True)
class Tables:
    """Every text of the corpus as surface numbers of `vocabulary`.

    `texts` has a row for each passage; `sentences` has a number for the sentence of each of its
    tokens, which no other sentence has; `spans` where each token stands in it, shape (tokens, 2);
    `titles` has a row for each source; `questions` a row for each question. `passage_counts` and
    `question_counts` tell how many of them belong to each source, in order. `counts` tells how
    often each surface form stands in texts and titles.
    """

    vocabulary: Vocabulary
    texts: Rows
    sentences: Ids
    spans: NDArray[np.integer]
    titles: Rows
    questions: Rows
    passage_counts: Ids
    question_counts: Ids
    counts: Ids

    def count_words(self) -> dict[str, int]:
        """Return how often each surface form stands in texts and titles, those that do."""
        pairs = zip(self.vocabulary.surfaces, self.counts.tolist(), strict=True)
        return {surface: count for surface, count in pairs if count}

    def grow(self, splice: Splice, fresh: Tables) -> Tables:
        """Return the tables of the sources that `splice` makes of these and `fresh` ones.

        The vocabulary of `fresh` is this one, extended.
        """
        passages = splice.scale(self.passage_counts, fresh.passage_counts)
        questions = splice.scale(self.question_counts, fresh.question_counts)
        tokens = passages.scale(self.texts.lengths, fresh.texts.lengths)
        unused = self.sentences.max(initial=-1) + 1
        return Tables(
            vocabulary=fresh.vocabulary,
            texts=self.texts.splice(passages, fresh.texts),
            sentences=tokens.join(self.sentences, fresh.sentences + unused),
            spans=tokens.join(self.spans, fresh.spans),
            titles=self.titles.splice(splice, fresh.titles),
            questions=self.questions.splice(questions, fresh.questions),
            passage_counts=splice.join(self.passage_counts, fresh.passage_counts),
            question_counts=splice.join(self.question_counts, fresh.question_counts),
            counts=self._recount(passages, splice, fresh),
        )

    def _recount(self, passages: Splice, sources: Splice, fresh: Tables) -> Ids:
        counts = fresh.counts.copy()
        counts[: len(self.counts)] += self.counts
        for rows, splice in ((self.texts, passages), (self.titles, sources)):
            np.subtract.at(counts, rows.take_gone(splice).flat, 1)
        return counts


def read_tables(
    sources: Sequence[Source], stem: Callable[[str], str], known: Vocabulary | None = None
) -> Tables:
    """Tokenise every text of `sources`, and stem those of their words that are not `known`."""
    texts = [tokenize(passage.text) for source in sources for passage in source.passages]
    raw = [passage.text for source in sources for passage in source.passages]
    titles = [tokenize(source.title) for source in sources]
    questions = [tokenize(question) for source in sources for question in source.questions]
    vocabulary, rows = (known or Vocabulary.empty()).extend(
        ([token.text for token in tokens] for tokens in [*texts, *titles, *questions]), stem
    )
    title_start, question_start = len(texts), len(texts) + len(titles)
    counted = np.concatenate([np.empty(0, np.int32), *rows[:question_start]])
    return Tables(
        vocabulary=vocabulary,
        texts=Rows.join(rows[:title_start]),
        sentences=_number_sentences(raw, texts),
        spans=_list_spans(texts),
        titles=Rows.join(rows[title_start:question_start]),
        questions=Rows.join(rows[question_start:]),
        passage_counts=_count(source.passages for source in sources),
        question_counts=_count(source.questions for source in sources),
        counts=np.bincount(counted, minlength=len(vocabulary.surfaces)).astype(np.int32),
    )


def _number_sentences(texts: Sequence[str], tokens: Sequence[Sequence[Token]]) -> Ids:
    numbers: list[int] = []
    base = 0
    for text, words in zip(texts, tokens, strict=True):
        starts = [start for start, _ in split_sentences(text)]
        numbers += [base + max(bisect_right(starts, word.start) - 1, 0) for word in words]
        base += max(len(starts), 1)
    return np.array(numbers, np.int32)


def _list_spans(tokens: Sequence[Sequence[Token]]) -> NDArray[np.integer]:
    spans = [(word.start, word.end) for words in tokens for word in words]
    places = np.array(spans, np.int32).reshape(-1, 2)
    # Half the room; a passage of more characters is one endless sentence.
    return places.astype(np.min_scalar_type(places.max(initial=0)))


def _count(groups: Iterable[Sequence[object]]) -> Ids:
    return np.fromiter(map(len, groups), np.int32)
