"""What moderators read holds no number or address of a person."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.chat.scrubbing import scrub, scrub_question


@pytest.mark.parametrize(
    "personal",
    [
        "0812-3456-7890",
        "081234567890",
        "+62 812 3456 7890",
        "62812 3456 7890",
        "(021) 555-12345",
        "3171234567890001",
        "3171 2345 6789 0001",
        "317123.456789.0001",
        "siti.aminah@contoh.co.id",
        "@siti_aminah",
        "1234567890",
    ],
)
def test_what_points_to_a_person_is_taken_out(personal: str) -> None:
    assert scrub(f"tolong balas {personal} ya", "[x]") == "tolong balas [x] ya"


@pytest.mark.parametrize(
    "harmless",
    [
        "Pemilu 14 Februari 2024 di 823.236 TPS",
        "Prabowo meraih 96.214.691 suara, 58,6 persen",
        "164.227.475 suara sah",
        "KPU 2024-2029, pasal 372 ayat 2",
        "IP 10.0.0.1 dan server 1, 2, 3",
        "pukul 19.00 sampai 23.59 WIB",
    ],
)
def test_numbers_of_the_affair_stay(harmless: str) -> None:
    assert scrub(harmless, "[x]") == harmless


@given(st.text(), st.integers(10**8, 10**15), st.text())
@example("", 10**15, "")
def test_long_numbers_never_stay(before: str, number: int, after: str) -> None:
    assert str(number) not in scrub(f"{before} {number} {after}", "[x]").split()


@given(st.text())
def test_a_clean_text_stays_clean(content: str) -> None:
    once = scrub(content, "[x]")

    assert scrub(once, "[x]") == once


@pytest.mark.parametrize(
    ("question", "kept"),
    [
        ("Nomor saya 0812-3456-7890, apa itu Sirekap?", "Nomor saya …, apa itu Sirekap?"),
        ("NIK 3171234567890001 siti@contoh.id", "NIK … …"),
        (
            "benar? https://www.cnnindonesia.com/nasional/20240214171234-32-10623/kpu 081234567890",
            "benar? https://www.cnnindonesia.com/nasional/20240214171234-32-10623/kpu …",
        ),
        ("hubungi https://wa.me/6281234567890 ya", "hubungi https://wa.me/… ya"),
        ("baris\nkedua", "baris\nkedua"),
    ],
)
def test_a_question_is_kept_without_what_points_to_a_person(question: str, kept: str) -> None:
    assert scrub_question(question) == kept


@given(st.text(), st.integers(10**8, 10**15), st.text())
def test_a_question_is_kept_without_long_numbers(before: str, number: int, after: str) -> None:
    content = f"{before.replace('/', '').replace('.', '')} {number} {after}"

    assert str(number) not in scrub_question(content).split()
