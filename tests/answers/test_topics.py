"""Topics and claims can be browsed: what a topic holds, and all claims in its order."""

from __future__ import annotations

from collections import Counter
from itertools import pairwise

import pytest

from bot.answers.topics import MOST_CITED, describe_topic, find_claim, list_claims
from bot.articles import Corpus, Topic
from tests.answers.shipped import open_shipped
from tests.console.answers_for_tests import make_article, make_corpus


@pytest.fixture
def corpus() -> Corpus:
    return open_shipped().corpus


def find(corpus: Corpus, name: str) -> Topic:
    return next(topic for topic in corpus.taxonomy.topics if topic.id == name)


def test_a_topic_holds_its_claims_and_articles(corpus: Corpus) -> None:
    for topic in corpus.taxonomy.topics:
        card = describe_topic(corpus, topic)
        of_topic = [article for article in corpus.articles if topic.id in article.topics]
        assert card.topic is topic
        assert card.articles == len(of_topic)
        assert set(card.claims) == {claim for claim in corpus.claims if topic.id in claim.topics}
        assert set(card.most_cited) <= set(of_topic)
        assert len(card.most_cited) == min(MOST_CITED, len(of_topic))
        days = [article.citation.published for article in of_topic]
        assert (card.first, card.last) == (min(days), max(days))


def test_articles_that_the_claims_of_the_topic_cite_most_come_first(corpus: Corpus) -> None:
    card = describe_topic(corpus, find(corpus, "suara-psi"))
    cited = Counter(
        file
        for claim in card.claims
        for section in claim.sections
        for line in section.lines
        for file in line.articles
    )
    counts = [cited[article.file] for article in card.most_cited]

    assert counts[0] >= 2
    assert all(former >= later for former, later in pairwise(counts))


def test_among_articles_cited_as_often_the_newest_come_first() -> None:
    corpus = make_corpus(*(make_article(n, topics=("grafik-dihapus",)) for n in range(1, 9)))
    card = describe_topic(corpus, corpus.taxonomy.topics[0])

    assert [article.file for article in card.most_cited] == [
        *("a2.md", "a1.md"),
        *("a8.md", "a7.md", "a6.md"),
    ]


def test_a_topic_without_articles_has_an_empty_card() -> None:
    corpus = make_corpus(make_article(1))
    card = describe_topic(corpus, corpus.taxonomy.topics[1])

    assert (card.claims, card.most_cited, card.articles) == ((), (), 0)
    assert (card.first, card.last) == (None, None)


def test_every_claim_is_listed_once_in_the_order_of_topics(corpus: Corpus) -> None:
    groups = list_claims(corpus)
    numbered = [claim for group in groups for claim in group.claims]
    order = [topic.id for topic in corpus.taxonomy.topics]

    assert sorted(each.claim.key for each in numbered) == sorted(c.key for c in corpus.claims)
    assert [each.number for each in numbered] == list(range(1, len(numbered) + 1))
    places = [order.index(group.topic.id) for group in groups]
    assert places == sorted(places)
    for group in groups:
        days = [each.claim.first_made for each in group.claims]
        assert days == sorted(days)


def test_a_claim_keeps_its_number_when_the_list_is_narrowed(corpus: Corpus) -> None:
    numbers = {
        each.claim.key: each.number for group in list_claims(corpus) for each in group.claims
    }
    (group,) = list_claims(corpus, find(corpus, "mk-phpu"))

    assert len(group.claims) > 3
    for each in group.claims:
        assert each.number == numbers[each.claim.key]
        assert "mk-phpu" in each.claim.topics


def test_a_topic_without_claims_lists_none() -> None:
    corpus = make_corpus(make_article(1))

    assert list_claims(corpus, corpus.taxonomy.topics[1]) == ()


def test_a_claim_is_found_by_its_number_or_key(corpus: Corpus) -> None:
    for group in list_claims(corpus):
        for each in group.claims:
            assert find_claim(corpus, f" {each.number}") is each.claim
            assert find_claim(corpus, each.claim.key.upper()) is each.claim
    assert find_claim(corpus, "0") is None
    assert find_claim(corpus, "") is None
