"""What a question wants to be told is read from the words that it asks with."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search.aims import Aim, read_aim
from bot.search.cues import Kind


@pytest.mark.parametrize(
    ("question", "speaker"),
    [
        ("apa kata anies soal hak angket", "anies"),
        ("tanggapan roy suryo tentang sirekap gimana", "roy suryo"),
        ("menurut bawaslu apa masalah sirekap", "bawaslu"),
        ("kalau kata kpu", "kpu"),
        ("ganjar bilang apa soal sirekap", "ganjar"),
        ("ganjar blg apa soal sirekap", "ganjar"),
        ("hakim konstitusi saldi isra ngomong apa", "saldi isra"),
        ("what did mahfud say about the servers", "mahfud"),
        ("is it safe according to kpu", "kpu"),
        ("mahfud dulu ngomong apa soal e-rekap", "mahfud"),
        ("menurut bawaslu seberapa banyak kecamatan memakainya", "bawaslu"),
        ("bagaimana psi sendiri menerangkan kenaikan suaranya", "psi"),
        ("suara naik terus kpu njelasinnya gimana", "kpu"),
        ("how did psi explain the surge", "psi"),
    ],
)
def test_who_is_asked_for_stands_beside_the_word_of_saying(question: str, speaker: str) -> None:
    assert read_aim(question.split()) == Aim(Kind.STATEMENT, tuple(speaker.split()))


@pytest.mark.parametrize(
    ("question", "thing"),
    [
        ("apa itu kawalpemilu", "kawalpemilu"),
        ("apa sih hak angket itu", "hak angket"),
        ("rekapitulasi berjenjang itu apa", "rekapitulasi berjenjang"),
        ("apa yang dimaksud dengan quick count", "quick count"),
        ("arti sirekap", "sirekap"),
        ("sirekap apa sih", "sirekap"),
        ("siwaslu apaan sih", "siwaslu"),
        ("what is sirekap", "sirekap"),
        ("c hasil itu formulir yang mana", "c hasil"),
    ],
)
def test_a_short_name_behind_what_is_is_to_be_defined(question: str, thing: str) -> None:
    assert read_aim(question.split()) == Aim(Kind.DEFINITION, tuple(thing.split()))


@pytest.mark.parametrize(
    "question",
    ["apa kepanjangan ppk", "ppk kepanjangannya apa", "ppk itu singkatan dari apa", "akronim ppk"],
)
def test_what_a_short_form_is_short_for_is_asked_by_name(question: str) -> None:
    assert read_aim(question.split()) == Aim(Kind.LONG_FORM, ("ppk",))


@pytest.mark.parametrize(
    "question",
    [
        "sirekap mati berapa lama",
        "brp lama rekap dihentikan",
        "berapa jam kpps begadang",
        "seberapa lama grafik hilang",
        "how long was it down",
    ],
)
def test_how_long_asks_for_a_span_of_time(question: str) -> None:
    assert read_aim(question.split()) == Aim(Kind.DURATION)


@pytest.mark.parametrize("question", ["jam berapa situs mati", "kpu minta apa sih"])
def test_a_time_of_day_is_no_span_and_a_wish_is_no_definition(question: str) -> None:
    assert read_aim(question.split()) is None


@pytest.mark.parametrize(
    "question",
    [
        "kenapa grafik dihapus",
        "grafik kok dihapus alasannya",
        "why was it removed",
        "kenapa kpu ga mau bilang anggarannya",
    ],
)
def test_a_reason_may_be_about_anything_that_is_asked(question: str) -> None:
    assert read_aim(question.split()) == Aim(Kind.REASON)


@pytest.mark.parametrize(
    "question",
    ["berapa tps yang salah", "brp kali bawaslu menyurati kpu", "how many stations were wrong"],
)
def test_how_many_asks_for_a_figure(question: str) -> None:
    aim = read_aim(question.split())

    assert aim is not None
    assert aim.kind is Kind.FIGURE


@pytest.mark.parametrize(
    ("question", "unit"),
    [
        ("berapa tps yang salah", "tps"),
        ("brp kali bawaslu menyurati kpu", "kali"),
        ("berapa banyak kecamatan yang pakai", "kecamatan"),
        ("didownload berapa juta kali", "kali"),
        ("berapa tps yang menurut ketua kpu salah konversi", "tps"),
    ],
)
def test_what_is_counted_stands_behind_the_word_that_counts(question: str, unit: str) -> None:
    assert read_aim(question.split()) == Aim(Kind.FIGURE, (unit,))


@pytest.mark.parametrize(
    "question", ["berapa biaya sirekap", "how many stations were wrong", "suaranya berapa"]
)
def test_without_a_unit_any_figure_may_be_meant(question: str) -> None:
    assert read_aim(question.split()) == Aim(Kind.FIGURE)


@pytest.mark.parametrize(
    "question",
    [
        "",
        "sidang pertama tanggal berapa",
        "keputusan kpu nomor berapa",
        "which countries were said to host the servers",
        "kapan kpu untuk pertama kali menjelaskan sirekap",
        "siapa yang menjelaskan sirekap",
        "server sirekap di mana",
        "apa itu isi surat bawaslu tanggal 17 februari kepada kpu",
        "apa kata soal sirekap",
        "menurut sirekap suara perindo banyak",
    ],
)
def test_other_questions_want_nothing_special(question: str) -> None:
    assert read_aim(question.split()) is None


def test_a_long_message_tells_a_story_in_which_people_speak() -> None:
    story = "kata teman saya suara hilang " * 8

    assert read_aim(story.split()) is None
    assert read_aim(story.split()[:5]) == Aim(Kind.STATEMENT, ("teman", "saya", "suara", "hilang"))


@given(st.lists(st.sampled_from("apa kata kenapa itu soal kpu anies bilang what is".split())))
def test_what_is_asked_about_is_words_of_the_question(words: list[str]) -> None:
    aim = read_aim(words)

    assert aim is None or set(aim.about) <= set(words)
    assert aim is None or aim.kind in {Kind.REASON, Kind.FIGURE} or aim.about


@pytest.mark.parametrize(
    "question",
    [
        "apa putusan mk soal sirekap",
        "hasil gugatan anies di mk",
        "laporan roy suryo hasilnya gimana",
        "what was the outcome of the lawsuit",
    ],
)
def test_a_short_question_may_ask_what_was_ruled(question: str) -> None:
    assert read_aim(question.split()) == Aim(Kind.RULING)


@pytest.mark.parametrize(
    "question",
    [
        "apa hasil pemilu menurut sirekap di jakarta",
        "putusan komisi informasi udah inkrah tapi kpu bandel terus yayasannya lapor ke mana",
    ],
)
def test_results_of_elections_and_rulings_in_passing_are_not_asked_for(
    question: str,
) -> None:
    aim = read_aim(question.split())

    assert aim is None or aim.kind is not Kind.RULING
