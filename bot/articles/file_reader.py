"""Reads the files of a corpus folder again and again, each only when it changed."""

from __future__ import annotations

import os
import time
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.articles.errors import UnsettledCorpusError
from bot.articles.sources import SourceFile, Sources, gather, list_files, read_file
from bot.articles.values import Problem

_ATTEMPTS = 20
_COARSEST = 2_000_000_000
"""Nanoseconds between two changes that leave the same times on the coarsest file systems."""

_Stamp = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class _Kept:
    """What was read of a file; a change right after it may have left the same stamp."""

    stamp: _Stamp
    is_settled: bool
    content: SourceFile | Problem


class FileReader:
    """The files of a folder, read anew where size, times or inode are others than before.

    What has the same bytes as before is the same object.
    """

    def __init__(self, folder: Path) -> None:
        """Read from `folder`, nothing yet."""
        self._folder = folder
        self._kept: dict[str, _Kept] = {}
        self._sources: Sources | None = None

    def read(self) -> Sources:
        """Return what `read_sources` does, of one moment in which no file was being changed.

        Raises:
            CorpusError: as for `read_sources`, or no such moment came soon.
        """
        former: Mapping[str, _Stamp] | None = None
        for _ in range(_ATTEMPTS):
            root, entries = list_files(self._folder)
            stamps = {name: _stamp(entry) for name, entry in entries.items()}
            if stamps == former or self._holds(stamps):
                return self._gather()
            self._kept = {name: self._read(root, name, stamp) for name, stamp in stamps.items()}
            former = stamps
        raise UnsettledCorpusError(self._folder)

    def _holds(self, stamps: Mapping[str, _Stamp]) -> bool:
        """Tell whether nothing changed, and nothing can have without being seen."""
        return stamps.keys() == self._kept.keys() and all(
            kept.is_settled and kept.stamp == stamps[name] for name, kept in self._kept.items()
        )

    def _read(self, root: Path, name: str, stamp: _Stamp) -> _Kept:
        former = self._kept.get(name)
        if former and former.is_settled and former.stamp == stamp:
            return former
        now = time.time_ns()
        content = read_file(root / name, name, root)
        if former and former.content == content:
            content = former.content
        return _Kept(stamp, stamp[0] < now - _COARSEST, content)

    def _gather(self) -> Sources:
        sources = gather(kept.content for kept in self._kept.values())
        if self._sources != sources:
            self._sources = sources
        return self._sources


def _stamp(entry: os.DirEntry[str]) -> _Stamp:
    """Return what changes with a file; copying tools set all of it back but the first."""
    try:
        found = entry.stat()
    except OSError:
        return (0, 0, 0, 0)
    return (found.st_ctime_ns, found.st_mtime_ns, found.st_size, found.st_ino)
