"""Small corpora as values, for what the project's own corpus does not hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.answers import Answerer
from bot.articles import (
    Article,
    Citation,
    Claim,
    ClaimLine,
    ClaimSection,
    Corpus,
    Glossary,
    Retraction,
    Taxonomy,
    Topic,
)
from bot.search import SearchEngine
from bot.search.sources import list_sources

DAY = date(2024, 3, 1)
GLOSSARY = Glossary(
    expand={},
    stop=frozenset("apa apakah siapa kapan berapa mengapa di mana yang itu kata soal".split()),
    names=frozenset({"Sirekap"}),
    variants={},
)
TOPICS = (
    Topic("server", "Server", "Letak server."),
    Topic("grafik", "Grafik", "Tampilan grafik."),
    Topic("biaya", "Biaya", "Anggaran."),
    Topic("hasil", "Hasil", "Hasil resmi."),
)


def make_article(
    key: str,
    title: str,
    body: str,
    *,
    published: date = DAY,
    perspectives: Sequence[str] = (),
    questions: Sequence[str] = (),
) -> Article:
    """Return an article at an address of its own; paragraphs are apart in `body` as in a file."""
    return Article(
        key=key,
        file=f"{key}.md",
        citation=Citation(title, "Harian Contoh", f"https://contoh.id/{key}", published),
        kind="berita",
        perspectives=tuple(perspectives),
        topics=(),
        body=body,
        questions=tuple(questions),
    )


def retract(article: Article) -> Article:
    """Return the article as one that was withdrawn."""
    return replace(article, retracted=Retraction(DAY, "keliru"))


def make_claim(
    key: str,
    claim: str,
    *,
    questions: Sequence[str] = (),
    cited: Sequence[str] = (),
    replies: Sequence[str] = (),
    rulings: Sequence[str] = (),
) -> Claim:
    """Return a card of a claim, and of replies to it and a ruling when there are any."""
    parts = {"Klaim": cited, "Tanggapan": replies, "Putusan": rulings}
    return Claim(
        key=key,
        file=f"{key}.md",
        claim=claim,
        claimants=("Budi, saksi",),
        first_made=DAY,
        topics=("server",),
        sections=tuple(
            ClaimSection(heading, (ClaimLine("Menurut Budi.", tuple(files)),))
            for heading, files in parts.items()
            if files
        ),
        questions=tuple(questions),
    )


def make_answerer(
    *articles: Article,
    claims: Sequence[Claim] = (),
    topics: Sequence[Topic] = (),
    glossary: Glossary = GLOSSARY,
) -> Answerer:
    """Return an answerer over a corpus of nothing but what is given."""
    taxonomy = Taxonomy(tuple(topics), {"kpu": "KPU", "ahli": "Ahli"}, {"berita": "Berita"})
    corpus = Corpus("satu", articles, tuple(claims), taxonomy, glossary)
    return Answerer(corpus, SearchEngine.build(list_sources(corpus), glossary))


SERVER = make_article(
    "server",
    "Letak server dipertanyakan",
    "Pakar siber menyebut server Sirekap berada di Singapura. Pakar itu meminta audit.\n\n"
    "Komisioner membantah bahwa server Sirekap berada di luar negeri.",
    perspectives=["ahli"],
    questions=["Di mana letak server Sirekap?", "Siapa yang meminta audit server?"],
)
CHART = make_article(
    "grafik",
    "Grafik perolehan suara hilang",
    "Grafik perolehan suara tidak lagi tampil di laman resmi sejak Maret.",
    perspectives=["kpu"],
    questions=["Mengapa grafik perolehan suara hilang?"],
)
COST = make_article(
    "biaya",
    "Biaya aplikasi dipersoalkan",
    "Anggaran aplikasi rekapitulasi mencapai miliaran rupiah menurut laporan tahunan.",
    questions=["Berapa anggaran aplikasi rekapitulasi?"],
)
