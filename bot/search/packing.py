"""An index as bytes and back: where the passages lie in their articles, and the tables."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from bot.articles import Article
from bot.search.passages import Passage
from bot.search.tables import Rows, Tables
from bot.search.vocabulary import Ids, Vocabulary

_Arrays = Mapping[str, Ids]


def pack(passages: Sequence[Passage], tables: Tables) -> bytes:
    """Return `passages`, without their text, and `tables` as a NumPy archive (.npz)."""
    places = [(passage.start, len(passage.text)) for passage in passages]
    buffer = io.BytesIO()
    np.savez(
        buffer,
        places=np.array(places, np.int32).reshape(-1, 2),
        surfaces=_encode(tables.vocabulary.surfaces),
        stems=_encode(tables.vocabulary.stem_of_surface),
        sentences=tables.sentences,
        passage_counts=tables.passage_counts,
        question_counts=tables.question_counts,
        texts=tables.texts.flat,
        texts_lengths=tables.texts.lengths,
        titles=tables.titles.flat,
        titles_lengths=tables.titles.lengths,
        questions=tables.questions.flat,
        questions_lengths=tables.questions.lengths,
    )
    return buffer.getvalue()


def unpack(packed: bytes, articles: Sequence[Article]) -> tuple[list[Passage], Tables]:
    """Return what `pack` was given.

    Args:
        packed: bytes from `pack` and from nobody else; nothing in them is checked.
        articles: those whose passages were packed, in the same order.
    """
    with np.load(io.BytesIO(packed), allow_pickle=False) as arrays:
        tables = Tables(
            vocabulary=Vocabulary(_decode(arrays["surfaces"]), _decode(arrays["stems"])),
            texts=_read_rows(arrays, "texts"),
            sentences=arrays["sentences"],
            titles=_read_rows(arrays, "titles"),
            questions=_read_rows(arrays, "questions"),
            passage_counts=arrays["passage_counts"],
            question_counts=arrays["question_counts"],
        )
        return list(_cut(articles, tables.passage_counts, arrays["places"])), tables


def _cut(articles: Sequence[Article], counts: Ids, places: Ids) -> Iterator[Passage]:
    rest = iter(places.tolist())
    for article, count in zip(articles, counts.tolist(), strict=True):
        for number, (start, length) in enumerate(islice(rest, count), start=1):
            text = article.body[start : start + length]
            yield Passage(f"{article.key}.{number}", article.key, start, text)


def _read_rows(arrays: _Arrays, name: str) -> Rows:
    return Rows(arrays[name], arrays[f"{name}_lengths"])


def _encode(words: Sequence[str]) -> NDArray[np.uint8]:
    # No token holds a line feed, and arrays of text take four bytes for every letter.
    return np.frombuffer("\n".join(words).encode(), np.uint8)


def _decode(text: NDArray[np.integer]) -> list[str]:
    return text.tobytes().decode().split("\n") if text.size else []
