"""/hapusdata leaves nothing of a person: whatever depends on who they are is gone afterwards.

Columns are not listed here. Two people do the same in two databases, and what differs points to
them, in whatever column of whatever table, also of one that is added later.
"""

from contextlib import AbstractAsyncContextManager
from pathlib import Path

import pytest

from bot.store import Memory, open_memory
from bot.store.addresses import AddressCipher
from bot.store.schema import METADATA
from tests.store.conftest import KEY, Clock
from tests.store.deeds import DEEDS, read_rows

SITI, BUDI = 500_000_001, 500_000_002
PERSONAL = {
    *("answers", "followers", "deliveries", "undisturbed", "marks", "askers", "budgets"),
    *("submitters", "moderators", "drafts", "intents", "audit"),
}
"""Tables that tell something of a person."""


@pytest.fixture
def urls(tmp_path: Path) -> tuple[str, str]:
    """The database in which Siti does something, and that in which Budi does the same."""
    return (
        f"sqlite:///{tmp_path / 'siti.db'}",
        f"sqlite:///{tmp_path / 'budi.db'}",
    )


def open_at(url: str, clock: Clock) -> AbstractAsyncContextManager[Memory]:
    return open_memory(url, KEY, clock=clock)


async def list_values(url: str) -> set[str]:
    """Return every text in every column."""
    rows = (row for rows in (await read_rows(url)).values() for row in rows)
    return {value for row in rows for value in row.values() if isinstance(value, str)}


async def find_traces(url: str, other_url: str) -> set[str]:
    """Return the hashes that the other person has not left, and the addresses of Siti."""
    values, others, cipher = (
        await list_values(url),
        await list_values(other_url),
        AddressCipher(KEY),
    )
    hashes = {value for value in values - others if len(value) == 64}
    sealed = ((value, cipher.open(value)) for value in values)
    return hashes | {value for value, address in sealed if address and address.chat == SITI}


def test_there_is_a_deed_for_every_table_but_that_of_the_key() -> None:
    assert METADATA.tables.keys() - DEEDS.keys() == {"key_check"}


@pytest.mark.parametrize("table", sorted(DEEDS))
async def test_nothing_points_to_a_person_who_had_everything_deleted(
    urls: tuple[str, str], clock: Clock, table: str
) -> None:
    async with open_at(urls[0], clock) as memory, open_at(urls[1], clock) as other:
        await DEEDS[table](memory, SITI)
        await DEEDS[table](other, BUDI)
        assert bool(await find_traces(*urls)) == (table in PERSONAL)
        await memory.forget(SITI)
        left = await find_traces(*urls)

    assert not left


async def test_all_at_once_is_deleted_as_well_and_of_others_nothing(
    urls: tuple[str, str], clock: Clock
) -> None:
    async with open_at(urls[0], clock) as memory, open_at(urls[1], clock) as other:
        for who in (SITI, BUDI):
            await leave_everything(memory, who)
        await leave_everything(other, BUDI)
        await memory.forget(SITI)
        left, others = await read_rows(urls[0]), await read_rows(urls[1])
        traces = await find_traces(*urls)

    assert not traces
    kept = {name: len(rows) for name, rows in others.items()}
    # What Siti drafted and reported stays on the desk, without her.
    assert {name: len(rows) for name, rows in left.items()} == kept | {"drafts": 2, "reports": 2}


async def leave_everything(memory: Memory, who: int) -> None:
    """Do all that can be done beside each other."""
    for table, deed in DEEDS.items():
        if table not in {"undisturbed", "intents", "audit"}:
            await deed(memory, who)
