"""What must be in no log, database or figure: tokens, ids of people and groups, what they write.

What people write is kept in the database, so only logs and figures are searched for it. Bots that
are processes of their own leave theirs as files; see `tests.process_traces`.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest.mock import patch

from prometheus_client import CollectorRegistry, generate_latest

from bot.logs import SecretFilter, quiet_libraries
from tests.fake_telegram.fake import FakeTelegram
from tests.process_traces import read_logs, read_pages

_FEWEST_WORDS = 3
"""Shorter texts, such as the name of the bot, may stand in a line of our own."""

_LONG_NUMBER = re.compile(r"\d[\d.]*e\+\d{2}\b")


class Traces(logging.Handler):
    """Keeps all that is logged, as it would be written, and every registry of figures."""

    def __init__(self, token: str) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.registries: list[CollectorRegistry] = []
        self.addFilter(SecretFilter([token, token.partition(":")[2]]))

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


@contextmanager
def watching(token: str) -> Iterator[Traces]:
    """Log at DEBUG, with the libraries as quiet as the program makes them, and keep it.

    Registries that are made meanwhile are kept as well.
    """
    traces, root = Traces(token), logging.getLogger()
    level = root.level
    quiet_libraries()
    root.setLevel(logging.DEBUG)
    root.addHandler(traces)
    try:
        with _noting_registries(traces.registries):
            yield traces
    finally:
        root.removeHandler(traces)
        root.setLevel(level)


def find_leaks(telegram: FakeTelegram, traces: Traces, folder: Path) -> list[str]:
    """Return what a test left of people, groups, token and texts, also in files of `folder`."""
    people = [str(each.id) for each in telegram.world.people.values() if not each.is_bot]
    rooms = [str(abs(each.id)) for each in telegram.world.chats.values() if each.id < 0]
    never = [telegram.token.partition(":")[2], *people, *rooms]
    secrets, kept = [*never, *_list_texts(telegram)], b"".join(_read_databases(folder))
    figures = (generate_latest(each).decode() for each in traces.registries)
    return [
        *_search("log", secrets, [*traces.lines, *read_logs(folder)]),
        *(f"database: {secret}" for secret in never if _is_kept(kept, secret)),
        *_search("metrics", secrets, [*figures, *read_pages(folder)]),
    ]


def find_process_leaks(secrets: Collection[str], folder: Path) -> list[str]:
    """Return which of `secrets` are in the logs and pages of the processes of `folder`."""
    return [
        *_search("log", secrets, read_logs(folder)),
        *_search("metrics", secrets, read_pages(folder)),
    ]


def list_secrets(update: Mapping[str, Any]) -> Iterator[str]:
    """Yield who sent an update of the Bot API, and what they wrote."""
    for content in update.values():
        if isinstance(content, dict):
            yield str(content["from"]["id"])
            yield from _keep_private([content.get("text", ""), content.get("query", "")])


def _search(place: str, secrets: Iterable[str], texts: Iterable[str]) -> Iterator[str]:
    shown = "\n".join(map(_spell_out, texts))
    return (f"{place}: {secret}" for secret in secrets if _has(shown, secret))


def _has(shown: str, secret: str) -> bool:
    """Tell whether `shown` has `secret`; digits within a longer number are no id."""
    if secret not in shown:
        return False
    return not secret.isdecimal() or bool(re.search(rf"(?<![\d.]){secret}(?!\d)", shown))


def _is_kept(kept: bytes, secret: str) -> bool:
    """Tell whether the bytes of databases have `secret`, whatever stands beside it there.

    SQLite writes the columns of a row without a gap, and a number of an id's length as eight bytes.
    """
    if secret.encode() in kept:
        return True
    return secret.isdecimal() and int(secret).to_bytes(8, "big") in kept


def _spell_out(text: str) -> str:
    """Return a log or a page as it reads, and its long numbers with all of their digits.

    A line break in a label or in JSON is two characters, and 500000001 is 5.00000001e+08.
    """
    numbers = (str(int(float(each))) for each in _LONG_NUMBER.findall(text))
    return "\n".join([text.replace(r"\n", "\n").replace(r"\"", '"'), *numbers])


@contextmanager
def _noting_registries(noted: list[CollectorRegistry]) -> Iterator[None]:
    """Add each registry of Prometheus' client that is made meanwhile to `noted`."""
    original = CollectorRegistry.__init__

    def note(registry: CollectorRegistry, *args: object, **options: object) -> None:
        original(registry, *args, **options)  # type: ignore[arg-type]
        noted.append(registry)

    with patch.object(CollectorRegistry, "__init__", note):
        yield


def _read_databases(folder: Path) -> Iterator[bytes]:
    for path in sorted(folder.rglob("*.db*")):
        if path.is_file():
            yield path.read_bytes()


def _list_texts(telegram: FakeTelegram) -> Iterator[str]:
    """Yield what people sent."""
    messages = (each for chat in telegram.world.chats.values() for each in chat.messages.values())
    yield from _keep_private(each.json.get("text", "") for each in messages if not each.by_bot)


def _keep_private(texts: Iterable[str]) -> Iterator[str]:
    """Yield those of the texts that are nobody's but their author's, without commands."""
    for text in texts:
        words = text.partition(" ")[2] if text.startswith("/") else text
        if len(words.split()) >= _FEWEST_WORDS:
            yield words
