"""Wording of the report of a quotation that moderators are sent; Indonesian only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.texts.answers import cite

if TYPE_CHECKING:
    from bot.articles.values import Article

ARRIVED = "Laporan tentang kutipan"


def describe_report(passage: str, article: Article, note: str) -> str:
    """Return what moderators read of a report, before the passage itself."""
    said = f"Catatan pelapor: {note}" if note else "Tanpa catatan."
    return f"{passage} · {article.file}\n{cite(article.citation)}\n{said}"
