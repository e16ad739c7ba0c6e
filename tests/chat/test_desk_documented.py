"""The moderators' guide names every command and every word that can be typed."""

import re
from pathlib import Path

import pytest

from bot.texts import moderation as texts
from bot.texts import moderation_changes, moderation_drafts

GUIDE = (Path(__file__).resolve().parents[2] / "corpus" / "README.md").read_text(encoding="utf-8")
WORDS = " ".join(GUIDE.split())


@pytest.mark.parametrize("command", texts.COMMANDS)
def test_each_command_is_in_the_guide(command: str) -> None:
    assert re.search(rf"`/{command}\b", GUIDE)


@pytest.mark.parametrize("words", ["tambah", "keluarkan", "nama"])
def test_each_word_that_changes_who_moderates_is_in_the_guide(words: str) -> None:
    assert f"`/moderasi {words}" in GUIDE


@pytest.mark.parametrize(
    "label",
    [
        *texts.FIELDS.values(),
        texts.ADD,
        moderation_drafts.PUBLISH,
        moderation_drafts.KEEP,
        moderation_drafts.DISCARD,
        moderation_drafts.SUBMIT,
        moderation_drafts.CONFIRM,
        moderation_drafts.SEE_ANSWER,
        moderation_drafts.ANSWERS_NOW,
        moderation_drafts.PROBLEMS,
        moderation_drafts.NEIGHBOURS,
        moderation_drafts.PREVIEW,
        moderation_drafts.VERBATIM,
        moderation_changes.CORRECTED,
        moderation_changes.UNDO_THIS,
        moderation_changes.UNDO_SURELY,
        moderation_changes.UNDO_FURTHER,
    ],
)
def test_what_the_guide_shows_is_what_the_bot_says(label: str) -> None:
    assert label in WORDS


def test_a_word_for_each_field_and_step_is_explained_in_the_chat() -> None:
    told = {word.strip(",.:") for word in moderation_drafts.HOW_TO_TYPE.split()}

    assert {texts.FIELD_WORDS[word] for word in told & texts.FIELD_WORDS.keys()} == set(
        texts.FIELDS
    )
    assert told >= texts.STEP_WORDS.keys()
