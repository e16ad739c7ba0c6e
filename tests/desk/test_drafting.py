"""A draft is filled in from the nearest articles, checked, and told what is in its way."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from pathlib import Path

import pytest

from bot.articles import Corpus, load_corpus
from bot.desk.drafts.drafting import MOST_VERBATIM_WORDS, Prepared, prepare
from bot.desk.files.article_files import render
from bot.desk.intake.outlets import find_by_host, find_by_name, list_outlets
from bot.desk.intake.reading import read_file
from bot.desk.values import Draft, Intake, KnownOutlets
from bot.search import SearchEngine
from bot.search.sources import list_sources
from bot.texts import desk as texts
from tests.articles.samples import ARTICLE, SHIPPED, write_corpus

DRAFT = Draft(
    title="KPU memindahkan server ke Bandung",
    outlet="Harian Contoh",
    url="https://contoh.id/berita/tiga",
    published=date(2024, 5, 1),
    body="Anggota KPU Budi Santoso mengatakan pada 1 Mei 2024 bahwa server pindah ke Bandung.",
)


def load(folder: Path) -> tuple[Corpus, SearchEngine]:
    corpus = load_corpus(folder)
    return corpus, SearchEngine.build(list_sources(corpus), corpus.glossary)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_corpus(tmp_path / "corpus")


def make(folder: Path, intake: Intake) -> Prepared:
    return prepare(intake, *load(folder), folder.parent / "data" / "drafts")


def test_what_is_missing_is_suggested_by_the_nearest_articles(folder: Path) -> None:
    prepared = make(folder, Intake(DRAFT))
    draft = prepared.intake.draft

    assert (draft.kind, draft.perspectives, draft.topics) == ("berita", ("kpu",), ("server",))
    assert prepared.suggested == {"kind", "perspectives", "topics"}
    assert prepared.obstacles == ()


def test_what_the_moderator_set_is_no_suggestion(folder: Path) -> None:
    prepared = make(folder, Intake(replace(DRAFT, kind="opini", topics=("algoritma",))))

    assert prepared.intake.draft.kind == "opini"
    assert prepared.intake.draft.topics == ("algoritma",)
    assert prepared.suggested == {"perspectives"}


def test_the_draft_file_holds_the_article_and_is_named_after_it(folder: Path) -> None:
    prepared = make(folder, Intake(DRAFT))

    assert prepared.path.name == "2024-05-01-harian-contoh-kpu-memindahkan-server-ke-bandung.md"
    assert prepared.path.read_text() == render(prepared.intake.draft)


@pytest.mark.parametrize("field", ["title", "outlet", "url", "published", "body"])
def test_a_missing_field_is_named_with_the_option_that_sets_it(folder: Path, field: str) -> None:
    kept = {each.name: getattr(DRAFT, each.name) for each in fields(DRAFT) if each.name != field}
    prepared = make(folder, Intake(Draft(**kept)))

    option = "--ringkasan" if field == "body" else f"--{field}"
    assert prepared.obstacles == (f"isian “{field}” belum ada; isi dengan {option}",)


def test_problems_are_those_of_corpus_check_with_file_and_line(folder: Path) -> None:
    bad = replace(DRAFT, topics=("sever",), published=date(2999, 1, 1))
    prepared = make(folder, Intake(bad))

    assert [problem.line for problem in prepared.problems] == [5, 8]
    assert all(problem.file == prepared.path.as_posix() for problem in prepared.problems)
    assert len(prepared.obstacles) == 2


def test_an_address_that_is_there_is_not_added_again(folder: Path) -> None:
    prepared = make(folder, Intake(replace(DRAFT, url="http://www.contoh.id/berita/satu?page=2")))

    assert prepared.neighbours.same_address is not None
    assert any("good.md" in obstacle for obstacle in prepared.obstacles)


def test_the_same_file_in_hand_is_told_to_be_there_already(folder: Path) -> None:
    data = ARTICLE.encode()
    intake = read_file("good.md", data, KnownOutlets(), Draft(), date.max)

    assert make(folder, intake).neighbours.same_address is not None


def test_an_article_that_reports_the_same_event_is_shown(folder: Path) -> None:
    body = "Server berada di Jakarta, kata anggota KPU Budi Santoso pada Rabu (13/3/2024)."
    near = make(folder, Intake(replace(DRAFT, body=body, published=date(2024, 3, 14))))
    late = make(folder, Intake(replace(DRAFT, body=body, published=date(2024, 4, 14))))

    assert [article.file for article in near.neighbours.same_event] == ["good.md"]
    assert late.neighbours.same_event == ()


@pytest.mark.parametrize("words", [MOST_VERBATIM_WORDS, MOST_VERBATIM_WORDS + 1])
def test_a_long_text_of_the_outlet_is_not_published(folder: Path, words: int) -> None:
    paragraphs = [" ".join(["kata"] * 50)] * (words // 50)
    body = "\n\n".join([*paragraphs, " ".join(["akhir"] * (words % 50))]).strip()
    prepared = make(folder, Intake(replace(DRAFT, body=body), verbatim=True))

    refused = [each for each in prepared.obstacles if "tulis ulang dengan kata sendiri" in each]
    assert len(refused) == (words > MOST_VERBATIM_WORDS)


def test_the_draft_of_an_outlets_text_cannot_slip_into_the_corpus(folder: Path) -> None:
    """Also when somebody moves the draft by hand."""
    prepared = make(folder, Intake(DRAFT, verbatim=True))
    assert prepared.problems == ()
    target = folder / "articles" / prepared.path.name
    prepared.path.rename(target)

    (problem,) = load_corpus(folder).problems
    assert problem.file.endswith(target.name)
    assert "HTML" in problem.text


def test_a_rewritten_draft_is_no_longer_the_outlets_text() -> None:
    file = render(DRAFT, to_rewrite=True)
    kept = read_file("a.md", file.encode(), KnownOutlets(), Draft(), date.max)
    written = file.replace(texts.TO_REWRITE, "").replace("pindah", "dipindahkan")
    rewritten = read_file("a.md", written.encode(), KnownOutlets(), Draft(), date.max)

    assert kept.verbatim
    assert kept.draft.body == DRAFT.body
    assert not rewritten.verbatim


def test_two_drafts_of_one_name_stay_apart(folder: Path) -> None:
    first = make(folder, Intake(DRAFT))
    second = make(folder, Intake(replace(DRAFT, url="https://contoh.id/berita/empat")))

    assert first.path != second.path
    assert first.path.exists()


@pytest.mark.parametrize(
    ("name", "outlet"),
    [
        ("TRIBUNKALTIM.CO", "Tribun Kaltim"),
        ("KOMPAS.com", "Kompas.com"),
        ("ANTARA", "Antara"),
        ("Liputan6.com", "Liputan6"),
        ("VIVA.co.id", "VIVA"),
        ("media yang tidak ada", ""),
    ],
)
def test_outlets_of_the_corpus_are_known_by_the_names_that_they_use(name: str, outlet: str) -> None:
    assert find_by_name(name, list_outlets(load_corpus(SHIPPED))) == outlet


def test_outlets_of_the_corpus_are_known_by_their_hosts() -> None:
    known = list_outlets(load_corpus(SHIPPED))

    assert find_by_host("https://kaltim.tribunnews.com/2026/a", known) == "Tribun Kaltim"
    assert find_by_host("https://www.news.okezone.com/a", known) == "Okezone"
    assert find_by_host("https://tiada.id/a", known) == ""
