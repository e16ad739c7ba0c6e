"""Answers from the corpus of this project, and from small ones of a test's own."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from bot.answers import Answerer
from bot.articles import load_corpus
from bot.search import SearchEngine
from bot.search.sources import list_sources
from tests.articles.samples import SHIPPED, TODAY, write_corpus

if TYPE_CHECKING:
    from pathlib import Path


def open_corpus(folder: Path) -> Answerer:
    """Return an answerer over the corpus in `folder`, whose index is kept nowhere."""
    corpus = load_corpus(folder, today=TODAY)
    return Answerer(corpus, SearchEngine.build(list_sources(corpus), corpus.glossary))


@cache
def open_shipped() -> Answerer:
    """Return an answerer over the project's own corpus."""
    return open_corpus(SHIPPED)


def open_small(folder: Path, files: dict[str, str]) -> Answerer:
    """Return an answerer over a small corpus with `files` added to it or in place of its own."""
    return open_corpus(write_corpus(folder, dict(files)))
