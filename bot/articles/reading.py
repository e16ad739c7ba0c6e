"""Reads a corpus folder into one immutable snapshot."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from bot.articles.article_file import Surroundings, read_article
from bot.articles.claim_file import ClaimSurroundings, read_claim
from bot.articles.glossary_file import EMPTY_GLOSSARY, read_glossary
from bot.articles.grounding import Grounding
from bot.articles.report import Report
from bot.articles.sources import ARTICLES, CLAIMS, GLOSSARY, TOPICS, Sources, read_sources
from bot.articles.taxonomy_file import EMPTY_TAXONOMY, read_taxonomy
from bot.articles.values import Article, Claim, Corpus, Glossary, Taxonomy
from bot.texts import problems as texts

# The easternmost zone: an article dated today is never refused anywhere in Indonesia.
_EASTERN_INDONESIA = timezone(timedelta(hours=9))


def load_corpus(folder: Path, *, today: date | None = None) -> Corpus:
    """Read and check the corpus in `folder`.

    A file with an error is left out and reported in `problems`, whose file names are relative to
    `folder`; the rest is served. The result depends on nothing but the files and `today` (by
    default the present day in Indonesia), after which no date may lie.

    Raises:
        CorpusError: the folder is missing or unreadable, or holds no article file.
    """
    sources = read_sources(folder)
    day = today or current_day()
    reports: list[Report] = []
    taxonomy = _read_taxonomy(sources, reports)
    # Half a list of topics would refuse good articles.
    trusted = None if reports[0].failed else taxonomy
    articles = tuple(_read_articles(sources, day, trusted, reports))
    by_file = {article.file: article for article in articles}
    around = ClaimSurroundings(day, trusted, Grounding(by_file))
    claims = tuple(_read_claims(sources, around, reports))
    glossary = _read_glossary(sources, reports)
    problems = [*sources.problems, *(problem for report in reports for problem in report.problems)]
    return Corpus(
        revision=sources.revision,
        articles=articles,
        claims=claims,
        taxonomy=taxonomy,
        glossary=glossary,
        problems=tuple(sorted(problems, key=lambda problem: (problem.file, problem.line))),
    )


def current_day() -> date:
    """Return the present day in the easternmost time zone of Indonesia."""
    return datetime.now(_EASTERN_INDONESIA).date()


def _open_report(name: str, reports: list[Report]) -> Report:
    reports.append(Report(name))
    return reports[-1]


def _read_taxonomy(sources: Sources, reports: list[Report]) -> Taxonomy:
    report = _open_report(TOPICS, reports)
    source = sources.named(TOPICS)
    if source is not None:
        return read_taxonomy(source, report)
    report.error(1, texts.UNCHECKED_TOPICS)
    return EMPTY_TAXONOMY


def _read_glossary(sources: Sources, reports: list[Report]) -> Glossary:
    report = _open_report(GLOSSARY, reports)
    source = sources.named(GLOSSARY)
    if source is not None:
        return read_glossary(source, report)
    report.warning(1, texts.NO_GLOSSARY)
    return EMPTY_GLOSSARY


def _read_articles(
    sources: Sources, today: date, taxonomy: Taxonomy | None, reports: list[Report]
) -> Iterator[Article]:
    taken: dict[str, str] = {}
    around = Surroundings(today, taxonomy, taken)
    for source in sources.of(ARTICLES):
        article = read_article(source, around, _open_report(source.name, reports))
        if article is not None:
            taken[article.key] = article.file
            yield article


def _read_claims(
    sources: Sources, around: ClaimSurroundings, reports: list[Report]
) -> Iterator[Claim]:
    for source in sources.of(CLAIMS):
        claim = read_claim(source, around, _open_report(source.name, reports))
        if claim is not None:
            yield claim
