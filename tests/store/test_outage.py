"""A database that fails is noticed, nobody waits for it, and it comes back by itself."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.store import Address, Asked, Budget, Memory, SentAnswer, StoreError, open_memory, opening
from bot.store.outage import Outage
from tests.store.conftest import KEY
from tests.store.locks import locking
from tests.store.relay import relaying

ANSWER = SentAnswer(message=5, token=None, start=0, shown=0, digest="d")
BUDGET = Budget("x", burst=3, seconds=60)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "memory.db"


@pytest.fixture
async def memory(file: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Memory]:
    monkeypatch.setattr(opening, "_BUSY_MS", 100)
    async with open_memory(f"sqlite:///{file}", KEY) as memory:
        yield memory


async def fail_once(memory: Memory) -> None:
    with pytest.raises(StoreError):
        await memory.questions.remember(Asked("siapa yang memakai sirekap"))
    assert memory.outage.is_on


async def test_a_locked_database_keeps_only_the_first_waiting(file: Path, memory: Memory) -> None:
    async with locking(file):
        await fail_once(memory)
        before = time.monotonic()
        for _ in range(20):
            with pytest.raises(StoreError):
                await memory.questions.remember(Asked("apa itu sirekap"))

    assert time.monotonic() - before < 1


async def test_what_an_answer_does_not_need_is_left_out_meanwhile(
    file: Path, memory: Memory
) -> None:
    async with locking(file):
        await fail_once(memory)

        await memory.answers.record(1, 2, ANSWER)
        assert await memory.answers.find(1, 2) is None
        assert await memory.answers.find_sent(1, 5) is None
        assert await memory.answers.find_latest(1) is None
        assert await memory.spend_and_recall(BUDGET, 1, 2, 60) == (True, None, None)
        await memory.deliveries.record(Address(1, "id"), {"abc": 0})
        await memory.askers.record(-1, 5, 1)


async def test_no_button_is_promised_for_what_was_asked_before_either(
    file: Path, memory: Memory
) -> None:
    await memory.questions.remember(Asked("apa itu sirekap"))
    async with locking(file):
        await fail_once(memory)
        with pytest.raises(StoreError):
            await memory.questions.remember(Asked("apa itu sirekap"))


async def test_what_is_promised_fails_aloud(file: Path, memory: Memory) -> None:
    async with locking(file):
        await fail_once(memory)
        with pytest.raises(StoreError):
            await memory.followers.follow("t" * 16, Address(1, "id"))
        with pytest.raises(StoreError):
            await memory.forget(1)


async def test_budgets_go_on_in_this_process(file: Path, memory: Memory) -> None:
    budget = Budget("private", burst=3, seconds=60)
    async with locking(file):
        await fail_once(memory)
        spent = [await memory.budgets.spend(budget, 1) for _ in range(5)]
        other = await memory.budgets.spend(budget, 2)

    assert spent == [True, True, True, False, False]
    assert other


async def test_the_first_success_of_a_probe_ends_it(file: Path, memory: Memory) -> None:
    async with locking(file):
        await fail_once(memory)
    with pytest.raises(StoreError):
        await memory.questions.remember(Asked("apa itu sirekap"))
    await memory.probe()

    assert not memory.outage.is_on
    assert await memory.questions.remember(Asked("apa itu sirekap"))


async def test_an_outage_is_one_line_and_its_end_another_without_what_was_asked(
    file: Path, memory: Memory, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    async with locking(file):
        await fail_once(memory)
        for _ in range(3):
            with pytest.raises(StoreError):
                await memory.probe()
    await memory.probe()
    lines = [record.getMessage() for record in caplog.records if record.levelno >= logging.INFO]

    assert len(lines) == 2
    assert lines[0].startswith("Basis data sedang tidak bisa dipakai (")
    for told in ("Pertanyaan tetap dijawab", "Menunggu sampai pulih: hitungan, kabar"):
        assert told in lines[0]
    assert lines[1].startswith("Basis data bisa dipakai lagi.")
    assert "siapa yang memakai" not in caplog.text


def test_outages_in_a_row_are_one_line_until_one_lasts(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO)
    now = [100.0]
    outage = Outage(lambda: now[0])
    for _ in range(5):
        outage.begin("terputus")
        now[0] += 2
        outage.end()
    assert [record.levelname for record in caplog.records] == ["ERROR", "INFO"]
    for _ in range(100):
        outage.begin("terputus")
        now[0] += 1
    outage.end()

    assert [record.levelname for record in caplog.records] == ["ERROR", "INFO"] * 2
    assert "100 detik" in caplog.text
    assert outage.ended == 6


async def test_a_fault_of_our_own_is_no_outage(memory: Memory) -> None:
    await memory.updates.settle([], frozenset())
    with pytest.raises(Exception, match="NOT NULL"):
        await memory.answers.record(1, 2, SentAnswer(5, None, 0, 0, None))  # type: ignore[arg-type]

    assert not memory.outage.is_on


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_a_postgresql_that_is_cut_off_is_noticed_and_comes_back(database_url: str) -> None:
    async with relaying(database_url) as (relay, through), open_memory(through, KEY) as memory:
        await memory.questions.remember(Asked("apa itu sirekap"))
        relay.cut()
        await fail_once(memory)
        assert await memory.answers.find(1, 2) is None
        with pytest.raises(StoreError):
            await memory.probe()
        await relay.open()
        await memory.probe()
        assert await memory.questions.remember(Asked("apa itu sirekap"))


@pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
async def test_a_connection_that_was_ended_while_nobody_asked_is_made_anew(
    database_url: str,
) -> None:
    async with relaying(database_url) as (relay, through), open_memory(through, KEY) as memory:
        token = await memory.questions.remember(Asked("apa itu sirekap"))
        relay.cut()
        await relay.open()
        await asyncio.sleep(0.1)

        assert await memory.questions.recall(token) == Asked("apa itu sirekap")
        assert not memory.outage.is_on
