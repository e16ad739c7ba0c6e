"""Answers follow the files of the corpus while questions are asked."""

from __future__ import annotations

import asyncio
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from functools import cached_property
from pathlib import Path

import pytest

from bot.answers import Answer, Answerer, Status
from bot.answers.live import LiveAnswerer
from bot.search import SearchEngine
from tests.answers.shipped import open_corpus
from tests.articles.samples import ARTICLE, CLAIM, GLOSSARY, TODAY, TOPICS, write_corpus

QUESTION = "Panitia Zubair membeli kapal selam?"
BODY = "Panitia Zubair membeli kapal selam kuning untuk mengangkut formulir."
KNOWN = "Di mana letak server?"
QUESTIONS = (
    QUESTION,
    KNOWN,
    "Berapa biayanya?",
    "Benarkah server di luar negeri?",
    "linimasa server",
)


def make_article(name: str, body: str = BODY, *, day: str = "2024-03-14") -> str:
    text = ARTICLE.replace("/satu", f"/{name}").replace("2024-03-13", day)
    head = text.replace("KPU menjelaskan letak server", f"Kabar {name}")
    start = head.rindex("---\n") + 4
    return head[:start].replace("Di mana letak server?", f"Ada apa dengan {name}?") + body + "\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_corpus(tmp_path / "corpus")


@pytest.fixture
def live(folder: Path, tmp_path: Path) -> LiveAnswerer:
    return LiveAnswerer.open(folder, tmp_path / "cache", today=lambda: TODAY)


def write(folder: Path, name: str, text: str) -> None:
    (folder / "articles" / f"{name}.md").write_text(text)


def quote(answerer: Answerer, question: str = QUESTION) -> str:
    """Return the first passage of an answer, or nothing where nothing was found."""
    answer = answerer.answer(question)
    return answer.quotations[0].passage.text if answer.status is Status.FOUND else ""


async def test_a_file_that_somebody_adds_answers(folder: Path, live: LiveAnswerer) -> None:
    write(folder, "kapal", make_article("kapal"))
    before, change = live.current, await live.refresh()

    assert quote(live.current) == BODY
    assert quote(before) == ""
    assert change
    assert change.revision == live.current.corpus.revision != before.corpus.revision
    assert (change.problems, change.mended) == ((), ())


