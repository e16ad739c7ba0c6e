"""Which years a text names, and which figures only look like years."""

from __future__ import annotations

import pytest

from bot.search.years import list_passed_years, list_years, spell_years


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("Siapa yang menang Pilkada DKI Jakarta 2017?", {2017}),
        ("pilpres 2014 sama 2019 bedanya apa", {2014, 2019}),
        ("Pemilu 2019-2024", {2019, 2024}),
        ("pada 13/3/2024", {2024}),
        ("Jumat (29/11/2024) malam", {2024}),
        ("sejak tahun 1999, katanya", {1999}),
        ("who won the 2014 election", {2014}),
        ("pilkada 2018 kota mana aja", {2018}),
        ("pemilu 2024 TPS mana yang salah", {2024}),
        ("pilkada dki 2017 putaran kedua", {2017}),
        ("suara psi", set()),
    ],
)
def test_years_are_found_wherever_they_stand(text: str, years: set[int]) -> None:
    assert list_years(text) == years


@pytest.mark.parametrize(
    "text",
    [
        "2.019 TPS salah baca",
        "2019 TPS salah baca",
        "kenapa 2000 suara hilang",
        "ada 1999 petugas KPPS yang sakit",
        "di TPS 2014 suaranya beda",
        "pasal 2017 itu apa",
        "nomor 2024",
        "Rp 2020",
        "Rp2.024,50",
        "12020",
        "3.2017",
    ],
)
def test_a_figure_that_is_counted_or_numbers_something_is_no_year(text: str) -> None:
    assert list_years(text) == frozenset()


@pytest.mark.parametrize(
    "text",
    [
        "Undang-Undang Nomor 7 Tahun 2017 tentang Pemilu",
        "UU 7/2017",
        "PKPU 5 tahun 2024",
        "perkara 1/PHPU.PRES-XXII/2024",
    ],
)
def test_the_year_in_the_name_of_a_law_is_no_time(text: str) -> None:
    assert list_years(text) == frozenset()


@pytest.mark.parametrize(
    ("written", "spelled"),
    [
        ("pilkada 24 gimana", "pilkada 2024 gimana"),
        ("Pemilu '19 siapa yang menang?", "Pemilu 2019 siapa yang menang?"),
        ("pilpres ’14", "pilpres 2014"),
        ("thn 20 udah pake sirekap?", "thn 2020 udah pake sirekap?"),
        ("pemilu 99, katanya", "pemilu 1999, katanya"),
    ],
)
def test_a_year_of_two_digits_is_written_out_behind_an_election(written: str, spelled: str) -> None:
    assert spell_years(written) == spelled


@pytest.mark.parametrize(
    "text",
    [
        "pilpres 02 menang",
        "C hasil nol tapi sirekap 50",
        "pilkada 27 november",
        "pemilu 14 feb kemarin",
        "pemilu 38 provinsi",
        "pilpres 17 persen",
        "pemilu 20.000 tps",
        "suara 24 tps",
        "pemilu 2024",
    ],
)
def test_other_figures_behind_an_election_are_left_alone(text: str) -> None:
    assert spell_years(text) == text


@pytest.mark.parametrize(
    ("text", "passed"),
    [
        ("kapan pilkada berikutnya setelah 2024", {2024}),
        ("When is the next election after 2024?", {2024}),
        ("siapa ketua KPU sesudah tahun 2019", {2019}),
        ("siapa ketua KPU setelah pemilu 2024", set()),
        ("pilkada 2024", set()),
    ],
)
def test_a_year_is_passed_if_something_after_it_is_asked_for(text: str, passed: set[int]) -> None:
    assert list_passed_years(text) == passed
