"""Who is a moderator and who a chief, as the settings name them."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import SettingsError, load_settings


@pytest.mark.parametrize(
    ("written", "everybody", "chiefs"),
    [
        ("", set(), set()),
        ("7", {7}, {7}),
        ("7, 8,9", {7, 8, 9}, {7}),
        ("7,8:chief", {7, 8}, {8}),
        ("7:ketua, 8 : KETUA ,9,", {7, 8, 9}, {7, 8}),
    ],
)
def test_the_marked_ones_are_chiefs_or_else_the_first(
    tmp_path: Path, written: str, everybody: set[int], chiefs: set[int]
) -> None:
    settings = load_settings({"MODERATOR_IDS": written}, tmp_path)

    assert settings.moderator_ids == everybody
    assert settings.chiefs == chiefs


@pytest.mark.parametrize("written", ["7:raja", "@siti", "7 8", "7:chief:ketua", "-7", "٧"])
def test_anything_else_is_refused_with_an_example(tmp_path: Path, written: str) -> None:
    with pytest.raises(SettingsError, match=r"MODERATOR_IDS.*12345678:ketua"):
        load_settings({"MODERATOR_IDS": written}, tmp_path)


@pytest.mark.parametrize(("written", "value"), [("", False), ("off", False), ("ON", True)])
def test_switches_are_on_or_off(tmp_path: Path, written: str, value: bool) -> None:
    settings = load_settings({"FOUR_EYES": written, "CORPUS_GIT": written}, tmp_path)

    assert (settings.four_eyes, settings.corpus_git) == (value, value)
