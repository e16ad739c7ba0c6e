"""The privacy key is made once, kept private, and never replaced silently."""

from __future__ import annotations

import stat
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest

from bot.privacy import find_privacy_key
from bot.settings import SettingsError, load_settings

if TYPE_CHECKING:
    from pathlib import Path


def test_a_key_that_is_set_is_used_and_nothing_is_written(tmp_path: Path) -> None:
    settings = load_settings({"PRIVACY_KEY": "0f" * 32}, tmp_path)

    assert find_privacy_key(settings) == bytes([0x0F]) * 32
    assert not settings.data_dir.exists()


def test_a_missing_key_is_made_once_and_found_again(tmp_path: Path) -> None:
    key = find_privacy_key(load_settings({}, tmp_path))

    assert len(key) == 32
    assert find_privacy_key(load_settings({}, tmp_path)) == key


def test_two_installations_have_different_keys(tmp_path: Path) -> None:
    one = find_privacy_key(load_settings({"DATA_DIR": "one"}, tmp_path))
    other = find_privacy_key(load_settings({"DATA_DIR": "other"}, tmp_path))

    assert one != other


def test_only_its_owner_can_read_the_key_file_and_nothing_else_is_left(tmp_path: Path) -> None:
    settings = load_settings({}, tmp_path)
    find_privacy_key(settings)
    (file,) = settings.data_dir.iterdir()

    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_processes_that_start_together_agree_on_one_key(tmp_path: Path) -> None:
    settings = load_settings({}, tmp_path)
    with ThreadPoolExecutor(8) as pool:
        keys = set(pool.map(lambda _: find_privacy_key(settings), range(8)))

    assert len(keys) == 1


def test_a_damaged_key_file_is_reported_not_replaced(tmp_path: Path) -> None:
    settings = load_settings({}, tmp_path)
    find_privacy_key(settings)
    (file,) = settings.data_dir.iterdir()
    file.write_bytes(b"\xff rusak")

    with pytest.raises(SettingsError, match=r"privacy\.key"):
        find_privacy_key(settings)
    assert file.read_bytes() == b"\xff rusak"
