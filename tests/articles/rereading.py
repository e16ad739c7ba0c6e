"""A corpus in a folder that a reader has read once, and what happens to its files."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.articles import CorpusReader
from tests.articles.samples import ARTICLE, TODAY, write_corpus

BROKEN = "Tanpa kepala."
RETRACTED = 'retracted: {date: 2024-05-01, reason: "Dicabut."}\n---\nAnggota'
CHANGES = {
    "as ever": ("", ""),
    "longer": ("2.325 TPS.", "2.325 TPS.\n\nTambahan."),
    "corrected": ("---\nAnggota", 'corrections:\n  - {date: 2024-04-01, text: "R."}\n---\nAnggota'),
    "with a warning": ("2.325 TPS.", "2.325 TPS.\n \nTambahan."),
    "of an unknown topic": ("topics: [server]", "topics: [sirver]"),
    "of the future": ("published: 2024-03-13", "published: 2026-01-16"),
    "broken": (ARTICLE, BROKEN),
}
DELETED = "deleted"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_corpus(tmp_path / "corpus")


@pytest.fixture
def reader(folder: Path) -> CorpusReader:
    reader = CorpusReader(folder)
    reader.read(TODAY)
    return reader


def bring(folder: Path, name: str, state: str) -> None:
    """Bring the article called `name` into a state."""
    path = folder / "articles" / f"{name}.md"
    if state == DELETED:
        path.unlink(missing_ok=True)
    else:
        old, new = CHANGES[state]
        assert old in ARTICLE
        path.write_text(ARTICLE.replace(old, new, 1).replace("/satu", f"/{name}"))
