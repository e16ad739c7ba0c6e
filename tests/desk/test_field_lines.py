"""Editing a field rewrites its lines and leaves every other byte of the file as it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.articles import Article
from bot.articles.article_file import Surroundings, read_article
from bot.articles.report import Report
from bot.articles.sources import SourceFile
from bot.desk.changes.amending import edit
from bot.desk.errors import FileConflictError
from bot.desk.values import Draft
from tests.articles.samples import ARTICLE, SHIPPED

DAY = date(2026, 11, 1)
FILES = sorted((SHIPPED / "articles").iterdir())


def parse(data: bytes) -> Article:
    report = Report("good.md")
    article = read_article(SourceFile("good.md", data), Surroundings(DAY, None, {}), report)
    assert article, report.problems
    return article


def change(data: bytes, **changes: object) -> bytes:
    """Edit, and make sure that the file then holds what it is to hold and nothing else."""
    article = parse(data)
    draft: Draft = replace(Draft.of(article), **changes)  # type: ignore[arg-type]
    changed = edit(data, article, draft, DAY)
    assert Draft.of(parse(changed)) == draft
    return changed


def test_a_list_over_several_lines_is_replaced_as_a_whole() -> None:
    text = ARTICLE.replace("[server]", "\n  - server\n  - algoritma\n\n# catatan")
    changed = change(text.encode(), topics=("algoritma",))
    assert changed.decode() == ARTICLE.replace("[server]", "[algoritma]\n\n# catatan")


def test_a_field_that_was_not_there_goes_where_it_belongs() -> None:
    without = ARTICLE.replace('questions:\n  - "Di mana letak server?"\n', "")
    assert change(without.encode(), questions=("Di mana letak server?",)).decode() == ARTICLE
    assert change(ARTICLE.encode(), questions=()).decode() == without


@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_windows_line_ends_and_the_mark_at_the_start_stay(mark: str) -> None:
    data = (mark + ARTICLE.replace("\n", "\r\n") + "\r\n\r\n").encode()
    changed = change(data, title="Judul lain", body="Satu.\n\nDua.")

    assert changed == data.replace(b"KPU menjelaskan letak server", b"Judul lain").replace(
        data[data.index(b"Anggota") : data.index(b"2.325 TPS.") + 10], b"Satu.\r\n\r\nDua."
    )


def test_a_new_paragraph_leaves_the_spaces_of_the_others_alone() -> None:
    data = ARTICLE.replace("Jakarta.\n\n", "Jakarta.  \n \t\n").encode()
    body = parse(data).body.replace("Biayanya", "Anggarannya")

    assert change(data, body=body) == data.replace(b"Biayanya", b"Anggarannya")


@pytest.mark.parametrize(
    "text",
    [
        ARTICLE.replace("outlet: Harian Contoh", "outlet: Harian Contoh # media"),
        ARTICLE.replace("outlet:", '"outlet":'),
        ARTICLE.replace("outlet: Harian Contoh", "outlet:\n  # media\n  Harian Contoh"),
    ],
)
def test_a_field_in_an_unusual_form_or_with_a_comment_is_left_to_people(text: str) -> None:
    article = parse(text.encode())
    draft = replace(Draft.of(article), outlet="Kompas.com")
    with pytest.raises(FileConflictError, match=r"good\.md"):
        edit(text.encode(), article, draft, DAY)


def test_a_number_sign_in_a_text_is_no_comment() -> None:
    text = ARTICLE.replace("letak server", "#letak # server", 1)
    assert b"Lain" in change(text.encode(), title="Lain")


titles = st.text(
    st.characters(categories=["L", "N", "P", "S", "Zs"], exclude_characters="<>&"), min_size=1
).filter(lambda text: text.strip() == text and "\n" not in text)


@given(
    st.sampled_from(FILES),
    st.fixed_dictionaries(
        {},
        optional={
            "title": titles.map(lambda text: text[:100].strip() or "x"),
            "title_from": st.none(),
            "outlet": st.sampled_from(["Kompas.com", "Antara: kantor", "- media"]),
            "published": st.dates(date(2019, 1, 1), DAY),
            "perspectives": st.sampled_from([("kpu",), ("kpu", "bawaslu")]),
            "questions": st.lists(titles, max_size=3, unique=True).map(tuple),
        },
    ),
)
def test_any_article_of_the_corpus_can_be_edited(path: Path, changes: dict[str, object]) -> None:
    before = path.read_bytes()
    after = change(before, **changes)

    old, new = before.split(b"\n"), after.split(b"\n")
    names = {f"{name}:".encode() for name in changes} | {b"  -"}
    lost = [line for line in old if line not in new and not line.startswith(tuple(names))]
    assert lost == []
    assert after[after.index(b"\n---") :] == before[before.index(b"\n---") :]
