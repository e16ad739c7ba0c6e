"""From the folder of the corpus to its answerer."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from bot.answers.answerer import Answerer
from bot.articles import open_corpus
from bot.search import open_engine


def open_answerer(corpus_dir: Path, cache_dir: Path, *, today: date | None = None) -> Answerer:
    """Load the corpus and its index.

    Args:
        corpus_dir: the folder with `articles/`.
        cache_dir: where corpus and index are kept between runs; made when missing.
        today: the day that no article may be newer than; the current day by default.

    Raises:
        CorpusError: the folder is missing or holds no usable article.
    """
    corpus = open_corpus(corpus_dir, cache_dir, today=today)
    return Answerer(corpus, open_engine(corpus, cache_dir))
