"""The audit log only grows; intents are settled once, together with their drafts."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import DBAPIError

from bot.store import Action, DraftState, Intent, Memory, StaleIntentError, open_memory
from bot.store.audit import COMMAND_LINE
from bot.store.migrations import migrate
from tests.store.conftest import KEY, Clock

SITI = 500_000_001
INTENT = Intent("a" * 16, "f" * 64, Action.EDIT, "abcdefghij", "satu.md", b"\x00lama", b"baru")


async def settle(memory: Memory, id_: str = INTENT.id, **changes: object) -> int:
    intent = replace(INTENT, id=id_, **changes)  # type: ignore[arg-type]
    await memory.audit.begin(intent)
    return (await memory.audit.settle(intent)).number


async def test_an_intent_becomes_one_line_however_often_it_is_settled(memory: Memory) -> None:
    await memory.audit.begin(INTENT)
    assert await memory.audit.list_intents() == [INTENT]
    line = await memory.audit.settle(INTENT)

    assert await memory.audit.settle(INTENT) == line
    assert await memory.audit.list_intents() == []
    assert await memory.audit.list_lines() == [line] == await memory.audit.list_file("satu.md")
    assert (line.before, line.after) == (b"\x00lama", b"baru")


async def test_a_dropped_intent_leaves_no_line(memory: Memory) -> None:
    await memory.audit.begin(INTENT)
    await memory.audit.drop(INTENT)

    assert await memory.audit.list_intents() == []
    assert await memory.audit.list_lines() == []


async def test_lines_are_found_by_key_page_and_actor_the_newest_first(memory: Memory) -> None:
    for number in range(5):
        await settle(memory, f"{number:016}", key=f"key{number % 2}")
    await settle(memory, "undo", undoes=2, action=Action.UNDO)

    assert [line.number for line in await memory.audit.list_lines("key0")] == [5, 3, 1]
    assert [line.number for line in await memory.audit.list_lines(offset=1, limit=2)] == [5, 4]
    assert [line.number for line in await memory.audit.list_undoable("f" * 64)] == [5, 4, 3, 2, 1]
    assert await memory.audit.list_undoable("e" * 64) == []
    assert await memory.audit.find(7) is None


async def test_an_undoing_that_was_undone_does_not_count(memory: Memory) -> None:
    await settle(memory, "1")
    await settle(memory, "2", undoes=1, action=Action.UNDO)
    assert await memory.audit.find_undos() == {1: 2}
    await settle(memory, "3", undoes=2, action=Action.UNDO)
    assert await memory.audit.find_undos() == {2: 3}
    await settle(memory, "4", undoes=1, action=Action.UNDO)
    assert await memory.audit.find_undos() == {1: 4, 2: 3}


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM audit",
        "DELETE FROM audit WHERE number = 1",
        "UPDATE audit SET file = 'lain.md'",
        "UPDATE audit SET after = NULL, moderator = ''",
        "UPDATE audit SET moderator = 'siapa'",
        "UPDATE audit SET number = 9, moderator = ''",
        "UPDATE audit SET at = at + 1",
        (
            "INSERT OR REPLACE INTO audit SELECT number, intent, 0, moderator, action, key, file, "
            "NULL, NULL, undoes FROM audit"
        ),
        "TRUNCATE audit",
    ],
)
async def test_the_database_refuses_to_change_lines(
    memory: Memory, database_url: str, statement: str
) -> None:
    await settle(memory)
    (line,) = await memory.audit.list_lines()
    if ("REPLACE" if "postgresql" in database_url else "TRUNCATE") in statement:
        pytest.skip("the other database's statement")
    engine = create_engine(database_url)
    refused = pytest.raises(DBAPIError, match="the audit log only grows")
    with refused, engine.begin() as connection:
        connection.execute(text(statement))
    engine.dispose()

    assert await memory.audit.list_lines() == [line]


async def test_who_made_a_change_is_forgotten_after_a_year(memory: Memory, clock: Clock) -> None:
    await settle(memory, "1")
    await settle(memory, "2", actor=COMMAND_LINE)
    clock.pass_days(200)
    await settle(memory, "3")
    clock.pass_days(164.9)
    await memory.purge()
    assert [line.actor for line in await memory.audit.list_lines()] == ["f" * 64, "cli", "f" * 64]
    clock.pass_days(0.2)
    await memory.purge()

    assert [line.actor for line in await memory.audit.list_lines()] == ["f" * 64, "cli", ""]
    assert [line.after for line in await memory.audit.list_lines()] == [b"baru"] * 3


async def test_who_began_a_change_that_was_never_settled_is_forgotten_in_a_day(
    memory: Memory, clock: Clock
) -> None:
    await memory.audit.begin(INTENT)
    clock.pass_days(0.9)
    assert await memory.purge() == 0
    clock.pass_days(0.2)
    assert await memory.purge() == 1
    assert await memory.audit.list_intents() == [replace(INTENT, actor="")]


async def test_who_made_a_change_is_forgotten_on_request(memory: Memory) -> None:
    await settle(memory, "1", actor=memory.moderators.identify(SITI))
    await settle(memory, "2")

    assert await memory.forget(SITI) == 1
    assert [line.actor for line in await memory.audit.list_lines()] == ["f" * 64, ""]


async def test_a_draft_that_is_published_is_gone_with_its_line(memory: Memory) -> None:
    draft = await memory.drafts.put(SITI, "isi")
    intent = replace(INTENT, draft=draft.id)
    await memory.audit.begin(intent, draft.version)
    for version in (draft.version, draft.version + 1):
        assert await memory.drafts.replace(draft.id, version, "lain", DraftState.OPEN) is None
        assert not await memory.drafts.remove(draft.id, version)
    with pytest.raises(StaleIntentError):
        await memory.audit.begin(replace(intent, id="b"), draft.version)

    await memory.audit.settle(intent)
    assert await memory.drafts.find(draft.id) is None
    with pytest.raises(StaleIntentError):
        await memory.audit.begin(replace(intent, id="c"), draft.version)
    assert await memory.audit.list_intents() == []


async def test_a_draft_that_is_not_published_after_all_is_as_before(memory: Memory) -> None:
    draft = await memory.drafts.put(SITI, "isi")
    intent = replace(INTENT, draft=draft.id)
    await memory.audit.begin(intent, draft.version)
    for _ in range(2):
        await memory.audit.drop(intent)

    assert await memory.drafts.find(draft.id) == draft
    assert await memory.drafts.replace(draft.id, draft.version, "lain", DraftState.OPEN)


async def test_the_log_of_an_upgraded_database_only_grows_too(
    database_url: str, tmp_path: Path
) -> None:
    (tmp_path / "data").mkdir(exist_ok=True)
    engine = create_engine(database_url)
    with engine.begin() as connection:
        migrate(connection, "0001")
    async with open_memory(database_url, KEY) as memory:
        await settle(memory)
    refused = pytest.raises(DBAPIError, match="the audit log only grows")
    with refused, engine.begin() as connection:
        connection.execute(text("DELETE FROM audit WHERE number = 1"))
    engine.dispose()
