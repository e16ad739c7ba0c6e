"""Figures about waiting and about processes."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

_KIB_A_MIB = 1024.0


@dataclass(frozen=True, slots=True)
class Delays:
    """How long people waited, in seconds."""

    number: int
    median: float
    p99: float
    worst: float

    @classmethod
    def of(cls, delays: Sequence[float]) -> Delays:
        """Sum up single delays; NaN where there are none."""
        if not delays:
            return cls(0, *[float("nan")] * 3)
        ordered = sorted(delays)
        return cls(len(ordered), median(ordered), ordered[int(len(ordered) * 0.99)], ordered[-1])


@dataclass(frozen=True, slots=True)
class Holdings:
    """What this process holds: memory in MiB, open files and connections, tasks."""

    mebibytes: float
    files: int
    tasks: int

    @classmethod
    def now(cls) -> Holdings:
        """Look at this process, from within its event loop."""
        files = sum(1 for _ in Path("/proc/self/fd").iterdir())
        return cls(measure_memory(os.getpid()), files, _count_tasks())


def _count_tasks() -> int:
    """Return the number of tasks, without those of the fake server, one for each connection."""
    names = (str(getattr(each.get_coro(), "__qualname__", "")) for each in asyncio.all_tasks())
    return sum(not name.startswith("RequestHandler") for name in names)


def measure_memory(process: int) -> float:
    """Return the MiB that a process holds now."""
    lines = Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines()
    return next(float(line.split()[1]) / _KIB_A_MIB for line in lines if line.startswith("VmRSS"))
