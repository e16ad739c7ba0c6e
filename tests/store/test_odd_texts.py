"""What people write is kept even where a database would refuse it."""

import pytest

from bot.store import Asked, Memory


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("sirekap\0alibaba", "sirekapalibaba"),
        ("sirekap \ud83d alibaba", "sirekap ? alibaba"),
        ("😀" * 2048, "😀" * 2048),
        ("\u202esirekap\u0301", "\u202esirekap\u0301"),
    ],
)
async def test_a_question_is_kept_without_what_a_database_refuses(
    memory: Memory, written: str, kept: str
) -> None:
    token = await memory.questions.remember(Asked(written, previous=written))

    assert await memory.questions.recall(token) == Asked(kept, previous=kept)
