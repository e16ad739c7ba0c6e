"""The watch over logs, databases and figures finds what it is there for."""

import logging
import secrets
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.chat.metrics import Metrics
from tests.fake_telegram.fake import FakeTelegram
from tests.fake_telegram.fixture import watch_fake
from tests.leaks import find_leaks, watching

QUESTION = "Benarkah server itu milik tetangga saya?"


@pytest.mark.parametrize("level", [logging.DEBUG, logging.INFO, logging.ERROR])
async def test_ids_and_texts_are_found_in_the_log_at_any_level(tmp_path: Path, level: int) -> None:
    async with FakeTelegram() as fake:
        siti = fake.user("Siti")
        await siti.sends(QUESTION)
        with watching(fake.token) as traces:
            logging.getLogger("bot.test").log(level, "%s asked %s", siti.id, QUESTION)

        assert find_leaks(fake, traces, tmp_path) == [f"log: {siti.id}", f"log: {QUESTION}"]


async def test_the_token_is_looked_for_after_it_was_hidden(tmp_path: Path) -> None:
    async with FakeTelegram() as fake:
        with watching(fake.token) as traces:
            logging.getLogger("bot.test").debug("https://host/bot%s/getMe", fake.token)

        assert find_leaks(fake, traces, tmp_path) == []
        traces.lines.append(fake.token)
        assert find_leaks(fake, traces, tmp_path) == [f"log: {fake.token.partition(':')[2]}"]


async def test_ids_are_found_in_databases(tmp_path: Path) -> None:
    async with FakeTelegram() as fake:
        siti = fake.user("Siti")
        (tmp_path / "data").mkdir()
        (tmp_path / "data" / "memory.db-wal").write_bytes(b"...%d..." % siti.id)
        with watching(fake.token) as traces:
            pass

        assert find_leaks(fake, traces, tmp_path) == [f"database: {siti.id}"]


def keep(folder: Path, row: tuple[str, object, str]) -> None:
    """Put a row between others into a database, in which SQLite leaves no gap between columns."""
    with closing(sqlite3.connect(folder / "memory.db")) as connection, connection:
        connection.execute("CREATE TABLE kept (hash TEXT, other, text TEXT)")
        others = ("0" * 64, 1, "satu")
        connection.executemany("INSERT INTO kept VALUES (?, ?, ?)", [others, row, others])


@pytest.mark.parametrize(
    "wording", ["%d", "-%d", '{"id":%d,"n":1}', "https://t.me/share?of=%d&n=1", "a1%df2", "1%d2"]
)
async def test_ids_are_found_whatever_stands_beside_them(tmp_path: Path, wording: str) -> None:
    async with FakeTelegram() as fake:
        siti = fake.user("Siti")
        keep(tmp_path, (secrets.token_hex(32), wording % siti.id, "5fa7"))
        with watching(fake.token) as traces:
            pass

        assert find_leaks(fake, traces, tmp_path) == [f"database: {siti.id}"]


async def test_ids_are_found_that_are_kept_as_numbers(tmp_path: Path) -> None:
    async with FakeTelegram() as fake:
        siti = fake.user("Siti")
        keep(tmp_path, (secrets.token_hex(32), siti.id, "5fa7"))
        with watching(fake.token) as traces:
            pass

        assert find_leaks(fake, traces, tmp_path) == [f"database: {siti.id}"]


@pytest.mark.parametrize("kind", ["group", "supergroup"])
async def test_ids_of_groups_are_found(tmp_path: Path, kind: str) -> None:
    async with FakeTelegram() as fake:
        made = fake.group if kind == "group" else fake.supergroup
        room = made("Warga", members=[fake.user("Siti")])
        keep(tmp_path, (secrets.token_hex(32), str(room.id), "5fa7"))
        with watching(fake.token) as traces:
            logging.getLogger("bot.test").debug("chat %d", room.id)

        assert find_leaks(fake, traces, tmp_path) == [f"log: {-room.id}", f"database: {-room.id}"]


async def test_no_hash_of_a_long_run_has_an_id_by_chance() -> None:
    async with FakeTelegram() as fake:
        siti = fake.user("Siti")
    hashes, people = 10**7, 10**5

    assert 64 * hashes * people / 16 ** len(str(siti.id)) < 1e-4
    # https://core.telegram.org/bots/api#user
    assert siti.id.bit_length() <= 52


async def leave_id(folder: Path, place: str) -> None:
    """Do what a test does in which the bot leaves somebody's id."""
    async with watch_fake(folder) as fake:
        siti = fake.user("Siti")
        if place == "log":
            logging.getLogger("bot.test").debug("%d is here", siti.id)
        elif place == "database":
            (folder / "memory.db").write_bytes(b"%d" % siti.id)
        else:
            Metrics().count_update(str(siti.id))


@pytest.mark.parametrize("place", ["log", "database", "metrics"])
async def test_what_a_test_leaves_anywhere_fails_it(tmp_path: Path, place: str) -> None:
    with pytest.raises(AssertionError, match=rf"^\['{place}: \d+'\]"):
        await leave_id(tmp_path, place)


async def test_a_test_that_leaves_nothing_passes(tmp_path: Path) -> None:
    async with watch_fake(tmp_path) as fake:
        fake.user("Siti")
        Metrics().count_update("message")


@pytest.mark.parametrize("place", ["label", "value", "description"])
async def test_ids_are_found_in_figures(tmp_path: Path, place: str) -> None:
    async with FakeTelegram() as fake:
        siti = fake.user("Siti")
        with watching(fake.token) as traces:
            metrics = Metrics()
        if place == "label":
            metrics.count_update(f"message of {siti.id}")
        elif place == "value":
            metrics.watch("latest", "Who asked last", lambda: float(siti.id))
        else:
            metrics.watch("latest", f"Messages of {siti.id}", lambda: 1.0)

        assert find_leaks(fake, traces, tmp_path) == [f"metrics: {siti.id}"]


@pytest.mark.parametrize("question", [QUESTION, 'Kata "tetangga" saya:\nservernya miliknya'])
async def test_tokens_and_texts_are_found_in_figures(tmp_path: Path, question: str) -> None:
    async with FakeTelegram() as fake:
        siti = fake.user("Siti")
        await siti.sends(question)
        with watching(fake.token) as traces:
            metrics = Metrics()
        metrics.watch_text("latest", "What was asked last", "words", lambda: question)
        metrics.count_refused(fake.token)
        secret = fake.token.partition(":")[2]

        assert find_leaks(fake, traces, tmp_path) == [
            f"metrics: {secret}",
            f"metrics: {question}",
        ]


async def test_figures_of_each_bot_that_ran_are_read(tmp_path: Path) -> None:
    async with FakeTelegram() as fake:
        siti = fake.user("Siti")
        with watching(fake.token) as traces:
            first, second = Metrics(), Metrics()
        first.count_update("message")
        second.count_update("message")
        assert find_leaks(fake, traces, tmp_path) == []
        second.count_update(str(siti.id))

        assert len(traces.registries) == 2
        assert find_leaks(fake, traces, tmp_path) == [f"metrics: {siti.id}"]


async def test_libraries_do_not_write_down_what_people_send(tmp_path: Path) -> None:
    async with FakeTelegram() as fake:
        siti = fake.user("Siti")
        await siti.sends(QUESTION)
        with watching(fake.token) as traces:
            for library in ("telegram.ext.Application", "psycopg", "sqlalchemy.engine.Engine"):
                logging.getLogger(library).debug("%s", QUESTION)

        assert find_leaks(fake, traces, tmp_path) == []
