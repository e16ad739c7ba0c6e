"""Answers built by hand from the real values, for tests of how they look."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from rich.console import Console

from bot.answers.values import Answer, Quotation, Status, Understanding
from bot.articles.values import (
    Article,
    Citation,
    Claim,
    ClaimLine,
    ClaimSection,
    Corpus,
    Glossary,
    Outcome,
    Taxonomy,
    Topic,
)
from bot.console.answer_view import render_answer
from bot.console.screen import show
from bot.search.passages import Passage

if TYPE_CHECKING:
    from collections.abc import Mapping

BODY = "Grafik dihentikan pada 5 Maret 2024. KPU menyebut tampilan itu menimbulkan prasangka."

TOPICS = (
    Topic("grafik-dihapus", "Grafik tidak ditampilkan", "Tampilan diagram yang dihentikan."),
    Topic("anggaran", "Anggaran", "Biaya Sirekap."),
)


def make_article(number: int = 1, **changes: object) -> Article:
    """Return an article that differs from others by its number."""
    day = date(2024, 3, number)
    citation = Citation(f"Judul {number}", f"Media {number}", f"https://m.id/{number}", day)
    article = Article(f"key{number}", f"a{number}.md", citation, "berita", ("kpu",), (), BODY)
    return replace(article, **changes)  # type: ignore[arg-type]


def make_quotation(article: Article, rank: int = 1, text: str = BODY) -> Quotation:
    """Return a quotation whose first sentence is the best."""
    passage = Passage(f"{article.key}.0", article.key, 0, text)
    best = (0, text.index(".") + 1)
    return Quotation(rank, 1.5, passage, article, best, speakers=("KPU",))


def make_claim() -> Claim:
    """Return a claim card that cites articles 1 and 2."""
    lines = (ClaimLine("Grafik dihapus.", ("a1.md", "a2.md")),)
    reply = (ClaimLine("KPU menjawab.", ("a2.md",)),)
    return Claim(
        key="grafik",
        file="grafik.md",
        claim="Grafik dihapus",
        claimants=("Budi, saksi",),
        first_made=date(2024, 3, 5),
        topics=("grafik-dihapus",),
        sections=(ClaimSection("Klaim", lines), ClaimSection("Tanggapan", reply)),
        outcome=Outcome("Ditolak", "Mahkamah Konstitusi", date(2024, 4, 22)),
    )


def make_corpus(*articles: Article) -> Corpus:
    """Return a corpus of the articles, two topics, and the claim card."""
    taxonomy = Taxonomy(TOPICS, {"kpu": "KPU"}, {"berita": "Berita"})
    empty: Mapping[str, tuple[str, ...]] = {}
    glossary = Glossary(empty, frozenset(), frozenset(), {})
    return Corpus("r1", articles, (make_claim(),), taxonomy, glossary)


def make_answer(status: Status = Status.FOUND, **changes: object) -> Answer:
    """Return an answer of the given status; found ones quote article 1."""
    quoted = status in {Status.FOUND, Status.NEAR}
    answer = Answer(
        question="kenapa grafik dihapus?",
        status=status,
        confidence=0.9,
        understanding=Understanding(terms=("grafik", "hapus")),
        quotations=(make_quotation(make_article()),) if quoted else (),
        sources_until=date(2025, 8, 31),
    )
    return replace(answer, **changes)  # type: ignore[arg-type]


def draw(answer: Answer, corpus: Corpus, width: int = 80, *, terminal: bool = False) -> str:
    """Return what a screen of `width` columns shows."""
    file = io.StringIO()
    screen = Console(
        file=file,
        width=width,
        force_terminal=terminal,
        color_system="truecolor" if terminal else None,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    show(screen, render_answer(answer, corpus))
    return file.getvalue()
