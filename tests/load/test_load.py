"""Two real processes under load over one database lose nothing and answer nothing twice."""

import os
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from tests.benchmarks.pool import list_questions
from tests.load.measuring import Plan, measure
from tests.store.conftest import LOCAL_POSTGRES

CORPUS = Path(__file__).resolve().parents[2] / "corpus"
SECONDS = 2.0


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
async def test_nothing_is_lost_and_nothing_answered_twice(kind: str) -> None:
    server = "sqlite" if kind == "sqlite" else os.environ.get("TEST_DATABASE_URL", LOCAL_POSTGRES)
    try:
        run = await measure(2, Plan(list_questions(CORPUS), SECONDS, server))
    except OperationalError:
        pytest.skip("no PostgreSQL at TEST_DATABASE_URL or 127.0.0.1:5432")

    assert (run.lost, run.repeated) == ([], [])
    assert run.full.errors == run.half.errors == 0
    assert run.full.repeated > 0
    assert {"asked before", "inline keystroke"} <= set(run.full.delays)
