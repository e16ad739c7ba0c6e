"""Variants of an address are one article, and different addresses stay different."""

from __future__ import annotations

import re
import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.articles import AddressError, AddressFault, article_key, canonical_url

WORD = st.text(string.ascii_lowercase + string.digits, min_size=1, max_size=8)
HOST = st.builds("{}.{}.id".format, WORD.filter(lambda w: w not in {"www", "m", "amp"}), WORD)
SEGMENTS = st.lists(WORD.filter(lambda word: word != "amp"), max_size=4)
NAMES = WORD.map(lambda word: f"q{word}")
PARAMETERS = st.dictionaries(NAMES, WORD, max_size=3)
NOISE = ["utm_source=x", "fbclid=1", "page=all", "page=2", "amp=1", "ref=home", "source=wa"]


@given(HOST, SEGMENTS, PARAMETERS, st.data())
def test_variants_of_an_address_agree(
    host: str, segments: list[str], parameters: dict[str, str], data: st.DataObject
) -> None:
    pairs = [f"{name}={value}" for name, value in parameters.items()]
    plain = f"https://{host}/{'/'.join(segments)}" + ("?" + "&".join(pairs) if pairs else "")
    noisy = data.draw(st.permutations([*pairs, *data.draw(st.lists(st.sampled_from(NOISE)))]))
    prefix = data.draw(st.sampled_from(["", "www.", "m.", "amp.", "www.m."]))
    scheme, port = data.draw(
        st.sampled_from([("http", ""), ("HTTPS", ""), ("http", ":80"), ("https", ":443")])
    )
    place = data.draw(st.integers(0, len(segments)))
    path = "/".join([*segments[:place], *data.draw(st.sampled_from([[], ["amp"]])),
                     *segments[place:]])  # fmt: skip
    tail = data.draw(st.sampled_from(["", "/"])) if path else ""
    variant = f"{scheme}://{prefix}{host.upper()}{port}/{path}{tail}?{'&'.join(noisy)}#top"
    assert canonical_url(variant) == canonical_url(plain)
    assert article_key(variant) == article_key(plain)


@given(HOST, SEGMENTS, st.text(max_size=20), st.text(max_size=20))
def test_the_canonical_form_is_its_own_canonical_form(
    host: str, segments: list[str], path: str, query: str
) -> None:
    try:
        first = canonical_url(f"http://{host}/{'/'.join(segments)}/{path}?{query}")
    except AddressError:
        return
    assert canonical_url(first) == first


@given(st.text(max_size=80) | st.text(max_size=40).map(lambda text: f"https://{text}"))
def test_any_text_is_either_an_address_or_refused(text: str) -> None:
    try:
        canonical = canonical_url(text)
    except AddressError:
        return
    assert re.match(r"https://[a-z0-9_]", canonical)
    assert canonical_url(canonical) == canonical


@pytest.mark.parametrize(
    ("url", "canonical"),
    [
        ("https://amp.suara.com/news/2024/02/14/182516/x", "https://suara.com/news/2024/02/14/182516/x"),
        ("https://voi.id/amp/12055/kpu", "https://voi.id/12055/kpu"),
        ("https://www.indopos.co.id/a/b/amp/", "https://indopos.co.id/a/b"),
        ("https://contoh.id/?p=10657", "https://contoh.id?p=10657"),
        ("https://contoh.id/x?b=2&a=1&utm_medium=y", "https://contoh.id/x?a=1&b=2"),
        ("https://contoh.id/Kpu%27s_%7eA", "https://contoh.id/Kpu%27s_~A"),
        ("https://contoh.id:8443/a", "https://contoh.id:8443/a"),
        ("https://m.id/a", "https://m.id/a"),
        ("https://bücher.id/ä", "https://xn--bcher-kva.id/%C3%A4"),
        ("https://contoh.id./a", "https://contoh.id/a"),
        ("https://contoh.id/100%", "https://contoh.id/100%25"),
    ],
)  # fmt: skip
def test_known_addresses_have_known_forms(url: str, canonical: str) -> None:
    assert canonical_url(url) == canonical


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://a.id/?p=1", "https://a.id/?p=2"),
        ("https://a.id/index.php?page=12345", "https://a.id/index.php?page=12346"),
        ("https://a.id/Kpu", "https://a.id/kpu"),
        ("https://news.a.id/x", "https://a.id/x"),
        ("https://a.id/champ/x", "https://a.id/x"),
        ("https://a.id:8080/x", "https://a.id/x"),
        ("https://a.id/x?id=1&id=2", "https://a.id/x?id=1"),
        ("https://a.id/a%2Fb", "https://a.id/a/b"),
    ],
)
def test_different_pages_have_different_keys(one: str, other: str) -> None:
    assert article_key(one) != article_key(other)


@pytest.mark.parametrize(
    ("url", "fault"),
    [
        ("", AddressFault.SCHEME),
        ("contoh.id/a", AddressFault.SCHEME),
        ("javascript:alert(1)", AddressFault.SCHEME),
        ("https://", AddressFault.HOST),
        ("https://./", AddressFault.HOST),
        ("https://a..id/", AddressFault.HOST),
        ("https://[::1]/", AddressFault.HOST),
        ("https://[x/", AddressFault.HOST),
        ("https://a.id:port/", AddressFault.HOST),
        ("https://user@a.id/", AddressFault.CREDENTIALS),
        ("https://a.id/\u202ex", AddressFault.CHARACTERS),
        ("https://a.id/x\n", AddressFault.CHARACTERS),
        ("https://a.id\\@b.id/", AddressFault.CHARACTERS),
    ],
)
def test_what_is_no_address_is_refused_with_its_fault(url: str, fault: AddressFault) -> None:
    with pytest.raises(AddressError) as caught:
        canonical_url(url)
    assert caught.value.fault is fault


def test_a_key_is_ten_characters_of_base32_and_never_changes() -> None:
    assert article_key("https://voi.id/amp/12055/kpu") == article_key(
        "http://www.voi.id/12055/kpu/"
    )
    assert re.fullmatch(r"[a-z2-7]{10}", article_key("https://voi.id/12055/kpu"))
    assert article_key("https://contoh.id/berita/satu") == "j3iebyn7uw"
