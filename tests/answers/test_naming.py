"""A message that links to an article, or quotes its headline, is answered with that article."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import cycle

import pytest

from bot.answers import Answer, Answerer, Status
from bot.articles import Article, Citation, article_key
from tests.answers.made_up import CHART, DAY, SERVER, make_answerer, make_article, retract

ADDRESS = "https://www.contoh.id/berita/2024/03/letak-server-sirekap.html"


def at(address: str, article: Article) -> Article:
    citation = replace(article.citation, url=address)
    return replace(article, key=article_key(address), citation=citation)


def is_first(article: Article, answer: Answer) -> bool:
    return answer.status is Status.FOUND and answer.quotations[0].article is article


WRITTEN = (
    "{}",
    "benarkah ini? {}",
    "{} (dari grup sebelah).",
    "“{}”",
    "Baca juga:\n{}#komentar\nSebarkan!",
)


def test_an_address_brings_its_article_first(shipped: Answerer) -> None:
    for article, written in zip(shipped.corpus.articles, cycle(WRITTEN), strict=False):
        answer = shipped.answer(written.format(article.citation.url), limit=1)
        assert is_first(article, answer), article.file


def test_an_address_from_a_phone_brings_its_article_first(shipped: Answerer) -> None:
    for article in shipped.corpus.articles:
        host, _, path = article.citation.url.partition("://")[2].partition("/")
        mark = "&" if "?" in path else "?"
        url = f"http://www.{host.removeprefix('www.')}/amp/{path}{mark}utm_source=wa&utm_medium=x"
        assert is_first(article, shipped.answer(url, limit=1)), url


@pytest.mark.parametrize(
    "variant",
    [
        "http://contoh.id/berita/2024/03/letak-server-sirekap.html",
        "www.contoh.id/berita/2024/03/letak-server-sirekap.html",
        "https://m.contoh.id/berita/2024/03/letak-server-sirekap.html?utm_source=wa&fbclid=x",
        "https://amp.contoh.id/berita/2024/03/letak-server-sirekap.html",
        "https://www.contoh.id/berita/2024/03/letak-server-sirekap.html/amp/?page=all#komentar",
        "HTTPS://WWW.CONTOH.ID/berita/2024/03/letak-server-sirekap.html,",
    ],
)
def test_every_spelling_of_an_address_brings_its_article(variant: str) -> None:
    article = at(ADDRESS, SERVER)

    assert is_first(article, make_answerer(CHART, article).answer(f"cek {variant}"))


def test_an_address_counts_though_its_headline_asks_for_a_time_line() -> None:
    url = "https://contoh.id/kronologi"
    article = at(url, make_article("x", "Kronologi", SERVER.body))

    answer = make_answerer(CHART, article).answer(url)

    assert is_first(article, answer)
    assert answer.timeline is None


def test_an_address_of_no_article_is_read_by_the_words_of_its_headline() -> None:
    answer = make_answerer(SERVER, CHART).answer("https://lain.id/9/grafik-perolehan-suara-hilang")

    assert is_first(CHART, answer)


def test_an_address_without_words_of_no_article_is_empty() -> None:
    assert make_answerer(SERVER).answer("https://lain.id/?p=12").status is Status.EMPTY


def test_the_address_of_a_retracted_article_does_not_bring_it() -> None:
    article = retract(at(ADDRESS, SERVER))

    assert make_answerer(CHART, article).answer(ADDRESS).quotations == ()


def test_a_pasted_headline_brings_its_article_first(shipped: Answerer) -> None:
    titles = Counter(article.citation.title for article in shipped.corpus.articles)
    missed = [
        article.citation.title
        for article in shipped.corpus.articles
        if titles[article.citation.title] == 1
        and not is_first(article, shipped.answer(article.citation.title, limit=1))
    ]

    assert len(missed) <= 0.01 * len(titles), missed


def test_articles_with_the_same_headline_are_shown_together(shipped: Answerer) -> None:
    titles = Counter(article.citation.title for article in shipped.corpus.articles)
    [title] = [title for title, count in titles.items() if count > 1]
    alike = {a.file for a in shipped.corpus.articles if a.citation.title == title}
    first = shipped.answer(title).quotations[0]

    assert alike <= {first.article.file, *(article.file for article in first.also)}


@pytest.mark.parametrize("written", ["{}", "{} - Kompas.com", "*{}* 😱", "Cek fakta dong: {}!!"])
def test_a_headline_is_known_among_other_words(shipped: Answerer, written: str) -> None:
    title = "KPU Akan Kembali Gunakan Sirekap untuk Pilkada 2024"
    [article] = [a for a in shipped.corpus.articles if a.citation.title == title]

    assert is_first(article, shipped.answer(written.format(title.upper())))


def test_the_longest_of_several_headlines_counts() -> None:
    short = make_article("pendek", "Letak server masih gelap", CHART.body)
    citation = Citation("Letak server masih gelap bagi publik", "B", "https://b.id/b", DAY)
    long = replace(SERVER, key="panjang", citation=citation)

    assert is_first(long, make_answerer(short, long).answer("Letak server masih gelap bagi publik"))


def test_a_headline_goes_first_though_nothing_of_it_is_in_its_article() -> None:
    odd = make_article("aneh", "Heboh! Ternyata begini awal mulanya", CHART.body)

    assert is_first(odd, make_answerer(SERVER, odd).answer("Heboh! Ternyata begini awal mulanya"))


def test_a_short_headline_inside_a_question_decides_nothing() -> None:
    short = make_article("pendek", "Server Sirekap", CHART.body)

    answer = make_answerer(SERVER, short).answer("di mana letak server Sirekap?")

    assert is_first(SERVER, answer)
