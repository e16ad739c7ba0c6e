"""`python -m tests.benchmarks`: measure, and print tables or JSON."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Mapping
from pathlib import Path

from tests.benchmarks.bm25 import measure_bm25
from tests.benchmarks.growing import measure_growing
from tests.benchmarks.measuring import Setting, describe_machine
from tests.benchmarks.refresh import measure_refresh
from tests.benchmarks.search import measure_search
from tests.benchmarks.serving import measure_serving
from tests.benchmarks.start import measure_start
from tests.benchmarks.stemming import measure_stemming
from tests.benchmarks.table import Table, print_tables

SECTIONS: Mapping[str, Callable[[Setting], list[Table]]] = {
    "stemming": measure_stemming,
    "bm25": measure_bm25,
    "search": measure_search,
    "growing": measure_growing,
    "start": measure_start,
    "serving": measure_serving,
    "refresh": measure_refresh,
}

_CORPUS = Path(__file__).resolve().parents[2] / "corpus"


def main() -> int:
    """Run the sections that are asked for."""
    args = _parse()
    setting = Setting(args.corpus, args.texts, tuple(sorted(args.sizes)), args.rounds)
    machine = describe_machine()
    tables = [table for name in args.sections for table in SECTIONS[name](setting)]
    if args.json:
        shown = {"machine": machine, "tables": [table.as_json() for table in tables]}
        sys.stdout.write(json.dumps(shown, ensure_ascii=False) + "\n")
        return 0
    print_tables([Table("Machine", ("", ""), tuple(machine.items())), *tables])
    return 0


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    parser.add_argument(
        "sections", nargs="*", default=list(SECTIONS), metavar="SECTION", help=", ".join(SECTIONS)
    )
    parser.add_argument("--json", action="store_true", help="print JSON")
    parser.add_argument("--corpus", type=Path, default=_CORPUS, metavar="DIR")
    parser.add_argument(
        "--texts", type=Path, metavar="DIR", help="a data set for `eval`, for more passages"
    )
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--rounds", type=int, default=3, help="medians are over so many (3)")
    args = parser.parse_args()
    if unknown := set(args.sections) - set(SECTIONS):
        parser.error(f"no section {', '.join(unknown)}; there are {', '.join(SECTIONS)}")
    return args


if __name__ == "__main__":
    sys.exit(main())
