"""What the corpus does not tell is said plainly, and what was withdrawn is never shown."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.answers import Answerer, Status
from bot.articles import Severity
from tests.answers.made_up import CHART, COST, DAY, SERVER, make_answerer, make_article, retract
from tests.answers.shipped import open_small
from tests.articles.samples import ARTICLE, other_article

RETRACTED = retract(
    make_article(
        "dicabut",
        "Letak server dipertanyakan lagi",
        SERVER.body,
        published=DAY + timedelta(days=1),
        questions=["Benarkah server Sirekap di Singapura?"],
    )
)
RETRACTION = 'retracted: {date: 2024-04-01, reason: "keliru"}\n---\n'


@pytest.mark.parametrize(
    "question",
    [
        "server Sirekap di Singapura",
        RETRACTED.citation.title,
        RETRACTED.citation.url,
        RETRACTED.questions[0],
    ],
)
def test_a_retracted_article_is_never_shown(question: str) -> None:
    answer = make_answerer(SERVER, RETRACTED, CHART, COST).answer(question)
    shown = [a for quotation in answer.quotations for a in (quotation.article, *quotation.also)]

    assert RETRACTED not in shown
    assert RETRACTED.questions[0] not in answer.related


def test_its_copy_that_stands_is_shown_alone() -> None:
    answer = make_answerer(RETRACTED, SERVER, CHART, COST).answer("letak server di Singapura")

    assert answer.quotations[0].article is SERVER
    assert answer.quotations[0].also == ()


def test_a_claim_card_that_cites_a_retracted_article_is_left_out(tmp_path: Path) -> None:
    files = {"articles/good.md": ARTICLE.replace("---\n", RETRACTION, 2).removeprefix(RETRACTION)}
    files["articles/good.md"] = "---\n" + files["articles/good.md"]
    files["articles/lain.md"] = other_article()
    answerer = open_small(tmp_path, files)
    [problem] = [p for p in answerer.corpus.problems if p.severity is Severity.ERROR][:1]

    assert answerer.corpus.by_file["good.md"].retracted is not None
    assert problem.file == "claims/good-claim.md"
    assert answerer.answer("Benarkah server di luar negeri?").claim is None


@pytest.mark.parametrize(
    ("question", "missing"),
    [
        ("resep rendang", ("resep", "rendang")),
        ("siapa Zulfikri?", ("zulfikri",)),
        ("apa kata Megatron soal Sirekap?", ("megatron",)),
    ],
)
def test_what_no_source_mentions_is_named(
    shipped: Answerer, question: str, missing: tuple[str, ...]
) -> None:
    answer = shipped.answer(question)

    assert answer.status is Status.NOT_FOUND
    assert answer.quotations == ()
    assert answer.understanding.missing == missing


@pytest.mark.parametrize("asking", ["siapa {}?", "{} bilang apa?", "apa kata {} soal sirekap?"])
@pytest.mark.parametrize(
    "name",
    [
        *("Messi", "Musk", "Najib", "Risma", "Denny", "Rahmad", "Otto", "Modi", "Plate", "Johnny"),
        *("Sandiaga", "Zulfikri", "Sutrisno", "Trump", "Naruto", "Susanti", "Rocky", "Nadiem"),
    ],
)
def test_an_unknown_name_is_not_answered_with_what_is_known_of_another(
    shipped: Answerer, asking: str, name: str
) -> None:
    assert shipped.answer(asking.format(name)).status is not Status.FOUND


def test_an_unknown_name_beside_known_words_is_named(shipped: Answerer) -> None:
    answer = shipped.answer("apakah Zulfikri menggugat Sirekap ke Mahkamah Konstitusi?")

    assert answer.understanding.missing == ("zulfikri",)


def test_the_topics_offered_are_those_of_the_nearest_articles(shipped: Answerer) -> None:
    answer = shipped.answer("siapa Zulfikri yang bicara soal alibaba cloud?")
    offered = {topic.id for topic in answer.topics}

    assert answer.status is Status.NOT_FOUND
    assert "alibaba-cloud" in offered


def test_a_ruling_that_is_newer_than_what_is_quoted_is_told(shipped: Answerer) -> None:
    answer = shipped.answer("apa kata Hasto soal suara Ganjar dikunci 17 persen?")
    newest = max(quotation.article.citation.published for quotation in answer.quotations)

    assert answer.claim is not None
    assert answer.claim.key == "dikunci-17-persen"
    assert answer.later is not None
    assert answer.later.citation.published == date(2024, 4, 22) > newest


@pytest.mark.parametrize("question", ["semua", "bukan?", "ada", "tidak ada", "sudah belum"])
def test_words_that_only_hold_sentences_together_are_asked_back(
    shipped: Answerer, question: str
) -> None:
    assert shipped.answer(question).status is Status.EMPTY


def test_one_word_that_names_a_subject_is_answered(shipped: Answerer) -> None:
    assert shipped.answer("server").status is Status.FOUND


def test_a_figure_of_others_is_no_answer_about_the_one_named(shipped: Answerer) -> None:
    answer = shipped.answer("berapa jumlah kursi DPR partai gelora hasil pemilu 2024?")

    assert answer.status is Status.NEAR


@pytest.mark.parametrize(
    "question",
    [
        "Siapa yang menang Pilkada DKI Jakarta 2017?",
        "hasil real count pilpres 2014 jokowi prabowo",
        "berapa KPPS yang meninggal di pemilu 2014",
        "quick count pilpres 2019",
        "pilkada 18 pake situng juga?",
        "situng 2019 salah input berapa tps",
        "Sirekap 2022 versi berapa?",
        "who won the 2019 indonesian election",
        "When will the 2029 presidential election be held?",
        "kapan pilkada serentak berikutnya setelah 2024",
    ],
)
def test_figures_of_one_year_are_no_answer_about_another(shipped: Answerer, question: str) -> None:
    assert shipped.answer(question).status is not Status.FOUND


@pytest.mark.parametrize(
    "question",
    [
        "hasil pilpres amerika 2024",
        "pilpres AS 2024 siapa yang menang",
        "who won the US election 2024",
        "hasil pilkada surabaya 2024 siapa yang menang",
        "pemilu india 2024",
    ],
)
def test_an_election_held_elsewhere_is_not_answered_with_one_that_is_known(
    shipped: Answerer, question: str
) -> None:
    answer = shipped.answer(question)

    assert answer.status is not Status.FOUND
    assert "indra" not in answer.understanding.terms


@pytest.mark.parametrize(
    "question",
    [
        "jumlah KPPS meninggal pemilu 2019",
        "Apakah Sirekap dipakai pada Pemilu 2019?",
        "pilkada 24 masih pake sirekap ga?",
        "uji coba sirekap 2020 di kediri",
        "hasil pilkada Depok Sirekap",
        "hasil hitung suara pilpres 2024 di amerika",
    ],
)
def test_a_year_or_a_place_that_the_sources_tell_of_is_answered(
    shipped: Answerer, question: str
) -> None:
    assert shipped.answer(question).status is Status.FOUND


def test_what_is_asked_of_somebody_unknown_is_not_answered_with_others(
    shipped: Answerer,
) -> None:
    answer = shipped.answer("quick count charta politika pilpres 2024 hasilnya")

    assert answer.status is Status.NEAR
    assert answer.understanding.missing == ("charta", "politika")


def test_a_short_word_that_lost_its_vowel_does_not_hide_an_answer(shipped: Answerer) -> None:
    answer = shipped.answer("aplkasi srekap knp tdk bsa dibka saat hri pencoblsan")

    assert answer.status is Status.FOUND
    assert answer.understanding.corrections["hri"] == "hari"


def test_slips_of_affixed_and_short_words_do_not_hide_an_answer(shipped: Answerer) -> None:
    answer = shipped.answer("apakah kpu mngakui keslahan konversi dta sirekp")

    assert answer.status is Status.FOUND
    assert answer.understanding.corrections["keslahan"] == "kesalahan"


@pytest.mark.parametrize(
    "question",
    [
        "Berapa persen TPS yang sudah masuk di Sirekap waktu penghitungan dihentikan?",
        "sirekap udah didownload berapa juta kali di play store?",
        "berapa kali ketua kpu dipanggil polisi soal sirekap",
        "seberapa lama kpu nyimpen data",
        "berapa lama kontrak alibaba",
    ],
)
def test_figures_about_something_else_are_no_answer_and_bring_no_card(
    shipped: Answerer, question: str
) -> None:
    answer = shipped.answer(question)

    assert answer.status is Status.NEAR
    assert answer.claim is None


def test_a_figure_beside_what_was_asked_is_an_answer(shipped: Answerer) -> None:
    answer = shipped.answer("berapa kali bawaslu nyurati kpu")

    assert answer.status is Status.FOUND
    assert "tiga kali" in answer.quotations[0].passage.text
