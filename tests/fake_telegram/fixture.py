"""The pytest fixture; import it in a `conftest.py`."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from tests.fake_telegram.fake import FakeTelegram
from tests.leaks import find_leaks, watching


@pytest.fixture
async def telegram(tmp_path: Path) -> AsyncIterator[FakeTelegram]:
    """A running fake of its own for each test; see `watch_fake`."""
    async with watch_fake(tmp_path) as fake:
        yield fake


@asynccontextmanager
async def watch_fake(folder: Path) -> AsyncIterator[FakeTelegram]:
    """Run a fake; broken rules raise an AssertionError at its end.

    So does whatever is secret in what was logged meanwhile, in the figures of every bot that ran
    in this process, or in `folder`: in a database, or in what a bot wrote or showed that ran as a
    process of its own.
    """
    async with FakeTelegram() as fake:
        with watching(fake.token) as traces:
            yield fake
    fake.assert_clean()
    leaks = find_leaks(fake, traces, folder)
    assert not leaks, leaks
