"""Nothing is kept for longer than is said: a clock is moved, and the purge runs every day."""

import pytest

from bot.store import Memory
from bot.store.schema import METADATA
from tests.store.conftest import Clock
from tests.store.deeds import DEEDS, read_rows

SITI = 500_000_001
DAYS = {
    "questions": 90,
    "answers": 2,
    "feedback": 90,
    "unanswered": 90,
    "followers": 90,
    "deliveries": 90,
    "undisturbed": 365,
    "reports": 90,
    "marks": 2,
    "announced": 90,
    "groups": 365,
    "askers": 2,
    "budgets": 2,
    "updates": 1,
    "under_way": 1,
    "submitters": 90,
    "decisions": 365,
    "statistics": 365,
    "drafts": 30,
}
"""How long the rows of a table are kept."""

EARLIER = {"budgets"}
"""Tables whose rows go as soon as they are of no use."""

NAMELESS_AFTER = {"intents": 1, "audit": 365}
"""Tables whose rows stay for the sake of the corpus, and when who did it is emptied, in days."""

UNTIL_DISMISSED = {"moderators"}
FOR_GOOD = {"key_check"}
"""Tables that hold nothing that came from anybody."""

LONGEST = 365


def test_every_table_has_a_lifetime_and_none_is_longer_than_a_year() -> None:
    assert (
        DAYS.keys() | NAMELESS_AFTER.keys() | UNTIL_DISMISSED | FOR_GOOD == METADATA.tables.keys()
    )
    assert max(*DAYS.values(), *NAMELESS_AFTER.values()) == LONGEST


@pytest.mark.parametrize("table", DAYS)
async def test_the_daily_purge_deletes_everything_after_its_lifetime(
    memory: Memory, database_url: str, clock: Clock, table: str
) -> None:
    await DEEDS[table](memory, SITI)
    assert table in await read_rows(database_url)
    # Three days before the end of a draft its owner hears of it; it would be kept on otherwise.
    for days in (max(DAYS[table] - 3, 0), min(DAYS[table] - 1, 2)):
        await let_days_pass(memory, clock, days)
    assert (table in await read_rows(database_url)) == (table not in EARLIER)
    await let_days_pass(memory, clock, 1)

    assert table not in await read_rows(database_url)


async def let_days_pass(memory: Memory, clock: Clock, days: float) -> None:
    """Move the clock, and do what is done each day at its end."""
    clock.pass_days(days)
    await memory.drafts.take_ending()
    await memory.purge()


@pytest.mark.parametrize("table", NAMELESS_AFTER)
async def test_who_changed_an_article_is_forgotten_in_time(
    memory: Memory, database_url: str, clock: Clock, table: str
) -> None:
    await DEEDS[table](memory, SITI)
    clock.pass_days(NAMELESS_AFTER[table] - 0.5)
    await memory.purge()
    (row,) = (await read_rows(database_url))[table]
    assert row["moderator"] == memory.moderators.identify(SITI)
    clock.pass_days(1)
    await memory.purge()

    (row,) = (await read_rows(database_url))[table]
    assert row["moderator"] == ""
