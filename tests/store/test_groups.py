"""The rules of groups: kept for a year after the last question, and without any id."""

import pytest
from sqlalchemy import create_engine, text

from bot.store import GroupRules, Memory, QuietHours
from tests.store.conftest import Clock, OpenMemory

GROUP = -1_001_234_567_890
SUPERGROUP = -1_009_876_543_210
RULES = GroupRules(only_admins=True, is_compact=False, quiet=QuietHours(22, 5), zone="WITA")
MIDNIGHT_IN_LONDON = 1_709_942_400.0


async def test_rules_survive_a_restart(reopen: OpenMemory) -> None:
    async with reopen() as memory:
        await memory.groups.save(GROUP, RULES)
    async with reopen() as memory:
        assert await memory.groups.find(GROUP) == RULES
        assert await memory.groups.find(SUPERGROUP) == GroupRules()


async def test_rules_end_a_year_after_they_were_last_looked_up(
    memory: Memory, clock: Clock
) -> None:
    await memory.groups.save(GROUP, RULES)
    for _ in range(2):
        clock.pass_days(300)
        assert await memory.groups.find(GROUP) == RULES
    clock.pass_days(366)

    assert await memory.groups.find(GROUP) == GroupRules()
    assert await memory.purge() == 1


async def test_rules_move_with_the_group_however_often_that_is_told(memory: Memory) -> None:
    await memory.groups.save(GROUP, RULES)
    await memory.groups.move(GROUP, SUPERGROUP)
    await memory.groups.move(GROUP, SUPERGROUP)

    assert await memory.groups.find(SUPERGROUP) == RULES
    assert await memory.groups.find(GROUP) == GroupRules()


async def test_rules_made_after_the_move_stay(memory: Memory) -> None:
    await memory.groups.save(GROUP, RULES)
    await memory.groups.save(SUPERGROUP, GroupRules(only_admins=True))
    await memory.groups.move(GROUP, SUPERGROUP)

    assert await memory.groups.find(SUPERGROUP) == GroupRules(only_admins=True)


async def test_no_id_of_a_group_or_person_is_written_down(
    memory: Memory, database_url: str
) -> None:
    await memory.groups.save(GROUP, RULES)
    await memory.askers.record(GROUP, 70_707, 8_123_456_789)
    engine = create_engine(database_url)
    with engine.connect() as connection:
        groups = connection.execute(text("SELECT * FROM groups")).all()
        askers = connection.execute(text("SELECT * FROM askers")).all()
    engine.dispose()
    written = repr((groups, askers))

    assert (len(groups), len(askers)) == (1, 1)
    for number in (GROUP, 70_707, 8_123_456_789):
        assert str(abs(number)) not in written


@pytest.mark.parametrize(
    ("hours", "hour", "holds"),
    [
        (QuietHours(22, 5), 22, True),
        (QuietHours(22, 5), 4, True),
        (QuietHours(22, 5), 5, False),
        (QuietHours(22, 5), 21, False),
        (QuietHours(1, 3), 1, True),
        (QuietHours(1, 3), 3, False),
        (QuietHours(22, 0), 23, True),
        (QuietHours(22, 0), 0, False),
    ],
)
@pytest.mark.parametrize(("zone", "ahead"), [("WIB", 7), ("WITA", 8), ("WIT", 9)])
def test_quiet_hours_go_over_midnight_in_each_zone(
    hours: QuietHours, hour: int, holds: bool, zone: str, ahead: int
) -> None:
    moment = MIDNIGHT_IN_LONDON + (hour - ahead) * 3600

    assert hours.hold(moment, zone) is holds
    assert hours.hold(moment + 3599, zone) is holds
