"""People who ask, and what became of each question: answered once, twice, or lost."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import partial

from tests.fake_telegram import FakeTelegram, User

QUESTION = "Apakah Sirekap menyewa Alibaba Cloud?"


@dataclass(frozen=True, slots=True)
class Fate:
    """How many questions were asked, and how many of them were answered how often.

    `gaps` are the seconds from the first answer to what was answered twice until the bot was
    killed: the instant in which an answer is sent and not written down yet.
    """

    asked: int
    once: int
    twice: int
    more: int
    lost: int
    gaps: tuple[float, ...] = ()


@dataclass
class Crowd:
    """People of whom each asks one question in private, as long as `ask` runs."""

    telegram: FakeTelegram
    people: list[User] = field(default_factory=list)

    async def ask(self, pause: float, most: int | None = None) -> None:
        """Let another person ask, again and again, each `pause` seconds after the other."""
        while most is None or len(self.people) < most:
            person = self.telegram.user(f"Warga {len(self.people)}")
            self.people.append(person)
            await person.sends(QUESTION)
            await asyncio.sleep(pause)

    async def settles(self, within: float) -> None:
        """Wait until everybody is answered, or nobody else was within some seconds."""
        while waiting := self._count_waiting():
            fewer = partial(self._is_fewer_than, waiting)
            if not await self.telegram.world.pulse.until(fewer, within):
                break
        await asyncio.sleep(1)

    def _is_fewer_than(self, waiting: int) -> bool | None:
        return self._count_waiting() < waiting or None

    def _count_waiting(self) -> int:
        return sum(not count_answers(person) for person in self.people)

    def find_fate(self, kills: Sequence[float] = ()) -> Fate:
        """Return what became of the questions; `kills` are moments on the loop's clock."""
        times = Counter(map(count_answers, self.people))
        answered = {person.id: self._list_times(person) for person in self.people}
        firsts = (moments[0] for moments in answered.values() if len(moments) > 1)
        gaps = (min((k - first for k in kills if k >= first), default=-1.0) for first in firsts)
        return Fate(
            asked=len(self.people),
            once=times[1],
            twice=times[2],
            more=sum(number for said, number in times.items() if said > 2),
            lost=times[0],
            gaps=tuple(sorted(gaps)),
        )

    def _list_times(self, person: User) -> list[float]:
        if count_answers(person) < 2:
            return []
        calls = (call for call in self.telegram.calls if call.method == "sendMessage")
        return [call.at for call in calls if call.parameters.get("chat_id") == person.id]


def count_answers(person: User) -> int:
    """Return how often somebody was answered; an apology is no answer."""
    return sum("Alibaba" in message.text for message in person.chat.said)
