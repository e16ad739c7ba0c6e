"""kill -9 at random moments: nothing is lost, and the corpus is always valid."""

import random
from pathlib import Path

from tests.reliability.kills import kill_again_and_again


async def test_kills_at_random_moments_lose_nothing(tmp_path: Path) -> None:
    killings = await kill_again_and_again(tmp_path, 8, random.Random())  # noqa: S311
    fate = killings.fate

    assert killings.ledger.wrong == ()
    assert killings.published > 0
    assert fate.asked > 20
    assert fate.lost == 0
    # An answer that was sent and not written down yet when its bot was killed, and no other.
    assert fate.twice + fate.more == len(fate.gaps)
    assert all(0 <= gap < 5 for gap in fate.gaps)
