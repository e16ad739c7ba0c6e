"""On a terminal, keys do in `chat` what they do in a shell, and nothing typed reaches the disk."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

from tests.console.running import PROGRAM, TIMEOUT, make_environment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

UP = "\x1b[A"
CTRL_C = "\x03"
CTRL_D = "\x04"
LOGIN = "import os, sys; os.login_tty(0); os.execv(sys.argv[1], sys.argv[1:])"
"""Makes the terminal the one that sends Ctrl-C to the program."""


class Terminal:
    """A pseudo-terminal with the program on its other end."""

    def __init__(self, descriptor: int, process: subprocess.Popen[bytes]) -> None:
        self._descriptor = descriptor
        self.process = process

    def type(self, keys: str) -> None:
        os.write(self._descriptor, keys.encode())

    def read_until(self, words: str) -> str:
        """Return everything shown up to `words`, or fail when they do not come."""
        shown = ""
        end = time.monotonic() + TIMEOUT
        while words not in shown:
            ready, _, _ = select.select([self._descriptor], [], [], end - time.monotonic())
            assert ready, f"{words!r} did not come after {shown!r}"
            shown += os.read(self._descriptor, 4096).decode("utf-8", "replace")
        return shown


@contextmanager
def open_chat(folder: Path) -> Iterator[Terminal]:
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", LOGIN, *PROGRAM, "chat"],
        cwd=folder,
        env=make_environment(folder, TERM="xterm", COLUMNS="80", HOME=str(folder)),
        stdin=theirs,
        stdout=theirs,
        stderr=theirs,
    )
    os.close(theirs)
    try:
        terminal = Terminal(ours, process)
        terminal.read_until("Tanya: ")
        yield terminal
    finally:
        process.kill()
        process.wait()
        os.close(ours)


def test_ctrl_c_drops_the_line_and_the_conversation_goes_on(tmp_path: Path) -> None:
    with open_chat(tmp_path) as terminal:
        terminal.type("resep rend")
        terminal.read_until("rend")
        # Python misses a signal that comes after a key and before it waits for the next one.
        time.sleep(0.3)
        terminal.type(CTRL_C)
        terminal.read_until("Tanya: ")
        terminal.type("/tentang\r")
        shown = terminal.read_until("Tanya: ")

        assert "mengarang" in shown
        assert "tidak ditemukan" not in shown


def test_ctrl_d_leaves(tmp_path: Path) -> None:
    with open_chat(tmp_path) as terminal:
        terminal.type(CTRL_D)
        terminal.read_until("Sampai jumpa.")

        assert terminal.process.wait(TIMEOUT) == 0


def test_an_earlier_line_can_be_recalled(tmp_path: Path) -> None:
    with open_chat(tmp_path) as terminal:
        terminal.type("/topik cuaca\r")
        terminal.read_until("Tanya: ")
        terminal.type(UP)

        assert "/topik cuaca" in terminal.read_until("cuaca")


def test_nothing_that_was_typed_reaches_the_disk(tmp_path: Path) -> None:
    with open_chat(tmp_path) as terminal:
        terminal.type("apakah sirekap memakai rahasianegara?\r")
        terminal.read_until("Tanya: ")
        terminal.type(CTRL_D)
        terminal.read_until("Sampai jumpa.")
        terminal.process.wait(TIMEOUT)

    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert not [path for path in files if b"rahasianegara" in path.read_bytes()]
    assert not list(tmp_path.glob(".*history*"))
