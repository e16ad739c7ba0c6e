"""Commands as processes that fork from one which has imported the whole program already.

Hundreds of commands would import for longer than they work. That each starts by itself as well is
shown where it is asked for with `subprocess`, and by every bot that runs as a process.
"""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from tests.articles.samples import SHIPPED

_PROGRAM = """
import gc, io, json, os, sys, traceback
from importlib import import_module

import sqlalchemy.dialects.sqlite.pysqlite
from bot.__main__ import main
from bot.cli import COMMANDS

for module in set(COMMANDS.values()):
    import_module(module)

def run(words, settings, folder, files):
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(settings)
    for number, path in enumerate((os.devnull, *files)):
        os.dup2(os.open(path, os.O_WRONLY if number else os.O_RDONLY), number)
    encoding = settings.get("PYTHONIOENCODING", "utf-8")
    sys.stdin = open(0, encoding=encoding)
    sys.stdout = open(1, "w", encoding=encoding)
    sys.stderr = open(2, "w", encoding=encoding, errors="backslashreplace", buffering=1)
    try:
        code = main(words)
    except SystemExit as end:
        code = end.code
    gc.collect()
    sys.stdout.flush()
    return code

for line in sys.stdin:
    child = os.fork()
    if child == 0:
        code = 1
        try:
            code = run(**json.loads(line))
        except BaseException:
            traceback.print_exc()
        os._exit(code)
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
"""


def run_command(
    words: Sequence[str], settings: Mapping[str, str], folder: Path
) -> subprocess.CompletedProcess[str]:
    """Run the program with these `words` and settings in `folder`, and return how it ended."""
    return _open_server().run(words, settings, folder)


class _Server:
    """The process that others fork from, one after another."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process = subprocess.Popen(
            [sys.executable, "-W", "error", "-c", _PROGRAM],
            cwd=SHIPPED.parent,
            env={**os.environ, "PYTHONPATH": str(SHIPPED.parent)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def run(
        self, words: Sequence[str], settings: Mapping[str, str], folder: Path
    ) -> subprocess.CompletedProcess[str]:
        with tempfile.TemporaryDirectory() as place, self._lock:
            files = [Path(place, name) for name in ("stdout", "stderr")]
            for file in files:
                file.touch()
            request = {
                "words": [*words],
                "settings": {**settings},
                "folder": str(folder),
                "files": [*map(str, files)],
            }
            assert self._process.stdin
            assert self._process.stdout
            self._process.stdin.write(json.dumps(request) + "\n")
            self._process.stdin.flush()
            code = int(self._process.stdout.readline())
            output, errors = (file.read_text(encoding="utf-8") for file in files)
        return subprocess.CompletedProcess([*words], code, output, errors)

    def close(self) -> None:
        self._process.communicate()


@cache
def _open_server() -> _Server:
    server = _Server()
    atexit.register(server.close)
    return server
