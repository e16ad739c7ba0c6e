"""A day of mixed traffic leaves nothing behind: no task, no connection, no growing memory."""

from pathlib import Path

import pytest

from tests.reliability.day import live_through


async def test_traffic_leaves_no_task_and_no_connection(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PTB_TIMEDELTA", "true")
    day = await live_through(hours=4, updates=250, folder=tmp_path)
    first, last = day.hours[0], day.hours[-1]

    assert day.waiting == 0
    assert last.tasks <= first.tasks + 2
    assert day.after.tasks == day.before.tasks
    assert day.after.files <= day.before.files + 2
