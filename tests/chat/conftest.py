"""The real bot, talking over HTTP to a strict fake of Telegram."""

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import certifi
import pytest

from bot.answers import Answerer
from bot.answers.live import LiveAnswerer
from bot.chat.service import run_service
from bot.desk import DeskRules
from bot.store import open_memory
from tests.chat.clocks import MovingClock, clock
from tests.fake_telegram import FakeTelegram, User
from tests.fake_telegram.fixture import telegram
from tests.store.empty_database import empty_database

__all__ = ["clock", "empty_database", "telegram"]

KEY = b"k" * 32
CORPUS = Path(__file__).resolve().parents[2] / "corpus"
_CERTIFICATE_END = "-----END CERTIFICATE-----\n"

StartBot = Callable[..., AbstractAsyncContextManager[None]]


@pytest.fixture(autouse=True)
def _durations(monkeypatch: pytest.MonkeyPatch, one_authority: Path) -> None:
    # As the command sets it: python-telegram-bot warns at every flood wait otherwise.
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    # Each bot would read all authorities, for connections of which none is encrypted here.
    monkeypatch.setenv("SSL_CERT_FILE", str(one_authority))


@pytest.fixture(scope="session")
def one_authority(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A file with the first certificate of all that are trusted."""
    first, end, _ = Path(certifi.where()).read_text(encoding="utf-8").partition(_CERTIFICATE_END)
    file = tmp_path_factory.mktemp("authority") / "one.pem"
    file.write_text(first + end, encoding="utf-8")
    return file


@pytest.fixture(scope="session")
def live(tmp_path_factory: pytest.TempPathFactory) -> LiveAnswerer:
    """Answers from the corpus of this project."""
    return LiveAnswerer.open(CORPUS, tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="session")
def answerer(live: LiveAnswerer) -> Answerer:
    """What `live` answers with."""
    return live.current


@pytest.fixture
def start_bot(
    telegram: FakeTelegram,
    live: LiveAnswerer,
    tmp_path: Path,
    clock: MovingClock,
    empty_database: bytes,
) -> StartBot:
    """Start the bot as often as wanted; every start finds the memory of the former."""
    database = tmp_path / "memory.db"
    database.write_bytes(empty_database)

    @asynccontextmanager
    async def start(
        sources: LiveAnswerer = live,
        moderators: frozenset[int] = frozenset(),
        rules: DeskRules | None = None,
        key: bytes = KEY,
    ) -> AsyncIterator[None]:
        async with (
            open_memory(f"sqlite:///{database}", key, clock=clock) as memory,
            run_service(
                telegram.token,
                telegram.api_url,
                sources,
                memory,
                rules or DeskRules(moderators=moderators),
            ),
        ):
            yield

    return start


@pytest.fixture
async def moderator(telegram: FakeTelegram) -> User:
    """A moderator who has started the bot."""
    person = telegram.user("Made")
    await person.sends("halo")
    telegram.world.updates.waiting.clear()
    return person


@pytest.fixture
async def bot(start_bot: StartBot) -> AsyncIterator[None]:
    """The bot is running."""
    async with start_bot():
        yield


@pytest.fixture
def siti(telegram: FakeTelegram) -> User:
    """A person who has not met the bot yet."""
    return telegram.user("Siti", language_code="id")
