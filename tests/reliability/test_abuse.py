"""Strangers do their worst, and others are answered all the same; bombs are refused in words."""

from pathlib import Path

import pytest

from tests.reliability.abuse import ASSAULTS, lay_siege
from tests.reliability.bombs import set_off

BOUND = 3.0
"""Seconds, on a machine that does much else; measured figures are in RELIABILITY.md."""


async def test_others_are_answered_during_each_assault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MODERATOR_IDS", raising=False)
    sieges = await lay_siege(1.5, ((300, 2.0),))

    assert [siege.name for siege in sieges[:-1]] == list(ASSAULTS)
    assert [siege.name for siege in sieges if siege.unanswered] == []
    assert [siege.name for siege in sieges if siege.others.median > BOUND] == []
    assert sieges[-1].after - sieges[0].before < 100


async def test_bombs_are_refused_in_words_and_hold_up_nobody_for_long(tmp_path: Path) -> None:
    explosions, log = await set_off(tmp_path)

    assert [each.name for each in explosions if not each.told] == []
    assert "Gangguan" not in log
    assert "Traceback" not in log
    assert [each.name for each in explosions if each.others.median > BOUND] == []
    assert [each.name for each in explosions if each.grown > 200] == []
