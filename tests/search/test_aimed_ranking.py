"""Sentences of the kind that a question wants outdo mere mentions of the same words."""

from __future__ import annotations

import pytest

from bot.search import SearchEngine
from bot.search.sources import list_sources
from tests.search.corpora import article_of, corpus_of, glossary_of

FILLERS = ["apa", "apa kata", "itu", "kenapa", "soal", "menurut", "berapa lama"]


def build(**texts: str) -> SearchEngine:
    articles = [article_of(key, f"Berita {key}", text) for key, text in texts.items()]
    glossary = glossary_of(stop=FILLERS, names=("Ganjar", "Anies", "KPU", "pemilu"))
    return SearchEngine.build(list_sources(corpus_of(*articles)), glossary)


def find_first(engine: SearchEngine, question: str) -> str:
    ranking = engine.rank(engine.read(question))
    return str(engine.index.passages[ranking.positions[0]].article)


# The first of equals comes first, so that in each pair only the kind of sentence turns the order.
SPEAKERS = build(
    about="Anies melihat angket bersama Ganjar.",
    spoken="Anies mengatakan angket bersama Ganjar.",
)


@pytest.mark.parametrize("question", ["apa kata Anies soal angket", "menurut Anies angket"])
def test_who_speaks_goes_before_who_is_spoken_of(question: str) -> None:
    assert find_first(SPEAKERS, question) == "spoken"
    assert find_first(SPEAKERS, "Anies angket") == "about"


def test_the_speaker_may_stand_behind_the_word_of_saying() -> None:
    engine = build(about="Angket perlu, lihat Anies.", spoken="Angket perlu, kata Anies.")

    assert find_first(engine, "apa kata Anies soal angket") == "spoken"


def test_a_speaker_of_another_sentence_does_not_speak_here() -> None:
    engine = build(
        apart="Anies hadir di sana. Ganjar mengatakan angket perlu.",
        own="Ganjar hadir di sana. Anies mengatakan angket perlu.",
    )

    assert find_first(engine, "apa kata Anies soal angket") == "own"
    assert find_first(engine, "apa kata Ganjar soal angket") == "apart"


def test_a_definition_goes_before_a_mention() -> None:
    engine = build(
        mention="Situng dengan aplikasi penghitungan.",
        definition="Situng adalah aplikasi penghitungan.",
    )

    assert find_first(engine, "apa itu Situng") == "definition"
    assert find_first(engine, "Situng") == "mention"


@pytest.mark.parametrize(
    ("mention", "definition"),
    [
        ("Situng dibahas untuk penghitungan.", "Situng dirancang untuk penghitungan."),
        ("Alat hitung yang dibahas Situng.", "Alat hitung yang disebut Situng."),
        ("KPU membahas aplikasi Situng.", "KPU meluncurkan aplikasi Situng."),
    ],
)
def test_what_a_thing_is_for_and_who_made_it_defines_it_as_well(
    mention: str, definition: str
) -> None:
    engine = build(mention=mention, definition=definition)

    assert find_first(engine, "apa itu Situng") == "definition"
    assert find_first(engine, "Situng") == "mention"


def test_a_short_form_is_told_where_its_long_one_stands_beside_it() -> None:
    glossary = glossary_of(
        stop=["kepanjangan"], expand={"ppk": ("panitia pemilihan kecamatan",)}, names=("PPK",)
    )
    mention = article_of("mention", "Berita", "PPK bersama panitia kecil, anggota panitia.")
    spelled = article_of("spelled", "Berita", "PPK adalah panitia pemilihan, tingkat kecamatan.")
    engine = SearchEngine.build(list_sources(corpus_of(mention, spelled)), glossary)

    assert find_first(engine, "kepanjangan PPK") == "spelled"
    assert find_first(engine, "PPK") == "mention"


@pytest.mark.parametrize("span", ["lima jam", "sebelas hari", "beberapa jam", "seharian penuh"])
def test_how_long_is_told_by_a_span_of_time(span: str) -> None:
    engine = build(other="Situng mati jam lima itu.", told=f"Situng mati {span} itu.")

    assert find_first(engine, "berapa lama Situng mati") == "told"
    assert find_first(engine, "Situng mati") == "other"


def test_a_number_of_days_is_a_span_of_time_and_a_time_of_day_is_none() -> None:
    engine = build(other="Situng mati pukul 19.00 WIB.", told="Situng mati selama 35 hari.")

    assert find_first(engine, "berapa lama Situng mati") == "told"


