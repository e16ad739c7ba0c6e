"""Runs the commands of the desk as people run them, on a corpus of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.articles.samples import SHIPPED
from tests.cli.forking import run_command


@dataclass(frozen=True)
class Desk:
    """A folder with `corpus` and `data`, in which commands are run."""

    home: Path

    def run(self, *words: str | Path, **settings: str) -> subprocess.CompletedProcess[str]:
        """Run a command to its end; no other one runs meanwhile."""
        return run_command([*map(str, words)], self._set_up(settings), self.home)

    def run_beside(self, *words: str | Path) -> subprocess.CompletedProcess[str]:
        """Run a command while others may run, in other threads."""
        return subprocess.run(
            [sys.executable, "-m", "bot", *map(str, words)],
            capture_output=True,
            encoding="utf-8",
            env=self._set_up({}),
            cwd=self.home,
            check=False,
        )

    def _set_up(self, settings: Mapping[str, str]) -> dict[str, str]:
        return {
            **os.environ,
            "CORPUS_DIR": str(self.home / "corpus"),
            "DATA_DIR": str(self.home / "data"),
            "PYTHONPATH": str(SHIPPED.parent),
            "PYTHONIOENCODING": "utf-8",
            "PYTHONWARNINGS": "error",
            **settings,
        }

    def write(self, name: str, text: str) -> Path:
        path = self.home / name
        path.write_text(text, encoding="utf-8")
        return path

    @property
    def articles(self) -> list[Path]:
        return sorted((self.home / "corpus" / "articles").iterdir())

    @property
    def drafts(self) -> list[Path]:
        folder = self.home / "data" / "drafts"
        return sorted(folder.iterdir()) if folder.exists() else []
