"""Runs git in the work trees that tests make."""

from __future__ import annotations

import subprocess
from pathlib import Path

_WHO = ("-c", "user.name=Editor", "-c", "user.email=editor@example.org")


def run_git(folder: Path, *words: str) -> str:
    """Run git in `folder` and return what it printed."""
    done = subprocess.run(
        ["git", *_WHO, *words],  # noqa: S607 - whichever git there is
        cwd=folder,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout.strip()
