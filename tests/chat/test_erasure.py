"""/hapusdata deletes all that is kept of a person; /privasi says truly what is kept."""

import asyncio
from collections import Counter
from pathlib import Path

import pytest
from sqlalchemy import create_engine, func, select

from bot.store.addresses import AddressCipher
from bot.store.erasure import OWNERS
from bot.store.schema import METADATA
from bot.texts import follow_up, privacy_en
from bot.texts import privacy as texts
from tests.chat.conftest import KEY
from tests.fake_telegram import FakeTelegram, User

QUESTION = "Apakah Sirekap pakai Alibaba Cloud?"
OF_NOBODY = {
    *("questions", "unanswered", "reports", "feedback", "announced", "groups"),
    *("decisions", "statistics", "updates", "under_way", "key_check"),
}
"""Tables without a column that points to a person: nobody can be found in them.

What is under way is encrypted, and gone once it is handled.
"""
OF_MODERATORS = {"moderators", "drafts", "intents", "audit"}
"""Tables of the desk, whose times are tested in tests/store."""

OF_OPERATORS = {"key_check"}
"""A hash that comes from nobody's doing, and stays with the database."""


def count_owned(folder: Path) -> Counter[str]:
    """Return how many rows of each table point to somebody."""
    engine = create_engine(f"sqlite:///{folder / 'memory.db'}")
    counts: Counter[str] = Counter()
    with engine.connect() as connection:
        for table in METADATA.sorted_tables:
            if table.name not in OF_NOBODY:
                rows = connection.execute(select(func.count()).select_from(table)).scalar_one()
                counts[table.name] = rows
    engine.dispose()
    return +counts


def read_database(folder: Path) -> bytes:
    """Return all that the database of this test has written."""
    return b"".join(path.read_bytes() for path in folder.glob("*.db*"))


async def leave_traces(telegram: FakeTelegram, person: User) -> None:
    """Do everything of which something is kept."""
    await person.sends(QUESTION)
    answer = await telegram.bot_says(person.chat)
    await person.presses(answer, follow_up.HELPFUL)
    await telegram.bot_edits(answer)
    await person.sends("/lapor 1")
    await telegram.bot_says(person.chat)
    await person.sends("/kirim qwrtp zxcvb")
    consent = await telegram.bot_says(person.chat)
    await person.presses(consent, follow_up.SEND)
    sent = await telegram.bot_edits(consent)
    await person.presses(sent, follow_up.FOLLOW)
    await telegram.bot_edits(consent)


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize("typed", [False, True])
async def test_all_that_is_kept_of_a_person_is_deleted_once_they_confirm(
    telegram: FakeTelegram, siti: User, tmp_path: Path, typed: bool
) -> None:
    await leave_traces(telegram, siti)
    await siti.sends("/hapusdata")
    asking = await telegram.bot_says(siti.chat)
    before = count_owned(tmp_path)
    if typed:
        await siti.sends("/hapusdata ya")
        done = await telegram.bot_says(siti.chat)
    else:
        await siti.presses(asking, texts.DELETE)
        done = await telegram.bot_edits(asking)

    assert asking.text.startswith(texts.CONFIRM_DELETION)
    assert {"answers", "deliveries", "followers", "marks", "submitters"} <= before.keys()
    assert done.text == texts.DELETED
    assert count_owned(tmp_path) == {}


@pytest.mark.usefixtures("bot")
async def test_what_is_kept_of_others_stays(
    telegram: FakeTelegram, siti: User, tmp_path: Path
) -> None:
    budi = telegram.user("Budi")
    await leave_traces(telegram, budi)
    alone = count_owned(tmp_path)
    await leave_traces(telegram, siti)
    await siti.sends("/hapusdata ya")
    await telegram.bot_says(siti.chat)

    assert count_owned(tmp_path) == alone


@pytest.mark.usefixtures("bot")
async def test_without_confirmation_nothing_is_deleted(
    telegram: FakeTelegram, siti: User, tmp_path: Path
) -> None:
    await leave_traces(telegram, siti)
    await siti.sends("/hapusdata")
    asking = await telegram.bot_says(siti.chat)
    before = count_owned(tmp_path)
    await siti.presses(asking, texts.KEEP)

    assert (await telegram.bot_edits(asking)).text == texts.NOTHING_DELETED
    after = count_owned(tmp_path)
    assert after == before


@pytest.mark.usefixtures("bot")
async def test_the_privacy_page_describes_everything_that_the_store_keeps(
    telegram: FakeTelegram, siti: User
) -> None:
    await siti.sends("/privasi")
    told = (await telegram.bot_says(siti.chat)).text

    assert [entry for entry in texts.KEPT.values() if f"• {entry}" not in told] == []
    assert "/hapusdata" in told


@pytest.mark.parametrize("kept", [texts.KEPT, privacy_en.KEPT])
def test_every_table_is_described_with_its_time(kept: dict[str, str]) -> None:
    assert kept.keys() == METADATA.tables.keys() - OF_OPERATORS
    lasting = ("hari", "days", "setahun", "year", "menit", "minute", "sehari", "day")
    assert [name for name, text in kept.items() if not any(word in text for word in lasting)] == []


def test_every_table_expires_and_points_to_people_only_where_they_can_be_found() -> None:
    for name, table in METADATA.tables.items():
        timed = {"expires", "used", "sent"} & set(table.c.keys())
        assert timed or name in OF_MODERATORS | OF_OPERATORS, name
        assert (name in OF_NOBODY) != any(owner in table.c for owner in OWNERS), name


@pytest.mark.usefixtures("bot")
async def test_nothing_that_is_kept_names_anybody(
    telegram: FakeTelegram, siti: User, tmp_path: Path
) -> None:
    await leave_traces(telegram, siti)

    written = read_database(tmp_path)
    assert b"zxcvb" in written
    assert str(siti.id).encode() not in written
    assert b"Siti" not in written


@pytest.mark.usefixtures("bot")
async def test_an_address_opens_only_with_the_key(
    telegram: FakeTelegram, siti: User, tmp_path: Path
) -> None:
    await leave_traces(telegram, siti)
    engine = create_engine(f"sqlite:///{tmp_path / 'memory.db'}")
    with engine.connect() as connection:
        followers = METADATA.tables["followers"]
        sealed = connection.execute(select(followers.c.address)).scalar_one()
    engine.dispose()
    opened = AddressCipher(KEY).open(sealed)

    assert AddressCipher(b"x" * 32).open(sealed) is None
    assert opened is not None
    assert opened.chat == siti.id


@pytest.mark.usefixtures("bot")
async def test_what_was_under_way_is_gone_once_it_is_handled(
    telegram: FakeTelegram, siti: User, tmp_path: Path
) -> None:
    await leave_traces(telegram, siti)
    engine = create_engine(f"sqlite:///{tmp_path / 'memory.db'}")
    counting = select(func.count()).select_from(METADATA.tables["under_way"])
    left = None
    for _ in range(100):
        with engine.connect() as connection:
            left = connection.execute(counting).scalar_one()
        if left == 0:
            break
        await asyncio.sleep(0.02)
    engine.dispose()

    assert left == 0
