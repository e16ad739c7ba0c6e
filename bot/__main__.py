"""`python -m bot` and `tanya-sirekap`: find the command, read the settings, end without a fuss."""

from __future__ import annotations

import argparse
import contextlib
import io
import logging
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from bot import __version__
from bot.articles.errors import CorpusError
from bot.cli import COMMANDS, SERVE
from bot.logs import configure_logging
from bot.settings import Settings, SettingsError, load_settings
from bot.texts import console as texts
from bot.unneeded import leave_out

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

_USAGE_ERROR = 2
_BUG = 1
_INTERRUPTED = 130
_PIPE_CLOSED = 141


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code.

    2 stands for settings or a corpus that cannot be used, 130 for Ctrl-C, and 141 for a reader
    that went away, as shells report them.
    """
    _accept_any_text()
    words = list(sys.argv[1:] if argv is None else argv)
    args = build_parser(words).parse_args(words)
    try:
        settings = load_settings(os.environ, Path.cwd())
        configure_logging(settings, quiet=bool(words))
        code = _run(args, settings)
        sys.stdout.flush()
    except SettingsError as error:
        return _complain(str(error))
    except KeyboardInterrupt:
        return _INTERRUPTED
    except BrokenPipeError:
        _drop_output()
        return _PIPE_CLOSED
    except OSError as error:
        logging.getLogger(__name__).debug("", exc_info=True)
        return _complain(texts.describe_os_error(error.filename, error.strerror or str(error)))
    return code


def build_parser(words: Sequence[str]) -> argparse.ArgumentParser:
    """Return the parser for `words`; only the command that they name is imported."""
    parser = argparse.ArgumentParser(
        prog="tanya-sirekap", description=texts.PROGRAM, epilog=texts.PROGRAM_EPILOG
    )
    parser.add_argument("--version", action="version", version=f"%(prog)s {__version__}")
    subparsers = parser.add_subparsers(title=texts.COMMANDS_TITLE, metavar=texts.COMMAND_METAVAR)
    for module in _find_modules(words):
        import_module(module).register(subparsers)
    return parser


def _find_modules(words: Sequence[str]) -> list[str]:
    # Only the named command is imported, so that it starts fast; a help page needs them all.
    if not words:
        return []
    if words[0] in COMMANDS:
        return [COMMANDS[words[0]]]
    return list(dict.fromkeys(COMMANDS.values()))


def _run(args: argparse.Namespace, settings: Settings) -> int:
    run = getattr(args, "run", None) or _find_service()
    try:
        return int(run(args, settings))
    except CorpusError as error:
        return _complain(str(error))
    except (OSError, SettingsError):
        raise
    except Exception:
        # Through the log, where secrets are taken out of the traceback.
        logging.getLogger(__name__).exception(texts.UNEXPECTED)
        return _BUG


def _find_service() -> Callable[[argparse.Namespace, Settings], int]:
    leave_out()
    run: Callable[[argparse.Namespace, Settings], int] = import_module(SERVE).run
    return run


def _complain(message: str) -> int:
    sys.stderr.write(message + "\n")
    return _USAGE_ERROR


def _accept_any_text() -> None:
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")


def _drop_output() -> None:
    # What is still buffered would raise again when Python closes the stream.
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


if __name__ == "__main__":
    sys.exit(main())
