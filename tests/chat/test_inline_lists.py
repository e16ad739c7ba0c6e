"""Lists of inline results: the same for everybody, at once, and nothing typed is kept."""

import asyncio
import logging
from pathlib import Path

import pytest

from tests.chat.conftest import StartBot
from tests.chat.corpora import make_article, serve
from tests.chat.inline_queries import ask_inline, bot_runs
from tests.fake_telegram import FakeTelegram, Fault, User


@bot_runs
async def test_everybody_gets_the_same_and_telegram_may_keep_it(
    telegram: FakeTelegram, siti: User
) -> None:
    ours = await ask_inline(telegram, siti, "alibaba cloud")
    theirs = await ask_inline(telegram, telegram.user("Budi", language_code="en"), "alibaba cloud")

    assert [result.raw for result in ours.results] == [result.raw for result in theirs.results]
    assert not ours.is_personal
    assert 0 < ours.cache_time <= 300
    said = "".join(str(result.raw) for result in ours.results)
    assert "Siti" not in said
    assert str(siti.id) not in said


async def test_the_list_ends_where_the_corpus_has_changed(
    telegram: FakeTelegram, siti: User, start_bot: StartBot, tmp_path: Path
) -> None:
    async with start_bot():
        first = await ask_inline(telegram, siti, "alibaba cloud")
    bodies = [f"KPU menyewa Alibaba Cloud menurut saksi nomor {number}." for number in range(25)]
    articles = [
        make_article(body, title=f"Judul {number}").replace("/berita", f"/berita-{number}")
        for number, body in enumerate(bodies)
    ]
    async with start_bot(serve(tmp_path, *articles)):
        rest = await ask_inline(telegram, siti, "alibaba cloud", offset=first.next_offset)
        anew = await ask_inline(telegram, siti, "alibaba cloud")

    assert (list(rest.results), rest.next_offset) == ([], "")
    assert not {result.id for result in first.results} & {result.id for result in anew.results}


@bot_runs
@pytest.mark.parametrize("offset", ["10", "o1:0123456789ab:10", "💥" * 16, "o1:x:1"])
async def test_an_offset_that_is_not_ours_ends_the_list(
    telegram: FakeTelegram, siti: User, offset: str
) -> None:
    page = await ask_inline(telegram, siti, "alibaba", offset=offset)

    assert (list(page.results), page.next_offset) == ([], "")


@bot_runs
async def test_an_expired_query_is_dropped_quietly(
    telegram: FakeTelegram, siti: User, caplog: pytest.LogCaptureFixture
) -> None:
    await siti.types_inline("alibaba", expired=True)
    page = await ask_inline(telegram, siti, "alibaba")

    assert page.results
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []


@bot_runs
async def test_what_is_typed_is_neither_logged_nor_kept(
    telegram: FakeTelegram, siti: User, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "bot")
    caplog.set_level(logging.INFO)
    await ask_inline(telegram, siti, "alibaba tetangga rahasia")
    written = _read_memory(tmp_path)

    assert b"questions" in written
    assert b"rahasia" not in written
    assert "rahasia" not in caplog.text
    assert str(siti.id) not in caplog.text


@bot_runs
async def test_a_result_sent_to_the_bot_itself_is_no_question(
    telegram: FakeTelegram, siti: User
) -> None:
    await siti.starts()
    await telegram.bot_says(siti.chat)
    query = await siti.types_inline("alibaba")
    page = await telegram.answer_to(query)
    await siti.chooses(page.results[1], of=query, to=siti.chat)

    await telegram.nothing_said(siti.chat, for_seconds=0.3)


@bot_runs
async def test_inline_answers_do_not_wait_for_anything_else(telegram: FakeTelegram) -> None:
    people = [telegram.user(f"Warga {number}") for number in range(150)]
    telegram.faults.next("sendMessage", Fault.flood(retry_after=3), times=20)
    telegram.faults.next("sendMessage", Fault.slow(3), times=130)
    for person in people:
        await person.sends("apakah sirekap memakai alibaba cloud?")
    await telegram.world.pulse.until(lambda: telegram.faults.pending < 60 or None, 10)
    clock = asyncio.get_running_loop().time
    waits: list[float] = []
    for number, letters in enumerate(("al", "alibab", "grafik", "kpu", "suara psi", "mk") * 2):
        begins = clock()
        await ask_inline(telegram, people[number], letters)
        waits.append(clock() - begins)
    for person in people:
        await telegram.bot_says(person.chat, within=20)

    # One may meet the machine at a bad moment.
    assert sorted(waits)[-2] < 0.3


def _read_memory(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.glob("memory.db*"))
