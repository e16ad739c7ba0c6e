"""HTML is read by Telegram's rules, and what breaks them is told."""

from __future__ import annotations

import html

import pytest
from hypothesis import event, given
from hypothesis import strategies as st

from tests.fake_telegram.api_spec import Json
from tests.fake_telegram.entities import detect_entities, nesting_problems, render_html
from tests.fake_telegram.markup import MarkupError, parse_html, utf16_length

SPACELESS = st.text(
    st.characters(exclude_categories=["Cs", "Cc", "Zs", "Zl", "Zp"]), min_size=1, max_size=12
)
OPENING = [
    ("<b>", "</b>"),
    ("<i>", "</i>"),
    ("<u>", "</u>"),
    ("<s>", "</s>"),
    ("<tg-spoiler>", "</tg-spoiler>"),
    ('<a href="https://kpu.go.id/?a=1&amp;b=2">', "</a>"),
    ("<code>", "</code>"),
    ('<pre><code class="language-python">', "</code></pre>"),
    ("<blockquote>", "</blockquote>"),
    ("<blockquote expandable>", "</blockquote>"),
]


def _wrapped(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    tagged = st.tuples(st.sampled_from(OPENING), inner).map(lambda p: p[0][0] + p[1] + p[0][1])
    return st.lists(tagged | inner, min_size=1, max_size=3).map("".join)


TREES = st.recursive(SPACELESS.map(html.escape), _wrapped, max_leaves=6)


@given(TREES)
def test_rendering_what_was_parsed_gives_the_same_text_and_entities(source: str) -> None:
    text, entities = parse_html(source)
    again, same = parse_html(render_html(text, entities))
    assert again == text
    assert _sorted(same) == _sorted(entities)


@given(SPACELESS, SPACELESS)
def test_offsets_count_utf16_units(before: str, bold: str) -> None:
    text, entities = parse_html(f"{html.escape(before)}<b>{html.escape(bold)}</b>")
    assert text == before + bold
    assert entities == [
        {"type": "bold", "offset": utf16_length(before), "length": utf16_length(bold)}
    ]


@given(st.text(alphabet="<>/&;#x39ltb i=\"'apre", max_size=40))
def test_any_text_is_refused_with_a_reason_or_survives_a_round_trip(source: str) -> None:
    try:
        text, entities = parse_html(source)
    except MarkupError as error:
        event(str(error).split(" at offset")[0].split(maxsplit=1)[0])
        return
    assert parse_html(render_html(text, entities)) == (text, entities)


@pytest.mark.parametrize(
    ("source", "text", "entity"),
    [
        ("<strong>a</strong>", "a", {"type": "bold", "offset": 0, "length": 1}),
        ("<em>a</em>", "a", {"type": "italic", "offset": 0, "length": 1}),
        ("<ins>a</ins>", "a", {"type": "underline", "offset": 0, "length": 1}),
        ("<strike>a</strike>", "a", {"type": "strikethrough", "offset": 0, "length": 1}),
        ('<span class="tg-spoiler">a</span>', "a", {"type": "spoiler", "offset": 0, "length": 1}),
        ("  <B>a</B> ", "a", {"type": "bold", "offset": 0, "length": 1}),
        ("😀<i>a</i>", "😀a", {"type": "italic", "offset": 2, "length": 1}),
        ("<pre>a</pre>", "a", {"type": "pre", "offset": 0, "length": 1}),
        (
            '<pre><code class="language-py">a</code></pre>',
            "a",
            {"type": "pre", "offset": 0, "length": 1, "language": "py"},
        ),
        (
            "<blockquote expandable>a &lt;&#x27;&gt;</blockquote>",
            "a <'>",
            {"type": "expandable_blockquote", "offset": 0, "length": 5},
        ),
        (
            '<tg-emoji emoji-id="5">👍</tg-emoji>',
            "👍",
            {"type": "custom_emoji", "offset": 0, "length": 2, "custom_emoji_id": "5"},
        ),
    ],
)
def test_each_documented_tag_is_read(source: str, text: str, entity: Json) -> None:
    assert parse_html(source) == (text, [entity])


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("1 < 2", "must be escaped"),
        ("1 > 2", "must be escaped"),
        ("KPU & Bawaslu", "must be escaped"),
        ("a&nbsp;b", "not known to Telegram"),
        ("&#0;", "no character"),
        ("&#xD800;", "no character"),
        ("<p>a</p>", 'Unsupported start tag "p"'),
        ("a<br>b", 'Unsupported start tag "br"'),
        ("<b>a", "Can't find end tag corresponding to <b>"),
        ("a</b>", "Unexpected end tag"),
        ("<b><i>a</b></i>", 'expected "</i>", found "</b>"'),
        ("<a>x</a>", "needs href"),
        ('<a href="/relative">x</a>', "leads nowhere"),
        ('<a href="javascript:alert(1)">x</a>', "leads nowhere"),
        ('<a href="https://a b">x</a>', "leads nowhere"),
        ('<a href="http://localhost/a">x</a>', "leads nowhere"),
        ('<a href="http://[::1">x</a>', "leads nowhere"),
        ('<b class="x">a</b>', "has no attribute class"),
        ("<span>a</span>", "needs class"),
        ('<span class="red">a</span>', "tg-spoiler"),
        ('<a href="https://kpu.go.id>x</a>', "not well-formed"),
    ],
)
def test_broken_html_is_refused(source: str, problem: str) -> None:
    with pytest.raises(MarkupError, match=problem.replace("(", r"\(")):
        parse_html(source)


