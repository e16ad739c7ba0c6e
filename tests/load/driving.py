"""People who go on as soon as they are answered, and updates brought to replicas in turn."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count, cycle

from aiohttp import ClientError, ClientSession, TCPConnector

from tests.leaks import list_secrets
from tests.load.bot_api import Json, LeanBotApi
from tests.load.mix import Mix, Step
from tests.load.replicas import PATH, SECRET

_CONNECTIONS = 100
"""So many the bot lets Telegram open."""

_ANSWERED_WITHIN = 60.0
_PAUSE = 0.05
_REPEATED = 20
"""One of so many updates comes twice, as Telegram repeats what was not confirmed in time."""


@dataclass(slots=True)
class Figures:
    """What was measured: seconds to each answer by kind of update, and what went wrong.

    `errors` are refused or broken requests, each of which was repeated at the next replica, as
    Telegram does; `repeated` are updates that were brought twice on purpose.
    """

    delays: dict[str, list[float]] = field(default_factory=dict)
    people: int = 0
    seconds: float = 0.0
    errors: int = 0
    repeated: int = 0

    @property
    def answers(self) -> int:
        """How many answers came."""
        return sum(map(len, self.delays.values()))

    @property
    def rate(self) -> float:
        """Answers a second."""
        return self.answers / self.seconds

    def list_delays(self) -> list[float]:
        """Return the delays of all kinds together, the shortest first."""
        return sorted(delay for delays in self.delays.values() for delay in delays)


class Load:
    """Has people ask, by the webhooks at `addresses`, of which each update goes to the next."""

    def __init__(
        self, api: LeanBotApi, mix: Mix, addresses: Sequence[str], session: ClientSession
    ) -> None:
        """Begin with nobody."""
        self.figures = Figures()
        self._api = api
        self._mix = mix
        self._addresses = cycle(addresses)
        self._session = session
        self._numbers = count(1)
        self._answered = 0.0

    async def press_on(self, people: int, seconds: float) -> Figures:
        """Keep so many people busy for some seconds."""
        loop, self.figures = asyncio.get_running_loop(), Figures()
        began = loop.time()

        async def keep_asking() -> None:
            while loop.time() < began + seconds:
                await self._act()

        await asyncio.gather(*(keep_asking() for _ in range(people)))
        self.figures.seconds = self._answered - began
        return self.figures

    async def arrive(self, each_second: float, seconds: float) -> Figures:
        """Have people come evenly, whether others are answered yet or not."""
        loop, self.figures = asyncio.get_running_loop(), Figures()
        began = loop.time()
        async with asyncio.TaskGroup() as people:
            for number in range(int(each_second * seconds)):
                await asyncio.sleep(began + number / each_second - loop.time())
                people.create_task(self._act())
        self.figures.seconds = self._answered - began
        return self.figures

    async def _act(self) -> None:
        self.figures.people += 1
        try:
            match self._mix.draw_deed():
                case "asks":
                    await self._converse()
                case "asks in a group":
                    await self._take(self._mix.ask_in_group())
                case "types inline":
                    for step in self._mix.type_inline():
                        await self._take(step)
                case _:
                    await self._take(self._mix.start())
        except TimeoutError:
            # Counted by the Bot API as lost.
            return

    async def _converse(self) -> None:
        person, asked = self._mix.ask()
        answer = await self._take(asked)
        press = self._mix.press(person, answer)
        if press:
            await self._take(press)
        edit = self._mix.edit(person, asked, answer)
        if edit:
            await self._take(edit)

    async def _take(self, step: Step) -> Json:
        update = {"update_id": next(self._numbers), **step.update}
        self._api.secrets.update(list_secrets(update))
        if "callback_query" in update:
            self._api.expected[f"press {update['callback_query']['id']}"] += 1
        expected = self._api.expect(step.answer)
        times = 2 if update["update_id"] % _REPEATED == 0 else 1
        self.figures.repeated += times - 1
        await asyncio.gather(*(self._post(update) for _ in range(times)))
        delay, answer = await expected.wait(_ANSWERED_WITHIN)
        self._answered = asyncio.get_running_loop().time()
        self.figures.delays.setdefault(step.kind, []).append(delay)
        return answer

    async def _post(self, update: Json) -> None:
        headers = {"X-Telegram-Bot-Api-Secret-Token": SECRET}
        async with asyncio.timeout(_ANSWERED_WITHIN):
            while True:
                address = next(self._addresses) + PATH
                try:
                    async with self._session.post(address, json=update, headers=headers) as done:
                        if done.ok:
                            return
                except ClientError:
                    pass
                self.figures.errors += 1
                await asyncio.sleep(_PAUSE)


def open_session() -> ClientSession:
    """Return what posts updates, by as many connections as Telegram opens."""
    return ClientSession(connector=TCPConnector(limit=_CONNECTIONS))
