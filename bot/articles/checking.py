"""Checks single files against a corpus that they do not belong to (yet)."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from bot.articles.article_file import Surroundings, read_article
from bot.articles.claim_file import ClaimSurroundings, read_claim
from bot.articles.glossary_file import read_glossary
from bot.articles.grounding import Grounding
from bot.articles.reading import current_day
from bot.articles.report import Report
from bot.articles.sources import CLAIMS, GLOSSARY, TOPICS, SourceFile, read_file
from bot.articles.taxonomy_file import read_taxonomy
from bot.articles.values import Corpus, Problem


def check_file(path: Path, corpus: Corpus, *, today: date | None = None) -> tuple[Problem, ...]:
    """Return what is wrong with the file at `path`, as if it were to join `corpus`.

    `topics.yaml` and `glossary.yaml` are known by their names, a claim card by its folder
    `claims`; everything else is read as an article. An article of the same file name in `corpus`
    is taken for an older state of it. The problems name the file as `path` does.
    """
    name = path.as_posix()
    source = read_file(path, name)
    if isinstance(source, Problem):
        return (source,)
    report = Report(name)
    if path.name == TOPICS:
        read_taxonomy(source, report)
    elif path.name == GLOSSARY:
        read_glossary(source, report)
    else:
        _check_markdown(source, path, corpus, today or current_day(), report)
    return tuple(report.problems)


def _check_markdown(
    source: SourceFile, path: Path, corpus: Corpus, today: date, report: Report
) -> None:
    if path.parent.name == CLAIMS:
        around = ClaimSurroundings(today, corpus.taxonomy, Grounding(corpus.by_file))
        read_claim(source, around, report)
        return
    taken = {article.key: article.file for article in corpus.articles if article.file != path.name}
    read_article(source, Surroundings(today, corpus.taxonomy, taken), report)
