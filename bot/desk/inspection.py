"""What is wrong with the corpus that is served, as `corpus check` would say it."""

from __future__ import annotations

import asyncio

from bot.answers import Answerer
from bot.answers.self_check import check_answers
from bot.articles import Problem


class Inspection:
    """The problems of a corpus; each state of it is checked once.

    Its files were checked when they were read. Asking it all its own questions takes seconds, so
    that is done only when somebody wants to see the problems.
    """

    def __init__(self) -> None:
        """Begin with nothing checked."""
        self._revision = ""
        self._found: tuple[Problem, ...] = ()
        self._lock = asyncio.Lock()

    def is_done(self, answerer: Answerer) -> bool:
        """Tell whether this state of the corpus was asked its questions."""
        return self._revision == answerer.corpus.revision

    def list_known(self, answerer: Answerer) -> tuple[Problem, ...]:
        """Return the problems that are known without asking the corpus its questions."""
        return self._found if self.is_done(answerer) else answerer.corpus.problems

    async def find_all(self, answerer: Answerer) -> tuple[Problem, ...]:
        """Return all problems, by file and line."""
        corpus = answerer.corpus
        async with self._lock:
            if not self.is_done(answerer):
                missed = await asyncio.to_thread(_ask, answerer)
                found = sorted((*corpus.problems, *missed), key=lambda each: (each.file, each.line))
                self._revision, self._found = corpus.revision, tuple(found)
            return self._found


def _ask(answerer: Answerer) -> list[Problem]:
    return list(check_answers(answerer, lambda articles: articles))
