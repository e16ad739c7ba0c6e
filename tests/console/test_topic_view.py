"""Topics, claims and time lines in a terminal, with numbers to go on by."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st
from rich.console import Console

from bot.answers.values import Period, Timeline
from bot.articles.values import Correction, Retraction
from bot.console.screen import show
from bot.console.timeline_view import list_timelines, render_timeline
from bot.console.topic_view import list_topics, open_claim, open_claims, open_topic
from tests.console.answers_for_tests import (
    TOPICS,
    draw,
    make_answer,
    make_article,
    make_claim,
    make_corpus,
    make_quotation,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.console.screen import Part

CORPUS = make_corpus(
    *(make_article(number, topics=("grafik-dihapus",)) for number in range(1, 9)),
    make_article(9, topics=("grafik-dihapus",), retracted=Retraction(date(2026, 1, 1), "Palsu.")),
)


def _draw(parts: Iterable[Part]) -> str:
    file = io.StringIO()
    show(Console(file=file, width=80, color_system=None), parts)
    return file.getvalue()


def test_topics_are_listed_with_number_and_description() -> None:
    listing = list_topics(CORPUS)

    assert "  2. Anggaran\n     Biaya Sirekap." in _draw(listing.parts)
    assert listing.commands == {"1": "/topik grafik-dihapus", "2": "/topik anggaran"}


def test_a_topic_shows_its_claims_and_its_most_cited_articles() -> None:
    listing = open_topic(TOPICS[0], CORPUS)
    shown = _draw(listing.parts)

    assert "8 artikel, 1 klaim. Terbit 1 Maret 2024 sampai 8 Maret 2024." in shown
    assert "  1. Grafik dihapus. Hasil: Ditolak (Mahkamah Konstitusi, 22 April 2024)." in shown
    assert "- Judul 2 (Media 2, 2 Maret 2024)\n  https://m.id/2\n- Judul 1" in shown
    assert "Judul 9" not in shown
    assert listing.commands == {"1": "/klaim grafik"}


def test_a_topic_without_anything_says_how_to_go_on() -> None:
    listing = open_topic(TOPICS[1], CORPUS)

    assert "/linimasa anggaran" in _draw(listing.parts)
    assert listing.commands == {}


def test_claims_are_listed_under_their_topic() -> None:
    shown = _draw(open_claims(CORPUS).parts)

    assert "\nGrafik tidak ditampilkan\n  1. Grafik dihapus. Hasil: Ditolak" in shown
    assert "Anggaran" not in shown


def test_a_topic_without_claims_says_so() -> None:
    assert _draw(open_claims(CORPUS, TOPICS[1]).parts) == "Belum ada kartu klaim di topik ini.\n"


def test_a_claim_opens_whole() -> None:
    shown = _draw(open_claim(make_claim(), CORPUS).parts)

    assert "Grafik dihapus. [1] [2]" in shown
    assert "[2] Judul 2 (Media 2, 2 Maret 2024)" in shown


def test_an_event_has_its_day_its_sentence_and_its_sources() -> None:
    article = make_article(1, corrections=(Correction(date(2024, 4, 1), "Angkanya diralat."),))
    event = replace(make_quotation(article, rank=3), also=(make_article(2),))
    shown = _draw(render_timeline(Timeline((event,), 7, TOPICS[0], Period(2024, 3))))

    assert shown.startswith("Linimasa: Grafik tidak ditampilkan, Maret 2024\n")
    assert "3. 1 Maret 2024\n   Grafik dihentikan pada 5 Maret 2024.\n   Koreksi 1 April" in shown
    assert "   Judul 1 (Media 1, 1 Maret 2024)\n   https://m.id/1\n" in shown
    assert "Juga diberitakan oleh:\n   Judul 2 (Media 2, 2 Maret 2024)" in shown
    assert "KPU menyebut" not in shown
    assert "Peristiwa 3 dari 7, urut menurut tanggal." in shown


def test_an_answer_with_a_time_line_shows_it_in_place_of_quotations() -> None:
    event = make_quotation(make_article(2))
    shown = draw(make_answer(timeline=Timeline((event,), 1, subject="grafik")), CORPUS)

    assert shown.startswith("Linimasa: “grafik”\n")
    assert "Judul 1" not in shown
    assert "Sumber sampai" in shown


def test_topics_and_months_with_a_time_line_are_listed() -> None:
    listing = list_timelines(CORPUS)

    assert "  2. Anggaran\nMenurut bulan terbit:\n  2024: Maret\n" in _draw(listing.parts)
    assert listing.commands["2"] == "/linimasa anggaran"


@given(st.text())
def test_no_subject_can_steer_the_terminal(subject: str) -> None:
    shown = _draw(render_timeline(Timeline((make_quotation(make_article()),), 1, subject=subject)))

    assert not {*shown} & {*map(chr, (*range(10), *range(11, 32), *range(0x7F, 0xA0), 0x202E))}
