"""Questions behind buttons are kept for a while and for nobody in particular."""

from bot.store import Asked, Memory
from tests.store.conftest import Clock, OpenMemory
from tests.store.deeds import read_rows

ASKED = Asked("Apakah Sirekap pakai Alibaba Cloud?")


async def test_a_token_brings_its_question_back(memory: Memory) -> None:
    token = await memory.questions.remember(ASKED)

    assert await memory.questions.recall(token) == ASKED


async def test_the_question_before_it_comes_back_too(memory: Memory) -> None:
    asked = Asked("siapa hakimnya?", previous="apa putusan MK tentang Sirekap?")

    token = await memory.questions.remember(asked)

    assert await memory.questions.recall(token) == asked


async def test_a_question_survives_a_restart(reopen: OpenMemory) -> None:
    async with reopen() as memory:
        token = await memory.questions.remember(ASKED)
    async with reopen() as memory:
        assert await memory.questions.recall(token) == ASKED


async def test_equal_questions_share_one_token_whoever_asks(memory: Memory) -> None:
    assert await memory.questions.remember(ASKED) == await memory.questions.remember(ASKED)


async def test_the_same_words_after_another_question_are_another_question(memory: Memory) -> None:
    alone = await memory.questions.remember(Asked("siapa hakimnya?"))
    after = await memory.questions.remember(Asked("siapa hakimnya?", previous="putusan MK"))

    assert alone != after


async def test_a_token_that_was_never_given_brings_nothing(memory: Memory) -> None:
    assert await memory.questions.recall("0123456789abcdef") is None
    assert await memory.questions.recall("' OR 1=1 --") is None


async def test_any_text_comes_back_unchanged(memory: Memory) -> None:
    asked = Asked('اسأل 🗳️ "it\'s" é %s :token\n' + "x" * 4096)

    assert await memory.questions.recall(await memory.questions.remember(asked)) == asked


async def test_a_question_expires_ninety_days_after_its_last_use(
    memory: Memory, clock: Clock
) -> None:
    token = await memory.questions.remember(ASKED)
    clock.pass_days(60)
    await memory.questions.remember(ASKED)
    clock.pass_days(89)
    assert await memory.questions.recall(token) == ASKED
    clock.pass_days(1)

    assert await memory.questions.recall(token) is None


async def test_what_many_ask_is_written_again_only_after_an_hour(
    memory: Memory, clock: Clock, database_url: str
) -> None:
    async def read_use() -> object:
        (row,) = (await read_rows(database_url))["questions"]
        return row["used"]

    await memory.questions.remember(ASKED)
    first = await read_use()
    clock.now += 3_000
    await memory.questions.remember_all([ASKED, ASKED])
    assert await read_use() == first
    clock.now += 600
    await memory.questions.remember(ASKED)

    assert await read_use() == int(clock.now)


async def test_purging_deletes_what_expired_and_nothing_else(memory: Memory, clock: Clock) -> None:
    await memory.questions.remember(ASKED)
    clock.pass_days(50)
    kept = await memory.questions.remember(Asked("apa itu sirekap?"))
    clock.pass_days(50)

    assert await memory.purge() == 1
    assert await memory.purge() == 0
    assert await memory.questions.recall(kept) is not None
