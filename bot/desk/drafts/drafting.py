"""From what was understood to a draft on disk, for those who work with an editor."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from bot.articles import Corpus, Problem, Severity, check_file
from bot.desk.drafts.neighbours import find_neighbours, guess_kind
from bot.desk.files.article_files import render, write_article
from bot.desk.files.atomic_files import replace_file
from bot.desk.intake.reading import override
from bot.desk.values import Draft, Intake, Neighbours
from bot.search import SearchEngine
from bot.texts import desk as texts
from bot.texts.problems import EMPTY_BODY, missing_field

MOST_VERBATIM_WORDS = 400
"""More of an outlet's own text is not published; the articles of the corpus have about 100."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A draft on disk, with all that a moderator needs to judge it.

    `suggested` are the names of the fields that were filled from the nearest articles. `problems`
    are those of the draft file by the rules of `corpus check`, without fields that are missing.
    """

    intake: Intake
    neighbours: Neighbours
    suggested: frozenset[str]
    path: Path
    problems: tuple[Problem, ...]

    @property
    def obstacles(self) -> tuple[str, ...]:
        """Why it cannot be published; empty when it can."""
        return tuple(self._list_obstacles())

    def _list_obstacles(self) -> Iterator[str]:
        draft = self.intake.draft
        yield from map(texts.describe_missing, draft.missing)
        yield from (str(each) for each in self.problems if each.severity is Severity.ERROR)
        if self.neighbours.same_address:
            yield texts.describe_same_address(self.neighbours.same_address.file)
        words = len(draft.body.split())
        if self.intake.verbatim and words > MOST_VERBATIM_WORDS:
            yield texts.describe_long_verbatim(words, MOST_VERBATIM_WORDS)


def prepare(
    intake: Intake, corpus: Corpus, engine: SearchEngine, drafts: Path, path: Path | None = None
) -> Prepared:
    """Fill in what the nearest articles suggest, write the draft, and check it.

    Args:
        intake: what was understood.
        corpus: what the draft is to join.
        engine: the search over it.
        drafts: the folder of the drafts; it is made when missing.
        path: the file in `drafts` that the intake was read from, to be written again.

    Raises:
        OSError: the draft cannot be written.
        FileConflictError: the draft was changed meanwhile.
    """
    neighbours = find_neighbours(intake.draft, corpus, engine)
    filled, suggested = fill_in(intake, neighbours, corpus)
    written = _save(filled, corpus, drafts, path)
    problems = tuple(_check(filled, written, corpus))
    return Prepared(filled, neighbours, suggested, written, problems)


def fill_in(
    intake: Intake, neighbours: Neighbours, corpus: Corpus
) -> tuple[Intake, frozenset[str]]:
    """Return the intake with what its neighbours suggest, and the names of the fields filled."""
    draft = intake.draft
    guess = Draft(
        kind=guess_kind(draft, corpus),
        topics=neighbours.topics,
        perspectives=neighbours.perspectives,
    )
    filled = replace(intake, draft=override(guess, draft))
    return filled, frozenset(draft.missing) - frozenset(filled.draft.missing)


def _save(intake: Intake, corpus: Corpus, drafts: Path, path: Path | None) -> Path:
    if path is not None:
        text = render(intake.draft, to_rewrite=intake.verbatim)
        replace_file(path, path.read_bytes(), text.encode())
        return path
    drafts.mkdir(parents=True, exist_ok=True)
    return write_article(drafts, intake.draft, to_rewrite=intake.verbatim, reserved=corpus.by_file)


def _check(intake: Intake, path: Path, corpus: Corpus) -> Iterator[Problem]:
    missing = {missing_field(name).text for name in intake.draft.missing} | {EMPTY_BODY.text}
    lines = path.read_text(encoding="utf-8").split("\n")
    notice = lines.index(texts.TO_REWRITE) + 1 if texts.TO_REWRITE in lines else 0
    for problem in check_file(path, corpus):
        if problem.text not in missing and problem.line != notice:
            yield problem
