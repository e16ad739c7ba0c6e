"""Days are found as Indonesian news pages write them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.desk.intake.dates import find_day_in_address, find_days
from bot.texts.answers import format_date

DAY = date(2024, 3, 13)


@pytest.mark.parametrize(
    "text",
    [
        "Rabu (13/3/2024)",
        "Rabu, 13/03/2024",
        "rabu 13-3-2024",
        "13/3/24",
        "13 Maret 2024",
        "Rabu, 13 Mar 2024 18:30 WIB",
        "RABU 13 MARET 2024",
        "13 March 2024",
        "pada Rabu(13/3/2024), kata",
    ],
)
def test_a_day_is_read_day_first(text: str) -> None:
    (mention,) = find_days(f"di Jakarta, {text} siang")

    assert (mention.day, mention.weekday_fits) == (DAY, True)
    assert mention.text in text


@pytest.mark.parametrize(
    "text",
    ["31/2/2024", "0/3/2024", "13/13/2024", "13 Maret", "1.313/3/2024", "2024", "TPS 3/4/5/6"],
)
def test_what_is_no_day_with_a_year_is_not_read(text: str) -> None:
    assert list(find_days(text)) == []


def test_a_day_of_the_week_that_does_not_fit_is_noticed() -> None:
    (mention,) = find_days("Jumat (13/3/2024)")

    assert not mention.weekday_fits
    assert [m.weekday_fits for m in find_days("Jum'at (15/3/2024), Ahad 17 Maret 2024")] == [
        True,
        True,
    ]


@given(st.dates(date(1990, 1, 1), date(2090, 1, 1)))
def test_what_we_write_out_is_read_back(day: date) -> None:
    assert [mention.day for mention in find_days(f"Terbit {format_date(day)}.")] == [day]
    assert [m.day for m in find_days(f"({day.day}/{day.month}/{day.year})")] == [day]


@given(st.text(alphabet="0123456789/-. ()RabuMaret", max_size=40))
def test_any_text_has_days_or_none(text: str) -> None:
    for mention in find_days(text):
        assert mention.text in text


@pytest.mark.parametrize(
    ("url", "day"),
    [
        ("https://contoh.id/2024/03/13/judul", DAY),
        ("https://contoh.id/read/2024-03-13/judul", DAY),
        ("https://contoh.id/read/20240313/judul", DAY),
        ("https://contoh.id/read/2024/03/13/18301234/judul", DAY),
        ("https://contoh.id/2024/13/13/judul", None),
        ("https://contoh.id/read/20240313123456", None),
        ("https://contoh.id/a", None),
    ],
)
def test_the_path_of_an_address_may_hold_the_day(url: str, day: date | None) -> None:
    assert find_day_in_address(url) == day
