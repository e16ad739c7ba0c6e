"""`restore --at-restart`: the bot goes on, and serves what was restored after its next start."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from bot.articles import load_corpus
from bot.restoration import finish_restoration
from bot.settings import Settings, load_settings
from bot.store import Asked, open_memory
from bot.texts import backups as texts
from bot.texts import serve
from tests.articles.samples import SHIPPED
from tests.chat.running import run_bot
from tests.cli.desk_commands import Desk
from tests.cli.test_backup import KEY, QUESTION, desk, list_files, locate, recall, remember
from tests.fake_telegram import FakeTelegram
from tests.fake_telegram.fixture import telegram
from tests.store.postgresql import make_database

__all__ = ["desk", "telegram"]

LATER = Asked("Siapa yang membuatnya?")


@pytest.fixture(params=["sqlite", "postgresql"])
async def url(request: pytest.FixtureRequest, desk: Desk) -> AsyncIterator[str]:
    if request.param == "sqlite":
        yield locate(desk.home)
        return
    async with make_database() as url:
        yield url


def change(desk: Desk) -> None:
    done = desk.run("corpus", "correct", "--text", "Sesudah cadangan.", desk.articles[0].stem)
    assert done.returncode == 0, done.stderr


async def test_a_running_bot_goes_on_and_has_everything_back_after_its_restart(
    desk: Desk, telegram: FakeTelegram, url: str, tmp_path: Path
) -> None:
    archive = tmp_path / "cadangan.tar.gz"
    settings = {
        "TELEGRAM_BOT_TOKEN": telegram.token,
        "TELEGRAM_API_URL": telegram.api_url,
        "CORPUS_DIR": str(desk.home / "corpus"),
        "DATABASE_URL": url,
    }
    async with open_memory(url, KEY) as memory:
        saved = await memory.questions.remember(QUESTION)
    assert desk.run("backup", archive, DATABASE_URL=url).returncode == 0
    change(desk)
    async with run_bot(desk.home, settings) as bot:
        await bot.logs("siap")
        async with open_memory(url, KEY) as memory:
            later = await memory.questions.remember(LATER)
        staged = desk.run("restore", "--at-restart", archive, DATABASE_URL=url)
        siti = telegram.user("Siti")
        await siti.sends("Apakah Sirekap pakai Alibaba Cloud?")
        assert "Alibaba" in (await telegram.bot_says(siti.chat, within=15)).text
        await bot.terminate()
        assert await bot.ends() == 0
    assert (staged.returncode, staged.stdout) == (0, texts.STAGED + "\n")
    assert load_corpus(desk.home / "corpus").revision != load_corpus(SHIPPED).revision
    # Of several that start together one restores, and the others wait.
    async with AsyncExitStack() as stack:
        folders = [desk.home, tmp_path / "second", tmp_path / "third"]
        bots = []
        for folder in folders if url.startswith("postgresql") else folders[:1]:
            folder.mkdir(exist_ok=True)
            running = run_bot(folder, settings | {"DATA_DIR": str(desk.home / "data")})
            bots.append(await stack.enter_async_context(running))
        for each in bots:
            await each.logs("siap")
        logs = "".join(each.log for each in bots)
        for each in bots:
            await each.terminate()
            await each.ends()

    assert logs.count(serve.RESTORED) == 1
    assert load_corpus(desk.home / "corpus").revision == load_corpus(SHIPPED).revision
    async with open_memory(url, KEY) as memory:
        assert await memory.questions.recall(saved) == QUESTION
        assert await memory.questions.recall(later) is None


def test_a_damaged_archive_is_refused_at_once_and_changes_nothing(
    desk: Desk, tmp_path: Path
) -> None:
    archive = tmp_path / "cadangan.tar.gz"
    desk.run("backup", archive)
    archive.write_bytes(archive.read_bytes()[:-500])
    before = list_files(desk.home)
    done = desk.run("restore", "--at-restart", archive)

    assert done.returncode == 1
    assert list_files(desk.home) == before
    assert not finish_restoration(read_settings(desk))


async def test_a_restoration_that_was_broken_off_is_finished_by_the_next_start(
    desk: Desk, tmp_path: Path
) -> None:
    archive, token = tmp_path / "cadangan.tar.gz", await remember(desk.home)
    desk.run("backup", archive)
    change(desk)
    desk.run("restore", "--at-restart", archive)
    # As if it was killed after the first move.
    key = desk.home / "data" / "privacy.key"
    (desk.home / "data" / ".pemulihan" / key.name).rename(key)

    assert finish_restoration(read_settings(desk))
    assert not finish_restoration(read_settings(desk))
    assert await recall(desk.home, token) == QUESTION
    assert load_corpus(desk.home / "corpus").revision == load_corpus(SHIPPED).revision


async def test_a_database_that_is_away_stops_the_start_and_the_next_one_restores(
    desk: Desk, tmp_path: Path
) -> None:
    archive, token = tmp_path / "cadangan.tar.gz", await remember(desk.home)
    desk.run("backup", archive)
    desk.run("restore", "--at-restart", archive)
    settings = {"TELEGRAM_BOT_TOKEN": f"1:{'A' * 35}", "CORPUS_DIR": str(desk.home / "corpus")}
    away = "postgresql://nobody@127.0.0.1:1/none"
    async with run_bot(desk.home, settings | {"DATABASE_URL": away}) as bot:
        assert await bot.ends() == 2

    assert "Pemulihan belum selesai" in bot.log
    assert "Traceback" not in bot.log
    assert finish_restoration(read_settings(desk))
    assert await recall(desk.home, token) == QUESTION


def read_settings(desk: Desk) -> Settings:
    folders = {"CORPUS_DIR": str(desk.home / "corpus"), "DATA_DIR": str(desk.home / "data")}
    return load_settings(folders, desk.home)
