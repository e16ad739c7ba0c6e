"""Small made-up corpora as values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np

from bot.articles import Article, Citation, Corpus, Glossary, Retraction, Taxonomy

DAY = date(2024, 3, 1)


def glossary_of(
    stop: Sequence[str] = (),
    names: Sequence[str] = (),
    expand: Mapping[str, tuple[str, ...]] | None = None,
    variants: Mapping[str, str] | None = None,
) -> Glossary:
    """Return a glossary of what is given."""
    return Glossary(expand or {}, frozenset(stop), frozenset(names), variants or {})


def sort_all(scores: np.ndarray, k: int) -> list[int]:
    """Return the positions of the `k` highest positive `scores`, ties by position."""
    ranked = sorted(range(len(scores)), key=lambda position: (-scores[position], position))
    return [position for position in ranked if scores[position] > 0][: max(k, 0)]


def article_of(
    key: str, title: str, body: str, questions: Sequence[str] = (), *, retracted: bool = False
) -> Article:
    """Return an article; its paragraphs are apart in `body` as in a file."""
    return Article(
        key=key,
        file=f"{key}.md",
        citation=Citation(title, "Harian Contoh", f"https://contoh.id/{key}", DAY),
        kind="berita",
        perspectives=(),
        topics=(),
        body=body,
        questions=tuple(questions),
        retracted=Retraction(DAY, "keliru") if retracted else None,
    )


def corpus_of(
    *articles: Article, glossary: Glossary | None = None, revision: str = "satu"
) -> Corpus:
    """Return a corpus of nothing but `articles` and `glossary`."""
    return Corpus(
        revision=revision,
        articles=articles,
        claims=(),
        taxonomy=Taxonomy((), {}, {}),
        glossary=glossary or glossary_of(),
    )


SERVER = article_of(
    "server",
    "Letak komputer KPU dipertanyakan",
    "Pakar siber menyebut server Sirekap berada di Singapura.\n\nKomisioner membantah hal itu.",
    ["Benarkah data pemilu disimpan di luar negeri?"],
)
CHART = article_of(
    "grafik",
    "Diagram perolehan suara hilang",
    "Grafik perolehan suara tidak lagi tampil di laman resmi sejak Maret.",
)
COUNT = article_of(
    "hitung",
    "Penghitungan berjenjang",
    "Hasil resmi pemilu ditetapkan dari rekapitulasi manual berjenjang, bukan dari aplikasi.",
)
CORPUS = corpus_of(SERVER, CHART, COUNT, glossary=glossary_of(stop=["apa"], names=["Sirekap"]))
