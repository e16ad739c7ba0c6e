"""A database of any earlier release becomes one of this release, and keeps what it holds."""

import asyncio
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, create_engine, inspect, text

from bot.store import StoreError, migrations, open_memory
from bot.store.migrations import HEAD, migrate
from bot.store.opening import open_database
from bot.store.schema import METADATA
from tests.store.conftest import KEY

SCRIPTS = ScriptDirectory(str(Path(migrations.__file__).parent))
REVISIONS = [script.revision for script in SCRIPTS.walk_revisions()]
FIRST_RELEASE = "0001"
QUESTION = "INSERT INTO questions (token, text, used) VALUES ('0123456789abcdef', 'benar?', 7)"
KEPT = [("0123456789abcdef", "benar?", None, 7)]


async def prepare(url: str, revision: str, *statements: str) -> None:
    """Make a database as the release with `revision` left it, then run `statements`."""
    if url.startswith("sqlite"):
        Path(url.removeprefix("sqlite:///")).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(url)
    with engine.begin() as connection:
        migrate(connection, revision)
        for statement in statements:
            connection.execute(text(statement))
    engine.dispose()


async def read(url: str, statement: str) -> list[tuple[object, ...]]:
    engine = create_engine(url)
    with engine.connect() as connection:
        rows = [tuple(row) for row in connection.execute(text(statement)).all()]
    engine.dispose()
    return rows


def describe(connection: Connection) -> dict[str, object]:
    """Return what the database says of its tables, without Alembic's own."""
    inspector = inspect(connection)
    return {
        name: (
            [(column["name"], str(column["type"])) for column in inspector.get_columns(name)],
            inspector.get_pk_constraint(name)["constrained_columns"],
            sorted((str(i["name"]), i["column_names"]) for i in inspector.get_indexes(name)),
        )
        for name in inspector.get_table_names()
    }


def compare(connection: Connection) -> list[object]:
    """Return the differences between the database and the tables of this release."""
    return list(compare_metadata(MigrationContext.configure(connection), METADATA))


def test_the_newest_step_is_the_head_that_new_databases_get() -> None:
    assert SCRIPTS.get_heads() == [HEAD]


@pytest.mark.parametrize("revision", REVISIONS)
async def test_an_upgrade_from_each_release_loses_nothing_and_ends_at_this_schema(
    database_url: str, revision: str
) -> None:
    await prepare(database_url, revision, QUESTION)
    database = await open_database(database_url)
    with database.engine.connect() as connection:
        differences = compare(connection)
    await database.close()

    assert differences == []
    assert await read(database_url, "SELECT token, text, previous, used FROM questions") == KEPT


@pytest.mark.parametrize("revision", REVISIONS)
async def test_an_upgraded_database_is_as_a_new_one(
    database_url: str, revision: str, tmp_path: Path
) -> None:
    if not database_url.startswith("sqlite"):
        pytest.skip("compared by the databases' own words, of which SQLite's are enough")
    await prepare(database_url, revision)
    described = []
    for url in (database_url, f"sqlite:///{tmp_path / 'new.db'}"):
        database = await open_database(url)
        with database.engine.connect() as connection:
            described.append(describe(connection))
        await database.close()

    assert described[0] == described[1]


async def test_the_first_release_which_kept_no_revision_is_recognised(database_url: str) -> None:
    await prepare(database_url, FIRST_RELEASE, "DROP TABLE alembic_version", QUESTION)
    async with open_memory(database_url, KEY):
        pass

    assert await read(database_url, "SELECT version_num FROM alembic_version") == [(HEAD,)]
    assert await read(database_url, "SELECT token, text, previous, used FROM questions") == KEPT


async def test_a_database_of_a_later_release_is_left_alone(database_url: str) -> None:
    await prepare(database_url, HEAD, "UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(StoreError, match="9999"):
        await open_database(database_url)

    assert await read(database_url, "SELECT version_num FROM alembic_version") == [("9999",)]


async def test_replicas_that_start_together_upgrade_once(database_url: str) -> None:
    await prepare(database_url, FIRST_RELEASE, QUESTION)
    databases = await asyncio.gather(*(open_database(database_url) for _ in range(4)))
    for database in databases:
        await database.close()

    assert await read(database_url, "SELECT version_num FROM alembic_version") == [(HEAD,)]
    assert await read(database_url, "SELECT token, text, previous, used FROM questions") == KEPT
