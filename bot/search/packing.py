"""An index as arrays and back: all that takes long to count, and where the passages lie."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from bot.articles import Article
from bot.search.array_bytes import Arrays, join_arrays, split_arrays
from bot.search.grams import GramTable
from bot.search.index import PassageIndex
from bot.search.passage_list import PassageList
from bot.search.postings import Postings, Shapes
from bot.search.tables import Rows, Tables
from bot.search.vocabulary import Vocabulary

_ROWS = ("texts", "titles", "questions")
_COUNTS = ("sentences", "spans", "passage_counts", "question_counts", "counts")
_POSTINGS = ("lengths", "offsets", "positions", "shapes")


def pack(index: PassageIndex) -> bytes:
    """Return `index` without the text of its passages."""
    tables, vocabulary, grams = index.tables, index.vocabulary, index.grams
    arrays: dict[str, NDArray[Any]] = {
        "places": index.passages.places,
        "surfaces": _encode(vocabulary.surfaces),
        "stems": _encode(vocabulary.stems),
        "stem_ids": vocabulary.stem_ids,
        "grams": _encode(grams.numbers),
        "gram_frequencies": grams.frequencies,
        "gram_lengths": grams.lengths,
        **_list_rows("grams_of", grams.grams_of),
        **list_postings("stem", index.stems.postings),
        **list_postings("surface", index.surfaces.postings),
    }
    for name in _ROWS:
        arrays |= _list_rows(name, getattr(tables, name))
    for name in _COUNTS:
        arrays[name] = getattr(tables, name)
    return join_arrays(arrays)


def unpack(packed: memoryview, articles: Sequence[Article]) -> PassageIndex:
    """Return the index that `pack` was given; its arrays are parts of `packed`.

    Args:
        packed: bytes from `pack` and from nobody else; nothing in them is checked.
        articles: those whose passages were packed, in the same order.
    """
    arrays = split_arrays(packed)
    vocabulary = Vocabulary(
        _number(arrays["surfaces"]), _number(arrays["stems"]), arrays["stem_ids"]
    )
    tables = Tables(
        vocabulary,
        texts=_read_rows(arrays, "texts"),
        titles=_read_rows(arrays, "titles"),
        questions=_read_rows(arrays, "questions"),
        **{name: arrays[name] for name in _COUNTS},
    )
    return PassageIndex(
        PassageList.lie_in(articles, tables.passage_counts, arrays["places"]),
        tables,
        read_postings(arrays, "stem"),
        read_postings(arrays, "surface"),
        GramTable(
            tables,
            _number(arrays["grams"]),
            _read_rows(arrays, "grams_of"),
            arrays["gram_frequencies"],
            arrays["gram_lengths"],
        ),
    )


def _list_rows(name: str, rows: Rows) -> dict[str, NDArray[Any]]:
    return {f"{name}_flat": rows.flat, f"{name}_lengths": rows.lengths}


def _read_rows(arrays: Arrays, name: str) -> Rows:
    return Rows(arrays[f"{name}_flat"], arrays[f"{name}_lengths"])


def list_postings(name: str, postings: Postings) -> dict[str, NDArray[Any]]:
    """Return `postings` as arrays whose names begin with `name`."""
    kinds = postings.kinds
    return {
        f"{name}_sizes": np.array(postings.sizes),
        f"{name}_kinds": np.stack((kinds.counts, kinds.lengths, kinds.sections)),
        **{f"{name}_{part}": getattr(postings, part) for part in _POSTINGS},
    }


def read_postings(arrays: Arrays, name: str) -> Postings:
    """Return the postings that `list_postings` was given under the same name."""
    return Postings(
        sizes=tuple(arrays[f"{name}_sizes"].tolist()),
        kinds=Shapes(*arrays[f"{name}_kinds"]),
        **{part: arrays[f"{name}_{part}"] for part in _POSTINGS},
    )


def _encode(words: Iterable[str]) -> NDArray[np.uint8]:
    # No token holds a line feed, and arrays of text take four bytes for every letter.
    return np.frombuffer("\n".join(words).encode(), np.uint8)


def _number(text: NDArray[np.uint8]) -> dict[str, int]:
    words = text.tobytes().decode().split("\n") if text.size else []
    return dict(zip(words, range(len(words)), strict=True))