async def test_the_next_start_finds_the_index_of_what_was_taken_up(
    folder: Path, live: LiveAnswerer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def index_anew(*_: object) -> None:
        raise AssertionError("the corpus was read and stemmed again")

    write(folder, "kapal", make_article("kapal"))
    write(folder, "rusak", "---\njudul: tanpa akhir")
    await live.refresh()
    await live.keep()
    monkeypatch.setattr(SearchEngine, "build", index_anew)

    again = LiveAnswerer.open(folder, tmp_path / "cache", today=lambda: TODAY)

    assert [again.current.answer(text) for text in QUESTIONS] == [
        live.current.answer(text) for text in QUESTIONS
    ]


async def test_a_kept_index_with_the_last_good_state_of_a_broken_file_is_not_used(
    folder: Path, live: LiveAnswerer, tmp_path: Path
) -> None:
    write(folder, "kapal", make_article("kapal"))
    await live.refresh()
    write(folder, "kapal", "---\njudul: tanpa akhir")
    await live.refresh()
    await live.keep()

    again = LiveAnswerer.open(folder, tmp_path / "cache", today=lambda: TODAY)

    assert quote(live.current) == BODY
    assert quote(again.current) == ""


async def test_nothing_new_is_no_change(folder: Path, live: LiveAnswerer) -> None:
    before = live.current
    (folder / "articles/good.md").write_text(ARTICLE)

    assert await live.refresh() is None
    assert live.current is before


async def test_a_file_that_somebody_breaks_answers_as_before_and_is_reported(
    folder: Path, live: LiveAnswerer
) -> None:
    good = quote(live.current, KNOWN)
    write(folder, "good", "Tanpa kepala.")
    broken = await live.refresh()
    still, errors = quote(live.current, KNOWN), live.errors
    write(folder, "good", ARTICLE)
    mended = await live.refresh()

    assert still == good != ""
    assert broken
    assert mended
    assert [problem.file for problem in errors] == ["articles/good.md"]
    assert (broken.problems, broken.mended) == (errors, ())
    assert (mended.problems, mended.mended) == ((), errors)
    assert live.errors == ()


async def test_a_deleted_file_answers_no_more(folder: Path, live: LiveAnswerer) -> None:
    write(folder, "kapal", make_article("kapal"))
    await live.refresh()
    (folder / "articles/kapal.md").unlink()
    await live.refresh()

    assert quote(live.current) == ""


async def test_an_article_of_tomorrow_answers_tomorrow(folder: Path, tmp_path: Path) -> None:
    day = [date(2026, 1, 15)]
    write(folder, "kapal", make_article("kapal", day="2026-01-16"))
    live = LiveAnswerer.open(folder, tmp_path / "cache", today=lambda: day[0])
    before = quote(live.current)
    assert await live.refresh() is None
    day[0] = date(2026, 1, 16)
    await live.refresh()

    assert before == ""
    assert quote(live.current) == BODY


async def test_of_refreshes_at_once_one_finds_the_change_and_all_see_it(
    folder: Path, live: LiveAnswerer
) -> None:
    write(folder, "kapal", make_article("kapal"))

    async def refresh() -> tuple[bool, str]:
        change = await live.refresh()
        return change is not None, quote(live.current)

    seen = await asyncio.gather(*(refresh() for _ in range(8)))

    assert sorted(changed for changed, _ in seen) == [False] * 7 + [True]
    assert {found for _, found in seen} == {BODY}


async def test_what_is_written_while_a_refresh_goes_on_is_in_the_next(
    folder: Path, live: LiveAnswerer
) -> None:
    write(folder, "lain", make_article("lain", "Wartawan menunggu di luar gedung."))
    former = asyncio.create_task(live.refresh())
    await asyncio.sleep(0)
    write(folder, "kapal", make_article("kapal"))
    await live.refresh()

    assert quote(live.current) == BODY
    await former


async def test_a_refresh_that_nobody_waits_for_does_no_harm(
    folder: Path, live: LiveAnswerer
) -> None:
    write(folder, "kapal", make_article("kapal"))
    given_up = asyncio.create_task(live.refresh())
    await asyncio.sleep(0)
    given_up.cancel()
    with pytest.raises(asyncio.CancelledError):
        await given_up
    await live.refresh()

    assert quote(live.current) == BODY


async def test_after_many_edits_every_answer_is_that_of_the_files(
    folder: Path, live: LiveAnswerer
) -> None:
    edits = {
        "articles/kapal.md": make_article("kapal"),
        "articles/ab.md": make_article("ab", "Server berada di Bandung.\n\nServer lain di Bogor."),
        "glossary.yaml": GLOSSARY + "  - Zubair\n",
        "claims/other-claim.md": CLAIM.replace("luar negeri", "Jakarta Barat"),
        "topics.yaml": TOPICS.replace("Letak server.", "Tempat server."),
        "articles/good.md": ARTICLE.replace("3,5 miliar", "3,5 miliar lebih"),
    }
    for name, text in edits.items():
        (folder / name).write_text(text)
        assert await live.refresh()
        assert _ask_all(live.current) == _ask_all(open_corpus(folder))
    for name in ("articles/ab.md", "claims/other-claim.md"):
        (folder / name).unlink()
        assert await live.refresh()
        assert _ask_all(live.current) == _ask_all(open_corpus(folder))


async def test_no_question_after_a_change_pays_for_what_is_made_only_once(
    folder: Path, live: LiveAnswerer
) -> None:
    write(folder, "kapal", make_article("kapal"))
    await live.refresh()
    for made in (live.current, live.current.engine, live.current.corpus):
        once = {name for name, it in vars(type(made)).items() if isinstance(it, cached_property)}
        assert once <= vars(made).keys()


async def test_questions_are_answered_all_the_while(folder: Path, live: LiveAnswerer) -> None:
    done = threading.Event()

    def ask() -> list[Answer]:
        answers = [live.current.answer(KNOWN)]
        while not done.is_set():
            answers.append(live.current.answer(KNOWN))
        return answers

    with ThreadPoolExecutor() as people:
        asking = [people.submit(ask) for _ in range(2)]
        for number in range(12):
            write(folder, f"kabar-{number}", make_article(f"kabar-{number}"))
            assert await live.refresh()
        done.set()
        answers = [answer for each in asking for answer in each.result()]

    assert {answer.status for answer in answers} == {Status.FOUND}
    assert {answer.quotations[0].article.file for answer in answers} == {"good.md"}
    assert len(live.current.corpus.articles) == 13


def _ask_all(answerer: Answerer) -> list[Answer]:
    return [answerer.answer(question) for question in QUESTIONS]
