"""What the bot survives, measured: `python -m tests.reliability [SECTION…] [--seconds N] [--json]`.

Loads go to this machine only. All sections take about forty minutes.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import random
import sys
import tempfile
import traceback
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.benchmarks.measuring import describe_machine
from tests.benchmarks.table import Table, print_tables
from tests.reliability import abuse, bombs, day, kills, outages, stores
from tests.reliability.crowd import Fate
from tests.reliability.places import NotPossibleError

_FATE = ("questions", "answered once", "twice", "more often", "lost")


def measure_outages(args: argparse.Namespace) -> Table:
    """Let Telegram fail in each way."""
    rows = []
    for way, fail in outages.WAYS.items():
        seconds = args.gone if fail is outages.go_away else args.seconds
        with tempfile.TemporaryDirectory() as folder:
            outage = asyncio.run(fail(Path(folder), seconds))
        rows.append((way, seconds, *_list_fate(outage.fate), outage.unknowable))
    columns = ("Telegram", "seconds", *_FATE, "no receipt, no effect")
    return Table("Telegram fails", columns, tuple(rows))


def measure_stores(args: argparse.Namespace) -> Table:
    """Let the database fail in each way."""
    rows: list[tuple[str | float, ...]] = []
    for way, fail in stores.WAYS.items():
        with tempfile.TemporaryDirectory() as folder:
            try:
                end = asyncio.run(fail(Path(folder, "run"), args.seconds))
            except NotPossibleError as error:
                rows.append((way, str(error)))
                continue
        found = (end.ledger.articles, end.ledger.lines, len(end.ledger.wrong))
        rows.append((way, args.seconds, *_list_fate(end.fate), *found))
    columns = ("database", "seconds", *_FATE, "articles", "audit lines", "faults found")
    return Table("The database fails", columns, tuple(rows))


def measure_kills(args: argparse.Namespace) -> Table:
    """Kill the bot again and again."""
    rng = random.Random(args.seed)  # noqa: S311
    with tempfile.TemporaryDirectory() as folder:
        killings = asyncio.run(kills.kill_again_and_again(Path(folder), args.kills, rng))
    return Table("kill -9", kills.COLUMNS, (killings.as_row(),), killings.ledger.wrong)


def measure_day(args: argparse.Namespace) -> Table:
    """Let a day go by."""
    with tempfile.TemporaryDirectory() as folder:
        past = asyncio.run(day.live_through(24, args.updates, Path(folder)))
    hours = (past.before, *past.hours, past.after)
    names = ("before", *map(str, range(1, 25)), "stopped")
    rows = tuple(
        (name, held.mebibytes, held.files, held.tasks)
        for name, held in zip(names, hours, strict=True)
    )
    note = f"{past.updates:,} updates in {past.seconds:.0f} s; {past.waiting:.0f} not handled"
    return Table("A day", ("hour", "MiB", "open files", "tasks"), rows, (note,))


def measure_abuse(args: argparse.Namespace) -> Table:
    """Attack, and let crowds ask."""
    crowds = ((args.people, 60.0), (args.people, 0.0))
    sieges = asyncio.run(abuse.lay_siege(args.seconds, crowds))
    return Table("Abuse", abuse.COLUMNS, tuple(siege.as_row() for siege in sieges))


def measure_bombs(_args: argparse.Namespace) -> Table:
    """Set off bombs at the moderators' intake."""
    with tempfile.TemporaryDirectory() as folder:
        explosions, _ = asyncio.run(bombs.set_off(Path(folder)))
    rows = tuple(
        (each.name, each.seconds, each.others.worst * 1e3, each.grown, each.told[:60])
        for each in explosions
    )
    columns = ("bomb", "refused after s", "others: worst ms", "MiB more at most", "told")
    return Table("Bombs", columns, rows)


def _list_fate(fate: Fate) -> tuple[int, ...]:
    return (fate.asked, fate.once, fate.twice, fate.more, fate.lost)


SECTIONS: Mapping[str, Callable[[argparse.Namespace], Table]] = {
    "outages": measure_outages,
    "stores": measure_stores,
    "kills": measure_kills,
    "day": measure_day,
    "abuse": measure_abuse,
    "bombs": measure_bombs,
}


def main() -> int:
    """Run the sections that are asked for; return 1 if one failed."""
    os.environ.setdefault("PTB_TIMEDELTA", "true")
    args = _parse()
    machine = describe_machine()
    tables, failed = _measure(args)
    machine["load afterwards"] = f"{os.getloadavg()[0]:.1f}"
    if args.json:
        shown = {"machine": machine, "tables": [table.as_json() for table in tables]}
        sys.stdout.write(json.dumps(shown, ensure_ascii=False) + "\n")
    else:
        print_tables([Table("Machine", ("", ""), tuple(machine.items())), *tables])
    return 1 if failed else 0


def _measure(args: argparse.Namespace) -> tuple[list[Table], bool]:
    """Run each section, whatever became of the others; return also whether one failed."""
    tables, failed = [], False
    for name in args.sections:
        try:
            tables.append(SECTIONS[name](args))
        except Exception:  # noqa: BLE001 - an hour of figures must not be lost with one section
            traceback.print_exc()
            failed = True
    return tables, failed


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.reliability", description=__doc__)
    parser.add_argument(
        "sections", nargs="*", default=list(SECTIONS), metavar="SECTION", help=", ".join(SECTIONS)
    )
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--seconds", type=float, default=20, help="of each fault and assault (20)")
    parser.add_argument("--gone", type=float, default=600, help="seconds without Telegram (600)")
    parser.add_argument("--kills", type=int, default=200)
    parser.add_argument("--updates", type=int, default=2_000, help="in each hour of the day")
    parser.add_argument("--people", type=int, default=10_000, help="of the crowd")
    parser.add_argument("--seed", type=int, default=1, help="of the moments of kills")
    args = parser.parse_args()
    if unknown := set(args.sections) - set(SECTIONS):
        parser.error(f"no section {', '.join(unknown)}; there are {', '.join(SECTIONS)}")
    return args


if __name__ == "__main__":
    sys.exit(main())
