"""What people type for a time line: the word for it, a topic, a month, or all of them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.periods import list_months, take_period
from bot.answers.timeline_requests import (
    TimelineRequest,
    ask_for_timeline,
    read_request,
    take_cue,
)
from bot.answers.values import Period
from tests.answers.shipped import open_shipped

DAYS = [date(2024, 3, 1), date(2024, 3, 2), date(2025, 3, 1), date(2020, 12, 9)]


@pytest.mark.parametrize(
    ("text", "period", "rest"),
    [
        ("maret 2024", Period(2024, 3), ""),
        ("Maret", Period(2024, 3), ""),
        ("bulan Des", Period(2020, 12), "bulan"),
        ("2024-03", Period(2024, 3), ""),
        ("03/2024", Period(2024, 3), ""),
        ("3-2024", Period(2024, 3), ""),
        ("2020", Period(2020), ""),
        ("alibaba maret 2024", Period(2024, 3), "alibaba"),
        ("March 2024 servers", Period(2024, 3), "servers"),
        ("suara psi", None, "suara psi"),
        ("seperempat maretnya", Period(2024, 3), "seperempat nya"),
        ("TPS 20245", None, "TPS 20245"),
    ],
)
def test_a_month_or_year_is_read_however_it_is_written(
    text: str, period: Period | None, rest: str
) -> None:
    read, left = take_period(text, DAYS)

    assert read == period
    assert left == rest


@given(st.text())
def test_any_text_names_a_period_or_is_left_as_it_is(text: str) -> None:
    period, rest = take_period(text, DAYS)

    if period is None:
        assert rest == text
    else:
        assert 0 <= period.year < 2100
        assert period.month is None or 1 <= period.month <= 12


def test_months_are_listed_in_order() -> None:
    assert list_months(DAYS) == [Period(2020, 12), Period(2024, 3), Period(2025, 3)]


@pytest.mark.parametrize(
    ("question", "subject"),
    [
        ("linimasa sirekap", "sirekap"),
        ("Kronologi kontrak Alibaba?", "kontrak Alibaba"),
        ("urutan kejadian suara PSI", "suara PSI"),
        ("tolong timeline grafik dihapus", "tolong grafik dihapus"),
        ("LINI MASA", ""),
        ("Mengapa grafik dihapus?", None),
        ("Bagaimana urutan pasangan calon?", None),
        (f"Begini kronologi lengkapnya. {'Lalu datang petugas. ' * 20}", None),
    ],
)
def test_a_few_words_ask_for_a_time_line(question: str, subject: str | None) -> None:
    assert take_cue(question) == subject


@given(st.text(max_size=60), st.text(max_size=60))
def test_what_is_asked_for_by_command_is_asked_for(subject: str, previous: str) -> None:
    assert take_cue(ask_for_timeline(subject), previous) is not None


def read(subject: str) -> TimelineRequest:
    answerer = open_shipped()
    days = [article.citation.published for article in answerer.corpus.articles]
    return read_request(subject, answerer.topic_names, days)


@pytest.mark.parametrize(
    ("subject", "topic"),
    [
        ("alibaba-cloud", "alibaba-cloud"),
        ("Server dan Alibaba Cloud", "alibaba-cloud"),
        ("alibaba", "alibaba-cloud"),
        ("alibba", "alibaba-cloud"),
        ("suara psi", "suara-psi"),
        ("PSI?", "suara-psi"),
        ("kasus grafik", "grafik-dihapus"),
        ("pilkada 2024", "pilkada-2024"),
    ],
)
def test_a_topic_is_known_by_its_id_its_name_or_a_part_of_it(subject: str, topic: str) -> None:
    request = read(subject)

    assert request.topic
    assert (request.topic.id, request.period, request.rest) == (topic, None, "")


@pytest.mark.parametrize("subject", ["", "sirekap", "kasus Sirekap KPU", "  "])
def test_what_names_nothing_narrower_is_the_whole_affair(subject: str) -> None:
    assert read(subject) == TimelineRequest()


@pytest.mark.parametrize("subject", ["2024", "pemilu 2024", "tahun 2024"])
def test_a_year_alone_is_a_year_and_no_topic(subject: str) -> None:
    assert read(subject) == TimelineRequest(None, Period(2024))


def test_topic_and_month_may_come_together() -> None:
    request = read("suara psi maret 2024")

    assert request.topic
    assert (request.topic.id, request.period) == ("suara-psi", Period(2024, 3))


def test_anything_else_is_left_to_the_search() -> None:
    assert read("kontrak alibaba april") == TimelineRequest(
        None, Period(2024, 4), "kontrak alibaba"
    )
