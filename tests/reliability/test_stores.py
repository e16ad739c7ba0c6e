"""A database that fails loses no question, answers none twice, and harms no article."""

from pathlib import Path

import pytest

from tests.reliability.places import NotPossibleError
from tests.reliability.stores import WAYS


@pytest.mark.parametrize("way", WAYS)
async def test_a_database_that_fails_loses_and_repeats_nothing(tmp_path: Path, way: str) -> None:
    try:
        breakdown = await WAYS[way](tmp_path / "run", 3.0)
    except NotPossibleError as error:
        pytest.skip(str(error))
    fate, ledger = breakdown.fate, breakdown.ledger

    assert fate.asked > 20
    assert (fate.lost, fate.twice, fate.more) == (0, 0, 0)
    assert ledger.wrong == ()
    # All are published, whatever was in the way at first.
    assert ledger.articles == 5
    assert breakdown.published >= 1
