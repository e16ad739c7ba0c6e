"""`INTAKE_ALLOW_HOSTS` lists hosts, with or without a port."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import SettingsError, load_settings


def test_hosts_are_read_in_small_letters(tmp_path: Path) -> None:
    value = " Berita.lokal, 127.0.0.1:8000,[::1]:80 ,localhost,"
    settings = load_settings({"INTAKE_ALLOW_HOSTS": value}, tmp_path)

    assert settings.intake_allow_hosts == {
        "berita.lokal",
        "127.0.0.1:8000",
        "[::1]:80",
        "localhost",
    }


def test_no_host_is_listed_unless_set(tmp_path: Path) -> None:
    assert load_settings({}, tmp_path).intake_allow_hosts == frozenset()


@pytest.mark.parametrize("value", ["http://a.id", "a.id/x", "a b", "*", "*.id", "::1", "a.id:x"])
def test_what_is_no_host_is_refused(value: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"INTAKE_ALLOW_HOSTS .*nama:port"):
        load_settings({"INTAKE_ALLOW_HOSTS": value}, tmp_path)
