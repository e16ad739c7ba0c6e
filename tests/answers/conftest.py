from __future__ import annotations

import pytest

from bot.answers import Answerer
from tests.answers.shipped import open_shipped


@pytest.fixture(scope="session")
def shipped() -> Answerer:
    """Answers from the project's own corpus, read once for all tests."""
    return open_shipped()
