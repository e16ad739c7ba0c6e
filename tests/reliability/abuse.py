"""Strangers do their worst: how long do others wait meanwhile, and what does it cost?"""

from __future__ import annotations

import asyncio
import random
import string
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from bot.chat.callbacks import _CODES
from tests.benchmarks.counterpart import (
    Counterpart,
    Json,
    Line,
    make_message,
    make_query,
    open_counterpart,
)
from tests.benchmarks.processes import Kind, RunningBot, run_bot
from tests.reliability.figures import Delays

OURS = Kind("ours", ("-m", "bot"))
_FIRST_CITIZEN, _FIRST_OF_CROWD, _FIRST_VILLAIN = 100_000_000, 300_000_000, 500_000_000
_ATTACKER = 600_000_000
_LONGEST = 4_096
_OTHERS_A_SECOND = 10
_DRAINED_WITHIN = 120.0
QUESTIONS = (
    "Apakah Sirekap pakai Alibaba Cloud?",
    "kenapa grafik sirekap dihilangkan?",
    "apa itu sirekap",
    "siapa yang membuat sirekap?",
    "berapa anggaran sirekap",
)

Assault = Callable[[random.Random], Iterator[Json]]
"""Updates that are sent one after another, without end."""


@dataclass(frozen=True, slots=True)
class Siege:
    """An assault: `sent` updates, and meanwhile the delays of others; memory in MiB.

    `own` are the delays of a crowd, whose questions are an assault that is answered.
    """

    name: str
    sent: int
    others: Delays
    unanswered: int
    before: float
    after: float
    own: Delays | None = None

    def as_row(self) -> tuple[str | float, ...]:
        """Return the figures in the order of `COLUMNS`."""
        waits = (self.others.median, self.others.p99, self.others.worst)
        return (
            *(self.name, self.sent, self.others.number, self.unanswered),
            *(wait * 1e3 for wait in waits),
            *((self.own.median, self.own.worst) if self.own else ("", "")),
            *(self.before, self.after),
        )


COLUMNS = (
    *("assault", "its updates", "others asked", "unanswered", "p50 ms", "p99 ms", "worst ms"),
    *("crowd p50 s", "last s"),
    *("MiB before", "MiB after"),
)


def flood(_rng: random.Random) -> Iterator[Json]:
    """One person, another text each time."""
    for number in count():
        yield make_message(_ATTACKER, f"asdfgh {number} sirekap")


def write_giant_words(rng: random.Random) -> Iterator[Json]:
    """Words of 4,096 letters, each by another person."""
    for villain in count(_FIRST_VILLAIN):
        yield make_message(villain, "".join(rng.choices(string.ascii_lowercase, k=_LONGEST)))


def write_unseen_words(rng: random.Random) -> Iterator[Json]:
    """As many words that nobody has seen as fit, each message by another person."""
    for villain in count(_FIRST_VILLAIN):
        words = ("".join(rng.choices(string.ascii_lowercase, k=3)) for _ in range(1_000))
        yield make_message(villain, " ".join(words))


def forge_presses(rng: random.Random) -> Iterator[Json]:
    """Presses with made-up codes, those of moderators' buttons among them."""
    beginnings = [*_CODES, "zz9", ""]
    for villain in count(_FIRST_VILLAIN):
        parts = (rng.choice(["0" * 16, "-1", "99999999", "../x", "a", ""]) for _ in range(3))
        data = ":".join([rng.choice(beginnings), *list(parts)[: rng.randrange(4)]])
        pressed = make_message(villain, "jawaban")["message"]
        query = {"id": str(villain), "chat_instance": "1", "data": data[:64], "message": pressed}
        yield {"callback_query": query | {"from": pressed["from"]}}  # type: ignore[index]


def replay(_rng: random.Random) -> Iterator[Json]:
    """The same update for ever."""
    while True:
        yield {"update_id": 1, **make_message(_ATTACKER, "sirekap apa?")}


def type_inline(rng: random.Random) -> Iterator[Json]:
    """Somebody types in inline mode, faster than anybody can."""
    for query in count(_FIRST_VILLAIN):
        yield make_query(query, "".join(rng.choices("sirekaplbo ", k=rng.randrange(40))))


def keep_quiet(_rng: random.Random) -> Iterator[Json]:
    """Do nothing."""
    yield from ()


