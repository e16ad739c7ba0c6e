"""Addresses inside a message: where they are, and what their words say."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search.links import find_addresses, replace_addresses

URL = "https://contoh.id/2024/03/15/kpu-akui-kontrak-alibaba"


@pytest.mark.parametrize(
    "written",
    ["{}", "cek {} ya", "({})", "“{}”", "<{}>", "{}.", "{}, benar?", "baca:\n{}\n", "{}…"],
)
def test_an_address_is_found_without_what_surrounds_it(written: str) -> None:
    assert find_addresses(written.format(URL)) == [URL]


def test_all_addresses_are_found_in_order() -> None:
    assert find_addresses(f"www.a.id/x dan {URL} serta HTTP://b.id") == [
        *("https://www.a.id/x", URL, "HTTP://b.id")
    ]


@pytest.mark.parametrize("text", ["", "kpu.go.id", "https://", "www.", "http:/a.id", "ftp://a.id"])
def test_other_texts_have_none(text: str) -> None:
    assert find_addresses(text) == []
    assert replace_addresses(text) == text


@pytest.mark.parametrize(
    ("url", "words"),
    [
        (URL, "kpu akui kontrak alibaba"),
        (f"{URL}.html?utm_source=wa#isi", "kpu akui kontrak alibaba"),
        ("https://a.id/berita/123/server-sirekap-pindah/amp/", "server sirekap pindah"),
        ("www.a.id/kpu_tunda_rekap.php", "kpu tunda rekap"),
        ("https://a.id/kpu%20akui%20kontrak", "kpu akui kontrak"),
        ("https://a.id/?p=123", ""),
        ("https://a.id/berita/sirekap", ""),
        ("https://[::1/kpu-akui-kontrak", ""),
    ],
)
def test_an_address_is_replaced_by_the_words_of_its_headline(url: str, words: str) -> None:
    assert replace_addresses(f"benar {url} kah").split() == ["benar", *words.split(), "kah"]


@given(st.text(alphabet="htps:/w.%[]()id-a \n\"'“…", max_size=80))
def test_any_text_can_be_looked_through(text: str) -> None:
    for url in find_addresses(text):
        assert "://" in url
    if not find_addresses(text) and "://" not in text and "www." not in text:
        assert replace_addresses(text) == text
