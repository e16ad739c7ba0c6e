"""What must be in no log, database or figure: tokens, people's ids, and what they write.

What people write is kept in the database, so only logs and figures are searched for it.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from math import isfinite
from pathlib import Path
from unittest.mock import patch

from prometheus_client import CollectorRegistry, generate_latest

from bot.logs import SecretFilter, quiet_libraries
from tests.fake_telegram.fake import FakeTelegram

_FEWEST_WORDS = 3
"""Shorter texts, such as the name of the bot, may stand in a line of our own."""


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
    """Return what a test left of people, token and texts, also in the databases of `folder`."""
    people = [str(each.id) for each in telegram.world.people.values() if not each.is_bot]
    never = [telegram.token.partition(":")[2], *people]
    texts = [*_list_texts(telegram)]
    written, kept = "\n".join(traces.lines), b"".join(_read_databases(folder))
    shown = "\n".join(line for each in traces.registries for line in _read_figures(each))
    return [
        *(f"log: {secret}" for secret in (*never, *texts) if secret in written),
        *(f"database: {secret}" for secret in never if secret.encode() in kept),
        *(f"metrics: {secret}" for secret in (*never, *texts) if secret in shown),
    ]


@contextmanager
def _noting_registries(noted: list[CollectorRegistry]) -> Iterator[None]:
    """Add each registry of Prometheus' client that is made meanwhile to `noted`."""
    original = CollectorRegistry.__init__

    def note(registry: CollectorRegistry, *args: object, **options: object) -> None:
        original(registry, *args, **options)  # type: ignore[arg-type]
        noted.append(registry)

    with patch.object(CollectorRegistry, "__init__", note):
        yield


def _read_figures(registry: CollectorRegistry) -> Iterator[str]:
    """Yield what Prometheus is shown, and each value as a whole number.

    Ids have too many digits to be shown as they are: 500000001 is 5.00000001e+08 there.
    """
    # A line break in a label is shown as two characters.
    yield generate_latest(registry).decode().replace(r"\n", "\n").replace(r"\"", '"')
    for family in registry.collect():
        yield from (str(int(each.value)) for each in family.samples if isfinite(each.value))


def _read_databases(folder: Path) -> Iterator[bytes]:
    for path in sorted(folder.rglob("*.db*")):
        if path.is_file():
            yield path.read_bytes()


def _list_texts(telegram: FakeTelegram) -> Iterator[str]:
    """Yield what people sent, without commands."""
    for chat in telegram.world.chats.values():
        for message in chat.messages.values():
            text = message.json.get("text", "")
            if not message.by_bot and len(text.split()) >= _FEWEST_WORDS and text[0] != "/":
                yield text
