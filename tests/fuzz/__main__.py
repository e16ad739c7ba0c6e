"""Throw at the readers for as long as wanted, guided by the code that is reached.

    uv sync --group fuzz
    python -m tests.fuzz [--seconds 60] [TARGET…]

Each target runs in a process of its own; libFuzzer writes what broke it, and ends with an error.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from importlib import import_module
from pathlib import Path

import atheris

_TARGETS = "tests.fuzz.targets"
_LONGEST = 8_192


def main() -> int:
    """Run the named targets, or all; return 1 if one broke."""
    parser = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help="all by default")
    parser.add_argument("--seconds", type=int, default=60, help="for each target")
    parser.add_argument("--alone", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.alone:
        _fuzz(args.alone, args.seconds)
    names = args.targets or import_module(_TARGETS).TARGETS
    broken = [name for name in names if not _run(name, args.seconds)]
    sys.stdout.write(f"broken: {', '.join(broken)}\n" if broken else "nothing broke\n")
    return 1 if broken else 0


def _run(name: str, seconds: int) -> bool:
    words = [sys.executable, "-m", "tests.fuzz", "--alone", name, "--seconds", str(seconds)]
    return subprocess.run(words, check=False).returncode == 0


def _fuzz(name: str, seconds: int) -> None:
    """Fuzz one target; libFuzzer ends the process."""
    # Only what is imported meanwhile is watched; the rest would slow it down.
    with atheris.instrument_imports(include=["bot"]):
        target, examples = import_module(_TARGETS).TARGETS[name]
    with tempfile.TemporaryDirectory() as folder:
        for number, example in enumerate(examples):
            Path(folder, str(number)).write_bytes(example)
        options = [f"-max_total_time={seconds}", f"-max_len={_LONGEST}", "-timeout=10"]
        atheris.Setup([sys.argv[0], folder, *options, f"-artifact_prefix={name}-"], target)
        atheris.Fuzz()


if __name__ == "__main__":
    sys.exit(main())
