"""`new-key`, and what another privacy key is told without it."""

import shutil
from pathlib import Path

import pytest

from bot.store import Role, open_memory
from bot.texts import serve as texts
from tests.articles.samples import SHIPPED
from tests.chat.running import run_bot
from tests.cli.desk_commands import Desk
from tests.fake_telegram import FakeTelegram
from tests.fake_telegram.fixture import telegram

__all__ = ["telegram"]

FORMER, NEW = "5a" * 32, "a5" * 32
RINA = 500_000_003


@pytest.fixture
async def desk(tmp_path: Path) -> Desk:
    """A server whose database knows one moderator under the former key."""
    shutil.copytree(SHIPPED, tmp_path / "corpus")
    (tmp_path / "data").mkdir()
    url = f"sqlite:///{tmp_path / 'data' / 'tanya-sirekap.db'}"
    async with open_memory(url, bytes.fromhex(FORMER)) as memory:
        await memory.moderators.add(RINA, Role.MODERATOR)
    return Desk(tmp_path)


def test_commands_of_another_key_are_refused_until_it_is_made_the_databases_own(
    desk: Desk,
) -> None:
    refused = desk.run("corpus", "history", PRIVACY_KEY=NEW)
    changed = desk.run("new-key", PRIVACY_KEY=NEW)
    again = desk.run("new-key", PRIVACY_KEY=NEW)
    done = desk.run("corpus", "history", PRIVACY_KEY=NEW)
    former = desk.run("corpus", "history", PRIVACY_KEY=FORMER)

    assert (refused.returncode, refused.stderr) == (2, texts.OTHER_KEY + "\n")
    assert (changed.returncode, changed.stdout) == (0, texts.describe_new_key(1) + "\n")
    assert (again.returncode, again.stdout) == (0, texts.SAME_KEY + "\n")
    assert done.returncode == 0
    assert (former.returncode, former.stderr) == (2, texts.OTHER_KEY + "\n")


async def test_a_bot_with_another_key_does_not_start(desk: Desk, telegram: FakeTelegram) -> None:
    settings = {
        "TELEGRAM_BOT_TOKEN": telegram.token,
        "TELEGRAM_API_URL": telegram.api_url,
        "CORPUS_DIR": str(desk.home / "corpus"),
        "PRIVACY_KEY": NEW,
    }
    async with run_bot(desk.home, settings) as bot:
        assert await bot.ends() == 2

    assert bot.log == texts.OTHER_KEY + "\n"
    assert not telegram.calls