@pytest.mark.parametrize(
    ("source", "problem"),
    [
        ("<blockquote>a<blockquote>b</blockquote></blockquote>", "can't be nested"),
        ("<b><code>a</code></b>", "can't contain each other"),
        ("<code>a<b>b</b></code>", "can't contain each other"),
        ('<a href="https://a.id"><code>a</code></a>', "can't contain each other"),
        ('<a href="https://a.id"><blockquote>a</blockquote></a>', "can't contain each other"),
    ],
)
def test_what_may_not_nest_is_told(source: str, problem: str) -> None:
    _, entities = parse_html(source)
    assert any(problem in found for found in nesting_problems(entities))


def test_entities_given_apart_must_not_overlap_halfway() -> None:
    bold = {"type": "bold", "offset": 0, "length": 3}
    italic = {"type": "italic", "offset": 2, "length": 3}
    assert "overlap" in nesting_problems([italic, bold])[0]
    assert nesting_problems([bold, italic | {"offset": 3}]) == []


@pytest.mark.parametrize(
    "source",
    [
        '<blockquote><b>a</b> <a href="https://a.id">b</a></blockquote>',
        "<b>a<i>b<u>c</u></i></b>",
        '<b><a href="https://a.id">b</a></b>',
        '<a href="https://a.id">a<b>b</b></a>',
        "<b>a</b><code>b</code>",
    ],
)
def test_what_may_nest_is_accepted(source: str) -> None:
    assert nesting_problems(parse_html(source)[1]) == []


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("https://a.id/?x=1&amp;y=2", "https://a.id/?x=1&y=2"),
        ("https://a.id/?x=1&copy=2", "https://a.id/?x=1&copy=2"),
        ("https://a.id/?q=&#x27;a&quot;", "https://a.id/?q='a\""),
        ("tg://user?id=5", "tg://user?id=5"),
    ],
)
def test_addresses_are_unescaped_as_telegram_does(written: str, address: str) -> None:
    _, entities = parse_html(f'<a href="{written}">x</a>')
    assert entities[0]["url"] == address


def test_links_commands_and_mentions_are_marked_by_themselves() -> None:
    text = "/tanya@tanya_sirekap_bot lihat https://kpu.go.id/a?b=1, kompas.com #sirekap @kpu_ri"
    encoded = text.encode("utf-16-le")
    marked = [
        (e["type"], encoded[2 * e["offset"] : 2 * (e["offset"] + e["length"])].decode("utf-16-le"))
        for e in detect_entities(text)
    ]
    assert marked == [
        ("bot_command", "/tanya@tanya_sirekap_bot"),
        ("url", "https://kpu.go.id/a?b=1"),
        ("url", "kompas.com"),
        ("hashtag", "#sirekap"),
        ("mention", "@kpu_ri"),
    ]


def _sorted(entities: list[Json]) -> list[str]:
    return sorted(str(sorted(entity.items())) for entity in entities)
