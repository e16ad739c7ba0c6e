"""A corpus that is read again is as if read for the first time, but faults change nothing."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.articles import CorpusReader, EmptyCorpusError, load_corpus
from bot.texts import file_problems as texts
from tests.articles.samples import (
    ARTICLE,
    CLAIM,
    GLOSSARY,
    TODAY,
    TOPICS,
    errors,
    other_article,
    places,
    write_corpus,
)

BROKEN = "Tanpa kepala."
RETRACTED = 'retracted: {date: 2024-05-01, reason: "Dicabut."}\n---\nAnggota'
_CHANGES = {
    "as ever": ("", ""),
    "longer": ("2.325 TPS.", "2.325 TPS.\n\nTambahan."),
    "corrected": ("---\nAnggota", 'corrections:\n  - {date: 2024-04-01, text: "R."}\n---\nAnggota'),
    "with a warning": ("2.325 TPS.", "2.325 TPS.\n \nTambahan."),
    "of an unknown topic": ("topics: [server]", "topics: [sirver]"),
    "of the future": ("published: 2024-03-13", "published: 2026-01-16"),
    "broken": (ARTICLE, BROKEN),
}
_BAD = {"broken", "of an unknown topic", "of the future"}
_DELETED = "deleted"
_NAMES = ("ab", "cd", "ef", "xy")

Edit = tuple[str, str]
EDITS = st.tuples(st.sampled_from(_NAMES), st.sampled_from([*_CHANGES, _DELETED]))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_corpus(tmp_path / "corpus")


@pytest.fixture
def reader(folder: Path) -> CorpusReader:
    reader = CorpusReader(folder)
    reader.read(TODAY)
    return reader


def bring(folder: Path, name: str, state: str) -> None:
    """Bring the article called `name` into a state."""
    path = folder / "articles" / f"{name}.md"
    if state == _DELETED:
        path.unlink(missing_ok=True)
    else:
        old, new = _CHANGES[state]
        assert old in ARTICLE
        path.write_text(ARTICLE.replace(old, new, 1).replace("/satu", f"/{name}"))


@settings(deadline=None, max_examples=80)
@given(rounds=st.lists(st.lists(EDITS, max_size=3), min_size=1, max_size=6))
def test_after_any_edits_the_corpus_is_that_of_the_last_good_files(
    tmp_path_factory: pytest.TempPathFactory, rounds: Sequence[Sequence[Edit]]
) -> None:
    folder = write_corpus(tmp_path_factory.mktemp("edited"))
    good = write_corpus(tmp_path_factory.mktemp("good"))
    reader = CorpusReader(folder)
    reader.read(TODAY)
    for edits in rounds:
        for name, state in edits:
            bring(folder, name, state)
        for name, state in dict(edits).items():
            if state not in _BAD:
                bring(good, name, state)
        corpus, expected = reader.read(TODAY), load_corpus(good, today=TODAY)
        fresh = load_corpus(folder, today=TODAY)
        assert corpus.articles == expected.articles
        assert corpus.claims == expected.claims
        assert corpus.problems == fresh.problems
        assert (corpus.revision == fresh.revision) == (corpus.articles == fresh.articles)
        assert reader.read(TODAY) is corpus


def test_what_is_unchanged_is_the_same_object(folder: Path, reader: CorpusReader) -> None:
    before = reader.read(TODAY)
    bring(folder, "ab", "as ever")
    after = reader.read(TODAY)

    assert before is not after
    assert [article.file for article in after.articles] == ["ab.md", "good.md"]
    assert after.by_file["good.md"] is before.by_file["good.md"]
    assert after.taxonomy is before.taxonomy
    assert after.glossary is before.glossary


def test_the_corpus_in_the_cache_is_a_first_reading_like_any_other(
    folder: Path, tmp_path: Path
) -> None:
    bring(folder, "ab", "with a warning")
    bring(folder, "cd", "broken")
    for _ in range(2):
        reader = CorpusReader(folder)
        assert reader.open(tmp_path / "cache", TODAY) == load_corpus(folder, today=TODAY)
        assert reader.read(TODAY) is reader.read(TODAY)
    bring(folder, "ab", "broken")
    bring(folder, "cd", "as ever")
    corpus = reader.read(TODAY)

    assert list(corpus.by_file) == ["ab.md", "cd.md", "good.md"]
    assert places(corpus) == [("articles/ab.md", 1)]


def test_a_broken_file_is_reported_and_its_last_good_article_stays(
    folder: Path, reader: CorpusReader
) -> None:
    good = reader.read(TODAY)
    (folder / "articles/good.md").write_text(ARTICLE.replace("outlet: Harian Contoh\n", ""))
    broken = reader.read(TODAY)
    (folder / "articles/good.md").write_text(ARTICLE)
    mended = reader.read(TODAY)

    assert broken.articles == good.articles
    assert broken.claims == good.claims
    assert places(broken) == [("articles/good.md", 2)]
    assert len({good.revision, broken.revision, load_corpus(folder).revision}) == 2
    assert mended == good


def test_a_file_that_is_too_large_keeps_its_last_good_article(
    folder: Path, reader: CorpusReader
) -> None:
    (folder / "articles/good.md").write_text(ARTICLE + "x" * 300_000)
    corpus = reader.read(TODAY)

    assert list(corpus.by_file) == ["good.md"]
    assert [problem.file for problem in errors(corpus)] == ["articles/good.md"]


def test_a_file_that_was_never_good_is_not_served(folder: Path, reader: CorpusReader) -> None:
    bring(folder, "ab", "broken")
    assert list(reader.read(TODAY).by_file) == ["good.md"]


def test_an_article_whose_address_another_one_has_now_does_not_stay(
    folder: Path, reader: CorpusReader
) -> None:
    bring(folder, "xy", "as ever")
    reader.read(TODAY)
    (folder / "articles/ab.md").write_text(ARTICLE.replace("/satu", "/xy"))
    corpus = reader.read(TODAY)

    assert list(corpus.by_file) == ["ab.md", "good.md"]
    assert [problem.file for problem in errors(corpus)] == ["articles/xy.md"]
    assert len(corpus.by_key) == len(corpus.articles)


def test_a_broken_claim_card_stays_while_its_sources_bear_it_out(
    folder: Path, reader: CorpusReader
) -> None:
    before = reader.read(TODAY)
    (folder / "claims/good-claim.md").write_text(CLAIM.replace("first_made", "first"))
    broken = reader.read(TODAY)
    (folder / "articles/good.md").write_text(ARTICLE.replace("3,5 miliar", "4,5 miliar"))
    unfounded = reader.read(TODAY)

    assert broken.claims == before.claims
    assert {problem.file for problem in errors(broken)} == {"claims/good-claim.md"}
    assert unfounded.claims == ()


@pytest.mark.parametrize(
    "change",
    [
        ("---\nAnggota", RETRACTED),
        ("3,5 miliar", "4,5 miliar"),
    ],
    ids=["retracted", "corrected"],
)
def test_a_claim_card_goes_when_its_source_no_longer_bears_it_out(
    folder: Path, reader: CorpusReader, change: tuple[str, str]
) -> None:
    bring(folder, "ab", "as ever")
    (folder / "articles/good.md").write_text(ARTICLE.replace(*change))
    corpus = reader.read(TODAY)

    assert corpus.claims == ()
    assert corpus == load_corpus(folder, today=TODAY)


def test_names_that_were_looked_up_once_are_looked_up_again_in_changed_articles(
    folder: Path, reader: CorpusReader
) -> None:
    card = CLAIM.replace("Menurut Budi Santoso, server", "Pakar menyatakan server")
    (folder / "claims/good-claim.md").write_text(card)
    found = [errors(reader.read(TODAY))]
    text = other_article("Anggota KPU", "Seorang pakar dan anggota KPU")
    (folder / "articles/ab.md").write_text(text)
    found.append(errors(reader.read(TODAY)))
    assert reader.read(TODAY) == load_corpus(folder, today=TODAY)
    (folder / "articles/ab.md").unlink()
    found.append(errors(reader.read(TODAY)))

    assert list(map(len, found)) == [1, 0, 1]


@pytest.mark.parametrize("name", ["topics.yaml", "glossary.yaml"])
def test_a_broken_list_of_words_leaves_the_last_good_one(
    folder: Path, reader: CorpusReader, name: str
) -> None:
    before = reader.read(TODAY)
    (folder / name).write_text("topics: [server\n")
    bring(folder, "ab", "of an unknown topic")
    corpus = reader.read(TODAY)

    assert (corpus.taxonomy, corpus.glossary) == (before.taxonomy, before.glossary)
    assert corpus.articles == before.articles
    assert {problem.file for problem in errors(corpus)} == {"articles/ab.md", name}


def test_a_missing_taxonomy_leaves_the_last_good_one(folder: Path, reader: CorpusReader) -> None:
    before = reader.read(TODAY)
    (folder / "topics.yaml").unlink()
    corpus = reader.read(TODAY)

    assert corpus.taxonomy == before.taxonomy
    assert places(corpus) == [("topics.yaml", 1)]


def test_a_deleted_glossary_is_gone(folder: Path, reader: CorpusReader) -> None:
    (folder / "glossary.yaml").unlink()
    assert reader.read(TODAY) == load_corpus(folder, today=TODAY)


@pytest.mark.parametrize(
    ("old", "new"), [("id: server", "id: peladen"), ("id: kpu", "id: kpud"), ("berita", "kabar")]
)
def test_articles_with_words_that_the_taxonomy_has_no_more_are_reported_and_stay(
    folder: Path, reader: CorpusReader, old: str, new: str
) -> None:
    before = reader.read(TODAY)
    (folder / "topics.yaml").write_text(TOPICS.replace(old, new))
    corpus = reader.read(TODAY)

    assert corpus.articles == before.articles
    assert corpus.problems[0] in load_corpus(folder, today=TODAY).problems
    assert corpus.problems[0].file == "articles/good.md"


def test_a_changed_glossary_is_read(folder: Path, reader: CorpusReader) -> None:
    (folder / "glossary.yaml").write_text(GLOSSARY.replace("memakai", "menggunakan"))
    assert reader.read(TODAY).glossary.expand == {"pake": ("menggunakan",)}


def test_an_article_of_tomorrow_is_served_tomorrow(folder: Path, reader: CorpusReader) -> None:
    bring(folder, "ab", "of the future")
    today = reader.read(TODAY)
    tomorrow = reader.read(date(2026, 1, 16))

    assert list(today.by_file) == ["good.md"]
    assert list(tomorrow.by_file) == ["ab.md", "good.md"]
    assert tomorrow.problems == ()
    assert tomorrow.by_file["good.md"] is today.by_file["good.md"]


def test_a_day_that_changes_nothing_leaves_the_corpus_the_same(reader: CorpusReader) -> None:
    assert reader.read(date(2026, 1, 16)) is reader.read(TODAY)


def test_a_clock_that_was_set_back_is_believed(reader: CorpusReader) -> None:
    corpus = reader.read(date(2024, 3, 12))

    assert ("articles/good.md", 5) in places(corpus)
    assert list(corpus.by_file) == ["good.md"]


@pytest.mark.parametrize("atomically", [False, True])
def test_a_change_that_leaves_size_and_time_of_a_file_is_seen(
    folder: Path, reader: CorpusReader, atomically: bool
) -> None:
    path = folder / "articles/good.md"
    before = path.stat()
    target = folder / "articles/.new" if atomically else path
    target.write_text(ARTICLE.replace("Jakarta", "Bandung"))
    os.utime(target, ns=(before.st_atime_ns, before.st_mtime_ns))
    target.replace(path)

    assert path.stat().st_size == before.st_size
    assert "Bandung" in reader.read(TODAY).articles[0].body


def test_two_changes_within_a_tick_of_the_clock_are_both_seen(
    folder: Path, reader: CorpusReader
) -> None:
    for city in ("Bandung", "Cirebon", "Padalarang"[:7]) * 20:
        (folder / "articles/good.md").write_text(ARTICLE.replace("Jakarta", city))
        assert city in reader.read(TODAY).articles[0].body


@pytest.mark.parametrize("gone", ["", "articles"])
def test_a_folder_that_is_gone_for_a_while_leaves_the_corpus_and_is_reported(
    folder: Path, reader: CorpusReader, tmp_path: Path, gone: str
) -> None:
    before = reader.read(TODAY)
    (folder / gone).rename(tmp_path / "away")
    while_gone = reader.read(TODAY)
    assert reader.read(TODAY) is while_gone
    (tmp_path / "away").rename(folder / gone)

    assert while_gone.articles == before.articles
    assert while_gone.revision == before.revision
    assert [problem.text for problem in while_gone.problems] == [texts.FOLDER_GONE.text]
    assert reader.read(TODAY) is before


def test_a_folder_that_was_emptied_leaves_the_corpus(folder: Path, reader: CorpusReader) -> None:
    before = reader.read(TODAY)
    for path in (folder / "articles").iterdir():
        path.unlink()

    assert reader.read(TODAY).articles == before.articles


def test_a_folder_that_is_empty_at_first_is_an_error(folder: Path) -> None:
    shutil.rmtree(folder / "articles")
    with pytest.raises(EmptyCorpusError):
        CorpusReader(folder).read(TODAY)
