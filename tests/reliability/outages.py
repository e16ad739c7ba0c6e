"""Telegram refuses, breaks off, hangs, or is gone, while people ask."""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable, Coroutine, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.chat.corpora import make_article, write_corpus
from tests.chat.running import run_bot
from tests.fake_telegram import FakeTelegram, Fault
from tests.fake_telegram.fixture import watch_fake
from tests.reliability.crowd import Crowd, Fate
from tests.web.running import find_free_port

_ASK_PAUSE = 0.05
_SETTLED_WITHIN = 25.0
"""Longer than the lease of an update, and than any time limit of a call."""
_MOST_CALLS = 20_000
_BROKEN = Fault(200, Fault.broken_json().body, after_effect=True)
_NOTHING = Fault()
_HANG = 60.0

REFUSED = (
    Fault.flood(retry_after=1),
    Fault.server_error(500),
    Fault.server_error(502),
    Fault.error(500, "Internal Server Error"),
)
"""What certainly had no effect."""

UNKNOWN = (Fault.connection_reset(after_effect=True), _BROKEN)
"""What had an effect of which the bot cannot know."""


Failing = Callable[[Path, float], Coroutine[Any, Any, "Outage"]]


@dataclass(frozen=True, slots=True)
class Outage:
    """What became of the questions; `unknowable` calls ended without an effect and an answer."""

    fate: Fate
    unknowable: int = 0


async def ask_through(
    folder: Path,
    prepare: Callable[[FakeTelegram], None],
    meanwhile: Callable[[FakeTelegram], Awaitable[None]],
) -> Fate:
    """Let people ask a bot of its own while `meanwhile` runs; `prepare` sets faults before."""
    known = make_article("KPU menyewa komputasi awan dari Alibaba Cloud untuk Sirekap.")
    corpus = write_corpus(folder / "corpus", known)
    async with watch_fake(folder) as telegram:
        crowd = Crowd(telegram)
        settings = {
            "TELEGRAM_BOT_TOKEN": telegram.token,
            "TELEGRAM_API_URL": telegram.api_url,
            "CORPUS_DIR": str(corpus),
            "HTTP_LISTEN": f"127.0.0.1:{find_free_port()}",
        }
        async with run_bot(folder, settings) as bot:
            await bot.logs("siap", within=60)
            prepare(telegram)
            asking = asyncio.create_task(crowd.ask(_ASK_PAUSE))
            await meanwhile(telegram)
            asking.cancel()
            telegram.faults.clear()
            await asyncio.gather(asking, return_exceptions=True)
            await crowd.settles(_SETTLED_WITHIN)
            await bot.terminate()
            assert await bot.ends() == 0, bot.log
        return crowd.find_fate()


async def meet_faults(
    folder: Path, method: str, faults: Sequence[Fault], share: float, seconds: float
) -> Outage:
    """Let a share of the calls of a method meet one of `faults` each, for some seconds."""
    rng = random.Random(5)  # noqa: S311
    met = [rng.choice(faults) if rng.random() < share else _NOTHING for _ in range(_MOST_CALLS)]
    left = 0

    def prepare(telegram: FakeTelegram) -> None:
        for fault in met:
            telegram.faults.next(method, fault)

    async def wait(telegram: FakeTelegram) -> None:
        nonlocal left
        await asyncio.sleep(seconds)
        left = telegram.faults.pending

    fate = await ask_through(folder, prepare, wait)
    used = met[: len(met) - left]
    makes_message = method == "sendMessage"
    return Outage(fate, sum(fault.delay > 0 for fault in used) if makes_message else 0)


async def go_away(folder: Path, seconds: float) -> Outage:
    """Let Telegram be gone for some seconds, and people go on sending."""

    async def gone(telegram: FakeTelegram) -> None:
        await asyncio.sleep(1)
        await telegram.goes_away()
        await asyncio.sleep(seconds)
        await telegram.comes_back()
        await asyncio.sleep(1)

    return Outage(await ask_through(folder, lambda _: None, gone))


def _send(faults: Sequence[Fault], share: float) -> Failing:
    return lambda folder, seconds: meet_faults(folder, "sendMessage", faults, share, seconds)


def _fetch(faults: Sequence[Fault], share: float) -> Failing:
    return lambda folder, seconds: meet_faults(folder, "getUpdates", faults, share, seconds)


WAYS: dict[str, Failing] = {
    "a third of the answers refused: 429, 500, 502": _send(REFUSED, 0.3),
    "half of the answers sent, and their receipt reset or broken": _send(UNKNOWN, 0.5),
    "one answer in twenty hangs for 60 s": _send([Fault.slow(_HANG)], 0.05),
    "half of the fetching fails in any way": _fetch(
        [*REFUSED, *UNKNOWN, Fault.broken_json(), Fault.connection_reset()], 0.5
    ),
    "one fetch in ten hangs for 60 s": _fetch([Fault.slow(_HANG)], 0.1),
    "Telegram gone": go_away,
}
"""Each way of Telegram to fail; called with a folder and seconds."""
