"""What must be in no log, at any level: tokens, people's ids, and what they write."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bot.logs import SecretFilter, quiet_libraries
from tests.fake_telegram.fake import FakeTelegram

_FEWEST_WORDS = 3
"""Shorter texts, such as the name of the bot, may stand in a line of our own."""


class Log(logging.Handler):
    """Keeps all that is logged, as it would be written."""

    def __init__(self, token: str) -> None:
        super().__init__()
        self.lines: list[str] = []
        self.addFilter(SecretFilter([token, token.partition(":")[2]]))

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


@contextmanager
def reading_log(token: str) -> Iterator[Log]:
    """Log at DEBUG, with the libraries as quiet as the program makes them, and keep it."""
    log, root = Log(token), logging.getLogger()
    level = root.level
    quiet_libraries()
    root.setLevel(logging.DEBUG)
    root.addHandler(log)
    try:
        yield log
    finally:
        root.removeHandler(log)
        root.setLevel(level)


def find_leaks(telegram: FakeTelegram, log: Log, folder: Path) -> list[str]:
    """Return what a test left in its log, or of people and token in the databases of `folder`."""
    people = [str(each.id) for each in telegram.world.people.values() if not each.is_bot]
    never = [telegram.token.partition(":")[2], *people]
    written, kept = "\n".join(log.lines), b"".join(_read_databases(folder))
    return [
        *(f"log: {secret}" for secret in (*never, *_list_texts(telegram)) if secret in written),
        *(f"database: {secret}" for secret in never if secret.encode() in kept),
    ]


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
