"""kill -9 at random moments, while people ask and moderators publish."""

from __future__ import annotations

import asyncio
import random
import signal
from dataclasses import dataclass
from pathlib import Path

from bot.articles import load_corpus
from tests.chat.corpora import make_article, write_corpus
from tests.chat.running import RunningBot, run_bot
from tests.fake_telegram.fixture import watch_fake
from tests.reliability.crowd import Crowd, Fate
from tests.reliability.moderating import Editor, Ledger, examine, put_drafts
from tests.web.running import find_free_port

KEY = b"k" * 32
_AMONG_STARTS = 0.2
"""So many of the kills come while the bot still starts."""

_AMONG_RUSHES, _RUSH = 0.2, 250
"""Before so many of the starts, so many people ask at once."""

_LONGEST_LIFE = 1.5
_ASK_PAUSE = 0.08
_SETTLED_WITHIN = 25.0
"""Longer than the lease of an update, and than any time limit of a call."""


@dataclass(frozen=True, slots=True)
class Killings:
    """What so many kills did to questions, articles and the audit log."""

    kills: int
    fate: Fate
    ledger: Ledger
    published: int

    def as_row(self) -> tuple[str | float, ...]:
        """Return the figures in the order of `COLUMNS`."""
        fate, ledger = self.fate, self.ledger
        return (
            *(self.kills, fate.asked, fate.once, fate.twice, fate.more, fate.lost),
            max(fate.gaps, default=0.0),
            *(self.published, ledger.articles, ledger.lines, ledger.doubled, len(ledger.wrong)),
        )


COLUMNS = (
    *("kills", "questions", "answered once", "twice", "more often", "lost", "longest gap s"),
    *("publications told", "articles", "audit lines", "corrections twice", "faults found"),
)


async def kill_again_and_again(folder: Path, kills: int, rng: random.Random) -> Killings:
    """Start and kill the bot over one database and corpus, and return what is left in the end.

    A bot whose corpus is broken after a kill raises an AssertionError at once.
    """
    known = make_article("KPU menyewa komputasi awan dari Alibaba Cloud untuk Sirekap.")
    corpus = write_corpus(folder / "corpus", known)
    url = f"sqlite:///{folder / 'memory.db'}"
    async with watch_fake(folder) as telegram:
        # A press that is under way when the process dies is not done again.
        telegram.allow("was never answered")
        rina, budi = telegram.user("Rina"), telegram.user("Budi")
        marks = await put_drafts(corpus, url, KEY, (rina, budi), each=kills * 2 + 4)
        editors = [Editor(telegram, each, marks[each.id]) for each in (rina, budi)]
        crowd = Crowd(telegram)
        settings = {
            "TELEGRAM_BOT_TOKEN": telegram.token,
            "TELEGRAM_API_URL": telegram.api_url,
            "CORPUS_DIR": str(corpus),
            "DATABASE_URL": f"sqlite:///{folder / 'memory.db'}",
            "PRIVACY_KEY": KEY.hex(),
            "MODERATOR_IDS": f"{rina.id}:ketua,{budi.id}",
        }
        work = [asyncio.create_task(each.work()) for each in editors]
        asking = asyncio.create_task(crowd.ask(_ASK_PAUSE))
        moments = []
        for number in range(kills):
            if not number or rng.random() < _AMONG_RUSHES:
                await crowd.ask(0, most=len(crowd.people) + _RUSH)
            moments.append(await _live_and_die(folder, settings, corpus, rng))
        asking.cancel()
        listen = {"HTTP_LISTEN": f"127.0.0.1:{find_free_port()}"}
        async with run_bot(folder, settings | listen) as bot:
            await bot.logs("siap", within=60)
            await crowd.settles(_SETTLED_WITHIN)
            for task in work:
                task.cancel()
            await asyncio.gather(asking, *work, return_exceptions=True)
            await bot.terminate()
            assert await bot.ends() == 0, bot.log
        ledger = await examine(corpus, url, KEY, editors)
        published = sum(len(editor.published) for editor in editors)
        return Killings(kills, crowd.find_fate(moments), ledger, published)


async def _live_and_die(
    folder: Path, settings: dict[str, str], corpus: Path, rng: random.Random
) -> float:
    """Run the bot for a while, kill it, and return when."""
    async with run_bot(folder, settings) as bot:
        if rng.random() < _AMONG_STARTS:
            await asyncio.sleep(rng.uniform(0, _LONGEST_LIFE))
        else:
            await bot.logs("siap", within=60)
            await asyncio.sleep(rng.uniform(0, _LONGEST_LIFE))
        assert bot.process.returncode is None, bot.log
        await _kill(bot)
    moment = asyncio.get_running_loop().time()
    assert "Traceback" not in bot.log, bot.log
    problems = (await asyncio.to_thread(load_corpus, corpus)).problems
    assert not problems, problems
    return moment


async def _kill(bot: RunningBot) -> None:
    await bot.terminate(signal.SIGKILL)
    await bot.ends()
