"""Runs the commands of the desk as people run them, on a corpus of their own."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.articles.samples import SHIPPED


@dataclass(frozen=True)
class Desk:
    """A folder with `corpus` and `data`, in which commands are run."""

    home: Path

    def run(self, *words: str | Path, **settings: str) -> subprocess.CompletedProcess[str]:
        env = {
            **os.environ,
            "CORPUS_DIR": str(self.home / "corpus"),
            "DATA_DIR": str(self.home / "data"),
            "PYTHONPATH": str(SHIPPED.parent),
            "PYTHONIOENCODING": "utf-8",
            "PYTHONWARNINGS": "error",
            **settings,
        }
        return subprocess.run(
            [sys.executable, "-m", "bot", *map(str, words)],
            capture_output=True,
            encoding="utf-8",
            env=env,
            cwd=self.home,
            check=False,
        )

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
