"""`/sumber` shows how much of whom the corpus holds."""

from __future__ import annotations

import io
from datetime import date
from typing import TYPE_CHECKING

from rich.console import Console

from bot.articles.values import Retraction
from bot.console.corpus_view import render_sources
from bot.console.screen import show
from tests.console.answers_for_tests import make_article, make_corpus

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.console.screen import Part

CORPUS = make_corpus(
    *(make_article(number, topics=("grafik-dihapus",)) for number in range(1, 9)),
    make_article(9, topics=("grafik-dihapus",), retracted=Retraction(date(2026, 1, 1), "Palsu.")),
)


def _draw(parts: Iterable[Part]) -> str:
    file = io.StringIO()
    show(Console(file=file, width=80, color_system=None), parts)
    return file.getvalue()


def test_sources_are_counted_and_named() -> None:
    shown = _draw(render_sources(CORPUS))

    assert shown.startswith("8 artikel dari 8 media dan lembaga. Sumber sampai")
    assert "- Media 1: 1 artikel" in shown


def test_a_retracted_article_is_neither_counted_nor_shown() -> None:
    assert "Media 9" not in _draw(render_sources(CORPUS))
