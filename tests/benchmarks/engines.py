"""The engines that BM25 is compared among; each finds the five best passages for some tokens."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from rank_bm25 import BM25Okapi

from bot.search import BM25Index

Tokens = list[str]
Ask = Callable[[Tokens], object]
BEST = 5
OURS = "ours"
THEIRS = "rank_bm25"


def list_engines() -> Mapping[str, Callable[[Sequence[Tokens]], Ask]]:
    """Return what builds each engine over documents of tokens; those not installed are left out."""
    engines: dict[str, Callable[[Sequence[Tokens]], Ask]] = {
        OURS: _build_ours,
        THEIRS: _build_okapi,
    }
    if find_spec("bm25s"):
        engines["bm25s, NumPy"] = lambda documents: _build_bm25s(documents, "numpy")
        if find_spec("numba"):
            engines["bm25s, numba"] = lambda documents: _build_bm25s(documents, "numba")
    if find_spec("tantivy"):
        engines["tantivy"] = _build_tantivy
    return engines | {"SQLite FTS5": _build_fts5}


def _build_ours(documents: Sequence[Tokens]) -> Ask:
    index = BM25Index(documents)
    return lambda tokens: index.top(tokens, BEST)


def _build_okapi(documents: Sequence[Tokens]) -> Ask:
    index = BM25Okapi(documents)
    places = range(len(documents))
    return lambda tokens: index.get_top_n(tokens, places, BEST)


def _build_bm25s(documents: Sequence[Tokens], backend: str) -> Ask:
    index = import_module("bm25s").BM25(backend=backend)
    index.index(documents, show_progress=False)
    return ask_bm25s(index)


def ask_bm25s(index: Any) -> Ask:  # noqa: ANN401 - the peers need not be installed
    """Return what asks an index of bm25s."""
    # A token that no document has is an error to it, and so is a question of nothing else.
    known = index.vocab_dict

    def ask(tokens: Tokens) -> object:
        found = [token for token in tokens if token in known]
        return index.retrieve([found], k=BEST, show_progress=False) if found else None

    return ask


def _build_tantivy(documents: Sequence[Tokens]) -> Ask:
    return ask_tantivy(index_with_tantivy(documents))


def index_with_tantivy(documents: Sequence[Tokens], folder: Path | None = None) -> Any:  # noqa: ANN401
    """Return an index of tantivy, in memory or in `folder`."""
    tantivy = import_module("tantivy")
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("place", stored=True)
    builder.add_text_field("body", tokenizer_name="whitespace")
    schema = builder.build()
    index = tantivy.Index(schema, path=None if folder is None else str(folder))
    writer = index.writer(num_threads=1)
    for place, tokens in enumerate(documents):
        writer.add_document(tantivy.Document(place=place, body=" ".join(tokens)))
    writer.commit()
    writer.wait_merging_threads()
    return index


def ask_tantivy(index: Any) -> Ask:  # noqa: ANN401
    """Return what asks an index of tantivy."""
    tantivy = import_module("tantivy")
    index.reload()
    schema, searcher = index.schema, index.searcher()

    def ask(tokens: Tokens) -> object:
        terms = [
            (tantivy.Occur.Should, tantivy.Query.term_query(schema, "body", token))
            for token in tokens
        ]
        hits = searcher.search(tantivy.Query.boolean_query(terms), BEST, count=False).hits
        return [searcher.doc(address)["place"][0] for _, address in hits]

    return ask


def _build_fts5(documents: Sequence[Tokens]) -> Ask:
    return ask_fts5(index_with_fts5(documents, ":memory:"))


def index_with_fts5(documents: Sequence[Tokens], path: Path | str) -> sqlite3.Connection:
    """Return a database of SQLite with a table of FTS5."""
    database = sqlite3.connect(path)
    database.execute("CREATE VIRTUAL TABLE passages USING fts5(body, content='')")
    rows = ((place, " ".join(tokens)) for place, tokens in enumerate(documents))
    database.executemany("INSERT INTO passages(rowid, body) VALUES (?, ?)", rows)
    database.commit()
    return database


def ask_fts5(database: sqlite3.Connection) -> Ask:
    """Return what asks a database that `index_with_fts5` made."""
    sql = "SELECT rowid FROM passages WHERE passages MATCH ? ORDER BY rank LIMIT ?"

    def ask(tokens: Tokens) -> object:
        query = " OR ".join(f'"{token}"' for token in tokens)
        return database.execute(sql, (query, BEST)).fetchall()

    return ask


def find_largest_difference(documents: Sequence[Tokens], questions: Sequence[Tokens]) -> float:
    """Return the largest difference of any score from rank_bm25's formula with the same idf."""
    index, okapi = BM25Index(documents), BM25Okapi(documents)
    okapi.idf = index.idf
    return max(
        float(np.abs(index.get_scores(tokens) - okapi.get_scores(tokens)).max())
        for tokens in questions
    )
