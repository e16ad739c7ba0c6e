"""`python -m tests.load`: put load on 1, 2 and 4 replicas, and print tables or JSON."""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import shutil
import sys
from collections.abc import Sequence
from math import isnan
from pathlib import Path

from sqlalchemy.exc import OperationalError

from tests.benchmarks.measuring import describe_machine
from tests.benchmarks.pool import list_questions
from tests.benchmarks.table import Table, print_tables
from tests.load.driving import Figures
from tests.load.measuring import Plan, Run, measure

_CORPUS = Path(__file__).resolve().parents[2] / "corpus"
_LOCAL_POSTGRES = "postgresql://postgres@127.0.0.1:5432/test"
_MS = 1_000
_NOTES = (
    "Bots, database, Bot API and load share this machine: more replicas than free cores gain none.",
    "Delays are those at half the rate beside them, from update to answer, over all kinds.",
    "Errors are requests that were refused or broken, and brought to the next replica.",
)
_COST_NOTES = (
    "Processor time is over all replicas; idle is what each takes of a core while nobody asks.",
)


def main() -> int:
    """Return 0, 1 when an answer was lost or came twice, 2 when there is no database."""
    args = _parse()
    plan = Plan(list_questions(_CORPUS), args.seconds, args.database, balanced=args.caddy)
    machine = describe_machine()
    try:
        runs = [asyncio.run(measure(number, plan)) for number in args.replicas]
    except OperationalError:
        sys.stderr.write("no PostgreSQL: set TEST_DATABASE_URL, or --database sqlite\n")
        return 2
    machine["load afterwards"] = f"{os.getloadavg()[0]:.1f}"
    tables = [_lay_out(runs), _lay_out_costs(runs), _lay_out_kinds(runs)]
    for run in runs:
        for key in run.lost + run.repeated:
            sys.stderr.write(f"{run.replicas} replicas: lost or twice: {key}\n")
    if args.json:
        shown = {"machine": machine, "tables": [table.as_json() for table in tables]}
        sys.stdout.write(json.dumps(shown, ensure_ascii=False) + "\n")
    else:
        print_tables([Table("Machine", ("", ""), tuple(machine.items())), *tables])
    return int(any(run.lost or run.repeated for run in runs))


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.load", description=__doc__)
    parser.add_argument("--replicas", type=int, nargs="+", default=[1, 2, 4], metavar="N")
    parser.add_argument("--seconds", type=float, default=15.0, help="of each half of a run (15)")
    parser.add_argument(
        "--database",
        default=os.environ.get("TEST_DATABASE_URL", _LOCAL_POSTGRES),
        help="postgresql://… (TEST_DATABASE_URL), or sqlite",
    )
    parser.add_argument("--caddy", action="store_true", help="through Caddy as the balancer")
    parser.add_argument("--json", action="store_true", help="print JSON")
    args = parser.parse_args()
    if args.caddy and shutil.which("caddy") is None:
        parser.error("caddy is not installed")
    return args


def _lay_out(runs: Sequence[Run]) -> Table:
    columns = ("replicas", "answers/s", "times the first", "p50 ms", "p99 ms", "answers")
    rows = tuple(_describe(run, runs[0]) for run in runs)
    return Table("Replicas", (*columns, "errors", "lost", "twice"), rows, _NOTES)


def _describe(run: Run, first: Run) -> tuple[str | float, ...]:
    answers = run.full.answers + run.half.answers
    errors = run.full.errors + run.half.errors
    return (
        str(run.replicas),
        run.full.rate,
        run.full.rate / first.full.rate,
        _find(run.half, 0.5),
        _find(run.half, 0.99),
        *map(str, (answers, errors, len(run.lost), len(run.repeated))),
    )


def _lay_out_costs(runs: Sequence[Run]) -> Table:
    columns = ("replicas", "CPU ms", "of PostgreSQL", "of the load", "idle %", "MiB each")
    return Table("What an answer costs", columns, tuple(map(_describe_cost, runs)), _COST_NOTES)


def _describe_cost(run: Run) -> tuple[str | float, ...]:
    return (
        str(run.replicas),
        run.work * _MS,
        "" if isnan(run.database_work) else run.database_work * _MS,
        run.load_work * _MS,
        run.idle * 100,
        run.mebibytes,
    )


def _lay_out_kinds(runs: Sequence[Run]) -> Table:
    kinds = sorted({kind for run in runs for kind in run.half.delays})
    columns = [f"{run.replicas}: {what}" for run in runs for what in ("n", "p50 ms", "p99 ms")]
    rows = tuple(
        (kind, *(cell for run in runs for cell in _describe_kind(run, kind))) for kind in kinds
    )
    return Table("By kind of update, at half the rate", ("", *columns), rows)


def _describe_kind(run: Run, kind: str) -> tuple[str | float, ...]:
    delays = sorted(run.half.delays.get(kind, []))
    if not delays:
        return ("0", "", "")
    return str(len(delays)), *(_pick(delays, share) * _MS for share in (0.5, 0.99))


def _find(figures: Figures, share: float) -> float:
    return _pick(figures.list_delays(), share) * _MS


def _pick(delays: Sequence[float], share: float) -> float:
    return delays[int(len(delays) * share)] if delays else float("nan")


if __name__ == "__main__":
    sys.exit(main())
