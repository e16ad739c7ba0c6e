"""Every setting of the program, from the environment or a `.env` file, validated before use."""

from __future__ import annotations

import importlib.util
import io
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar
from urllib.parse import urlsplit

from dotenv import dotenv_values

from bot.texts import settings as texts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_Value = TypeVar("_Value")

NAMES = (
    "TELEGRAM_BOT_TOKEN",
    "TELEGRAM_API_URL",
    "MODERATOR_IDS",
    "CORPUS_DIR",
    "DATA_DIR",
    "DATABASE_URL",
    "PRIVACY_KEY",
    "INTAKE_ALLOW_HOSTS",
    "LOG_LEVEL",
    "LOG_FORMAT",
)
"""Every setting that is understood."""

_NOT_YET = ("WEBHOOK_URL", "HTTP_LISTEN")
_TELEGRAM = "https://api.telegram.org"
_CHECKOUT = Path(__file__).resolve().parent.parent
_TOKEN = re.compile(r"[0-9]+:[A-Za-z0-9_-]+")
_PRIVACY_KEY = re.compile(r"(?:[0-9A-Fa-f]{2}){32,}")
_HOST = re.compile(r"(?:[a-z0-9_](?:[a-z0-9._-]*[a-z0-9_])?|\[[0-9a-f:.]+\])(?::[0-9]{1,5})?")
_USER_ID = re.compile(r"[0-9]{1,19}")
_LEVELS = frozenset({"DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"})
_SCHEMES = {
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
    "sqlite": "sqlite+aiosqlite",
    "sqlite+aiosqlite": "sqlite+aiosqlite",
}


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
    engines take it. `privacy_key` is None unless it was set: see `bot.privacy.find_privacy_key`.
    `intake_allow_hosts` holds `host` or `host:port` in lower case, an IPv6 address in brackets.
    """

    corpus_dir: Path
    data_dir: Path
    database_url: str = field(repr=False)
    telegram_bot_token: str | None = field(default=None, repr=False)
    telegram_api_url: str = _TELEGRAM
    moderator_ids: frozenset[int] = frozenset()
    privacy_key: bytes | None = field(default=None, repr=False)
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
    for name in _NOT_YET:
        values.read(name, _refuse, None)
    data_dir = folder / values.read("DATA_DIR", _parse_folder, Path("data"))
    default_database = f"sqlite+aiosqlite:///{data_dir / 'tanya-sirekap.db'}"
    settings = Settings(
        corpus_dir=folder / values.read("CORPUS_DIR", _parse_folder, _CHECKOUT / "corpus"),
        data_dir=data_dir,
        database_url=values.read("DATABASE_URL", _parse_database_url, default_database),
        telegram_bot_token=values.read("TELEGRAM_BOT_TOKEN", _parse_token, None),
        telegram_api_url=values.read("TELEGRAM_API_URL", _parse_api_url, _TELEGRAM),
        moderator_ids=values.read("MODERATOR_IDS", _parse_moderator_ids, frozenset()),
        privacy_key=values.read("PRIVACY_KEY", parse_privacy_key, None),
        intake_allow_hosts=values.read("INTAKE_ALLOW_HOSTS", _parse_hosts, frozenset()),
        log_level=values.read("LOG_LEVEL", _parse_log_level, "INFO"),
        log_format=values.read("LOG_FORMAT", _parse_log_format, "text"),
    )
    if values.problems:
        raise SettingsError(*values.problems)
    return settings


def parse_privacy_key(text: str) -> bytes:
    """Return the key that `text` writes in hexadecimal.

    Raises:
        ValueError: when it holds less than 32 bytes or something else.
    """
    if not _PRIVACY_KEY.fullmatch(text):
        raise ValueError(texts.BAD_PRIVACY_KEY)
    return bytes.fromhex(text)


class _Values:
    """Raw values, and the problems met while reading them."""

    def __init__(self, raw: Mapping[str, str]) -> None:
        self._raw = raw
        self.problems: list[str] = []

    def read(self, name: str, parse: Callable[[str], _Value], default: _Value) -> _Value:
        text = self._raw.get(name, "").strip()
        if not text:
            return default
        try:
            return parse(text)
        except ValueError as error:
            self.problems.append(texts.describe_problem(name, str(error)))
            return default


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


def _refuse(_text: str) -> None:
    raise ValueError(texts.NOT_SUPPORTED_YET)


def _parse_folder(text: str) -> Path:
    try:
        return Path(text).expanduser()
    except RuntimeError as error:
        raise ValueError(texts.NO_SUCH_HOME) from error


def _parse_token(text: str) -> str:
    if not _TOKEN.fullmatch(text):
        raise ValueError(texts.NOT_FROM_BOTFATHER)
    return text


def _parse_api_url(text: str) -> str:
    try:
        parts = urlsplit(text)
        usable = parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0
    except ValueError as error:
        raise ValueError(texts.BAD_API_URL) from error
    if not usable or "@" in parts.netloc or parts.query or parts.fragment or " " in text:
        raise ValueError(texts.BAD_API_URL)
    return text.rstrip("/")


def _parse_database_url(text: str) -> str:
    scheme, separator, rest = text.partition("://")
    if not separator or not rest or scheme not in _SCHEMES:
        raise ValueError(texts.BAD_DATABASE_URL)
    if scheme.startswith("postgres") and importlib.util.find_spec("psycopg") is None:
        raise ValueError(texts.NO_POSTGRES_DRIVER)
    return f"{_SCHEMES[scheme]}://{rest}"


def _parse_moderator_ids(text: str) -> frozenset[int]:
    ids = [part.strip() for part in text.split(",") if part.strip()]
    if not all(_USER_ID.fullmatch(part) for part in ids):
        raise ValueError(texts.BAD_MODERATOR_IDS)
    return frozenset(map(int, ids))


def _parse_hosts(text: str) -> frozenset[str]:
    hosts = [part.strip().lower() for part in text.split(",") if part.strip()]
    if not all(_HOST.fullmatch(host) for host in hosts):
        raise ValueError(texts.BAD_ALLOW_HOSTS)
    return frozenset(hosts)


def _parse_log_level(text: str) -> str:
    if text.upper() not in _LEVELS:
        raise ValueError(texts.BAD_LOG_LEVEL)
    return text.upper()


def _parse_log_format(text: str) -> str:
    if text.lower() not in {"text", "json"}:
        raise ValueError(texts.BAD_LOG_FORMAT)
    return text.lower()
