"""The pytest fixture; import it in a `conftest.py`."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.fake_telegram.fake import FakeTelegram
from tests.leaks import find_leaks, reading_log


@pytest.fixture
async def telegram(tmp_path: Path) -> AsyncIterator[FakeTelegram]:
    """A running fake of its own for each test; broken rules fail the test at its end.

    So does whatever is secret in what was logged meanwhile, or in a database in `tmp_path`.
    """
    async with FakeTelegram() as fake:
        with reading_log(fake.token) as log:
            yield fake
    fake.assert_clean()
    leaks = find_leaks(fake, log, tmp_path)
    assert not leaks, leaks
