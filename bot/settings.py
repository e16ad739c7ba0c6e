"""Every setting of the program, from the environment or a `.env` file, validated before use."""

from __future__ import annotations

import io
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from dotenv import dotenv_values

from bot import setting_values as parse
from bot.texts import settings as texts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_Value = TypeVar("_Value")

NAMES = (
    "TELEGRAM_BOT_TOKEN",
    "TELEGRAM_API_URL",
    "MODERATOR_IDS",
    "FOUR_EYES",
    "CORPUS_GIT",
    "CORPUS_DIR",
    "DATA_DIR",
    "DATABASE_URL",
    "PRIVACY_KEY",
    "WEBHOOK_URL",
    "WEBHOOK_SECRET",
    "HTTP_LISTEN",
    "INTAKE_ALLOW_HOSTS",
    "LOG_LEVEL",
    "LOG_FORMAT",
)
"""Every setting that is understood."""

TELEGRAM = "https://api.telegram.org"
"""Telegram's own Bot API server."""

# All interfaces: a load balancer or another container is to reach it.
_LISTEN = ("0.0.0.0", 8080)  # noqa: S104
_CHECKOUT = Path(__file__).resolve().parent.parent


class SettingsError(Exception):
    """Settings that cannot be used; `problems` holds one Indonesian line for each."""

    def __init__(self, *problems: str) -> None:
        """Keep the problems; they are the message, one a line."""
        super().__init__("\n".join(problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of one run. Secrets are left out of `repr`.

    `telegram_api_url` has no slash at its end. `database_url` is as SQLAlchemy's asynchronous
    engines take it. `moderator_ids` are all moderators, and `chiefs` those of them who may admit
    and dismiss others. `privacy_key` is None unless it was set: see `bot.privacy.find_privacy_key`.
    `webhook_url` is None for long polling; else there is a secret and an `http_listen`, which is
    host and port. `intake_allow_hosts` holds `host` or `host:port` in lower case, an IPv6 address
    in brackets.
    """

    corpus_dir: Path
    data_dir: Path
    database_url: str = field(repr=False)
    telegram_bot_token: str | None = field(default=None, repr=False)
    telegram_api_url: str = TELEGRAM
    moderator_ids: frozenset[int] = frozenset()
    chiefs: frozenset[int] = frozenset()
    four_eyes: bool = False
    corpus_git: bool = False
    privacy_key: bytes | None = field(default=None, repr=False)
    webhook_url: str | None = None
    webhook_secret: str | None = field(default=None, repr=False)
    http_listen: tuple[str, int] | None = None
    intake_allow_hosts: frozenset[str] = frozenset()
    log_level: str = "INFO"
    log_format: str = "text"


def load_settings(environ: Mapping[str, str], folder: Path) -> Settings:
    """Read the settings.

    Args:
        environ: the environment; what it names wins over the file, even when it is empty.
        folder: where `.env` is looked for, and what relative folders are relative to.

    Raises:
        SettingsError: with every bad setting and its mend, never with a secret's value.
    """
    values = _Values({**_read_env_file(folder / ".env"), **environ})
    data_dir = folder / values.read("DATA_DIR", parse.parse_folder, Path("data"))
    default_database = f"sqlite:///{data_dir / 'tanya-sirekap.db'}"
    webhook_url = values.read("WEBHOOK_URL", parse.parse_webhook_url, None)
    secret = values.read("WEBHOOK_SECRET", parse.parse_webhook_secret, None)
    if webhook_url and not values.has("WEBHOOK_SECRET"):
        values.complain("WEBHOOK_SECRET", texts.UNGUARDED_WEBHOOK)
    nobody = (frozenset[int](), frozenset[int]())
    moderators, chiefs = values.read("MODERATOR_IDS", parse.parse_moderators, nobody)
    settings = Settings(
        corpus_dir=folder / values.read("CORPUS_DIR", parse.parse_folder, _CHECKOUT / "corpus"),
        data_dir=data_dir,
        database_url=values.read("DATABASE_URL", parse.parse_database_url, default_database),
        telegram_bot_token=values.read("TELEGRAM_BOT_TOKEN", parse.parse_token, None),
        telegram_api_url=values.read("TELEGRAM_API_URL", parse.parse_api_url, TELEGRAM),
        moderator_ids=moderators,
        chiefs=chiefs,
        four_eyes=values.read("FOUR_EYES", parse.parse_switch, False),
        corpus_git=values.read("CORPUS_GIT", parse.parse_switch, False),
        privacy_key=values.read("PRIVACY_KEY", parse.parse_privacy_key, None),
        webhook_url=webhook_url,
        webhook_secret=secret,
        http_listen=values.read(
            "HTTP_LISTEN", parse.parse_listen, _LISTEN if webhook_url else None
        ),
        intake_allow_hosts=values.read("INTAKE_ALLOW_HOSTS", parse.parse_hosts, frozenset()),
        log_level=values.read("LOG_LEVEL", parse.parse_log_level, "INFO"),
        log_format=values.read("LOG_FORMAT", parse.parse_log_format, "text"),
    )
    if values.problems:
        raise SettingsError(*values.problems)
    return settings


class _Values:
    """Raw values, and the problems met while reading them."""

    def __init__(self, raw: Mapping[str, str]) -> None:
        self._raw = raw
        self.problems: list[str] = []

    def has(self, name: str) -> bool:
        return bool(self._raw.get(name, "").strip())

    def read(self, name: str, convert: Callable[[str], _Value], default: _Value) -> _Value:
        text = self._raw.get(name, "").strip()
        if not text:
            return default
        try:
            return convert(text)
        except ValueError as error:
            self.complain(name, str(error))
            return default

    def complain(self, name: str, problem: str) -> None:
        self.problems.append(texts.describe_problem(name, problem))


def _read_env_file(path: Path) -> dict[str, str]:
    if not path.is_file():
        return {}
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(texts.describe_unreadable_file(str(path))) from error
    # Not interpolated: a password may hold a dollar sign.
    values = dotenv_values(stream=io.StringIO(text), interpolate=False)
    return {name: value for name, value in values.items() if value is not None}
