"""A made-up data set of a few passages, small enough to be worked out by hand."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from pathlib import Path

Row = Mapping[str, str]

CORPUS: Sequence[Row] = (
    {"id": "p1", "source": "idk", "text": "Danau Toba terletak di Provinsi Sumatra Utara."},
    {"id": "p2", "source": "idk", "text": "Gunung Semeru menjulang di Pulau Jawa bagian timur."},
    {"id": "p3", "source": "koran", "text": "Harga cabai rawit naik tajam menjelang Lebaran."},
)


def _question(id_: str, source: str, text: str, typo: str, slang: str) -> Row:
    return {"id": id_, "source": source, "text": text, "typo": typo, "slang": slang}


QUERIES: Sequence[Row] = (
    _question("q1", "idk", "Di mana letak Danau Toba?", "Di mana letak Danau Tobaa?", "danau toba"),
    _question(
        "q2", "idk", "Gunung apa yang menjulang?", "Gunnung menjulang", "gunung yg menjulang"
    ),
    _question(
        "q3", "koran", "Berapa harga cabai rawit?", "harga cabai rawti", "hrg cabai rawit brp"
    ),
)
QRELS: Sequence[Row] = (
    {"query": "q1", "passage": "p1"},
    {"query": "q2", "passage": "p2"},
    {"query": "q3", "passage": "p3"},
)
UNANSWERABLE: Sequence[Row] = (
    {"id": "u1", "kind": "chat", "text": "halo, apa kabar?"},
    {"id": "u2", "kind": "absent", "text": "Siapa penemu telepon genggam?"},
)
FILES: Mapping[str, Sequence[Row]] = {
    "corpus.jsonl": CORPUS,
    "queries.jsonl": QUERIES,
    "qrels.jsonl": QRELS,
    "unanswerable.jsonl": UNANSWERABLE,
}


def write_dataset(folder: Path, **changed: Sequence[Row]) -> Path:
    """Write the data set into `folder`, with other rows for files named as `queries=…`."""
    for name, rows in FILES.items():
        lines = [json.dumps(row) for row in changed.get(name.removesuffix(".jsonl"), rows)]
        (folder / name).write_text("\n".join(lines) + "\n", "utf-8")
    return folder
