"""Short forms of chat and small words of English hide no answer."""

from __future__ import annotations

import pytest

from bot.answers import Answerer, Status


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("pak jokowi blg apa soal sirekap", "Jokowi"),
        (
            "Did the Constitutional Court say Sirekap should be run by someone else?",
            "lembaga yang bukan penyelenggara pemilu",
        ),
        ("server sirekap dipindah kmn", "Jakarta"),
    ],
)
def test_the_passage_that_tells_it_is_found(shipped: Answerer, question: str, told: str) -> None:
    answer = shipped.answer(question)

    assert answer.status is Status.FOUND
    assert told in answer.quotations[0].passage.text


@pytest.mark.parametrize("word", ["blg", "kmn", "else"])
def test_no_source_is_said_to_lack_such_a_word(shipped: Answerer, word: str) -> None:
    assert word not in shipped.answer(f"Sirekap {word} KPU").understanding.missing
