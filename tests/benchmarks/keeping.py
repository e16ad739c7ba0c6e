"""BM25 indexes on disk: how long it takes to keep one, and to answer from it after a restart."""

from __future__ import annotations

import mmap
import pickle
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import NamedTuple

from rank_bm25 import BM25Okapi

from bot.search import BM25Index
from bot.search.array_bytes import join_arrays, split_arrays
from bot.search.impacts import Impacts
from bot.search.packing import list_postings, read_postings
from tests.benchmarks.engines import (
    BEST,
    OURS,
    THEIRS,
    Ask,
    Tokens,
    ask_bm25s,
    ask_fts5,
    ask_tantivy,
    index_with_fts5,
    index_with_tantivy,
)
from tests.benchmarks.measuring import Setting, time_once
from tests.benchmarks.table import Table

_POSTINGS, _WORDS = "postings", "words"
_K1, _B = 1.5, 0.75


class _Keeper(NamedTuple):
    """Builds an index and keeps it in a folder; opens it from there."""

    keep: Callable[[Sequence[Tokens], Path], object]
    open: Callable[[Path], Ask]


def measure_keeping(
    documents: Sequence[Tokens], questions: Sequence[Tokens], setting: Setting
) -> Table:
    """Measure indexes of `documents` that are kept and opened, each until its first answer."""
    rows: list[tuple[str | float, ...]] = []
    for name, keeper in _list_keepers().items():
        with TemporaryDirectory() as place:
            folder = Path(place)
            kept = time_once(partial(keeper.keep, documents), folder)
            answer = partial(_answer, keeper, folder)
            opened = [time_once(answer, tokens) for tokens in questions[: max(setting.rounds, 3)]]
            size = sum(path.stat().st_size for path in folder.rglob("*") if path.is_file())
        rows.append((name, kept, median(opened) * 1e3, size / 1e6))
    return Table(
        f"BM25 on disk, {len(documents):,} passages",
        ("", "build and save s", "load and first answer ms", "MB on disk"),
        tuple(rows),
        ("Files are in the system's cache. rank_bm25 has no format of its own: it is pickled.",),
    )


def _answer(keeper: _Keeper, folder: Path, tokens: Tokens) -> object:
    return keeper.open(folder)(tokens)


def _list_keepers() -> Mapping[str, _Keeper]:
    keepers = {OURS: _Keeper(_keep_ours, _open_ours), THEIRS: _Keeper(_keep_okapi, _open_okapi)}
    if find_spec("bm25s"):
        keepers["bm25s, NumPy"] = _Keeper(_keep_bm25s, _open_bm25s)
    if find_spec("tantivy"):
        keepers["tantivy"] = _Keeper(index_with_tantivy, _open_tantivy)
    return keepers | {"SQLite FTS5": _Keeper(_keep_fts5, _open_fts5)}


def _keep_ours(documents: Sequence[Tokens], folder: Path) -> None:
    index = BM25Index(documents)
    arrays = list_postings(_POSTINGS, index._lists.postings)
    (folder / "arrays").write_bytes(join_arrays(arrays))
    (folder / _WORDS).write_text("\n".join(index._vocabulary), "utf-8")


def _open_ours(folder: Path) -> Ask:
    with (folder / "arrays").open("rb") as file:
        packed = memoryview(mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ))
    postings = read_postings(split_arrays(packed), _POSTINGS)
    words = (folder / _WORDS).read_text("utf-8").split("\n")
    numbers = dict(zip(words, range(len(words)), strict=True))
    index = BM25Index.of(numbers, postings, Impacts(postings, _K1, _B))
    return lambda tokens: index.top(tokens, BEST)


def _keep_okapi(documents: Sequence[Tokens], folder: Path) -> None:
    (folder / "index").write_bytes(pickle.dumps(BM25Okapi(documents)))


def _open_okapi(folder: Path) -> Ask:
    index = pickle.loads((folder / "index").read_bytes())  # noqa: S301 - written just before
    places = range(index.corpus_size)
    return lambda tokens: index.get_top_n(tokens, places, BEST)


def _keep_bm25s(documents: Sequence[Tokens], folder: Path) -> None:
    index = import_module("bm25s").BM25(backend="numpy")
    index.index(documents, show_progress=False)
    index.save(folder, show_progress=False)


def _open_bm25s(folder: Path) -> Ask:
    return ask_bm25s(import_module("bm25s").BM25.load(folder, mmap=True, show_progress=False))


def _open_tantivy(folder: Path) -> Ask:
    return ask_tantivy(import_module("tantivy").Index.open(str(folder)))


def _keep_fts5(documents: Sequence[Tokens], folder: Path) -> None:
    index_with_fts5(documents, folder / "index").close()


def _open_fts5(folder: Path) -> Ask:
    return ask_fts5(sqlite3.connect(folder / "index"))
