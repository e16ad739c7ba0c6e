"""No HTML, however broken, brings anything but an article or a refusal."""

from __future__ import annotations

from contextlib import suppress

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.articles.prose import find_hidden
from bot.desk.errors import NoArticleError
from bot.desk.intake.fetching import Page
from bot.desk.intake.reading import read_file
from bot.desk.intake.web_pages import read_page
from bot.desk.values import Draft, KnownOutlets
from tests.articles.samples import TODAY

SENTENCE = "Komisi Pemilihan Umum mengakui bahwa komputasi awan Sirekap memakai layanan itu. "
PIECES = (
    *("<p>", "</p>", "<div>", "</div>", "<article>", "<h1>", "<title>", "<table><tr><td>"),
    *('<a href="?page=2">', '<a href="http://[">', "<link rel=canonical href='//x'>", "<html amp>"),
    *('<meta property="og:title" content="', '<meta name="author" content="', '">', "<base href='"),
    '<meta property="article:published_time" content="2024-99-99T99:99">',
    '<script type="application/ld+json">{"datePublished":"2024-13-40T99"}',
    *('{"@type":"NewsArticle","author":{"name":[1]},"headline":5}', "</script>", "<!--", "-->"),
    *('<time datetime="99999-99-99">', "&#0;", "&#xD800;", "&#8203;", "\x00", "<![CDATA[", "]]>"),
    *('<?xml version="1.0" encoding="utf-16"?>', '<meta charset="utf-7">', SENTENCE * 4),
)
pages = st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=30).map("".join)
urls = st.sampled_from(["", "https://contoh.id/a?page=2", "http://127.0.0.1:8/x", "http://[::1]/"])


@settings(deadline=None)
@given(pages, urls)
def test_any_page_is_read_or_refused(html: str, url: str) -> None:
    with suppress(NoArticleError):
        article = read_page(Page(url, html))
        assert article.text
        assert not list(find_hidden(article.title + article.outlet + article.author))


@settings(deadline=None)
@given(pages)
def test_any_html_file_becomes_a_clean_draft_or_is_refused(html: str) -> None:
    data = f"<html><body>{html}".encode("utf-8", "replace")
    with suppress(NoArticleError):
        draft = read_file("a.html", data, KnownOutlets(), Draft(), TODAY).draft
        assert draft.body
        assert not list(find_hidden(draft.body))
