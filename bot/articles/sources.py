"""The files of a corpus folder, read safely: names, sizes, links, and the digest of all bytes."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.articles.errors import CorpusFolderError, EmptyCorpusError
from bot.articles.values import Problem, Severity
from bot.texts import problems as texts

MAX_BYTES = 256 * 1024
ARTICLES = "articles"
CLAIMS = "claims"
TOPICS = "topics.yaml"
GLOSSARY = "glossary.yaml"
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\.md")
# A named pipe would block an ordinary open for ever; Windows has neither pipes nor the flag.
_OPEN_FLAGS = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class SourceFile:
    """One file as it lies on disk; `name` is relative to the corpus folder, with slashes."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Sources:
    """Every file of a corpus in the order of the names, and what could not be read."""

    files: tuple[SourceFile, ...]
    problems: tuple[Problem, ...]

    def of(self, folder: str) -> Iterator[SourceFile]:
        """Yield the files inside `folder`."""
        return (file for file in self.files if file.name.startswith(f"{folder}/"))

    def named(self, name: str) -> SourceFile | None:
        """Return the file called `name`, or None."""
        return next((file for file in self.files if file.name == name), None)

    @property
    def revision(self) -> str:
        """A digest of all names and bytes, and of what could not be read."""
        digest = hashlib.blake2b(digest_size=16)
        for file in self.files:
            name = file.name.encode()
            digest.update(b"%d:%b%d:" % (len(name), name, len(file.data)))
            digest.update(file.data)
        for problem in self.problems:
            digest.update(str(problem).encode())
        return digest.hexdigest()


def read_sources(folder: Path) -> Sources:
    """Read every file that belongs to the corpus in `folder`.

    Links that lead out of the folder, files over `MAX_BYTES`, and everything that is no regular
    file are left out and reported.

    Raises:
        CorpusFolderError: the folder is missing, is no folder, or may not be read.
        EmptyCorpusError: the folder holds no article file.
    """
    try:
        root = folder.resolve(strict=True)
        paths = sorted(_list(root))
    except (OSError, RuntimeError) as error:
        raise CorpusFolderError(folder) from error
    read = [read_file(path, path.relative_to(root).as_posix(), root) for path in paths]
    if not any(path.parent.name == ARTICLES and path.suffix == ".md" for path in paths):
        raise EmptyCorpusError(folder)
    return Sources(
        tuple(sorted((f for f in read if isinstance(f, SourceFile)), key=lambda file: file.name)),
        tuple(sorted((p for p in read if isinstance(p, Problem)), key=lambda p: p.file)),
    )


def read_file(path: Path, name: str, root: Path | None = None) -> SourceFile | Problem:
    """Read one file that is called `name`, or say why it is not read.

    With `root`, the name is checked too, and a link must not lead out of that folder.
    """
    shown = _printable(name)
    wording = _name_fault(path, root) if root else None
    if wording is None:
        result = _read(path)
        if isinstance(result, bytes):
            return SourceFile(name, result)
        wording = result
    harmless = wording is texts.UNEXPECTED_FILE
    severity = Severity.WARNING if harmless else Severity.ERROR
    return Problem(shown, 1, wording.text, wording.mend, severity)


def fingerprint(folder: Path) -> str:
    """Return the `Corpus.revision` that reading `folder` now would give, without parsing.

    Raises:
        CorpusError: as for `read_sources`.
    """
    return read_sources(folder).revision


def _list(root: Path) -> Iterator[Path]:
    # Hidden files belong to editors, version control and file systems.
    for path in root.iterdir():
        if path.name.startswith("."):
            continue
        if path.name in {ARTICLES, CLAIMS} and path.is_dir() and not _leads_out(path, root):
            yield from (inner for inner in path.iterdir() if not inner.name.startswith("."))
        elif path.name != "README.md":
            yield path


def _name_fault(path: Path, root: Path) -> texts.Wording | None:
    if _leads_out(path, root):
        return texts.LINK_OUTSIDE
    if path.parent == root:
        return None if path.name in {TOPICS, GLOSSARY} else texts.UNEXPECTED_FILE
    if path.suffix.lower() != ".md":
        return texts.UNEXPECTED_FILE
    return None if _SLUG.fullmatch(path.name) else texts.BAD_NAME


def _leads_out(path: Path, root: Path) -> bool:
    if not path.is_symlink():
        return False
    try:
        return not path.resolve().is_relative_to(root)
    except (OSError, RuntimeError):
        return True


def _read(path: Path) -> bytes | texts.Wording:
    try:
        handle = os.open(path, _OPEN_FLAGS)
    except OSError:
        return texts.NOT_A_FILE if path.is_dir() else texts.FILE_UNREADABLE
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        return texts.NOT_A_FILE
    with os.fdopen(handle, "rb") as file:
        data = file.read(MAX_BYTES + 1)
    return data if len(data) <= MAX_BYTES else texts.too_large(MAX_BYTES // 1024)


def _printable(name: str) -> str:
    safe = name.encode("utf-8", "backslashreplace").decode()
    return "".join(char if char.isprintable() else f"\\x{ord(char):02x}" for char in safe)
