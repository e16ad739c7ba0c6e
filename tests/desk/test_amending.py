"""Retracting and correcting add one field to a file and leave every other byte as it was."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.articles import Article, Correction, Retraction, load_corpus
from bot.desk.changes import amending
from bot.desk.changes.amending import find_article
from bot.desk.errors import (
    AlreadyRetractedError,
    AmendError,
    FileConflictError,
    UnknownArticleError,
)
from tests.articles.samples import ARTICLE, SHIPPED, write_corpus

DAY = date(2024, 6, 1)
FENCE = "---\nAnggota"


def load(folder: Path) -> Article:
    corpus = load_corpus(folder)
    assert not corpus.problems
    return corpus.articles[0]


def write(folder: Path) -> Article:
    return load(write_corpus(folder))


def retract(folder: Path, article: Article, reason: str, today: date) -> None:
    path = folder / "articles" / article.file
    path.write_bytes(amending.retract(path.read_bytes(), article, reason, today))


def correct(folder: Path, article: Article, text: str, today: date) -> None:
    path = folder / "articles" / article.file
    path.write_bytes(amending.correct(path.read_bytes(), article, text, today))


def test_a_retraction_is_one_line_more(tmp_path: Path) -> None:
    article = write(tmp_path)
    retract(tmp_path, article, "Dicabut:  oleh\nmedianya.", DAY)

    line = 'retracted: {date: 2024-06-01, reason: "Dicabut: oleh medianya."}\n'
    text = (tmp_path / "articles/good.md").read_text()
    assert text == ARTICLE.replace(FENCE, line + FENCE)
    assert find_article(load_corpus(tmp_path), "good").retracted == Retraction(
        DAY, "Dicabut: oleh medianya."
    )


def test_windows_line_ends_and_the_mark_at_the_start_stay(tmp_path: Path) -> None:
    data = ("\ufeff" + ARTICLE.replace("\n", "\r\n") + "\r\n\r\n").encode()
    write_corpus(tmp_path, {"articles/good.md": data})
    retract(tmp_path, load_corpus(tmp_path).articles[0], "Dicabut.", DAY)

    changed = (tmp_path / "articles/good.md").read_bytes()
    added = b'retracted: {date: 2024-06-01, reason: "Dicabut."}\r\n'
    assert changed.count(added) == 1
    assert changed.replace(added, b"") == data


def test_a_second_retraction_is_told_of_the_first(tmp_path: Path) -> None:
    retract(tmp_path, write(tmp_path), "Dicabut.", DAY)
    article = find_article(load_corpus(tmp_path), "good.md")
    before = (tmp_path / "articles/good.md").read_bytes()

    with pytest.raises(AlreadyRetractedError, match="sudah ditarik pada 1 Juni 2024: Dicabut"):
        retract(tmp_path, article, "Lagi.", DAY)
    assert (tmp_path / "articles/good.md").read_bytes() == before


def test_an_unknown_key_is_answered_with_the_nearest(tmp_path: Path) -> None:
    article = write(tmp_path)
    corpus = load_corpus(tmp_path)

    with pytest.raises(UnknownArticleError, match=f"Mungkin maksudnya {article.key}"):
        find_article(corpus, article.key[:-1] + "x")
    with pytest.raises(UnknownArticleError, match="corpus list"):
        find_article(corpus, "?")
    assert find_article(corpus, article.key.upper()) == article


@pytest.mark.parametrize("reason", ["", " \n", "kode <b>", "kata\u202e", "a" * 2000])
def test_a_reason_that_cannot_be_written_changes_nothing(tmp_path: Path, reason: str) -> None:
    article = write(tmp_path)
    with pytest.raises(AmendError, match=r"good\.md tidak diubah: .+\."):
        retract(tmp_path, article, reason, DAY)

    assert (tmp_path / "articles/good.md").read_text() == ARTICLE


def test_a_file_that_changed_meanwhile_is_left_alone(tmp_path: Path) -> None:
    article = write(tmp_path)
    changed = ARTICLE.replace("Jakarta", "Bandung")
    (tmp_path / "articles/good.md").write_text(changed)

    with pytest.raises(FileConflictError):
        retract(tmp_path, article, "Dicabut.", DAY)
    assert (tmp_path / "articles/good.md").read_text() == changed


def test_a_correction_is_the_last_of_the_list(tmp_path: Path) -> None:
    correct(tmp_path, write(tmp_path), "Satu.", DAY)
    correct(tmp_path, load(tmp_path), "Dua: “dua”.", DAY)

    lines = (
        'corrections:\n  - {date: 2024-06-01, text: "Satu."}\n'
        '  - {date: 2024-06-01, text: "Dua: “dua”."}\n'
    )
    text = (tmp_path / "articles/good.md").read_text()
    assert text == ARTICLE.replace(FENCE, lines + FENCE)


@pytest.mark.parametrize(
    "field",
    [
        'corrections:\n  - {date: 2024-03-14, text: "Lama."}\n',
        "corrections:\n- {date: 2024-03-14, text: Lama.}\n",
        'corrections:\n  - date: 2024-03-14\n    text: "Lama."\n\n# catatan\n',
        "corrections: # catatan\n  # catatan\n  - {date: 2024-03-14, text: Lama.}\n",
    ],
)
def test_a_correction_joins_a_list_in_the_middle_of_the_file(tmp_path: Path, field: str) -> None:
    write_corpus(tmp_path, {"articles/good.md": ARTICLE.replace("kind:", field + "kind:")})
    article = load(tmp_path)
    correct(tmp_path, article, "Baru.", DAY)

    assert load(tmp_path).corrections == (*article.corrections, Correction(DAY, "Baru."))
    changed = (tmp_path / "articles/good.md").read_text()
    left = [line for line in changed.split("\n") if "Baru." not in line]
    assert "\n".join(left) == ARTICLE.replace("kind:", field + "kind:")


@pytest.mark.parametrize(
    "field",
    [
        "corrections: [{date: 2024-03-14, text: Lama.}]\n",
        '"corrections":\n  - {date: 2024-03-14, text: Lama.}\n',
    ],
)
def test_a_list_in_an_unusual_form_is_left_to_people(tmp_path: Path, field: str) -> None:
    text = ARTICLE.replace("kind:", field + "kind:")
    write_corpus(tmp_path, {"articles/good.md": text})

    with pytest.raises(AmendError, match=r"good\.md"):
        correct(tmp_path, load(tmp_path), "Baru.", DAY)
    assert (tmp_path / "articles/good.md").read_text() == text


@given(st.sampled_from(sorted((SHIPPED / "articles").iterdir())), st.booleans())
def test_any_article_of_the_corpus_can_be_amended(path: Path, retracts: bool) -> None:
    before = path.read_bytes()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "articles").mkdir()
        (folder / "articles" / path.name).write_bytes(before)
        (folder / "topics.yaml").write_bytes((SHIPPED / "topics.yaml").read_bytes())
        article = load_corpus(folder).articles[0]
        amend = retract if retracts else correct
        amend(folder, article, "Alasan “ini”: salah.", date(2026, 11, 1))
        after = (folder / "articles" / path.name).read_bytes()

    lines = [line for line in after.split(b"\n") if line not in before.split(b"\n")]
    assert 1 <= len(lines) <= 2
    assert len(after) - len(before) == sum(len(line) + 1 for line in lines)
