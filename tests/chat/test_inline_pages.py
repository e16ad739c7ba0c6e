"""Pages of inline results: within the limits whatever is typed or written, and kept for a while."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from bot.answers import Answerer, Quotation
from bot.answers.selection import Choice, Find
from bot.articles import Claim, ClaimLine, ClaimSection, Outcome, Topic
from bot.chat.deep_links import encode
from bot.chat.inline.pages import InlinePages
from bot.chat.inline.results import make_result
from bot.chat.views.card import Card, make_claim_card, make_quotation_card, make_topic_card
from bot.search import Query
from tests.chat.corpora import answer_from, make_article
from tests.fake_telegram.formatted import read_text
from tests.fake_telegram.limits import (
    START_PARAMETER,
    problems_of_inline_page,
    problems_of_markup,
)

ANY_TEXT = st.text(st.characters(), max_size=256)
LONG_TEXT = st.text(st.characters(exclude_categories=()), min_size=1, max_size=5_000)
whatever = settings(
    deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)


class CountingAnswerer(Answerer):
    """Counts how often it is asked, and how many passages it quotes."""

    asked = quoted = 0

    def find(self, question: str, limit: int) -> Find:
        self.asked += 1
        return super().find(question, limit)

    def quote(self, choices: Sequence[Choice], query: Query) -> tuple[Quotation, ...]:
        self.quoted += len(choices)
        return super().quote(choices, query)


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    """Answers from one article."""
    article = make_article("KPU menyewa komputasi awan dari Alibaba Cloud untuk Sirekap.")
    return answer_from(tmp_path_factory.mktemp("small"), article)


@given(typed=ANY_TEXT, offset=st.one_of(st.just(""), ANY_TEXT))
@example(typed="\u202eabilabila\u202c", offset="")
@example(typed="🗳️" * 128, offset="")
@example(typed="<b>alibaba</b> &amp; cloud", offset="")
@example(typed="A\u0301l\u0301ib", offset="")
@example(typed="'; DROP TABLE questions; --", offset="💥")
@whatever
def test_whatever_is_typed_gets_a_page_within_the_limits(
    answerer: Answerer, typed: str, offset: str
) -> None:
    page = InlinePages().turn(answerer, typed, offset)

    assert len(page.cards) <= 10
    assert len(page.next_offset.encode()) <= 64
    assert 0 < page.cache_seconds <= 300
    _check(page.cards)
    if page.invitation:
        assert START_PARAMETER.fullmatch(encode(page.invitation.link) or "")


@given(words=LONG_TEXT, title=LONG_TEXT, is_sure=st.booleans())
@example(words="a" * 5_000, title="\u202e", is_sure=True)
@example(words="🗳️" * 1_500, title="<", is_sure=False)
@whatever
def test_whatever_an_article_says_makes_a_card_within_the_limits(
    small: Answerer, words: str, title: str, is_sure: bool
) -> None:
    (quotation,) = small.answer("Apakah Sirekap menyewa Alibaba Cloud?").quotations

    _check([make_quotation_card(_rewrite(quotation, words, title), small.corpus, is_sure=is_sure)])


@given(words=LONG_TEXT, key=st.text(max_size=100))
@example(words="a" * 5_000, key="klaim-" * 30)
@whatever
def test_whatever_a_claim_or_topic_says_makes_a_card_within_the_limits(
    small: Answerer, words: str, key: str
) -> None:
    line = ClaimLine(words, (small.corpus.articles[0].file,) * 120)
    claim = Claim(
        key=key,
        file=f"{key}.md",
        claim=words,
        claimants=(words,),
        first_made=date(2024, 3, 7),
        topics=(),
        sections=(ClaimSection("Klaim", (line,)),),
        outcome=Outcome(words, words, date(2024, 4, 22)),
    )

    _check([make_claim_card(claim, small.corpus)])
    _check([make_topic_card(Topic(key, words, words), small.corpus)])


def test_telegram_may_keep_a_page_the_longer_the_corpus_is_unchanged(
    small: Answerer, tmp_path: Path
) -> None:
    now = 1_000.0
    pages = InlinePages(clock=lambda: now)

    def keep(answerer: Answerer) -> int:
        return pages.turn(answerer, "alibaba", "").cache_seconds

    assert keep(small) == 10
    now += 120
    assert keep(small) == 120
    now += 3_600
    assert keep(small) == 300
    changed = answer_from(tmp_path, make_article("KPU menyewa Alibaba Cloud sejak 2023."))
    assert keep(changed) == 10


def test_the_pages_of_a_list_and_the_same_words_of_others_are_searched_once(
    answerer: Answerer,
) -> None:
    counting = CountingAnswerer(answerer.corpus, answerer.engine)
    pages = InlinePages()
    first = pages.turn(counting, "alibaba cloud", "")
    pages.turn(counting, "alibaba cloud", first.next_offset)
    pages.turn(counting, " alibaba   cloud", "")

    assert counting.asked == 1


def test_only_what_a_page_shows_is_quoted(answerer: Answerer) -> None:
    counting = CountingAnswerer(answerer.corpus, answerer.engine)
    pages = InlinePages()
    first = pages.turn(counting, "alibaba cloud", "")
    quoted = counting.quoted
    second = pages.turn(counting, "alibaba cloud", first.next_offset)

    # The claim is the first card.
    assert (len(first.cards), quoted) == (10, 9)
    assert counting.quoted == 9 + len(second.cards)


def test_what_was_searched_long_ago_is_forgotten(small: Answerer) -> None:
    counting = CountingAnswerer(small.corpus, small.engine)
    pages = InlinePages()
    for number in range(1_100):
        pages.turn(counting, f"alibaba {number} ", "")
    asked = counting.asked
    pages.turn(counting, "alibaba 1099 ", "")
    pages.turn(counting, "alibaba 0 ", "")

    assert counting.asked == asked + 1


def _rewrite(quotation: Quotation, words: str, title: str) -> Quotation:
    citation = replace(quotation.article.citation, title=title, outlet=title)
    return replace(
        quotation,
        passage=replace(quotation.passage, text=words),
        article=replace(quotation.article, citation=citation, body=words),
        best=(0, len(words) // 2),
        marks=(),
    )


def _check(cards: list[Card] | tuple[Card, ...]) -> None:
    results = [make_result(card, "tanya_sirekap_bot").to_dict() for card in cards]
    assert problems_of_inline_page(results, {}) == []
    for result in results:
        assert result["title"].strip()
        read_text(result["input_message_content"], name="message_text")
        markup = result["reply_markup"]
        assert problems_of_markup(markup, inline_mode=True, private=False) == []
        assert all(button["url"] for row in markup["inline_keyboard"] for button in row)
