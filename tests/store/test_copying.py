"""A database of PostgreSQL becomes a file and comes back, whole or not at all."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect, text

from bot.store import Asked, StoreError, open_memory
from bot.store.copying import copy_in, copy_out
from bot.store.opening import open_database
from bot.store.schema import METADATA
from tests.store.conftest import KEY
from tests.store.deeds import DEEDS, read_rows
from tests.store.postgresql import make_database

SAVED, LATER = Asked("Apa itu Sirekap? 🗳"), Asked("Siapa yang membuatnya?")


@pytest.fixture
async def url() -> AsyncIterator[str]:
    async with make_database() as url:
        yield url


def locate(file: Path) -> str:
    return f"sqlite:///{file}"


async def do_everything(url: str) -> None:
    """Leave rows in every table."""
    async with open_memory(url, KEY) as memory:
        # Each by somebody else, and in an order in which none undoes another.
        names = ["under_way", *(name for name in DEEDS if name != "intents"), "intents"]
        for number, name in enumerate(names):
            await DEEDS[name](memory, 500_000_001 + number)


async def read_sorted(url: str) -> dict[str, list[str]]:
    """Return the rows of every table that has any, in an order that depends on no database."""
    return {name: sorted(map(repr, rows)) for name, rows in (await read_rows(url)).items()}


async def test_every_row_of_every_table_goes_to_the_file_and_to_another_database(
    url: str, tmp_path: Path
) -> None:
    await do_everything(url)
    before = await read_sorted(url)
    file = tmp_path / "copy.db"
    assert copy_out(url, file)
    async with make_database() as other:
        copy_in(file, other, replace=False)
        after = await read_sorted(other)

    assert before.keys() == METADATA.tables.keys()
    assert await read_sorted(locate(file)) == before
    assert after == before


async def test_what_was_copied_is_there_again_and_what_came_later_is_put_aside(
    url: str, tmp_path: Path
) -> None:
    file = tmp_path / "copy.db"
    async with open_memory(url, KEY) as memory:
        saved = await memory.questions.remember(SAVED)
        assert copy_out(url, file)
        later = await memory.questions.remember(LATER)
    copy_in(file, url, replace=True)
    async with open_memory(url, KEY) as memory:
        assert await memory.questions.recall(saved) == SAVED
        assert await memory.questions.recall(later) is None
    engine = create_engine(url)
    with engine.connect() as connection:
        schemas = inspect(connection).get_schema_names()
        (aside,) = (name for name in schemas if name.startswith("sebelum-pemulihan-"))
        connection.execute(text(f'SET search_path TO "{aside}"'))
        kept = connection.execute(text("SELECT text FROM questions ORDER BY 1"))
        assert kept.scalars().all() == [SAVED.text, LATER.text]
    engine.dispose()


async def test_the_audit_log_goes_on_after_its_last_line_and_still_only_grows(
    url: str, tmp_path: Path
) -> None:
    await do_everything(url)
    file = tmp_path / "copy.db"
    copy_out(url, file)
    copy_in(file, url, replace=True)
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    add = (
        "INSERT INTO audit (intent, at, moderator, action, key, file) "
        "VALUES ('new', 1, '', 'add', 'k', 'f') RETURNING number"
    )
    with engine.connect() as connection:
        last = connection.execute(text("SELECT max(number) FROM audit")).scalar_one()
        assert connection.execute(text(add)).scalar_one() == last + 1
        with pytest.raises(Exception, match="only grows"):
            connection.execute(text("DELETE FROM audit"))
    engine.dispose()


async def test_what_is_there_stays_unless_it_may_be_replaced(url: str, tmp_path: Path) -> None:
    file = tmp_path / "copy.db"
    async with open_memory(url, KEY) as memory:
        saved = await memory.questions.remember(SAVED)
        copy_out(url, file)
        with pytest.raises(StoreError, match="--replace"):
            copy_in(file, url, replace=False)
        assert await memory.questions.recall(saved) == SAVED


async def test_a_file_that_does_not_fit_changes_nothing(url: str, tmp_path: Path) -> None:
    file = tmp_path / "copy.db"
    async with open_memory(url, KEY) as memory:
        saved = await memory.questions.remember(SAVED)
    async with open_memory(locate(file), KEY) as memory:
        await memory.questions.remember(LATER)
    engine = create_engine(locate(file))
    with engine.begin() as connection:
        connection.execute(text("UPDATE questions SET token = token || token"))
    engine.dispose()
    with pytest.raises(StoreError):
        copy_in(file, url, replace=True)
    async with open_memory(url, KEY) as memory:
        assert await memory.questions.recall(saved) == SAVED


async def test_an_empty_database_gives_no_file_and_one_of_another_release_says_so(
    url: str, tmp_path: Path
) -> None:
    assert not copy_out(url, tmp_path / "copy.db")
    database = await open_database(url)
    with database.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    await database.close()
    with pytest.raises(StoreError, match="9999"):
        copy_out(url, tmp_path / "other.db")
