"""What is suggested for articles that the corpus does not have is mostly what people chose."""

from __future__ import annotations

from dataclasses import replace

from bot.articles import load_corpus
from bot.desk.drafts.neighbours import find_neighbours, guess_kind
from bot.desk.values import Draft
from bot.search import SearchEngine
from bot.search.sources import list_sources
from tests.articles.samples import SHIPPED


def test_topics_and_perspectives_of_unseen_articles_are_mostly_right() -> None:
    whole = load_corpus(SHIPPED)
    unseen = whole.articles[::12]
    corpus = replace(whole, articles=tuple(a for a in whole.articles if a not in unseen))
    engine = SearchEngine.build(list_sources(corpus), corpus.glossary)
    topics_hit = perspectives_hit = right = suggested = 0
    for article in unseen:
        near = find_neighbours(Draft.of(article), corpus, engine)
        topics_hit += not set(near.topics).isdisjoint(article.topics)
        perspectives_hit += not set(near.perspectives).isdisjoint(article.perspectives)
        right += len(set(near.topics) & set(article.topics))
        suggested += len(near.topics)
        assert near.same_address is None
        assert 1 <= len(near.topics) <= 3

    assert topics_hit / len(unseen) > 0.8
    assert perspectives_hit / len(unseen) > 0.8
    assert right / suggested > 0.65


def test_the_kind_is_told_by_headline_and_outlet() -> None:
    corpus = load_corpus(SHIPPED)

    assert guess_kind(Draft(title="[SALAH] KPU Curang", outlet="Kompas.com"), corpus) == "cek-fakta"
    assert guess_kind(Draft(title="Cek Fakta: Sirekap", outlet=""), corpus) == "cek-fakta"
    assert guess_kind(Draft(title="KPU", outlet="Kompas.com"), corpus) == "berita"
    assert guess_kind(Draft(title="KPU", outlet="TurnBackHoax (Mafindo)"), corpus) == "cek-fakta"
    assert guess_kind(Draft(title="KPU", outlet="Media Baru"), corpus) == "berita"
    empty = replace(corpus, taxonomy=replace(corpus.taxonomy, kinds={}))
    assert guess_kind(Draft(title="KPU"), empty) == ""
