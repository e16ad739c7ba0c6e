"""An article is read from whichever of its pages the address is, with what the page says of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest

from bot.desk.errors import FetchError, NoArticleError
from bot.desk.intake.fetching import Fetcher, FetchRules, Page
from bot.desk.intake.page_links import is_same_site, tidy_address
from bot.desk.intake.reading import read_address
from bot.desk.intake.web_pages import read_page
from bot.desk.values import Asked, Doubt, Draft, Intake, KnownOutlets
from tests.desk.news_site import Reply, Site, open_site, redirect

FIRST = (
    "Komisi Pemilihan Umum mengakui bahwa komputasi awan Sirekap memakai layanan Alibaba Cloud "
    "dalam sidang sengketa informasi di Jakarta pada Rabu siang."
)
SECOND = (
    "Majelis Komisi Informasi Pusat meminta perwakilan lembaga itu membawa salinan perjanjian "
    "kerja sama pada sidang berikutnya yang dijadwalkan bulan depan di Jakarta."
)
META = """
<meta property="og:title" content="KPU Akui Sirekap Memakai Alibaba Cloud">
<meta property="og:site_name" content="Harian Contoh"><meta name="author" content="Rita Noor">
<meta property="article:published_time" content="2024-03-13T18:30:00+00:00">
"""
HEADLINE = "KPU Akui Sirekap Memakai Alibaba Cloud"


def html(*paragraphs: str, head: str = "", links: str = "", tag: str = "<html>") -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f"<!doctype html>{tag}<head><title>{HEADLINE} - Harian Contoh</title>{head}</head><body>"
        f"<nav><a href='/'>Beranda</a></nav><article><h1>{HEADLINE}</h1>{body}{links}</article>"
        "<footer>Hak cipta</footer></body></html>"
    )


async def read(site: Site, path: str) -> Intake:
    async def look_up(_host: str, _port: int) -> Sequence[str]:
        return ["127.0.0.1"]

    hosts = frozenset({"127.0.0.1", "m.contoh.test", "amp.contoh.test", "contoh.test"})
    fetcher = Fetcher(FetchRules(hosts), look_up)
    return await read_address(site.url(path), fetcher, KnownOutlets(), Draft())


async def test_headline_outlet_author_and_day_come_from_the_page() -> None:
    with open_site({"/satu": html(FIRST, SECOND, head=META)}) as site:
        article = await read(site, "/satu")

    assert article.draft.title == HEADLINE
    assert (article.draft.outlet, article.author) == ("Harian Contoh", "Rita Noor")
    assert article.draft.published == date(2024, 3, 14), "half past one in the morning in Jakarta"
    assert article.draft.body.split("\n\n") == [FIRST, SECOND]
    assert article.draft.url == site.url("/satu")
    assert article.asked == ()


@pytest.mark.parametrize(
    ("head", "day"),
    [
        (
            '<script type="application/ld+json">{"datePublished": "2024-03-13T20:00:00Z"}</script>',
            14,
        ),
        ('<meta itemprop="datePublished" content="2024-03-13T08:00:00+07:00">', 13),
        ('<meta property="article:published_time" content="2024-03-13 23:59:00">', 13),
        ('<script type="application/ld+json">{"datePublished": "kemarin dulu"}</script>', 15),
    ],
)
async def test_the_day_is_found_in_each_kind_of_metadata(head: str, day: int) -> None:
    with open_site({"/2024/03/15/satu": html(FIRST, SECOND, head=head)}) as site:
        article = await read(site, "/2024/03/15/satu")

    assert article.draft.published == date(2024, 3, day)


async def test_a_tracked_address_becomes_the_one_that_the_page_names() -> None:
    canonical = "<link rel='canonical' href='/satu?utm_campaign=x'>"
    pages = {"/satu?utm_source=wa&id=7": html(FIRST, SECOND, head=canonical)}
    with open_site(pages) as site:
        article = await read(site, "/satu?utm_source=wa&id=7")

    assert article.draft.url == site.url("/satu")


async def test_a_page_that_names_another_site_as_its_own_is_asked_about() -> None:
    canonical = "<link rel='canonical' href='https://lain.test/dua'>"
    with open_site({"/satu": html(FIRST, SECOND, head=canonical)}) as site:
        article = await read(site, "/satu")

    assert article.draft.url == site.url("/satu")
    assert article.asked[:1] == (Asked(Doubt.OTHER_SITE, "https://lain.test/dua"),)


async def test_an_amp_page_leads_to_the_page_that_it_stands_for() -> None:
    canonical = "<link rel='canonical' href='/satu'>"
    pages = {
        "/amp/satu": html(FIRST, head=canonical, tag="<html amp>"),
        "/satu": html(FIRST, SECOND, head=META),
    }
    with open_site(pages) as site:
        article = await read(site, "/amp/satu")

    assert article.draft.url == site.url("/satu")
    assert article.draft.body.split("\n\n") == [FIRST, SECOND]


@pytest.mark.parametrize("path", ["/satu", "/satu?page=2", "/satu?page=3"])
async def test_all_pages_of_an_article_are_joined_whichever_was_named(path: str) -> None:
    links = "<a href='?page=1'>1</a> <a href='?page=2'>2</a> <a href='/satu?page=3'>3</a>"
    third = "Sidang itu ditutup pada sore hari, dan akan dilanjutkan setelah para pihak bersiap."
    pages = {
        "/satu": html(FIRST, head=META, links=links),
        "/satu?page=2": html(FIRST, SECOND, links=links),
        "/satu?page=3": html(third, links=links),
    }
    with open_site(pages) as site:
        article = await read(site, path)

    assert article.draft.body.split("\n\n") == [FIRST, SECOND, third]
    assert article.draft.url == site.url("/satu")


async def test_the_page_that_holds_all_is_preferred() -> None:
    links = "<a href='?page=2'>2</a> <a href='?page=all'>Semua</a>"
    pages = {
        "/satu": html(FIRST, head=META, links=links),
        "/satu?page=all": html(FIRST, SECOND, links=links),
    }
    with open_site(pages) as site:
        article = await read(site, "/satu")

        assert site.paths == ["/satu", "/satu?page=all"]
    assert article.draft.body.split("\n\n") == [FIRST, SECOND]


async def test_a_further_page_that_is_missing_is_asked_about() -> None:
    with open_site({"/satu": html(FIRST, links="<a href='?page=2'>2</a>")}) as site:
        article = await read(site, "/satu")

        assert article.asked[:1] == (Asked(Doubt.PAGE_MISSING, site.url("/satu?page=2")),)


async def test_links_to_other_articles_are_no_further_pages() -> None:
    links = "<a href='/dua?page=2'>2</a><a href='http://[/'>x</a><a href='?page=2024'>arsip</a>"
    with open_site({"/satu": html(FIRST, SECOND, links=links)}) as site:
        await read(site, "/satu")

        assert site.paths == ["/satu"]


async def test_a_further_page_cannot_lead_into_the_inner_network() -> None:
    links = "<a href='?page=2'>2</a>"
    pages: dict[str, Reply | str] = {
        "/satu": html(FIRST, SECOND, links=links),
        "/satu?page=2": redirect("http://10.0.0.1/"),
    }
    with open_site(pages) as site:
        article = await read(site, "/satu")

    assert article.asked[0].doubt is Doubt.PAGE_MISSING


@pytest.mark.parametrize("page", ["", "<html><body></body></html>", "<p>x</p>", "\x00", "<" * 5000])
async def test_a_page_without_an_article_is_refused_in_words(page: str) -> None:
    with (
        open_site({"/satu": page}) as site,
        pytest.raises(NoArticleError, match="Tidak ada artikel"),
    ):
        await read(site, "/satu")


def test_scripts_and_comments_of_the_page_are_no_text() -> None:
    page = html(FIRST, SECOND, links="<script>document.write('jahat')</script><!-- rahasia -->")
    text = read_page(Page("https://contoh.id/satu", page)).text

    assert "jahat" not in text
    assert "rahasia" not in text


def test_deeply_nested_html_is_no_obstacle() -> None:
    page = html(FIRST, SECOND, links="<div>" * 50_000 + "x")
    assert FIRST in read_page(Page("https://contoh.id/satu", page)).text


def test_a_page_of_very_many_parts_is_refused_rather_than_read_for_minutes() -> None:
    with pytest.raises(NoArticleError):
        read_page(Page("https://contoh.id/satu", html(FIRST, links="<b><i></i></b>" * 100_000)))


@pytest.mark.parametrize(
    ("url", "tidy"),
    [
        ("https://www.contoh.id/a?utm_source=x&id=3#y", "https://www.contoh.id/a?id=3"),
        ("https://amp.kompas.com/nasional/a", "https://kompas.com/nasional/a"),
        ("https://contoh.id/amp/a?page=all", "https://contoh.id/a"),
        ("https://contoh.id/a/amp/", "https://contoh.id/a/"),
        ("bukan alamat", "bukan alamat"),
    ],
)
def test_an_address_is_tidied_without_leading_elsewhere(url: str, tidy: str) -> None:
    assert tidy_address(url) == tidy


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("https://m.kpu.go.id/a", "https://www.kpu.go.id/a", True),
        ("https://kpu.go.id/a", "https://bawaslu.go.id/a", False),
        ("https://nasional.kompas.com/a", "https://amp.kompas.com/a", True),
        ("https://a-b.cdn.ampproject.org/c/s/contoh.id/a", "https://contoh.id/a", True),
        ("https://contoh.id/a", "https://a-b.cdn.ampproject.org/c/s/contoh.id/a", False),
    ],
)
def test_sites_are_told_apart_by_their_registered_name(one: str, other: str, same: bool) -> None:
    assert is_same_site(one, other) is same


def test_unseen_characters_of_a_headline_are_cleaned() -> None:
    head = '<meta property="og:title" content="KPU\u200b  Akui\n Sirekap Memakai Alibaba">'
    article = read_page(Page("https://contoh.id/satu", html(FIRST, SECOND, head=head)))

    assert article.title == "KPU Akui Sirekap Memakai Alibaba"


async def test_a_first_page_that_is_missing_is_an_error() -> None:
    with open_site({}) as site, pytest.raises(FetchError):
        await read(site, "/satu")
