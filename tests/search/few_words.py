"""A few words and a small glossary, to read questions with."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from bot.articles import Glossary
from bot.search import Query
from bot.search.stemming import Stemmer
from bot.search.understanding import QueryReader
from tests.search.corpora import glossary_of

WORDS = """
    sirekap kpu server suara grafik diagram tidak bukan hilang menolak laporan lapor polisi
    bareskrim mahkamah konstitusi aplikasi komisi pemilihan umum rumah teman maret 13 17
    2024 persen mendadak hp makam makan pengiriman kerja sekitar kita
"""
FREQUENCIES = dict.fromkeys(WORDS.split(), 20)
TITLES_ONLY = {"rumah"}
GLOSSARY = glossary_of(
    stop=["apa", "apakah", "yang", "itu", "kenapa", "ada apa dengan", "dengan"],
    names=["Sirekap", "Server"],
    expand={
        "pulisi": ("polisi",),
        "mk": ("mahkamah konstitusi",),
        "grafik": ("diagram",),
        "rumah hantu": ("server",),
        "laporan polisi": ("bareskrim",),
        "suara siluman": ("mahkamah konstitusi",),
        "mendadak2": ("mendadak",),
        "ngilang": ("hilang",),
        "peretasan": ("hilang",),
        "pbb": ("konstitusi", "suara kpu"),
    },
    variants={"sirecap": "sirekap"},
)


def read(question: str, glossary: Glossary = GLOSSARY) -> Query:
    return read_of(FREQUENCIES, question, glossary)


def read_of(
    frequencies: Mapping[str, int],
    question: str,
    glossary: Glossary = GLOSSARY,
    titles_only: AbstractSet[str] = frozenset(TITLES_ONLY),
) -> Query:
    stemmer = Stemmer(added=(name.lower() for name in glossary.names))
    stems = {stemmer.stem(word) for word in frequencies}
    told = stems - titles_only
    return QueryReader(frequencies, stems, told, glossary, stemmer).read(question)


def searched(question: str) -> list[list[str]]:
    """Return the words that are looked for, concept by concept."""
    return [[term.surface for term in concept.terms] for concept in read(question).concepts]


def weights(question: str) -> Mapping[str, float]:
    return {term.surface: term.weight for c in read(question).concepts for term in c.terms}
