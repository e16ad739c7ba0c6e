"""However Telegram fails, everybody is answered once; only what hangs can't be known."""

from pathlib import Path

import pytest

from tests.reliability.outages import WAYS

QUICK = [way for way in WAYS if "fetch in ten" not in way]
"""A fetch that hangs is given up after twenty seconds; tests/chat has a quicker test of it."""


@pytest.mark.parametrize("way", QUICK)
async def test_no_question_is_lost_or_answered_twice(tmp_path: Path, way: str) -> None:
    outage = await WAYS[way](tmp_path, 4.0)
    fate = outage.fate

    assert fate.asked > 20
    assert (fate.twice, fate.more) == (0, 0)
    assert fate.lost <= outage.unknowable
