"""Files for everybody: the corpus, decided claims, the history, and counts without anybody."""

import csv
import io
import json
import zipfile
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from bot.answers import Answerer, open_answerer
from bot.desk.figures import Figures
from bot.desk.open_data import (
    ExportFile,
    pack_corpus,
    write_audit,
    write_counts,
    write_public_counts,
    write_reviews,
)
from bot.desk.queue import Group
from bot.store import Action, AuditLine, DailyCount, UnansweredQuestion
from bot.store.audit import COMMAND_LINE
from bot.texts import moderation_figures as texts
from tests.chat.corpora import make_article, write_corpus

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
DAY = date(2026, 3, 1)
ACTOR = "ab" * 32


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    return open_answerer(CORPUS, tmp_path_factory.mktemp("cache"))


def read_table(file: ExportFile) -> list[list[str]]:
    return list(csv.reader(io.StringIO(file.data.decode("utf-8-sig"), newline="")))


def unpack(file: ExportFile) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(file.data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_zip_holds_every_file_of_the_corpus_byte_by_byte() -> None:
    (packed,) = pack_corpus(CORPUS, 50_000_000)
    files = unpack(packed)

    wanted = {
        path.relative_to(CORPUS).as_posix(): path.read_bytes()
        for path in CORPUS.rglob("*")
        if path.is_file() and not path.name.startswith(".")
    }
    assert packed.name == "korpus.zip"
    assert files == wanted


def test_a_corpus_over_the_limit_comes_in_parts_that_are_within_it(tmp_path: Path) -> None:
    articles = [
        make_article(f"Isi {number}.").replace("/berita", f"/{number}") for number in range(30)
    ]
    folder = write_corpus(tmp_path / "corpus", *articles)
    limit = 40_000
    parts = pack_corpus(folder, limit)

    assert len(parts) > 1
    assert all(len(part.data) <= limit for part in parts)
    names = [name for part in parts for name in unpack(part)]
    assert sorted(names) == sorted(
        path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()
    )


def test_a_link_that_leads_out_of_the_corpus_is_not_packed(tmp_path: Path) -> None:
    folder = write_corpus(tmp_path / "corpus", make_article("Isi."))
    secret = tmp_path / "secret.txt"
    secret.write_text("zxqwvk", encoding="utf-8")
    (folder / "README.md").symlink_to(secret)
    (folder / "articles" / "lain.md").symlink_to(secret)
    (packed,) = pack_corpus(folder, 50_000_000)

    assert b"zxqwvk" not in b"".join(unpack(packed).values())


def test_decided_claims_are_claim_reviews(answerer: Answerer) -> None:
    corpus = answerer.corpus
    reviews = json.loads(write_reviews(corpus).data)

    decided = [claim.claim for claim in corpus.claims if claim.outcome]
    assert [review["claimReviewed"] for review in reviews] == decided
    assert {review["@type"] for review in reviews} == {"ClaimReview"}


def make_line(number: int, actor: str, *, undoes: int | None = None) -> AuditLine:
    action = Action.UNDO if undoes else Action.EDIT
    return AuditLine(number, 0, actor, action, "abcdefghij", "a.md", b"rahasia", b"x", undoes)


def test_the_history_names_moderators_by_marks_only() -> None:
    file = write_audit(
        [make_line(3, "", undoes=1), make_line(2, COMMAND_LINE), make_line(1, ACTOR)]
    )
    head, undone, typed, edited = read_table(file)

    assert tuple(head) == texts.AUDIT_COLUMNS
    assert undone == ["3", "1970-01-01T00:00:00+00:00", "urung", "abcdefghij", "a.md", "", "1"]
    assert typed[5] == "cli"
    assert 4 <= len(edited[5]) <= 6
    assert ACTOR[:12].encode() not in file.data
    assert b"rahasia" not in file.data


def test_small_counts_are_not_public() -> None:
    counts = [DailyCount(DAY, "status:found", 5), DailyCount(DAY, "status:near", 4)]
    table = read_table(write_public_counts(counts))

    assert table[1:] == [["2026-03-01", "hasil", "found", "5"]]


def test_moderators_see_small_counts_and_what_is_missing() -> None:
    group = Group((UnansweredQuestion("0" * 16, "=1+1", 1),), 2, DAY, DAY)
    figures = Figures((), Counter(), Counter(), (), (group,))
    counts = [DailyCount(DAY, "status:near", 4)]
    table = read_table(write_counts(counts, figures))

    assert table[1:] == [
        ["2026-03-01", "hasil", "near", "4"],
        ["2026-03-01", "belum terjawab", "'=1+1", "2"],
    ]
