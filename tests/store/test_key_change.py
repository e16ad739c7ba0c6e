"""Under a new privacy key nobody is known any more, nothing breaks, and all else expires."""

import pytest

from bot.desk import DeskRules
from bot.desk.rights import Rights
from bot.store import Address, Asked, Budget, Memory, Role, adopt_key, open_memory
from tests.store.conftest import Clock, OpenMemory
from tests.store.deeds import DEEDS, GROUP, TOKEN, read_rows

SITI, RINA = 500_000_001, 500_000_003
OTHER_KEY = b"n" * 32
OF_FORMER_PEOPLE = {
    *("answers", "followers", "deliveries", "undisturbed", "marks", "groups", "askers"),
    *("budgets", "submitters", "moderators", "under_way"),
}
"""Tables whose rows are of use only under the key that they were written under."""

LEFT = {"audit", "key_check"}
"""What has no lifetime; nobody who changed an article is named."""


@pytest.fixture
async def left_behind(reopen: OpenMemory, database_url: str) -> None:
    """Everything was done under the former key, which was then changed."""
    async with reopen() as memory:
        for table, deed in DEEDS.items():
            if table != "intents":
                await deed(memory, SITI)
    before = await read_rows(database_url)
    forgotten = OF_FORMER_PEOPLE | {"drafts", "audit"}
    named = sum(len(rows) for table, rows in before.items() if table in forgotten)
    assert await adopt_key(database_url, OTHER_KEY) == named


@pytest.mark.usefixtures("left_behind")
async def test_whatever_pointed_to_people_is_gone_and_the_work_of_all_stays(
    database_url: str,
) -> None:
    left = await read_rows(database_url)

    assert not OF_FORMER_PEOPLE & left.keys()
    assert {"questions", "unanswered", "reports", "feedback", "drafts", "audit"} <= left.keys()
    (draft,), (line,) = left["drafts"], left["audit"]
    assert draft["moderator"] == draft["address"] == line["moderator"] == ""


@pytest.mark.usefixtures("left_behind")
async def test_the_same_key_again_changes_nothing(database_url: str) -> None:
    before = await read_rows(database_url)

    assert await adopt_key(database_url, OTHER_KEY) is None
    assert await read_rows(database_url) == before


@pytest.mark.usefixtures("left_behind")
async def test_the_bot_has_forgotten_who_is_who(database_url: str, clock: Clock) -> None:
    async with open_memory(database_url, OTHER_KEY, clock=clock) as memory:
        assert await memory.answers.find(SITI, 7) is None
        assert await memory.answers.find_latest(SITI) is None
        assert await memory.followers.list_all() == []
        assert await memory.deliveries.list_outdated({"a": 5}) == []
        assert await memory.deliveries.is_on(SITI)
        assert not await memory.askers.has_asked(GROUP, 7, SITI)
        assert not (await memory.groups.find(GROUP)).only_admins
        assert await memory.moderators.find(SITI) is None
        assert await memory.moderators.list_all() == []
        clock.pass_days(10)
        assert await memory.updates.take_over() == []
        clock.pass_days(18)
        assert [owner for _, owner in await memory.drafts.take_ending()] == [None]
        assert await memory.forget(SITI) == 0


@pytest.mark.usefixtures("left_behind")
async def test_everything_can_be_done_anew(database_url: str, clock: Clock) -> None:
    async with open_memory(database_url, OTHER_KEY, clock=clock) as memory:
        for table, deed in DEEDS.items():
            # The id of the intent is that of one that was settled under the former key.
            if table not in {"audit", "intents"}:
                await deed(memory, SITI)
        token = await memory.questions.remember(Asked("apa itu sirekap"))
        assert await memory.questions.recall(token) == Asked("apa itu sirekap")
        await memory.followers.follow(TOKEN, Address(SITI, "id"))
        assert [each.address.chat for each in await memory.followers.list_all()] == [SITI]
        assert await memory.budgets.spend(Budget("y", burst=1, seconds=60), SITI)


@pytest.mark.usefixtures("left_behind")
async def test_what_is_left_expires_as_it_would_have(database_url: str, clock: Clock) -> None:
    async with open_memory(database_url, OTHER_KEY, clock=clock) as memory:
        for days in (28, 3, 60, 300):
            clock.pass_days(days)
            await memory.drafts.take_ending()
            await memory.purge()
    left = await read_rows(database_url)

    assert left.keys() == LEFT
    assert {row["moderator"] for row in left["audit"]} == {""}


@pytest.mark.usefixtures("left_behind")
async def test_the_moderators_of_the_settings_go_on_and_admit_the_others_again(
    database_url: str, clock: Clock
) -> None:
    rules = DeskRules(frozenset({RINA}), frozenset({RINA}))
    async with open_memory(database_url, OTHER_KEY, clock=clock) as memory:
        rights = Rights(memory.moderators, rules.chiefs, rules.moderators)
        assert await rights.find_role(RINA) is Role.CHIEF
        assert await rights.find_role(SITI) is None
        await rights.admit(RINA, SITI)
        assert await rights.find_role(SITI) is Role.MODERATOR
        assert [person.address for person in await rights.list_people()] == [RINA, SITI]


async def test_whoever_took_the_database_without_the_key_reads_no_id(
    memory: Memory, database_url: str
) -> None:
    for table, deed in DEEDS.items():
        if table != "intents":
            await deed(memory, SITI)
    written = str(await read_rows(database_url))

    assert str(SITI) not in written
    assert str(abs(GROUP)) not in written
