"""Logging on standard error: one line a record, as text or JSON, and never a secret."""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.settings import Settings

_REDACTED = "[disembunyikan]"
_RECOGNISABLE = 20
"""A token's second half of at least this many characters is a secret by itself."""

_TALKATIVE = {
    # An address of the Bot API holds the token.
    **dict.fromkeys(("httpx", "httpcore", "reqwest", "hyper_util", "urllib3"), logging.WARNING),
    # At DEBUG these write down whole updates, and every value that goes into the database.
    **dict.fromkeys(("telegram", "psycopg"), logging.INFO),
    "sqlalchemy": logging.WARNING,
    # It quotes the address of a page in which it finds no article.
    "trafilatura": logging.CRITICAL,
}
"""The lowest level at which a library writes down nothing secret or personal, by its logger."""


def configure_logging(settings: Settings, *, quiet: bool = False) -> None:
    """Send every record to standard error as the settings ask.

    `quiet` is for commands that talk to a person in a terminal: INFO then means WARNING.

    Libraries that write down addresses, updates or values stay quiet whatever the level.
    """
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_JsonFormatter() if settings.log_format == "json" else _text_formatter())
    handler.addFilter(SecretFilter(_list_secrets(settings)))
    root = logging.getLogger()
    for former in tuple(root.handlers):
        root.removeHandler(former)
    root.addHandler(handler)
    root.setLevel("WARNING" if quiet and settings.log_level == "INFO" else settings.log_level)
    quiet_libraries()


def quiet_libraries() -> None:
    """Keep libraries from writing down what is secret or personal, at any level of ours."""
    ours = logging.getLogger().level
    for name, level in _TALKATIVE.items():
        logging.getLogger(name).setLevel(max(level, ours))


class SecretFilter(logging.Filter):
    """Takes secrets out of a record's message, exception and stack before it is written."""

    def __init__(self, secrets: Iterable[str]) -> None:
        """Hide each of `secrets`, longest first, as written and as quoted in an address."""
        super().__init__()
        spellings = {form for secret in secrets for form in (secret, quote(secret, safe=""))}
        self._spellings = sorted(spellings - {""}, key=len, reverse=True)

    def filter(self, record: logging.LogRecord) -> bool:
        """Redact `record` in place; every record passes."""
        record.msg = self._redact(record.getMessage())
        record.args = ()
        if record.exc_info and not record.exc_text:
            record.exc_text = logging.Formatter().formatException(record.exc_info)
        if record.exc_text:
            record.exc_text = self._redact(record.exc_text)
        if record.stack_info:
            record.stack_info = self._redact(record.stack_info)
        return True

    def _redact(self, text: str) -> str:
        for spelling in self._spellings:
            text = text.replace(spelling, _REDACTED)
        return text


class _JsonFormatter(logging.Formatter):
    def format(self, record: logging.LogRecord) -> str:
        entry = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": record.getMessage(),
        }
        exception = record.exc_text or (record.exc_info and self.formatException(record.exc_info))
        if exception:
            entry["exception"] = exception
        return json.dumps(entry, ensure_ascii=False)


def _text_formatter() -> logging.Formatter:
    return logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s")


def _list_secrets(settings: Settings) -> list[str]:
    token = settings.telegram_bot_token or ""
    _, _, half = token.partition(":")
    secrets = [token, half if len(half) >= _RECOGNISABLE else "", settings.webhook_secret or ""]
    if settings.database_url.startswith("postgresql"):
        secrets.append(settings.database_url)
    return secrets
