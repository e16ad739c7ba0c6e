"""Names and figures of a claim line are looked up in the articles that it cites."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from bot.articles import Correction, load_corpus
from bot.articles.grounding import Grounding
from tests.articles.samples import SHIPPED, TODAY, read, write_corpus


@pytest.fixture
def grounding(tmp_path: Path) -> Grounding:
    return Grounding(read(write_corpus(tmp_path)).by_file)


@pytest.mark.parametrize(
    "text",
    [
        "Budi Santoso menyatakan server berada di Jakarta.",
        "Menurut anggota KPU itu, biayanya Rp3,5 miliar.",
        "Harian Contoh memberitakannya pada 13 Maret 2024.",
        "Pada Rabu (13/3/2024) Budi berbicara.",
        "Anggarannya 12% dari 2325 TPS.",
        "Biayanya Rp3,5 M.",
        "Santoso? Ya. “Server” itu di Jakarta!",
        "Seorang anggota mengatakannya. Penjelasan singkat.",
        "Komisioner KPU mengatakan itu.",
    ],
)
def test_what_the_article_says_is_accepted(grounding: Grounding, text: str) -> None:
    assert list(grounding.find_missing(text, ["good.md"])) == []


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("Anggota KPU Rudi Santoso menyebut Jakarta.", ["Rudi"]),
        ("Menurut Rudi, server berada di Bandung.", ["Rudi", "Bandung"]),
        ("Bambang mengatakan itu.", ["Bambang"]),
        ("Biayanya Rp3,6 miliar.", ["3,6 miliar"]),
        ("Biayanya Rp3,5 triliun.", ["3,5 triliun"]),
        ("Ada 13 persen.", ["13 persen"]),
        ("Pada 13 April 2024 dan 12 Maret 2024.", ["13 April", "12 Maret"]),
        ("Pada 13 Maret 2023.", ["2023"]),
        ("Ada 2.326 TPS.", ["2.326"]),
    ],
)
def test_what_no_cited_article_says_is_found(
    grounding: Grounding, text: str, missing: list[str]
) -> None:
    assert list(grounding.find_missing(text, ["good.md"])) == missing


def test_a_name_must_stand_in_one_article(tmp_path: Path) -> None:
    article = read(write_corpus(tmp_path)).by_file["good.md"]
    other = replace(article, file="other.md", body="Rudi Hartono dari Bandung.")
    grounding = Grounding({"good.md": article, "other.md": other})
    assert (
        list(grounding.find_missing("Kata Rudi Hartono dan Budi.", ["good.md", "other.md"])) == []
    )
    mixed = grounding.find_missing("Kata Budi Hartono.", ["good.md", "other.md"])
    assert list(mixed) == ["Budi Hartono"]


def test_english_figures_and_days_count(tmp_path: Path) -> None:
    article = read(write_corpus(tmp_path)).by_file["good.md"]
    english = replace(article, body="On March 14, some 1,223 stations and 2.5 million votes.")
    grounding = Grounding({"good.md": english})
    line = "Pada 14 Maret ada 1.223 TPS."
    assert list(grounding.find_missing(line, ["good.md"])) == ["TPS"]
    assert list(grounding.find_missing("Ada 14 suara.", ["good.md"])) == ["14"]


def test_without_articles_every_name_and_figure_is_missing(grounding: Grounding) -> None:
    assert list(grounding.find_missing("Menurut dia, itu benar.", [])) == []
    assert list(grounding.find_missing("Kata Budi, ada 12 persen.", [])) == ["Budi", "12 persen"]


def test_a_correction_is_part_of_its_article(tmp_path: Path) -> None:
    article = read(write_corpus(tmp_path)).by_file["good.md"]
    corrected = replace(article, corrections=(Correction(TODAY, "Yang benar Rp4,5 miliar."),))
    grounding = Grounding({"good.md": corrected})
    assert list(grounding.find_missing("Biayanya Rp4,5 miliar.", ["good.md"])) == []


def test_every_changed_figure_of_a_shipped_card_is_noticed() -> None:
    corpus = load_corpus(SHIPPED)
    grounding = Grounding(corpus.by_file)
    lines = [line for claim in corpus.claims for part in claim.sections for line in part.lines]
    assert lines
    for line in lines:
        assert list(grounding.find_missing(line.text, line.articles)) == []
        forged = f"{line.text} Kata Zxavier Qwobbe, ada 987.654.321 suara."
        assert list(grounding.find_missing(forged, line.articles)) == [
            "Zxavier Qwobbe",
            "987.654.321",
        ]
