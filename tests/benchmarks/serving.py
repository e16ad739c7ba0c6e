"""Answers per second: our bot answering questions beside an echo bot, over the same Bot API."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count, islice
from pathlib import Path
from statistics import median

from tests.benchmarks.counterpart import (
    Counterpart,
    Json,
    make_message,
    make_query,
    open_counterpart,
    spread,
)
from tests.benchmarks.measuring import Setting
from tests.benchmarks.pool import list_questions
from tests.benchmarks.processes import Kind, RunningBot, pin_self, run_bot
from tests.benchmarks.table import Table
from tests.process_traces import start_python

_OURS, _ECHO = "ours", "echo bot"
_NEW, _AGAIN = "new questions", "asked before"
_MOST = 100
"""Questions of a round, which wait all at once or come one after the other, at most."""
_CROWD = 1_000
_GREETING = "Apa itu Sirekap?"
_ECHO_BOT = ("-m", "tests.benchmarks.echo_bot", "{token}", "{api}")
_KINDS = {
    "polling": (Kind(_ECHO, _ECHO_BOT), Kind(_OURS, ("-m", "bot"))),
    "webhook": (
        Kind(_ECHO, (*_ECHO_BOT, "{port}"), has_webhook=True),
        Kind(_OURS, ("-m", "bot"), has_webhook=True),
    ),
}
_NOTES = (
    "Bots on one core, load and Bot API on the others. Each question comes from another person.",
    f"Delays are those at half the rate; {_NEW!r} are asked once, {_AGAIN!r} were asked just now.",
    f"Last columns: {_CROWD:,} questions, evenly within one second, most of them asked before.",
)
Make = Callable[[int, str], Json]


@dataclass(slots=True)
class _Figures:
    """What was measured of one bot: one value a round, delays in seconds."""

    rates: list[float] = field(default_factory=list)
    work: list[float] = field(default_factory=list)
    delays: list[list[float]] = field(default_factory=list)
    crowd: list[float] = field(default_factory=list)

    @property
    def rate(self) -> float:
        return median(self.rates)


def measure_serving(setting: Setting) -> list[Table]:
    """Measure private messages by polling and by webhook, inline queries, and memory."""
    pin_self()
    questions = list_questions(setting.corpus_dir)
    setting.rng.shuffle(questions)
    tables: list[Table] = []
    for way, kinds in _KINDS.items():
        tables += asyncio.run(_measure(way, kinds, questions, setting.rounds))
    return tables


async def _measure(
    way: str, kinds: Sequence[Kind], questions: Sequence[str], rounds: int
) -> list[Table]:
    async with _run_all(kinds) as (counterpart, bots):
        idle = {name: bot.mebibytes for name, bot in bots.items()}
        load = _Load(counterpart)
        tables = []
        for what, make in (("Private messages", make_message), ("Inline queries", make_query)):
            figures = await _measure_in_turn(load, bots, make, questions, rounds)
            tables.append(_lay_out(f"{what} by {way}", figures))
        served = {name: bot.mebibytes for name, bot in bots.items()}
    rows = tuple((name, idle[name], served[name]) for name in bots)
    return [*tables, Table(f"Memory by {way}", ("", "idle MiB", "after the load MiB"), rows)]


@asynccontextmanager
async def _run_all(
    kinds: Sequence[Kind],
) -> AsyncIterator[tuple[Counterpart, dict[str, RunningBot]]]:
    with tempfile.TemporaryDirectory() as folder:
        for number in range(1, len(kinds) + 1):
            await _keep_index(Path(folder), str(number))
        async with open_counterpart() as (counterpart, api_url):
            echo, ours = (
                run_bot(kind, counterpart, api_url, number, Path(folder, str(number)))
                for number, kind in enumerate(kinds, start=1)
            )
            async with echo as first, ours as second:
                yield counterpart, {kinds[0].name: first, kinds[1].name: second}


async def _keep_index(folder: Path, name: str) -> None:
    """Let a bot find the index of a former start in the folder of that name, as most starts do."""
    asking = ("-m", "bot", "ask", _GREETING)
    process, _ = await start_python(asking, {"DATA_DIR": str(folder / name)}, folder)
    await process.wait()


async def _measure_in_turn(
    load: _Load, bots: dict[str, RunningBot], make: Make, questions: Sequence[str], rounds: int
) -> dict[str, _Figures]:
    """Return the figures by row. Rounds alternate between the bots."""
    rows = {_ECHO: _ECHO, f"{_OURS}, {_NEW}": _OURS, f"{_OURS}, {_AGAIN}": _OURS}
    figures = {row: _Figures() for row in rows}
    for bot in bots.values():
        await load.send(bot, make, [_GREETING] * _MOST, 0)
    fresh, each = iter(questions), min(_MOST, len(questions) // (2 * rounds))
    for take_new, chosen in ((True, list(rows)[:2]), (False, list(rows)[2:])):
        for is_steady in (False, True):
            for _ in range(rounds):
                asked = list(islice(fresh if take_new else iter(questions), each))
                for row in chosen:
                    seconds = each / (figures[row].rate / 2) if is_steady else 0.0
                    await _measure_round(load, bots[rows[row]], make, asked, seconds, figures[row])
    many = (list(questions) * (_CROWD // len(questions) + 1))[:_CROWD]
    for row in (_ECHO, f"{_OURS}, {_AGAIN}"):
        await load.send(bots[rows[row]], make, many, 1.0)
        figures[row].crowd = sorted(bots[rows[row]].line.list_delays())
    return figures


async def _measure_round(
    load: _Load,
    bot: RunningBot,
    make: Make,
    asked: Sequence[str],
    seconds: float,
    figures: _Figures,
) -> None:
    before = bot.cpu_seconds
    rate = await load.send(bot, make, asked, seconds)
    if seconds:
        figures.delays.append(sorted(bot.line.list_delays()))
    else:
        figures.rates.append(rate)
        figures.work.append((bot.cpu_seconds - before) / len(asked))


class _Load:
    """Sends questions, each from another person."""

    def __init__(self, counterpart: Counterpart) -> None:
        self._counterpart = counterpart
        self._people = count(100_000_000)

    async def send(
        self, bot: RunningBot, make: Make, questions: Sequence[str], seconds: float
    ) -> float:
        """Send `questions` within some seconds; return how many were answered a second."""
        line, loop = bot.line, asyncio.get_running_loop()
        line.clear()
        begin = loop.time()
        async with asyncio.TaskGroup() as tasks:
            for moment, question in zip(spread(len(questions), seconds), questions, strict=True):
                if seconds:
                    await asyncio.sleep(begin + moment - loop.time())
                person = next(self._people)
                update = make(person, question)
                tasks.create_task(self._counterpart.push(line, person, update))
        await self._counterpart.finish(line)
        return len(questions) / (max(line.answered.values()) - min(line.sent.values()))


def _lay_out(title: str, figures: dict[str, _Figures]) -> Table:
    base = figures[_ECHO].rate
    columns = ("", "answers/s", "times echo", "spread", "CPU ms", "p50 ms", "p99 ms")
    return Table(
        title,
        (*columns, "crowd: p50 s", "last s"),
        tuple((name, *_list_figures(each, base)) for name, each in figures.items()),
        _NOTES,
    )


def _list_figures(figures: _Figures, base: float) -> tuple[float | str, ...]:
    rate, crowd = figures.rate, figures.crowd
    return (
        *(rate, rate / base, f"{min(figures.rates) / rate:.2f}-{max(figures.rates) / rate:.2f}"),
        median(figures.work) * 1e3,
        median(median(delays) for delays in figures.delays) * 1e3,
        median(delays[int(len(delays) * 0.99)] for delays in figures.delays) * 1e3,
        *((median(crowd), crowd[-1]) if crowd else ("", "")),
    )
