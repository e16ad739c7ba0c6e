"""Passages: the units of search, literal parts of one article's body."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of whole sentences of one article.

    `key` is `<article key>.<n>`; `text` equals `article.body[start:start + len(text)]`.
    """

    key: str
    article: str
    start: int
    text: str
