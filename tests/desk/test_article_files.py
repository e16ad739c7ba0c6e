"""A draft is written as an article file, whole or not at all, and reads back as the same."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.articles import Correction, Retraction
from bot.articles.article_file import Surroundings, read_article
from bot.articles.report import Report
from bot.articles.sources import SourceFile
from bot.desk.errors import FileConflictError
from bot.desk.files.article_files import name_file, read_draft, render, write_article
from bot.desk.files.atomic_files import replace_file, write_new
from bot.desk.values import Draft
from tests.articles.samples import SHIPPED, TODAY

DRAFT = Draft(
    title='KPU: "Server" di Jakarta',
    outlet="Harian Contoh",
    url="https://contoh.id/berita/satu",
    published=date(2024, 3, 13),
    kind="berita",
    perspectives=("kpu", "komisi-informasi"),
    topics=("server",),
    questions=("Di mana letak server?",),
    corrections=(Correction(date(2024, 3, 14), "Sebelumnya tertulis “Bandung”."),),
    retracted=Retraction(date(2024, 3, 15), "Dicabut: oleh medianya."),
    body="Satu kalimat.\n\nDua: kalimat.",
)
FILE = """\
---
title: "KPU: \\"Server\\" di Jakarta"
outlet: Harian Contoh
url: https://contoh.id/berita/satu
published: 2024-03-13
kind: berita
perspectives: [kpu, komisi-informasi]
topics: [server]
questions:
  - "Di mana letak server?"
corrections:
  - {date: 2024-03-14, text: "Sebelumnya tertulis “Bandung”."}
retracted: {date: 2024-03-15, reason: "Dicabut: oleh medianya."}
---
Satu kalimat.

Dua: kalimat.
"""
texts = st.text(
    st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=40
).filter(lambda text: not set(text) & set("<&"))
sentences = st.lists(texts, min_size=1, max_size=6).map(" ".join)
ids = st.lists(texts, min_size=1, max_size=3, unique=True).map(tuple)
days = st.dates(date(1990, 1, 1), TODAY)
drafts = st.builds(
    Draft,
    title=sentences,
    title_from=st.sampled_from([None, "url"]),
    outlet=sentences,
    url=st.just("https://contoh.id/berita/satu"),
    published=days,
    kind=texts,
    perspectives=ids,
    topics=ids,
    questions=st.lists(sentences, max_size=3, unique=True).map(tuple),
    corrections=st.lists(st.builds(Correction, days, sentences), max_size=2).map(tuple),
    retracted=st.none() | st.builds(Retraction, days, sentences),
    body=st.lists(sentences, min_size=1, max_size=4).map("\n\n".join),
)


def read_back(text: str) -> Draft:
    report = Report("x.md")
    article = read_article(SourceFile("x.md", text.encode()), Surroundings(TODAY, None, {}), report)
    assert article is not None, report.problems
    return Draft.of(article)


def test_a_file_looks_as_moderators_write_it() -> None:
    assert render(DRAFT) == FILE


@given(drafts)
def test_what_is_written_reads_back_as_the_same(draft: Draft) -> None:
    text = render(draft)

    assert read_back(text) == draft
    assert read_draft(text.encode(), TODAY) == draft


def test_every_article_of_the_corpus_survives_being_rewritten() -> None:
    for path in sorted((SHIPPED / "articles").iterdir())[::10]:
        draft = read_draft(path.read_bytes(), date.max)
        assert draft is not None
        assert read_draft(render(draft).encode(), date.max) == draft


def test_a_draft_that_lacks_fields_leaves_them_out_and_reads_back() -> None:
    draft = Draft(outlet="Harian Contoh", body="Satu kalimat.")

    assert render(draft) == "---\noutlet: Harian Contoh\n---\nSatu kalimat.\n"
    assert read_draft(render(draft).encode(), TODAY) == draft


def test_a_field_with_an_error_is_left_out_of_what_is_understood() -> None:
    text = FILE.replace("2024-03-13\n", "2024-13-13\n").replace("[server]", "{a: b}")
    draft = read_draft(text.encode(), TODAY)

    assert draft is not None
    assert (draft.title, draft.published, draft.topics) == (DRAFT.title, None, ())


@pytest.mark.parametrize("data", [b"", b"x", b"---\na: [\n---\n", b"---\n- a\n---\nx", b"\xff"])
def test_what_is_no_article_file_is_not_understood(data: bytes) -> None:
    assert read_draft(data, TODAY) is None


def test_a_name_tells_day_outlet_and_headline() -> None:
    draft = replace(DRAFT, outlet="Kompas.com", title="KPU: “Sirekap” Siap, Asy'ari Yakin!")

    assert name_file(draft) == "2024-03-13-kompas-kpu-sirekap-siap-asyari-yakin.md"
    assert name_file(draft, {name_file(draft)}).endswith("-yakin-2.md")


@given(st.builds(Draft, title=st.text(), outlet=st.text(), published=st.none() | days))
def test_no_headline_gives_a_name_that_leads_elsewhere(draft: Draft) -> None:
    name = name_file(draft)

    assert name.removesuffix(".md").replace("-", "").isalnum()
    assert name.isascii()
    assert name == name.lower()
    assert len(name) < 130


def test_an_article_never_takes_the_place_of_another_file(tmp_path: Path) -> None:
    first = write_article(tmp_path, DRAFT)
    second = write_article(tmp_path, replace(DRAFT, body="Lain."))

    assert first.read_text() == FILE
    assert second != first
    assert sorted(tmp_path.iterdir()) == sorted([first, second])


def test_a_file_that_is_there_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("lama")
    with pytest.raises(FileExistsError):
        write_new(path, b"baru")

    assert path.read_text() == "lama"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_changed_meanwhile_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("milik orang lain")
    with pytest.raises(FileConflictError, match=r"a\.md"):
        replace_file(path, b"lama", b"baru")

    assert path.read_text() == "milik orang lain"
    assert list(tmp_path.iterdir()) == [path]


def test_a_replaced_file_keeps_its_mode(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_text("lama")
    path.chmod(0o640)
    replace_file(path, b"lama", b"baru")

    assert path.read_text() == "baru"
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_new_file_is_as_readable_as_others(tmp_path: Path) -> None:
    (tmp_path / "other").touch()
    write_new(tmp_path / "a.md", b"x")

    assert (tmp_path / "a.md").stat().st_mode == (tmp_path / "other").stat().st_mode


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
@pytest.mark.parametrize("call", ["os.fsync", "os.link", "pathlib.Path.unlink"])
def test_a_process_killed_between_two_steps_leaves_the_whole_file_or_none(
    tmp_path: Path, call: str
) -> None:
    path = tmp_path / "a.md"
    child = os.fork()
    if child == 0:
        module, _, name = call.rpartition(".")
        owner = Path if module == "pathlib.Path" else os
        setattr(owner, name, lambda *_args, **_options: os._exit(9))
        write_new(path, b"isi")
        os._exit(0)
    _, status = os.waitpid(child, 0)

    assert os.waitstatus_to_exitcode(status) == 9
    assert not path.exists() or path.read_bytes() == b"isi"
    assert all(found.name.startswith(".") for found in tmp_path.iterdir() if found != path)
