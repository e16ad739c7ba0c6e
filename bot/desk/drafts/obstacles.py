"""What keeps a draft from being published, and what has to be confirmed first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from bot.articles import AddressError, Corpus, Problem, Severity, article_key
from bot.articles.article_file import Surroundings, read_article
from bot.articles.report import Report
from bot.articles.sources import SourceFile
from bot.desk.drafts.drafting import MOST_VERBATIM_WORDS
from bot.desk.files.article_files import render
from bot.desk.values import Draft, Intake
from bot.texts import changes as texts
from bot.texts.problems import EMPTY_BODY, missing_field


def check_draft(draft: Draft, corpus: Corpus, today: date) -> tuple[Problem, ...]:
    """Return what is wrong with `draft` by the rules of `corpus check`.

    Fields that are missing, and an address that the corpus has, are left out: `list_obstacles`
    says that better.
    """
    report = Report("")
    source = SourceFile("", render(draft).encode())
    read_article(source, Surroundings(today, corpus.taxonomy, {}), report)
    known = {missing_field(name).text for name in draft.missing} | {EMPTY_BODY.text}
    return tuple(problem for problem in report.problems if problem.text not in known)


def list_obstacles(intake: Intake, corpus: Corpus, today: date) -> Iterator[str]:
    """Yield why the draft cannot be published, for those who read it in the chat."""
    draft = intake.draft
    yield from map(texts.describe_missing_field, draft.missing)
    for problem in check_draft(draft, corpus, today):
        if problem.severity is Severity.ERROR:
            yield texts.describe_draft_problem(problem.text, problem.mend)
    same = find_same_address(draft, corpus)
    if same:
        yield texts.describe_same_address(*same)
    words = len(draft.body.split())
    if intake.verbatim and words > MOST_VERBATIM_WORDS:
        yield texts.describe_long_copy(words, MOST_VERBATIM_WORDS)


def list_warnings(intake: Intake) -> Iterator[str]:
    """Yield what has to be confirmed before the draft is published."""
    if intake.verbatim and len(intake.draft.body.split()) <= MOST_VERBATIM_WORDS:
        yield texts.SHORT_COPY


def find_same_address(draft: Draft, corpus: Corpus) -> tuple[str, str] | None:
    """Return key and headline of the article that has the draft's address, if there is one."""
    try:
        same = corpus.by_key.get(article_key(draft.url))
    except AddressError:
        return None
    return (same.key, same.citation.title) if same else None
