"""An answer in the terminal cites what it quotes and is honest about what it lacks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers.values import Answer, SmallTalk, Status, Understanding
from bot.articles.values import Correction
from tests.console.answers_for_tests import (
    BODY,
    TOPICS,
    draw,
    make_answer,
    make_article,
    make_claim,
    make_corpus,
    make_quotation,
)

CORPUS = make_corpus(make_article(1), make_article(2))


def test_a_quotation_carries_headline_outlet_day_kind_speaker_and_link() -> None:
    shown = draw(make_answer(), CORPUS)

    assert "1. Judul 1\n" in shown
    assert "Media 1 · 1 Maret 2024 · Berita · sudut pandang: KPU" in shown
    assert "https://m.id/1\n" in shown
    assert "Sumber sampai 31 Agustus 2025." in shown


@given(st.integers(20, 120))
def test_a_quotation_is_the_literal_passage_at_every_width(width: int) -> None:
    shown = draw(make_answer(), CORPUS, width)

    assert BODY in " ".join(shown.split())


def test_the_best_sentence_is_bold_on_a_terminal_and_plain_in_a_pipe() -> None:
    best, _, rest = BODY.partition(". ")

    assert f"\x1b[1m{best}." in draw(make_answer(), CORPUS, 200, terminal=True)
    assert f"\x1b[1m{rest}" not in draw(make_answer(), CORPUS, 200, terminal=True)
    assert "\x1b" not in draw(make_answer(), CORPUS)


def test_an_address_is_never_broken() -> None:
    citation = replace(make_article().citation, url="https://m.id/" + "panjang-" * 30)
    quotation = make_quotation(make_article(citation=citation))

    assert citation.url in draw(make_answer(quotations=(quotation,)), CORPUS, 40)


def test_no_line_ends_in_spaces() -> None:
    lines = draw(make_answer(claim=make_claim(), related=("Apa?",)), CORPUS, 40).splitlines()

    assert lines == [line.rstrip() for line in lines]


def test_other_reports_of_the_event_are_named_with_their_link() -> None:
    quotation = replace(make_quotation(make_article()), also=(make_article(2),))
    shown = draw(make_answer(quotations=(quotation,)), CORPUS)

    assert "Juga diberitakan oleh:" in shown
    assert "Judul 2 (Media 2, 2 Maret 2024)" in shown
    assert "https://m.id/2" in shown


def test_a_corrected_article_shows_its_correction_and_the_day() -> None:
    article = make_article(corrections=(Correction(date(2026, 11, 22), "Tanggalnya keliru."),))
    shown = draw(make_answer(quotations=(make_quotation(article),)), CORPUS)

    assert "Koreksi 22 November 2026: Tanggalnya keliru." in shown


def test_not_found_says_so_without_judging_and_offers_topics() -> None:
    shown = draw(make_answer(Status.NOT_FOUND, topics=TOPICS), CORPUS)
    words = " ".join(shown.split())

    assert "tidak ditemukan di sumber kami" in words
    assert "bukan penilaian" in words
    assert "- Grafik tidak ditampilkan" in words
    assert "https://" not in words


def test_a_near_miss_says_so_before_it_quotes_what_comes_closest() -> None:
    shown = draw(make_answer(Status.NEAR), CORPUS)

    assert shown.index("Jawaban yang pas tidak ditemukan") < shown.index("1. Judul 1")


ALTERNATIVES = ("Apa itu Sirekap?", "Siapa pembuat Sirekap?")


@pytest.mark.parametrize(
    ("status", "heading"),
    [(Status.FOUND, "Yang mana yang Anda maksud?"), (Status.NEAR, "Mungkin yang Anda maksud:")],
)
def test_what_may_be_meant_is_numbered_under_a_heading_of_its_own(
    status: Status, heading: str
) -> None:
    answer = make_answer(status, alternatives=ALTERNATIVES, related=("Kapan?",))
    shown = draw(answer, CORPUS)

    assert f"\n{heading}\n1. Apa itu Sirekap?\n2. Siapa pembuat Sirekap?\n\nSumber" in shown
    assert "Pertanyaan terkait" not in shown


def test_what_was_understood_differently_and_what_is_missing_comes_first() -> None:
    understanding = Understanding(
        (), {"garfik": "grafik"}, ("jokowi", "2029"), ("mega",), ("anies",)
    )
    shown = draw(make_answer(understanding=understanding), CORPUS)

    assert shown.startswith(
        "Mencari: grafik, bukan garfik.\nTidak ada sumber yang menyebut “jokowi” atau “2029”.\n"
        "“mega” hanya disebut di judul, bukan di isi artikel.\n"
        "Tidak ada sumber yang memuat ucapan “anies” soal itu.\n"
    )


@pytest.mark.parametrize("kind", SmallTalk)
def test_small_talk_gets_a_kind_reply_and_nothing_else(kind: SmallTalk) -> None:
    shown = draw(make_answer(Status.SMALL_TALK, small_talk=kind), CORPUS)

    assert len(shown) > 20
    assert "Sumber sampai" not in shown
    assert "tidak ditemukan" not in shown


def test_an_empty_question_is_asked_for_words() -> None:
    assert "Tulis pertanyaan Anda" in draw(make_answer(Status.EMPTY), CORPUS)


def test_related_questions_and_a_later_ruling_are_offered() -> None:
    answer = make_answer(related=("Apa itu Sirekap?",), later=make_article(2))
    shown = draw(answer, CORPUS)

    assert "Pertanyaan terkait:\n- Apa itu Sirekap?" in shown
    assert "putusan yang lebih baru dengan topik" in shown
    assert "Judul 2" in shown


def test_a_claim_card_numbers_its_sources_after_the_quotations() -> None:
    shown = draw(make_answer(claim=make_claim()), CORPUS)

    assert "Kartu klaim: Grafik dihapus" in shown
    assert "Disampaikan oleh Budi, saksi, pertama kali 5 Maret 2024." in shown
    assert "Hasil: Ditolak (Mahkamah Konstitusi, 22 April 2024)." in shown
    assert "Grafik dihapus. [1] [2]" in shown
    assert "KPU menjawab. [2]" in shown
    assert "[2] Judul 2 (Media 2, 2 Maret 2024)" in shown
    assert "[1] Judul 1" not in shown


def test_a_claim_card_without_a_ruling_shows_none() -> None:
    claim = replace(make_claim(), outcome=None)

    assert "Hasil:" not in draw(make_answer(claim=claim), CORPUS)


def _every_text_replaced(text: str) -> Answer:
    return make_answer(
        understanding=Understanding((), {text: text}, (text,), (text,), (text,)),
        related=(text,),
        alternatives=() if len(text) % 2 else (text,),
        quotations=(make_quotation(make_article(), text=f"{text}."),),
    )


@given(st.text())
def test_no_text_can_steer_the_terminal(text: str) -> None:
    shown = draw(_every_text_replaced(text), CORPUS)

    assert not {*shown} & {*map(chr, (*range(10), *range(11, 32), *range(0x7F, 0xA0), 0x202E))}


def test_an_escape_sequence_in_a_question_is_defused() -> None:
    assert "\x1b" not in draw(_every_text_replaced("\x1b[2J\x1b]0;judul\x07"), CORPUS)