@pytest.mark.parametrize("when", ["UU 27 Tahun 2022", "dua hari sebelum itu", "sepekan lalu itu"])
def test_a_law_and_a_day_counted_from_another_are_no_spans_of_time(when: str) -> None:
    engine = build(other=f"Situng mati {when} juga.", told="Situng mati dua hari penuh itu juga.")

    assert find_first(engine, "berapa lama Situng mati") == "told"


@pytest.mark.parametrize("number", ["2.325", "lima", "13 data"])
def test_what_is_counted_has_its_number_before_it(number: str) -> None:
    others = " ".join("lain" for _ in number.split())
    engine = build(
        other=f"Ada {others} TPS salah baca itu {number}.",
        told=f"Ada {number} TPS salah baca itu {others}.",
    )

    assert find_first(engine, "berapa tps salah baca") == "told"
    assert find_first(engine, "tps salah baca") == "other"


@pytest.mark.parametrize("word", ["karena", "akibat", "supaya"])
def test_a_reason_goes_before_a_report_without_one(word: str) -> None:
    engine = build(
        report="Grafik dihapus selain prasangka publik.",
        reason=f"Grafik dihapus {word} prasangka publik.",
    )

    assert find_first(engine, "kenapa grafik dihapus") == "reason"
    assert find_first(engine, "grafik dihapus") == "report"


def test_what_follows_from_a_thing_is_no_reason_for_it() -> None:
    engine = build(
        report="Grafik dihapus sehingga timbul prasangka.",
        reason="Grafik dihapus karena timbul prasangka.",
    )

    assert find_first(engine, "kenapa grafik dihapus") == "reason"


@pytest.mark.parametrize("figure", ["2325", "Rp3,5", "92"])
def test_a_figure_goes_before_a_mention_without_one(figure: str) -> None:
    other = "x" * len(figure)
    engine = build(
        mention=f"Biaya server {other} tahun itu.", told=f"Biaya server {figure} tahun itu."
    )

    assert find_first(engine, "berapa biaya server") == "told"
    assert find_first(engine, "biaya server") == "mention"


@pytest.mark.parametrize("date", ["15 Maret 2024", "Maret 2024", "2024"])
def test_a_date_is_no_figure(date: str) -> None:
    engine = build(
        mention=f"Biaya server pada {date} banyak.", told="Biaya server pada 15 Juta 8 banyak."
    )

    assert find_first(engine, "berapa biaya server") == "told"


def test_a_sentence_that_calls_itself_a_reason_speaks_for_its_whole_passage() -> None:
    engine = build(
        report="Grafik dihapus malam hari. KPU menilai datanya keliru.",
        reason="Grafik dihapus malam hari. KPU beralasan datanya keliru.",
    )

    assert find_first(engine, "kenapa grafik dihapus") == "reason"
    assert find_first(engine, "grafik dihapus") == "report"


def test_the_sentences_of_a_passage_that_are_wanted_are_counted_from_its_first() -> None:
    engine = build(
        first="Saksi hadir di sana. Saksi pulang.",
        second="Rapat dibuka. Anies menyebut angket perlu. Rapat ditutup. Angket, kata Anies.",
    )
    query = engine.read("apa kata Anies soal angket")
    places = [passage.article for passage in engine.index.passages]

    assert engine.list_aimed(query, places.index("second")) == {1, 3}
    assert engine.list_aimed(query, places.index("first")) == set()
    assert engine.list_aimed(engine.read("Anies angket"), places.index("second")) == set()


@pytest.mark.parametrize(
    ("question", "named"),
    [
        ("apa kata Anies soal angket", True),
        ("apa kata KPU soal angket", False),
        ("apa kata pemilu soal angket", False),
        ("Anies angket", False),
    ],
)
def test_people_are_told_from_offices_and_common_words(question: str, *, named: bool) -> None:
    assert SPEAKERS.names_speaker(SPEAKERS.read(question)) == named


def test_a_word_of_the_question_that_only_a_headline_has_is_untold() -> None:
    titled = article_of(
        "judul", "Usai Megawati, Advokat Mengajukan Diri", "Advokat mengajukan diri."
    )
    engine = SearchEngine.build(list_sources(corpus_of(titled)), glossary_of())

    told = {c.written: engine.is_told(c) for c in engine.read("megawati advokat").concepts}
    assert told == {"megawati": False, "advokat": True}


def test_what_was_ruled_goes_before_what_was_asked_for() -> None:
    engine = build(
        petition="Mahkamah melihat gugatan Ganjar di sidang.",
        ruling="Mahkamah menolak gugatan Ganjar di sidang.",
    )

    assert find_first(engine, "apa hasil gugatan Ganjar") == "ruling"
    assert find_first(engine, "gugatan Ganjar") == "petition"
