"""The pytest fixture; import it in a `conftest.py`."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from tests.fake_telegram.fake import FakeTelegram


@pytest.fixture
async def telegram() -> AsyncIterator[FakeTelegram]:
    """A running fake of its own for each test; broken rules fail the test at its end."""
    async with FakeTelegram() as fake:
        yield fake
    fake.assert_clean()
