"""Tells moderators which files of the corpus are broken, and when they are mended, each once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.chat.views.corpus_problems import render_mended, render_problems

if TYPE_CHECKING:
    from collections.abc import Iterable

    from telegram.ext import ExtBot

    from bot.articles.values import Problem
    from bot.chat.host import Host
    from bot.chat.transport.urgency import Urgency

_NOBODY = 0
"""No person has this id; what is marked as theirs is the bot's own."""

_KEPT_SECONDS = 90 * 24 * 3600

_Fault = tuple[str, str]
"""File and what is wrong with it; the line may change while somebody types above."""


class ProblemReport:
    """Follows the errors of the corpus.

    An error counts once it was there at two looks in a row, and a file is mended once it had none
    at two looks: an editor may just be saving it. Replicas share what was told through the store.
    """

    def __init__(self, bot: ExtBot[Urgency], host: Host) -> None:
        """Begin with nothing seen."""
        self._bot = bot
        self._host = host
        self._former: set[_Fault] = set()
        self._told: set[_Fault] = set()

    async def look(self) -> None:
        """Tell what is new since the former look."""
        errors = {(problem.file, problem.text): problem for problem in self._host.live.errors}
        both = errors.keys() & self._former
        broken = {file for file, _ in errors.keys() | self._former}
        over = {fault for fault in self._told - errors.keys() if fault not in self._former}
        self._former = set(errors)
        await self._tell_broken(errors[fault] for fault in sorted(both - self._told))
        self._told |= both
        await self._tell_mended(over, broken)
        self._told -= over

    async def _tell_broken(self, problems: Iterable[Problem]) -> None:
        ours = [problem for problem in problems if await self._claim(problem)]
        if ours:
            await self._host.audience.tell(self._bot, render_problems(ours))

    async def _claim(self, problem: Problem) -> bool:
        """Tell whether it is this process that tells of `problem`."""
        deed = _name_deed(problem.file, problem.text)
        return await self._host.memory.marks.put(_NOBODY, deed, seconds=_KEPT_SECONDS)

    async def _tell_mended(self, over: Iterable[_Fault], broken: set[str]) -> None:
        """Tell which files of faults that are `over` are not `broken` by another one."""
        marks = self._host.memory.marks
        lifted = [fault for fault in sorted(over) if await marks.lift(_NOBODY, _name_deed(*fault))]
        files = list(dict.fromkeys(file for file, _ in lifted if file not in broken))
        if files:
            await self._host.audience.tell(self._bot, render_mended(files))


def _name_deed(file: str, fault: str) -> str:
    return f"told of {file}: {fault}"
