"""Collects what is wrong with one file while it is read."""

from __future__ import annotations

import difflib
from collections.abc import Collection

from bot.articles.values import Problem, Severity
from bot.texts.problems import Wording

_SUGGESTIONS = 20


class Report:
    """The problems of one file, in the order in which they were met."""

    def __init__(self, file: str) -> None:
        """Start empty for `file`, named relative to the corpus folder."""
        self.file = file
        self.problems: list[Problem] = []

    @property
    def failed(self) -> bool:
        """Whether there is an error, so that the file must be left out."""
        return any(problem.severity is Severity.ERROR for problem in self.problems)

    def error(self, line: int, wording: Wording) -> None:
        """Report an error."""
        self.problems.append(Problem(self.file, line, wording.text, wording.mend))

    def warning(self, line: int, wording: Wording) -> None:
        """Report something to mend that does not keep the file out."""
        self.problems.append(Problem(self.file, line, wording.text, wording.mend, Severity.WARNING))

    def suggest(self, word: str, known: Collection[str]) -> str | None:
        """Return the known word nearest to `word`, or None when none is near.

        Suggestions are slow, and nobody reads the twentieth: then they stop.
        """
        return nearest(word, known) if len(self.problems) < _SUGGESTIONS else None


def nearest(word: str, known: Collection[str]) -> str | None:
    """Return the known word that is most like `word`, or None when none is near."""
    return next(iter(difflib.get_close_matches(word, known, n=1)), None)
