"""The settings of the webhook and of the bot's own HTTP server."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.settings import SettingsError, load_settings

URL = "https://bot.example.org/telegram"
GOOD = {"WEBHOOK_URL": URL, "WEBHOOK_SECRET": "s3cret_-"}


def test_without_a_webhook_there_is_no_server_unless_it_is_asked_for(tmp_path: Path) -> None:
    assert load_settings({}, tmp_path).http_listen is None
    listening = load_settings({"HTTP_LISTEN": "127.0.0.1:9000"}, tmp_path)

    assert listening.http_listen == ("127.0.0.1", 9000)
    assert listening.webhook_url is None


def test_a_webhook_listens_on_all_interfaces_unless_told_otherwise(tmp_path: Path) -> None:
    settings = load_settings(GOOD, tmp_path)

    assert (settings.webhook_url, settings.webhook_secret) == (URL, "s3cret_-")
    assert settings.http_listen == ("0.0.0.0", 8080)  # noqa: S104
    assert load_settings(GOOD | {"HTTP_LISTEN": "[::1]:81"}, tmp_path).http_listen == ("::1", 81)


@pytest.mark.parametrize("written", ["https://bot.example.org", "https://bot.example.org/"])
def test_an_address_without_a_path_gets_one(written: str, tmp_path: Path) -> None:
    assert load_settings(GOOD | {"WEBHOOK_URL": written}, tmp_path).webhook_url == URL


def test_a_webhook_without_a_secret_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="Setelan WEBHOOK_SECRET belum diisi"):
        load_settings({"WEBHOOK_URL": URL}, tmp_path)


@pytest.mark.parametrize("secret", ["dua kata", "x" * 257, "rahasia!", "rahasía"])
def test_a_secret_that_telegram_refuses_is_refused_without_quoting_it(
    secret: str, tmp_path: Path
) -> None:
    with pytest.raises(SettingsError) as caught:
        load_settings(GOOD | {"WEBHOOK_SECRET": secret}, tmp_path)

    assert len(caught.value.problems) == 1
    assert caught.value.problems[0].startswith("Setelan WEBHOOK_SECRET harus")
    assert secret not in str(caught.value)


@pytest.mark.parametrize(
    "url",
    [
        "http://bot.example.org/telegram",
        "https://bot.example.org:8080/telegram",
        "https://user:pass@bot.example.org/telegram",
        "https://bot.example.org/telegram?x=1",
        "https://bot.example.org/tele gram",
        "https://bot.example.org/healthz",
        "https:///telegram",
        "bot.example.org",
    ],
)
def test_an_address_that_telegram_cannot_reach_is_refused(url: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="WEBHOOK_URL"):
        load_settings(GOOD | {"WEBHOOK_URL": url}, tmp_path)


@pytest.mark.parametrize(
    "listen", ["8080", ":8080", "127.0.0.1", "127.0.0.1:0", "host:70000", "a b:1"]
)
def test_an_address_to_listen_on_that_is_none_is_refused(listen: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="HTTP_LISTEN"):
        load_settings({"HTTP_LISTEN": listen}, tmp_path)


def test_the_secret_does_not_show_in_the_representation(tmp_path: Path) -> None:
    assert "s3cret_-" not in repr(load_settings(GOOD, tmp_path))
