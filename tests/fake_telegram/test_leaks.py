"""The watch over logs and databases finds what it is there for."""

import logging
from pathlib import Path

import pytest

from tests.fake_telegram.fake import FakeTelegram
from tests.leaks import find_leaks, reading_log

QUESTION = "Benarkah server itu milik tetangga saya?"


@pytest.mark.parametrize("level", [logging.DEBUG, logging.INFO, logging.ERROR])
async def test_ids_and_texts_are_found_in_the_log_at_any_level(tmp_path: Path, level: int) -> None:
    async with FakeTelegram() as fake:
        siti = fake.user("Siti")
        await siti.sends(QUESTION)
        with reading_log(fake.token) as log:
            logging.getLogger("bot.test").log(level, "%s asked %s", siti.id, QUESTION)

        assert find_leaks(fake, log, tmp_path) == [f"log: {siti.id}", f"log: {QUESTION}"]


async def test_the_token_is_looked_for_after_it_was_hidden(tmp_path: Path) -> None:
    async with FakeTelegram() as fake:
        with reading_log(fake.token) as log:
            logging.getLogger("bot.test").debug("https://host/bot%s/getMe", fake.token)

        assert find_leaks(fake, log, tmp_path) == []
        log.lines.append(fake.token)
        assert find_leaks(fake, log, tmp_path) == [f"log: {fake.token.partition(':')[2]}"]


async def test_ids_are_found_in_databases(tmp_path: Path) -> None:
    async with FakeTelegram() as fake:
        siti = fake.user("Siti")
        (tmp_path / "data").mkdir()
        (tmp_path / "data" / "memory.db-wal").write_bytes(b"...%d..." % siti.id)
        with reading_log(fake.token) as log:
            pass

        assert find_leaks(fake, log, tmp_path) == [f"database: {siti.id}"]


async def test_libraries_do_not_write_down_what_people_send(tmp_path: Path) -> None:
    async with FakeTelegram() as fake:
        siti = fake.user("Siti")
        await siti.sends(QUESTION)
        with reading_log(fake.token) as log:
            for library in ("telegram.ext.Application", "aiosqlite", "sqlalchemy.engine.Engine"):
                logging.getLogger(library).debug("%s", QUESTION)

        assert find_leaks(fake, log, tmp_path) == []
