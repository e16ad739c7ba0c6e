"""The index on disk, so that a restart neither reads nor stems a word of the corpus again."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import numpy as np

from bot.articles import Corpus, SealedCache
from bot.search.engine import SearchEngine, create_stemmer
from bot.search.packing import pack, unpack
from bot.search.sources import list_quotable, list_sources

_PREFIX = "index"


def open_engine(corpus: Corpus, cache_dir: Path) -> SearchEngine:
    """Return the search over the articles of `corpus` that may be quoted.

    The index is taken from `cache_dir` when one is kept there that fits `corpus`, this code and
    its libraries; else it is built, and kept if the folder allows. No state of the folder or of a
    file in it leads to an error.
    """
    packed = SealedCache(cache_dir, _PREFIX).map(_make_key(corpus))
    if packed is None:
        engine = SearchEngine.build(list_sources(corpus), corpus.glossary)
        keep_engine(engine, corpus, cache_dir)
        return engine
    index = unpack(packed, list_quotable(corpus))
    stemmer = create_stemmer(corpus.glossary, index.vocabulary.known_stems)
    return SearchEngine.of(index, corpus.glossary, stemmer)


def keep_engine(engine: SearchEngine, corpus: Corpus, cache_dir: Path) -> None:
    """Keep `engine`, the search over `corpus`, for the next `open_engine`, if the folder allows."""
    SealedCache(cache_dir, _PREFIX).write(_make_key(corpus), pack(engine.index))


def _make_key(corpus: Corpus) -> bytes:
    """Digest what the index is made from: the corpus, the code, and what the code relies on."""
    key = hashlib.blake2b(digest_size=32)
    # The revision is that of the files; which of them are served depends on the day, too.
    served = [article.key for article in list_quotable(corpus)]
    key.update("\n".join((sys.version, np.__version__, corpus.revision, *served)).encode())
    # The word list is all that is used of PySastrawi, and read faster than its version.
    key.update(files("Sastrawi").joinpath("Stemmer", "data", "kata-dasar.txt").read_bytes())
    for path in _list_code():
        key.update(path.read_bytes())
    return key.digest()


def _list_code() -> Iterator[Path]:
    search = Path(__file__).parent
    for room in (search.with_name("articles"), search):
        yield from sorted(room.rglob("*.py"))
