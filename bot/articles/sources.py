"""The files of a corpus folder, read safely: names, sizes, links, and the digest of all bytes."""

from __future__ import annotations

import hashlib
import os
import re
import stat
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import itemgetter
from pathlib import Path

from bot.articles.errors import CorpusFolderError, EmptyCorpusError
from bot.articles.values import Problem, Severity
from bot.texts import file_problems as texts
from bot.texts.problems import Wording

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
    root, entries = list_files(folder)
    return gather([read_file(root / name, name, root) for name in entries])


def list_files(folder: Path) -> tuple[Path, Mapping[str, os.DirEntry[str]]]:
    """Return the folder without links in its path, and its files by name, in that order.

    Raises:
        CorpusError: as for `read_sources`.
    """
    try:
        root = folder.resolve(strict=True)
        entries = dict(sorted(_list(root), key=itemgetter(0)))
    except (OSError, RuntimeError) as error:
        raise CorpusFolderError(folder) from error
    if not any(name.startswith(f"{ARTICLES}/") and name.endswith(".md") for name in entries):
        raise EmptyCorpusError(folder)
    return root, entries


def gather(read: Iterable[SourceFile | Problem]) -> Sources:
    """Put together what was read of each file."""
    files: list[SourceFile] = []
    problems: list[Problem] = []
    for each in read:
        if isinstance(each, SourceFile):
            files.append(each)
        else:
            problems.append(each)
    files.sort(key=lambda file: file.name)
    problems.sort(key=lambda problem: problem.file)
    return Sources(tuple(files), tuple(problems))


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


def _list(root: Path) -> Iterator[tuple[str, os.DirEntry[str]]]:
    for entry in _list_shown(root):
        name, path = entry.name, root / entry.name
        if name in {ARTICLES, CLAIMS} and entry.is_dir() and not _leads_out(path, root):
            yield from ((f"{name}/{inner.name}", inner) for inner in _list_shown(path))
        elif name != "README.md":
            yield name, entry


def _list_shown(folder: Path) -> list[os.DirEntry[str]]:
    # Hidden files belong to editors, version control and file systems.
    with os.scandir(folder) as entries:
        return [entry for entry in entries if not entry.name.startswith(".")]


def _name_fault(path: Path, root: Path) -> Wording | None:
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


def _read(path: Path) -> bytes | Wording:
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
