"""Passages: the units of search, literal parts of one article's body."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate
from typing import TYPE_CHECKING

from bot.search.sentences import split_sentences
from bot.search.years import list_years

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from bot.articles.values import Article

MIN_WORDS = 40
MAX_WORDS = 110


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of whole sentences of one article.

    `key` is `<article key>.<n>`; `text` equals `article.body[start:start + len(text)]`. `years` are
    those that its article is of: the year of its publication, and those that its title names.
    """

    key: str
    article: str
    start: int
    text: str
    years: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class _Sentence:
    start: int
    end: int
    words: int


_Run = tuple[_Sentence, ...]


def split_passages(article: Article) -> list[Passage]:
    """Cut an article into passages of about 40 to 110 words.

    A paragraph of that size is a passage of its own. A longer one is cut at sentence ends into
    parts as even as they allow; a single sentence stays whole however long it is. A shorter one
    joins a neighbour if both together stay within the upper size.

    Args:
        article: The article; only its `key`, `body`, title and day are read.

    Returns:
        Passages in the order of the body, numbered from 1, each sentence in exactly one of them.
    """
    runs = [part for paragraph in _paragraphs(article.body) for part in _cut(paragraph)]
    years = list_years_of(article)
    return [
        Passage(f"{article.key}.{number}", article.key, start, article.body[start:end], years)
        for number, (start, end) in enumerate(map(_span, _join_short(runs)), start=1)
    ]


def list_years_of(article: Article) -> frozenset[int]:
    """Return the years that `article` is of: that of its publication, and those of its title."""
    return list_years(article.citation.title) | {article.citation.published.year}


def _span(run: _Run) -> tuple[int, int]:
    return run[0].start, run[-1].end


def _paragraphs(body: str) -> Iterator[_Run]:
    """Group the sentences that no blank line parts."""
    paragraph: list[_Sentence] = []
    for start, end in split_sentences(body):
        if paragraph and body.count("\n", paragraph[-1].end, start) > 1:
            yield tuple(paragraph)
            paragraph = []
        paragraph.append(_Sentence(start, end, len(body[start:end].split())))
    if paragraph:
        yield tuple(paragraph)


def _cut(run: _Run) -> list[_Run]:
    """Cut a run that is too long into as few and as even parts as its sentence ends allow."""
    total = _words(run)
    if total <= MAX_WORDS or len(run) == 1:
        return [run]
    parts = -(-total // MAX_WORDS)
    aim = total * (parts // 2) / parts
    ends = list(accumulate(sentence.words for sentence in run))
    at = min(range(1, len(run)), key=lambda index: abs(ends[index - 1] - aim))
    return [*_cut(run[:at]), *_cut(run[at:])]


def _join_short(runs: Sequence[_Run]) -> list[_Run]:
    """Join each run that is too short to the smaller neighbour with which it fits."""
    joined: list[_Run] = []
    for index, run in enumerate(runs):
        before = joined[-1] if joined else ()
        after = runs[index + 1] if index + 1 < len(runs) else ()
        if before and _belongs(run, before, after):
            joined[-1] = before + run
        else:
            joined.append(run)
    return joined


def _belongs(run: _Run, before: _Run, after: _Run) -> bool:
    """Tell whether `run` joins the run before it, rather than the one after it or none."""
    size, left, right = _words(run), _words(before), _words(after)
    if size + left > MAX_WORDS or min(size, left) >= MIN_WORDS:
        return False
    after_is_smaller = after and right < left and size + right <= MAX_WORDS
    return left < MIN_WORDS or not after_is_smaller


def _words(run: _Run) -> int:
    return sum(sentence.words for sentence in run)
