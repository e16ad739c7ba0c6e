"""A lone word of a long form, "pemilu", hardly tells what that is short for, "Bawaslu"."""

from __future__ import annotations

import pytest

from bot.search import SearchEngine
from bot.search.matches import find_matches
from bot.search.sources import list_sources
from tests.search.corpora import article_of, corpus_of, glossary_of

WHOLE = "Saran Badan Pengawas Pemilu diberi. Bawaslu itu ada."


def tell(text: str) -> float:
    """Return how far `text` tells of Bawaslu, beside an article that has both its forms."""
    articles = [article_of("text", "Berita", text), article_of("whole", "Kabar", WHOLE)]
    glossary = glossary_of(expand={"bawaslu": ("badan pengawas pemilu",)}, names=("Bawaslu",))
    engine = SearchEngine.build(list_sources(corpus_of(*articles)), glossary)
    query = engine.read("saran bawaslu")
    positions = engine.rank(query).positions
    place = [engine.index.passages[at].article for at in positions].index(articles[0].key)
    return float(find_matches(engine.index, query, positions).told[place, 1])


@pytest.mark.parametrize(
    "text",
    ["Saran Bawaslu.", "Saran badan pengawas pemilu.", "Saran badan dan pengawas."],
)
def test_a_short_form_and_words_of_the_long_one_that_stand_together_tell_it(text: str) -> None:
    assert tell(text) == 1


@pytest.mark.parametrize("text", ["Saran pada pemilu.", "Saran badan lain untuk suatu pemilu."])
def test_a_lone_word_of_the_long_form_tells_it_a_little(text: str) -> None:
    assert 0 < tell(text) < 1


def test_without_any_of_the_words_it_is_not_told() -> None:
    assert tell("Saran lain.") == 0
