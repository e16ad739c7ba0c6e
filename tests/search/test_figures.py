"""Dates and numbers as people write them are brought to the form that articles have."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.articles.figures import MONTHS
from bot.search.figures import read_numerals, spell_dates

UNITS = "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas".split()


def spell(number: int) -> str:
    """Write a number below a million in words."""
    if number < len(UNITS):
        return UNITS[number]
    if number < 20:
        return f"{UNITS[number - 10]} belas"
    for size, one, word in ((1000, "seribu", "ribu"), (100, "seratus", "ratus"), (10, "", "puluh")):
        if number >= size:
            count, rest = divmod(number, size)
            head = one if count == 1 and one else f"{spell(count)} {word}"
            return f"{head} {spell(rest)}" if rest else head
    raise AssertionError(number)


def read(text: str) -> str:
    return " ".join(read_numerals(text.split()))


@pytest.mark.parametrize(
    ("words", "figures"),
    [
        ("tujuh belas persen", "17 persen"),
        ("dua ribu dua puluh empat", "2024"),
        ("tiga koma lima miliar", "3,5 miliar"),
        ("nol koma lima persen", "0,5 persen"),
        ("dua puluh juta", "20 juta"),
        ("seratus ribu suara", "100 ribu suara"),
        ("dua ratus ribu lima puluh", "200050"),
        ("sepuluh kali", "10 kali"),
        ("sebelas", "11"),
        ("seribu", "1000"),
        ("pada tanggal tiga belas maret", "pada tanggal 13 maret"),
        ("dua puluh lima dan tiga puluh", "25 dan 30"),
    ],
)
def test_numbers_in_words_become_digits(words: str, figures: str) -> None:
    assert read(words) == figures


@pytest.mark.parametrize(
    "text",
    [
        *("dua kali", "satu", "nomor urut dua", "17 persen", "ribu", "puluh orang", "belas kasih"),
        *("koma lima", "juta rupiah", "satu dua tiga", "paslon dua", ""),
    ],
)
def test_other_words_are_left_alone(text: str) -> None:
    assert read(text) == text


@given(st.integers(10, 999_999).filter(lambda number: number % 1000 != 0 or number == 1000))
def test_every_number_from_ten_is_read(number: int) -> None:
    assert read(f"ada {spell(number)} suara") == f"ada {number} suara"


@given(st.integers(2, 999))
def test_full_thousands_keep_their_word(thousands: int) -> None:
    written = str(thousands) if thousands >= 10 else UNITS[thousands]

    assert read(f"{spell(thousands)} ribu suara") == f"{written} ribu suara"


@given(st.lists(st.sampled_from([*UNITS, "belas", "puluh", "ratus", "ribu", "koma", "juta", "x"])))
def test_any_run_of_number_words_can_be_read(words: list[str]) -> None:
    read_words = read_numerals(words)

    assert len(read_words) <= len(words)
    assert read_words.count("x") == words.count("x")


@pytest.mark.parametrize(
    ("written", "spelled"),
    [
        ("13/3/2024", "13 maret 2024"),
        ("13-03-24", "13 maret 2024"),
        ("1.12.2020", "1 desember 2020"),
        ("pada (14/02/2024) itu", "pada (14 februari 2024) itu"),
        ("29/2/2024 dan 5/3/2024", "29 februari 2024 dan 5 maret 2024"),
    ],
)
def test_dates_in_digits_are_spelled(written: str, spelled: str) -> None:
    assert spell_dates(written) == spelled


@pytest.mark.parametrize(
    ("written", "spelled"),
    [
        ("sidang pertengahan Maret 2024", "sidang Maret 2024"),
        ("akhir bulan februari", "februari"),
        ("awal mei, tengah Juni", "mei, Juni"),
        ("awalnya Maret", "awalnya Maret"),
        ("pada akhir sidang", "pada akhir sidang"),
    ],
)
def test_a_part_of_a_month_is_the_month(written: str, spelled: str) -> None:
    assert spell_dates(written) == spelled


@pytest.mark.parametrize(
    "text",
    [
        *("32/3/2024", "13/13/2024", "30/2/2024", "29/2/2023", "0/1/2024", "1/0/2024"),
        *("1.153.472", "03/2024", "002/KIP-PSIP/II/2024", "pukul 18.30", "2024-03-13", "13/3/1998"),
    ],
)
def test_what_is_no_date_is_left_alone(text: str) -> None:
    assert spell_dates(text) == text


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.sampled_from("/.-"))
def test_every_day_of_this_century_is_spelled(day: date, mark: str) -> None:
    written = mark.join(map(str, (day.day, day.month, day.year)))

    number, month, year = spell_dates(f"tanggal {written}.").removeprefix("tanggal ").split()
    assert (int(number), MONTHS[month], year) == (day.day, day.month, f"{day.year}.")


@given(st.text(alphabet="0123456789/.- a", max_size=40))
def test_any_text_can_be_spelled(text: str) -> None:
    assert spell_dates(spell_dates(text)) == spell_dates(text)


@pytest.mark.parametrize(
    ("written", "spelled"),
    [
        ("14 feb", "14 februari"),
        ("feb 2024", "februari 2024"),
        ("Peb. 2024", "februari. 2024"),
        ("13 Mar 24", "13 maret 24"),
        ("awal okt 2024", "oktober 2024"),
        ("9 des 2020", "9 desember 2020"),
        ("TPS 5 des sukamaju", "TPS 5 des sukamaju"),
        ("mar", "mar"),
        ("3 april", "3 april"),
        ("27 novel", "27 novel"),
    ],
)
def test_a_shortened_month_is_one_beside_a_day_or_a_year(written: str, spelled: str) -> None:
    assert spell_dates(written) == spelled
