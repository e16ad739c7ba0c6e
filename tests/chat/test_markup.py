"""Markup escapes everything and knows how long it is after Telegram has parsed it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat import markup
from bot.chat.markup import (
    Markup,
    bold,
    count_units,
    italic,
    join,
    link,
    quote,
    shorten,
    text,
    underline,
)
from tests.fake_telegram.markup import parse_html, utf16_length

ANY = st.text(st.characters(exclude_categories=()))
URLS = st.one_of(
    st.just("https://a.id/?x=1&y=\"<'>"),
    st.from_regex(r"(https?|javascript|tg)://[a-z<>\"&']{1,9}", fullmatch=True),
    ANY,
)
PIECES = st.recursive(
    st.one_of(
        *(ANY.map(make) for make in (text, bold, italic, underline)), st.builds(link, ANY, URLS)
    ),
    lambda inner: st.one_of(
        st.builds(lambda a, b: a + b, inner, inner),
        st.builds(lambda a, b: join("\n", a, b), inner, inner),
    ),
    max_leaves=8,
)


@given(PIECES, st.booleans())
def test_every_piece_is_well_formed_and_as_long_as_it_says(piece: Markup, expandable: bool) -> None:
    framed = text("[") + quote(piece, expandable=expandable) + text("]")

    plain, entities = parse_html(framed.html)

    assert utf16_length(plain) == framed.units
    assert len(entities) <= framed.entities


@given(ANY)
def test_text_comes_out_as_it_went_in_but_for_controls(content: str) -> None:
    plain, entities = parse_html(f"[{text(content).html}]")

    assert plain == f"[{markup.clean(content)}]"
    assert entities == []


@given(ANY, st.integers(2, 80))
def test_shortened_text_fits_and_begins_like_the_whole(content: str, units: int) -> None:
    short = shorten(content, units)

    assert count_units(short) <= units
    assert "\n" not in short
    assert " ".join(markup.clean(content).split()).startswith(short.removesuffix("…"))


def test_underlined_words_stand_within_bold_ones() -> None:
    marked = bold(text("Server ") + underline("Sirekap") + text(" aman"))
    plain, entities = parse_html(marked.html)

    assert plain == "Server Sirekap aman"
    assert {(e["type"], e["offset"], e["length"]) for e in entities} == {
        ("bold", 0, 19),
        ("underline", 7, 7),
    }
    assert marked.entities == 2


def test_text_that_fits_is_not_shortened() -> None:
    assert shorten("Apa itu Sirekap?", 16) == "Apa itu Sirekap?"
    assert shorten("Apa itu Sirekap?", 15) == "Apa itu…"


def test_emoji_count_as_two_units() -> None:
    assert count_units("🗳️ é") == 5


def test_quotes_and_brackets_in_an_address_stay_in_the_address() -> None:
    piece = link("judul", 'https://a.id/"><b>x</b>?a=1&b=2')

    assert parse_html(piece.html) == (
        "judul",
        [{"type": "text_link", "offset": 0, "length": 5, "url": 'https://a.id/"><b>x</b>?a=1&b=2'}],
    )


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "ftp://a.id/x",
        "tg://resolve?domain=x",
        "https://",
        "https://localhost/x",
        "https:///jalan",
        "https://siapa:sandi@a.id/",
        "https://a.id/a b",
        "https://a.id/\n",
        "https://[::1",
        "//a.id/x",
        "",
        "https://a.id/" + "x" * 3000,
    ],
)
def test_what_is_no_safe_web_address_becomes_no_link(url: str) -> None:
    assert link("judul", url) == text("judul")


def test_marks_that_turn_the_direction_of_text_are_dropped() -> None:
    assert text("a\u202eb\u2066c\u2069").html == "abc"
