"""What each setting may hold: from its text to a value, or a ValueError that says the mend."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path
from urllib.parse import urlsplit

from bot.texts import settings as texts

_TOKEN = re.compile(r"[0-9]+:[A-Za-z0-9_-]+")
_PRIVACY_KEY = re.compile(r"(?:[0-9A-Fa-f]{2}){32,}")
_HOST = re.compile(r"(?:[a-z0-9_](?:[a-z0-9._-]*[a-z0-9_])?|\[[0-9a-f:.]+\])(?::[0-9]{1,5})?")
_MODERATOR = re.compile(r"([0-9]{1,19})(?:\s*:\s*(chief|ketua))?", re.IGNORECASE)
_SWITCHES = {"on": True, "off": False}
_LEVELS = frozenset({"DEBUG", "INFO", "WARNING", "ERROR", "CRITICAL"})
_SCHEMES = {
    "postgres": "postgresql+psycopg",
    "postgresql": "postgresql+psycopg",
    "postgresql+psycopg": "postgresql+psycopg",
    "sqlite": "sqlite",
    # The driver of earlier releases.
    "sqlite+aiosqlite": "sqlite",
}
_WEBHOOK_PORTS = frozenset({None, 443, 80, 88, 8443})
_WEBHOOK_PATH = re.compile(r"(?:/[A-Za-z0-9._~-]+)+")
_WEBHOOK_SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_OWN_PATHS = frozenset({"/healthz", "/readyz", "/metrics"})
_LAST_PORT = 65_535


def parse_privacy_key(text: str) -> bytes:
    """Return the key that `text` writes in hexadecimal.

    Raises:
        ValueError: when it holds less than 32 bytes or something else.
    """
    if not _PRIVACY_KEY.fullmatch(text):
        raise ValueError(texts.BAD_PRIVACY_KEY)
    return bytes.fromhex(text)


def parse_folder(text: str) -> Path:
    """Return the folder that `text` names, which may begin with `~`."""
    try:
        return Path(text).expanduser()
    except RuntimeError as error:
        raise ValueError(texts.NO_SUCH_HOME) from error


def parse_token(text: str) -> str:
    """Return `text` if it is a bot's token as @BotFather gives them."""
    if not _TOKEN.fullmatch(text):
        raise ValueError(texts.NOT_FROM_BOTFATHER)
    return text


def parse_api_url(text: str) -> str:
    """Return the base address of a Bot API server, without a slash at its end."""
    try:
        parts = urlsplit(text)
        usable = parts.scheme in {"http", "https"} and parts.hostname and parts.port != 0
    except ValueError as error:
        raise ValueError(texts.BAD_API_URL) from error
    if not usable or "@" in parts.netloc or parts.query or parts.fragment or " " in text:
        raise ValueError(texts.BAD_API_URL)
    return text.rstrip("/")


def parse_database_url(text: str) -> str:
    """Return the address of a database with its driver, as SQLAlchemy writes it."""
    scheme, separator, rest = text.partition("://")
    is_kept = rest.strip("/") and ":memory:" not in rest
    if not separator or not is_kept or scheme not in _SCHEMES:
        raise ValueError(texts.BAD_DATABASE_URL)
    if scheme.startswith("postgres") and importlib.util.find_spec("psycopg") is None:
        raise ValueError(texts.NO_POSTGRES_DRIVER)
    return f"{_SCHEMES[scheme]}://{rest}"


def parse_moderators(text: str) -> tuple[frozenset[int], frozenset[int]]:
    """Return the ids in `text`, which commas separate, and those that it marks as chiefs.

    Where none is marked, the first one is chief.
    """
    parts = [part.strip() for part in text.split(",") if part.strip()]
    found = [match for part in parts if (match := _MODERATOR.fullmatch(part))]
    if len(found) < len(parts):
        raise ValueError(texts.BAD_MODERATOR_IDS)
    chiefs = frozenset(int(match[1]) for match in found if match[2])
    ids = [int(match[1]) for match in found]
    return frozenset(ids), chiefs or frozenset(ids[:1])


def parse_switch(text: str) -> bool:
    """Return True for `on` and False for `off`."""
    if text.lower() not in _SWITCHES:
        raise ValueError(texts.BAD_SWITCH)
    return _SWITCHES[text.lower()]


def parse_hosts(text: str) -> frozenset[str]:
    """Return the hosts in `text`, each `host` or `host:port` in lower case."""
    hosts = [part.strip().lower() for part in text.split(",") if part.strip()]
    if not all(_HOST.fullmatch(host) for host in hosts):
        raise ValueError(texts.BAD_ALLOW_HOSTS)
    return frozenset(hosts)


def parse_log_level(text: str) -> str:
    """Return the name of a level of logging, in capitals."""
    if text.upper() not in _LEVELS:
        raise ValueError(texts.BAD_LOG_LEVEL)
    return text.upper()


def parse_log_format(text: str) -> str:
    """Return `text` or `json`."""
    if text.lower() not in {"text", "json"}:
        raise ValueError(texts.BAD_LOG_FORMAT)
    return text.lower()


def parse_webhook_url(text: str) -> str:
    """Return the public address of the webhook; without a path, it gets `/telegram`.

    Telegram takes https on four ports only: https://core.telegram.org/bots/api#setwebhook
    """
    try:
        parts = urlsplit(text)
        usable = parts.scheme == "https" and parts.hostname and parts.port in _WEBHOOK_PORTS
    except ValueError as error:
        raise ValueError(texts.BAD_WEBHOOK_URL) from error
    if not usable or "@" in parts.netloc or parts.query or parts.fragment:
        raise ValueError(texts.BAD_WEBHOOK_URL)
    path = parts.path.rstrip("/") or "/telegram"
    if not _WEBHOOK_PATH.fullmatch(path) or path in _OWN_PATHS:
        raise ValueError(texts.BAD_WEBHOOK_PATH)
    return f"https://{parts.netloc}{path}"


def parse_webhook_secret(text: str) -> str:
    """Return `text` if Telegram takes it as the secret of a webhook."""
    if not _WEBHOOK_SECRET.fullmatch(text):
        raise ValueError(texts.UNFIT_FOR_TELEGRAM)
    return text


def parse_listen(text: str) -> tuple[str, int]:
    """Return host and port in `host:port`; an IPv6 address stands in brackets."""
    host, _, port = text.rpartition(":")
    if not _HOST.fullmatch(text.lower()) or not host or not 0 < int(port) <= _LAST_PORT:
        raise ValueError(texts.BAD_LISTEN)
    return host.strip("[]"), int(port)
