"""The program as people start it: a process of its own, with its own folder and settings."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = (sys.executable, "-W", "error", "-m", "bot")
TIMEOUT = 60
"""Seconds; far more than any command takes."""


def make_environment(folder: Path, **settings: str) -> dict[str, str]:
    """Return an environment without the developer's settings, whose data goes into `folder`."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return {**kept, "PYTHONPATH": str(ROOT), "DATA_DIR": str(folder / "data"), **settings}


def run(
    folder: Path, *words: str, stdin: str = "", **settings: str
) -> subprocess.CompletedProcess[str]:
    """Run one command in `folder` to its end."""
    return subprocess.run(
        [*PROGRAM, *words],
        cwd=folder,
        env=make_environment(folder, **settings),
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        timeout=TIMEOUT,
        check=False,
    )
