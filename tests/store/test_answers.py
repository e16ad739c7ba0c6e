"""An answer is found by its question for two days, and no id is ever written down."""

import time
from dataclasses import replace
from pathlib import Path

from sqlalchemy import create_engine, text

from bot.store import Address, Asked, Budget, Delivery, Memory, SentAnswer, open_memory
from bot.store.opening import open_database
from tests.store.conftest import KEY, Clock, OpenMemory

CHAT = 8_123_456_789
ASKED_IN = 70_707
BUDGET = Budget("x", burst=2, seconds=60)
ANSWER = SentAnswer(70_708, "00ff00ff00ff00ff", start=0, shown=3, digest="d" * 64)


async def test_an_answer_is_found_by_the_message_that_asked(memory: Memory) -> None:
    await memory.answers.record(CHAT, ASKED_IN, ANSWER)

    assert await memory.answers.find(CHAT, ASKED_IN) == ANSWER
    assert await memory.answers.find(CHAT, ASKED_IN + 1) is None
    assert await memory.answers.find(CHAT + 1, ASKED_IN) is None


async def test_an_answer_is_found_by_its_own_message(memory: Memory) -> None:
    await memory.answers.record(CHAT, ASKED_IN, ANSWER)

    assert await memory.answers.find_sent(CHAT, ANSWER.message) == ANSWER
    assert await memory.answers.find_sent(CHAT + 1, ANSWER.message) is None


async def test_an_answer_survives_a_restart(reopen: OpenMemory) -> None:
    async with reopen() as memory:
        await memory.answers.record(CHAT, ASKED_IN, ANSWER)
    async with reopen() as memory:
        assert await memory.answers.find(CHAT, ASKED_IN) == ANSWER


async def test_the_latest_answer_is_the_newest_one_to_a_question(
    memory: Memory, clock: Clock
) -> None:
    newer = replace(ANSWER, message=ANSWER.message + 2)
    remark = replace(ANSWER, message=ANSWER.message + 4, token=None)
    await memory.answers.record(CHAT, ASKED_IN + 2, newer)
    await memory.answers.record(CHAT, ASKED_IN, ANSWER)
    clock.pass_days(0.1)
    await memory.answers.record(CHAT, ASKED_IN + 4, remark)

    assert await memory.answers.find_latest(CHAT) == newer
    assert await memory.answers.find_latest(CHAT, within=3600) is None
    assert await memory.answers.find_latest(CHAT + 1) is None


async def test_an_answer_begins_with_one_look_at_all_that_it_needs(
    memory: Memory, clock: Clock
) -> None:
    newer = replace(ANSWER, message=ANSWER.message + 2)
    await memory.answers.record(CHAT, ASKED_IN, ANSWER)
    clock.pass_days(0.1)
    await memory.answers.record(CHAT, ASKED_IN + 2, newer)

    assert await memory.spend_and_recall(BUDGET, CHAT, ASKED_IN, 60) == (True, ANSWER, newer)
    assert await memory.spend_and_recall(BUDGET, CHAT, ASKED_IN + 4, 60) == (True, None, newer)
    assert await memory.spend_and_recall(BUDGET, CHAT, ASKED_IN, 60) == (False, ANSWER, newer)
    assert not await memory.budgets.spend(BUDGET, CHAT)
    clock.pass_days(0.1)
    assert await memory.spend_and_recall(BUDGET, CHAT, ASKED_IN, 60) == (True, ANSWER, None)


async def test_an_answer_ends_with_all_that_is_kept_of_it(memory: Memory) -> None:
    address = Address(CHAT, "en")
    await memory.keep_answer(address, (ASKED_IN, "album 5"), ANSWER, {"a": 0})

    assert await memory.answers.find(CHAT, ASKED_IN) == ANSWER
    assert await memory.answers.find(CHAT, "album 5") == ANSWER
    assert await memory.deliveries.list_outdated({"a": 1}) == [Delivery(address, "a", 0)]


async def test_an_answer_that_shows_no_article_is_kept_without_a_receipt(memory: Memory) -> None:
    await memory.keep_answer(Address(CHAT, "id"), (ASKED_IN,), ANSWER, {})

    assert await memory.answers.find(CHAT, ASKED_IN) == ANSWER


async def test_turning_a_page_changes_what_the_answer_shows(memory: Memory) -> None:
    await memory.answers.record(CHAT, ASKED_IN, ANSWER)
    turned = replace(ANSWER, start=3, shown=2, digest="e" * 64)

    await memory.answers.replace(CHAT, turned)

    assert await memory.answers.find(CHAT, ASKED_IN) == turned


async def test_an_answer_expires_after_two_days(memory: Memory, clock: Clock) -> None:
    await memory.answers.record(CHAT, ASKED_IN, ANSWER)
    clock.pass_days(1.9)
    assert await memory.answers.find(CHAT, ASKED_IN) == ANSWER
    clock.pass_days(0.2)

    assert await memory.answers.find(CHAT, ASKED_IN) is None
    assert await memory.answers.find_latest(CHAT) is None
    assert await memory.purge() == 1


async def test_no_id_of_a_chat_or_of_a_question_is_written_down(
    memory: Memory, database_url: str
) -> None:
    await memory.questions.remember(Asked("apa itu sirekap?"))
    await memory.answers.record(CHAT, ASKED_IN, ANSWER)

    engine = create_engine(database_url)
    with engine.connect() as connection:
        answers = connection.execute(text("SELECT * FROM answers")).all()
        questions = connection.execute(text("SELECT * FROM questions")).all()
    engine.dispose()

    written = repr((answers, questions))
    assert len(answers) == 1
    assert str(CHAT) not in written
    assert str(ASKED_IN) not in written


async def test_without_the_privacy_key_nothing_is_found(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'memory.db'}"
    async with open_memory(url, KEY) as memory:
        await memory.answers.record(CHAT, ASKED_IN, ANSWER)
    stranger = Memory(await open_database(url), b"another key" * 4, time.time)
    assert await stranger.answers.find(CHAT, ASKED_IN) is None
    await stranger.close()
