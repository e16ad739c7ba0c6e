"""The moderators' guide shows the queue, the screen and the exports as they are."""

import re
from pathlib import Path

import pytest

from bot.texts import moderation_queue, moderation_screen

GUIDE = (Path(__file__).resolve().parents[2] / "corpus" / "README.md").read_text(encoding="utf-8")
WORDS = " ".join(GUIDE.split())
STEPS = [
    *moderation_queue.STEP_WORDS,
    moderation_queue.LINK_WORD,
    moderation_queue.REOPEN_WORD,
]


@pytest.mark.parametrize("step", STEPS)
def test_each_step_with_a_group_is_in_the_guide(step: str) -> None:
    assert re.search(rf"`/antrean [0-9a-f]{{6}} {step}\b", GUIDE)


@pytest.mark.parametrize(
    "words",
    [
        moderation_screen.REPORTS_WORD,
        moderation_screen.PROBLEMS_WORD,
        moderation_screen.HEADLINES_WORD,
        rf"{moderation_screen.REPORTS_WORD} \w+ {moderation_screen.CLOSE_WORD}",
        rf"{moderation_screen.HEADLINES_WORD} \w+ {moderation_screen.CONFIRM_WORD}",
    ],
)
def test_each_word_of_the_screen_is_in_the_guide(words: str) -> None:
    assert re.search(rf"`/moderasi {words}`", WORDS)


@pytest.mark.parametrize(
    "label",
    [
        moderation_queue.QUEUE_TITLE,
        moderation_queue.ADD_ARTICLE,
        moderation_queue.LINK,
        moderation_queue.OUTSIDE,
        moderation_queue.SPAM,
        moderation_queue.REOPEN,
        moderation_screen.CLOSE,
    ],
)
def test_what_the_guide_shows_is_what_the_bot_says(label: str) -> None:
    assert label in WORDS
