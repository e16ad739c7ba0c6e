"""Settings come from the environment or `.env`, and bad ones are all named with their mend."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.settings import NAMES, SettingsError, load_settings

FROM_BOTFATHER = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0"


def test_nothing_needs_to_be_set(tmp_path: Path) -> None:
    settings = load_settings({}, tmp_path)

    assert settings.telegram_bot_token is None
    assert settings.telegram_api_url == "https://api.telegram.org"
    assert (settings.corpus_dir / "topics.yaml").is_file()
    assert settings.data_dir == tmp_path / "data"
    assert settings.database_url == f"sqlite:///{tmp_path}/data/tanya-sirekap.db"
    assert settings.privacy_key is None
    assert settings.moderator_ids == frozenset()
    assert (settings.log_level, settings.log_format) == ("INFO", "text")


def test_an_empty_value_means_not_set(tmp_path: Path) -> None:
    assert load_settings(dict.fromkeys(NAMES, " "), tmp_path) == load_settings({}, tmp_path)


def test_every_setting_is_read_from_the_env_file(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(
        f"""\
# settings of this bot
TELEGRAM_BOT_TOKEN={FROM_BOTFATHER}
TELEGRAM_API_URL=http://127.0.0.1:8081/
MODERATOR_IDS="1, 22,333"
CORPUS_DIR=berkas
DATA_DIR=/var/lib/tanya
DATABASE_URL='postgresql://bot:pa$word@db/tanya'
PRIVACY_KEY={"ab" * 32}
export LOG_LEVEL=debug
LOG_FORMAT=json
""",
        encoding="utf-8",
    )
    settings = load_settings({}, tmp_path)

    assert settings.telegram_bot_token == FROM_BOTFATHER
    assert settings.telegram_api_url == "http://127.0.0.1:8081"
    assert settings.moderator_ids == {1, 22, 333}
    assert settings.corpus_dir == tmp_path / "berkas"
    assert str(settings.data_dir) == "/var/lib/tanya"
    assert settings.database_url == "postgresql+psycopg://bot:pa$word@db/tanya"
    assert settings.privacy_key == bytes([0xAB]) * 32
    assert (settings.log_level, settings.log_format) == ("DEBUG", "json")


@pytest.mark.parametrize("driver", ["", "+aiosqlite"])
def test_an_address_for_the_driver_of_earlier_releases_is_understood(
    driver: str, tmp_path: Path
) -> None:
    settings = load_settings({"DATABASE_URL": f"sqlite{driver}:////srv/bot.db"}, tmp_path)

    assert settings.database_url == "sqlite:////srv/bot.db"


def test_the_environment_wins_over_the_env_file(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(f"TELEGRAM_BOT_TOKEN={FROM_BOTFATHER}\nLOG_LEVEL=ERROR\n")
    settings = load_settings({"TELEGRAM_BOT_TOKEN": "", "LOG_LEVEL": "WARNING"}, tmp_path)

    assert settings.telegram_bot_token is None
    assert settings.log_level == "WARNING"


BAD = {
    "TELEGRAM_BOT_TOKEN": "rahasia sekali",
    "TELEGRAM_API_URL": "ftp://example.org",
    "MODERATOR_IDS": "1,@budi",
    "FOUR_EYES": "dua",
    "CORPUS_GIT": "true",
    "DATABASE_URL": "mysql://bot:rahasia@db/x",
    "PRIVACY_KEY": "rahasia",
    "LOG_LEVEL": "keras",
    "LOG_FORMAT": "xml",
}


def test_every_bad_setting_is_named_at_once(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        load_settings(BAD, tmp_path)

    assert len(caught.value.problems) == len(BAD)
    for name in BAD:
        assert any(name in problem for problem in caught.value.problems)


def test_complaints_keep_secrets_to_themselves(tmp_path: Path) -> None:
    with pytest.raises(SettingsError) as caught:
        load_settings(BAD, tmp_path)

    assert "rahasia" not in str(caught.value)


@pytest.mark.parametrize(
    "url",
    [
        "https://user:pass@example.org",
        "https://",
        "https://example.org/?x=1",
        "https://example.org:99999999",
        "http://[::1",
        "https://exa mple.org",
    ],
)
def test_an_address_that_is_no_base_address_is_refused(url: str, tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match="TELEGRAM_API_URL"):
        load_settings({"TELEGRAM_API_URL": url}, tmp_path)


def test_an_env_file_in_another_encoding_is_one_clear_problem(tmp_path: Path) -> None:
    (tmp_path / ".env").write_bytes(b"LOG_LEVEL=\xff\xfe")
    with pytest.raises(SettingsError, match="UTF-8"):
        load_settings({}, tmp_path)


def test_secrets_do_not_show_in_the_representation(tmp_path: Path) -> None:
    settings = load_settings(
        {
            "TELEGRAM_BOT_TOKEN": FROM_BOTFATHER,
            "PRIVACY_KEY": "cd" * 32,
            "DATABASE_URL": "postgresql://bot:hunter2@db/tanya",
        },
        tmp_path,
    )

    assert FROM_BOTFATHER not in repr(settings)
    assert "hunter2" not in repr(settings)
    assert repr(settings.privacy_key) not in repr(settings)


@given(st.sampled_from(NAMES), st.text(st.characters(codec="utf-8", exclude_characters="\0")))
def test_no_value_brings_anything_but_settings_or_one_named_problem(name: str, value: str) -> None:
    problems: tuple[str, ...] = ()
    try:
        load_settings({name: value}, Path("/nowhere"))
    except SettingsError as error:
        problems = error.problems

    assert all(problem.startswith(f"Setelan {name} ") for problem in problems)
    assert len(problems) <= 1
