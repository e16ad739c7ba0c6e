"""Reading what people type, with the editing keys and the history of a shell."""

from __future__ import annotations

import contextlib
from importlib import import_module
from typing import TYPE_CHECKING

from bot.console.screen import plain
from bot.texts import console as texts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import TextIO

    from rich.console import Console


def read_messages(screen: Console, source: TextIO) -> Iterator[str]:
    """Yield each line until the input ends.

    On a terminal there is a prompt, Ctrl-C drops the line, and lines can be recalled with the
    arrow keys until the program ends; they are never written to disk. From a file or a pipe each
    line is repeated behind the prompt, so that the output reads as a conversation.
    """
    if not source.isatty():
        for line in source:
            message = line.strip().removeprefix("\ufeff")
            screen.print(plain(texts.PROMPT + message, "bold"))
            yield message
        return
    _enable_history()
    while True:
        try:
            yield input(texts.PROMPT).strip()
        except KeyboardInterrupt:
            screen.print()
        except EOFError:
            screen.print()
            return


def _enable_history() -> None:
    # Importing it is what gives `input` its history; some systems do without.
    with contextlib.suppress(ImportError):
        import_module("readline")
