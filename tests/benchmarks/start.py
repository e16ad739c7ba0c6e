"""How long `ask` takes as a process, with and without a kept index."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from functools import partial
from pathlib import Path
from shutil import rmtree

from tests.benchmarks.measuring import Setting, time_in_turn
from tests.benchmarks.table import Table

_QUESTION = "Apakah server Sirekap berada di luar negeri?"
_STARTS = 5
_BARE = "python, nothing"


def measure_start(setting: Setting) -> list[Table]:
    """Measure the command from its start to its end, beside processes that do less."""
    with tempfile.TemporaryDirectory() as folder:
        kept, fresh = Path(folder, "kept"), Path(folder, "fresh")
        calls: dict[str, Callable[[int], object]] = {
            _BARE: lambda _: _run(["-c", "pass"]),
            "python, import numpy": lambda _: _run(["-c", "import numpy"]),
            "ask, index kept": partial(_ask, setting, kept, False),
            "ask, no index kept": partial(_ask, setting, fresh, True),
        }
        timings = time_in_turn(calls, range(_STARTS), setting)
    bare = timings[_BARE].typical
    return [
        Table(
            "Start to answer, as a process",
            ("", "p50 ms", "times a bare start", "spread"),
            tuple(
                (name, t.typical * 1e3, t.typical / bare, t.spread) for name, t in timings.items()
            ),
            ("The system's file cache is warm; it cannot be emptied without rights.",),
        )
    ]


def _ask(setting: Setting, data_dir: Path, empty: bool, _: int) -> None:
    if empty:
        rmtree(data_dir, ignore_errors=True)
    _run(["-m", "bot", "ask", _QUESTION], data_dir=data_dir, corpus_dir=setting.corpus_dir)


def _run(arguments: list[str], **folders: Path) -> None:
    settings = {name.upper(): str(folder) for name, folder in folders.items()}
    subprocess.run(
        [sys.executable, *arguments],
        check=True,
        env={**os.environ, **settings},
        stdout=subprocess.DEVNULL,
    )
