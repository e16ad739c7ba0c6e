"""The database is locked, full, cut off or restarted while people ask."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from tests.chat.corpora import make_article, write_corpus
from tests.chat.running import run_bot
from tests.fake_telegram.fixture import watch_fake
from tests.reliability.crowd import Crowd, Fate
from tests.reliability.moderating import Editor, Ledger, examine, put_drafts
from tests.reliability.places import Postgres, filled, open_postgres, small_disk
from tests.store.locks import locking
from tests.web.running import find_free_port

KEY = b"k" * 32
_ASK_PAUSE = 0.05
_BEFORE = 1.0
_QUIET = 25.0
_SETTLED_WITHIN = 90.0
_KNOWN = "KPU menyewa komputasi awan dari Alibaba Cloud untuk Sirekap."

Breaking = Callable[[], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Breakdown:
    """What became of questions and articles while the database failed for some seconds."""

    fate: Fate
    ledger: Ledger
    published: int


async def survive(
    folder: Path, address: str, internal: str, break_it: Breaking, drafts: int = 4
) -> Breakdown:
    """Let people ask and a moderator publish before, while and after `break_it` runs.

    Args:
        folder: for corpus and data.
        address: of the database, as `DATABASE_URL`.
        internal: the same for SQLAlchemy.
        break_it: breaks the database, and ends when it works again.
        drafts: how many articles the moderator publishes.
    """
    corpus = write_corpus(folder / "corpus", make_article(_KNOWN))
    async with watch_fake(folder.parent) as telegram:
        rina = telegram.user("Rina")
        marks = await put_drafts(corpus, internal, KEY, (rina,), each=drafts)
        editor, crowd = Editor(telegram, rina, marks[rina.id]), Crowd(telegram)
        settings = {
            "TELEGRAM_BOT_TOKEN": telegram.token,
            "TELEGRAM_API_URL": telegram.api_url,
            "CORPUS_DIR": str(corpus),
            "DATABASE_URL": address,
            "PRIVACY_KEY": KEY.hex(),
            "MODERATOR_IDS": str(rina.id),
            "HTTP_LISTEN": f"127.0.0.1:{find_free_port()}",
        }
        log = folder.parent / "process"
        log.mkdir(exist_ok=True)
        async with run_bot(log, settings) as bot:
            await bot.logs("siap", within=60)
            asking = asyncio.create_task(crowd.ask(_ASK_PAUSE))
            working = asyncio.create_task(editor.work())
            await asyncio.sleep(_BEFORE)
            await break_it()
            await asyncio.sleep(_BEFORE)
            asking.cancel()
            await asyncio.gather(asking, return_exceptions=True)
            await crowd.settles(_QUIET)
            await asyncio.wait_for(working, _SETTLED_WITHIN)
            await bot.terminate()
            assert await bot.ends() == 0, bot.log
        ledger = await examine(corpus, internal, KEY, [editor])
        return Breakdown(crowd.find_fate(), ledger, len(editor.published))


async def survive_lock(folder: Path, seconds: float) -> Breakdown:
    """Let another program hold the database for some seconds."""
    file = folder / "memory.db"

    async def hold() -> None:
        async with locking(file):
            await asyncio.sleep(seconds)

    return await survive(folder, f"sqlite:///{file}", f"sqlite:///{file}", hold)


async def survive_full_disk(folder: Path, seconds: float) -> Breakdown:
    """Fill the disk that database and corpus are on for some seconds.

    Raises:
        NotPossibleError: no small disk can be had.
    """
    with small_disk(folder / "disk", mebibytes=8) as disk:
        file = disk / "memory.db"

        async def fill() -> None:
            with filled(disk):
                await asyncio.sleep(seconds)

        return await survive(disk, f"sqlite:///{file}", f"sqlite:///{file}", fill)


async def survive_cuts(folder: Path, seconds: float) -> Breakdown:
    """End all connections to PostgreSQL again and again for some seconds.

    Raises:
        NotPossibleError: there is no PostgreSQL.
    """
    async with _serving() as (server, internal):

        async def cut() -> None:
            ends = asyncio.get_running_loop().time() + seconds
            ended = 0
            while asyncio.get_running_loop().time() < ends:
                ended += await server.cut()
                await asyncio.sleep(0.2)
            assert ended, "there was nothing to cut"

        return await survive(folder, server.url, internal, cut)


async def survive_restart(folder: Path, seconds: float) -> Breakdown:
    """Let PostgreSQL crash, and start it again after some seconds.

    Raises:
        NotPossibleError: there is no PostgreSQL.
    """
    async with _serving() as (server, internal):

        async def restart() -> None:
            await server.crash()
            await asyncio.sleep(seconds)
            await server.start()

        return await survive(folder, server.url, internal, restart)


@asynccontextmanager
async def _serving() -> AsyncIterator[tuple[Postgres, str]]:
    async with open_postgres() as server:
        yield server, server.url.replace("postgresql://", "postgresql+psycopg://", 1)


WAYS = {
    "SQLite locked by another program": survive_lock,
    "disk full (tmpfs)": survive_full_disk,
    "PostgreSQL connections ended, 5 a second": survive_cuts,
    "PostgreSQL crashed and restarted": survive_restart,
}
"""Each way to break the database; called with a folder and seconds."""
