"""A few of the words that a question shares are underlined, in the best sentence only."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.values import Quotation
from bot.articles.values import Article, Citation
from bot.chat.views.quotation import render_quotation
from bot.search.passages import Passage
from bot.search.tokens import tokenize
from tests.fake_telegram import FakeTelegram, User
from tests.fake_telegram.limits import problems_of_text
from tests.fake_telegram.markup import parse_html, utf16_length

KINDS = {"berita": "Berita"}
CITATION = Citation("Judul", "Media", "https://m.id/1", date(2024, 3, 1))
OPENING, MIDDLE, ENDING = (
    "Server lama dimatikan.",
    "Server Sirekap pindah, server itu milik KPU di Jakarta bersama Alibaba.",
    "Sirekap lancar.",
)


def quote(body: str, best: tuple[int, int], *words: str) -> Quotation:
    """Return a quotation of `body` with every occurrence of `words` as a mark."""
    marks = [(t.start, t.end) for t in tokenize(body) if t.text in words]
    article = Article("abcdefghij", "a.md", CITATION, "berita", (), (), body)
    return Quotation(
        1, 1.0, Passage("abcdefghij.1", "abcdefghij", 0, body), article, best, (*marks,)
    )


def read(quotation: Quotation) -> tuple[str, list[tuple[str, str]]]:
    """Return the text of the rendered quotation, and each entity with what it covers."""
    plain, entities = parse_html(render_quotation(quotation, 1, KINDS).html)
    assert problems_of_text(plain, entities) == []
    units = plain.encode("utf-16-le")
    return plain, [
        (e["type"], units[2 * e["offset"] : 2 * (e["offset"] + e["length"])].decode("utf-16-le"))
        for e in entities
    ]


def underlined(quotation: Quotation) -> list[str]:
    return [covered for kind, covered in read(quotation)[1] if kind == "underline"]


def test_each_word_is_marked_once_and_only_in_the_best_sentence() -> None:
    body = f"{OPENING} {MIDDLE} {ENDING}"
    best = (len(OPENING) + 1, len(OPENING) + 1 + len(MIDDLE))

    assert underlined(quote(body, best, "server", "sirekap")) == ["Server", "Sirekap"]


def test_no_more_than_four_words_are_marked() -> None:
    marked = underlined(quote(MIDDLE, (0, len(MIDDLE)), *MIDDLE.lower().replace(",", "").split()))

    assert marked == ["Server", "Sirekap", "pindah", "itu"]


def test_a_folded_passage_is_marked_where_its_best_sentence_stands_first() -> None:
    body = f"{OPENING} " * 20 + MIDDLE
    shown = read(quote(body, (len(body) - len(MIDDLE), len(body)), "sirekap"))

    assert shown[1].count(("underline", "Sirekap")) == 1
    assert [covered for kind, covered in shown[1] if kind == "bold"] == [MIDDLE, MIDDLE]
    assert shown[0].startswith(f"1. {MIDDLE}\n{OPENING}")


def test_a_best_sentence_too_long_to_stand_twice_is_marked_within_the_passage() -> None:
    body = f"{OPENING} {'Panjang sekali, ' * 30}Sirekap."
    shown = read(quote(body, (len(OPENING) + 1, len(body)), "sirekap"))

    assert ("underline", "Sirekap") in shown[1]


BODIES = st.lists(
    st.sampled_from([*"abcde", "kata", "Kata", "&", "<b>", "🗳️", "é\u0301", "\n", "."]), min_size=1
).map(" ".join)


@given(BODIES, st.data())
def test_without_its_tags_a_quotation_is_the_literal_passage(
    body: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(body)))
    best = (start, data.draw(st.integers(start, len(body))))
    spans = st.tuples(st.integers(0, len(body)), st.integers(0, len(body)))
    quotation = quote(body, best)
    marked = Quotation(
        1, 1.0, quotation.passage, quotation.article, best, tuple(data.draw(st.lists(spans)))
    )
    plain, entities = parse_html(render_quotation(marked, None, KINDS).html)

    assert problems_of_text(plain, entities) == []
    assert plain.startswith(body.strip()) or not body.strip()
    assert sum(e["type"] == "underline" for e in entities) <= 4
    assert all(
        0 <= e["offset"] <= e["offset"] + e["length"] <= utf16_length(plain) for e in entities
    )


@pytest.mark.usefixtures("bot")
async def test_an_answer_of_the_real_corpus_is_marked_sparingly(
    telegram: FakeTelegram, siti: User
) -> None:
    await siti.sends("Apakah Sirekap pakai Alibaba Cloud?")
    answer = await telegram.bot_says(siti.chat)
    marked = answer.parts("underline")

    assert "Alibaba" in marked
    assert 1 <= len(marked) <= 12
    assert all(any(word in bold for bold in answer.parts("bold")) for word in marked)
