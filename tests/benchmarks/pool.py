"""Real Indonesian text to measure on: windows over articles, none of them twice."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from bot.articles import Article, Citation, Corpus, load_corpus
from bot.evaluation import GOLDEN_FOLDER, read_golden_set
from bot.search.tokens import tokenize

WORDS = 45
"""Words of a window, unless the whole text is shorter."""
_SHORTEST = 30
_CLOSEST = 1
"""Windows begin at least so many words apart."""
_PARAGRAPHS = 2


@dataclass(frozen=True, slots=True)
class Windows:
    """Windows, each beginning `step` words after the one before it in the same text."""

    texts: tuple[str, ...]
    step: int


@cache
def load(corpus_dir: Path) -> Corpus:
    """Return the corpus, read once."""
    return load_corpus(corpus_dir)


def list_questions(corpus_dir: Path) -> list[str]:
    """Return the questions of the golden set."""
    golden = read_golden_set(GOLDEN_FOLDER, load(corpus_dir))
    return [question.text for question in golden.answerable]


def list_texts(corpus_dir: Path, folder: Path | None) -> list[str]:
    """Return the texts of the corpus and those in `corpus.jsonl` of a data set's `folder`."""
    own = [article.body for article in load(corpus_dir).articles]
    if folder is None:
        return own
    lines = (folder / "corpus.jsonl").read_text("utf-8").splitlines()
    return own + [json.loads(line)["text"] for line in lines if line.strip()]


def cut_windows(texts: Sequence[str], most: int) -> Windows:
    """Cut up to `most` different windows, as far apart as that number allows."""
    words = [words for text in texts if len(words := text.split()) >= _SHORTEST]
    step = WORDS
    while step > _CLOSEST and sum(len(_list_starts(w, step)) for w in words) < most:
        step -= 1
    return Windows(tuple(dict.fromkeys(_cut(words, step)))[:most], step)


def _cut(texts: Sequence[Sequence[str]], step: int) -> Iterator[str]:
    for words in texts:
        for start in _list_starts(words, step):
            yield " ".join(words[start : start + WORDS])


def _list_starts(words: Sequence[str], step: int) -> range:
    return range(0, max(len(words) - WORDS, 0) + 1, step)


def list_words(texts: Sequence[str]) -> list[str]:
    """Return the different words of `texts` that are made of the letters a to z, in order."""
    words = dict.fromkeys(token.text for text in texts for token in tokenize(text))
    return [word for word in words if word.isascii() and word.isalpha()]


def enlarge(corpus: Corpus, windows: Sequence[str]) -> tuple[Article, ...]:
    """Return the articles of `corpus` and made-up ones, each of two of `windows` as paragraphs."""
    made = tuple(
        Article(
            key=f"jendela-{start}",
            file=f"jendela-{start}.md",
            citation=Citation(
                " ".join(windows[start].split()[:8]),
                "Contoh",
                f"https://contoh.id/{start}",
                date.min,
            ),
            kind=corpus.articles[0].kind,
            perspectives=(),
            topics=(),
            body="\n\n".join(windows[start : start + _PARAGRAPHS]),
            questions=(),
            retracted=None,
        )
        for start in range(0, len(windows), _PARAGRAPHS)
    )
    return corpus.articles + made
