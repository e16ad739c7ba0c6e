"""Gathers the problems of corpora and of single files for `corpus check`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path, PurePosixPath

from bot.articles import Article, Corpus, EmptyCorpusError, Problem, check_file, load_corpus

Track = Callable[[Sequence[Article]], Iterable[Article]]
"""Passes articles on one by one, and may show how far the work has come."""

ProblemSource = Callable[[Corpus, Track], Iterable[Problem]]
"""Finds more problems in a corpus than reading does; their files are relative to its folder."""

_PARTS = frozenset({"articles", "claims", "topics.yaml", "glossary.yaml"})


def check_corpus(
    folder: Path, shown: Path, sources: Sequence[ProblemSource], track: Track
) -> Iterator[Problem]:
    """Yield the problems of the corpus in `folder`, whose files are shown below `shown`.

    Raises:
        CorpusError: the corpus cannot be read.
    """
    corpus = load_corpus(folder)
    problems = [*corpus.problems, *(p for source in sources for p in source(corpus, track))]
    for problem in sorted(problems, key=lambda problem: (problem.file, problem.line)):
        yield replace(problem, file=(shown / problem.file).as_posix())


def check_path(
    path: Path, home: Path, sources: Sequence[ProblemSource], track: Track
) -> Iterator[Problem]:
    """Yield the problems of a file or folder, inside or outside a corpus; files as `path` has them.

    A part of a corpus is checked within that corpus. Anything else is checked as if it were to
    join the corpus in `home`.

    Raises:
        OSError: `path` does not exist.
        CorpusError: a corpus cannot be read, or a folder holds nothing to check.
    """
    path.lstat()
    root = _find_root(path)
    if root is None:
        yield from _check_outside(path, home)
        return
    inner = _locate(path).relative_to(root)
    for problem in check_corpus(root, Path(), sources, track):
        file = PurePosixPath(problem.file)
        if file.is_relative_to(inner):
            yield replace(problem, file=(path / file.relative_to(inner)).as_posix())


def _find_root(path: Path) -> Path | None:
    place = _locate(path)
    if (place / "articles").is_dir():
        return place
    for root in place.parents[:2]:
        if place.relative_to(root).parts[0] in _PARTS and (root / "articles").is_dir():
            return root
    return None


def _locate(path: Path) -> Path:
    # A link counts as the place where it lies, not as the file that it leads to.
    return path.resolve() if path.is_dir() else path.parent.resolve() / path.name


def _check_outside(path: Path, home: Path) -> Iterator[Problem]:
    corpus = load_corpus(home)
    files = sorted(path.glob("*.md")) if path.is_dir() else [path]
    if not files:
        raise EmptyCorpusError(path)
    for file in files:
        yield from check_file(file, corpus)