ASSAULTS: dict[str, tuple[Assault, int]] = {
    "nobody attacks": (keep_quiet, 1),
    "one person, 100 messages a second": (flood, 100),
    "words of 4,096 letters, 20 a second": (write_giant_words, 20),
    "1,000 unseen words a message, 10 a second": (write_unseen_words, 10),
    "forged presses, 100 a second": (forge_presses, 100),
    "one update replayed, 100 times a second": (replay, 100),
    "inline queries, 100 a second": (type_inline, 100),
}
"""Each assault with its updates a second."""


class Field:
    """A bot that polls a lean Bot API, with people who ask and villains who attack."""

    def __init__(self, counterpart: Counterpart, bot: RunningBot) -> None:
        self._counterpart = counterpart
        self._bot = bot
        self._citizens = count(_FIRST_CITIZEN)
        self._crowd = count(_FIRST_OF_CROWD)
        self._sent = 0
        self.line: Line = bot.line

    async def besiege(self, name: str, seconds: float, rng: random.Random) -> Siege:
        """Let an assault go on for some seconds while others ask."""
        assault, rate = ASSAULTS[name]
        before = self._bot.mebibytes
        attacking = asyncio.create_task(self._attack(assault(rng), rate))
        for _ in range(int(seconds * _OTHERS_A_SECOND)):
            await self.ask(next(self._citizens))
            await asyncio.sleep(1 / _OTHERS_A_SECOND)
        attacking.cancel()
        await asyncio.gather(attacking, return_exceptions=True)
        return await self._settle(name, self._sent, before)

    async def crowd(self, people: int, seconds: float) -> Siege:
        """Let many people ask within some seconds, all at once if these are none.

        Others ask meanwhile, and until all of the crowd are answered.
        """
        before, gathering = self._bot.mebibytes, asyncio.create_task(self._gather(people, seconds))
        ends = time.perf_counter() + seconds + _DRAINED_WITHIN
        while time.perf_counter() < ends:
            await asyncio.sleep(1 / _OTHERS_A_SECOND)
            await self.ask(next(self._citizens))
            if gathering.done() and not any(map(_is_of_crowd, self._list_waiting())):
                break
        await gathering
        spread = f"within {seconds:.0f} s" if seconds else "at once"
        return await self._settle(f"{people:,} people {spread}", people, before)

    async def ask(self, person: int) -> None:
        """Let `person` ask."""
        question = QUESTIONS[person % len(QUESTIONS)]
        await self._counterpart.push(self.line, person, make_message(person, question))

    async def _gather(self, people: int, seconds: float) -> None:
        started = time.perf_counter()
        for number in range(people):
            await self.ask(next(self._crowd))
            ahead = number * seconds / people - (time.perf_counter() - started)
            if ahead > 0:
                await asyncio.sleep(ahead)

    def _list_waiting(self) -> set[int]:
        return self.line.sent.keys() - self.line.answered.keys()

    async def _attack(self, updates: Iterator[Json], rate: int) -> None:
        self._sent = 0
        for update in updates:
            self._counterpart.put(self.line, update)
            self._sent += 1
            await asyncio.sleep(1 / rate)

    async def _settle(self, name: str, sent: int, before: float) -> Siege:
        line, ends = self.line, time.perf_counter() + _DRAINED_WITHIN
        while self._list_waiting() and time.perf_counter() < ends:  # noqa: ASYNC110
            await asyncio.sleep(0.05)
        delays: dict[bool, list[float]] = {True: [], False: []}
        for person in line.sent.keys() & line.answered.keys():
            delays[_is_of_crowd(person)].append(line.answered[person] - line.sent[person])
        others, own = Delays.of(delays[False]), Delays.of(delays[True])
        unanswered, after = len(self._list_waiting()), self._bot.mebibytes
        line.clear()
        return Siege(name, sent, others, unanswered, before, after, own if own.number else None)


def _is_of_crowd(person: int) -> bool:
    return _FIRST_OF_CROWD <= person < _FIRST_VILLAIN


async def lay_siege(
    seconds: float, crowds: tuple[tuple[int, float], ...], names: tuple[str, ...] = tuple(ASSAULTS)
) -> list[Siege]:
    """Run a bot of its own through the named assaults, for some seconds each, and the crowds.

    Each of `crowds` is a number of people and the seconds within which they ask.
    """
    rng = random.Random(1)  # noqa: S311
    with tempfile.TemporaryDirectory() as folder:
        async with (
            open_counterpart() as (counterpart, api_url),
            run_bot(OURS, counterpart, api_url, 1, Path(folder)) as bot,
        ):
            field = Field(counterpart, bot)
            await field.crowd(100, 1)
            sieges = [await field.besiege(name, seconds, rng) for name in names]
            return sieges + [await field.crowd(*each) for each in crowds]
