"""From the files of a corpus to one snapshot, in which the last good state stands in for faults."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from datetime import date
from functools import cache

from bot.articles.article_file import Surroundings, read_article
from bot.articles.claim_file import ClaimSurroundings, read_claim
from bot.articles.glossary_file import EMPTY_GLOSSARY, read_glossary
from bot.articles.recollection import Reading, Recollection, Shelf, T
from bot.articles.report import Report
from bot.articles.sources import ARTICLES, CLAIMS, GLOSSARY, TOPICS, SourceFile, Sources
from bot.articles.taxonomy_file import EMPTY_TAXONOMY, read_taxonomy
from bot.articles.values import Article, Claim, Corpus, Glossary, Problem, Severity, Taxonomy
from bot.texts import file_problems as texts
from bot.texts.problems import Wording


def assemble(sources: Sources, today: date, before: Recollection) -> Corpus:
    """Check the files of a corpus and put it together.

    A file with an error is reported. What `before` has of it stands in, unless another article has
    its address now, or a claim card says what its sources no longer say. Files that `before` knows
    are not read again. What is read without an error goes into `before`.
    """
    return _Assembly(sources, today, before).make()


class _Assembly:
    def __init__(self, sources: Sources, today: date, before: Recollection) -> None:
        self._sources = sources
        self._today = today
        self._before = before
        self._problems: list[Problem] = list(sources.problems)
        self._stand_ins: list[SourceFile] = []

    def make(self) -> Corpus:
        self._before.forget_others(self._list_present())
        taxonomy, trusted = self._read_taxonomy()
        articles = self._read_articles(trusted)
        claims = self._read_claims(trusted, {article.file: article for article in articles})
        glossary = self._read_glossary()
        problems = tuple(sorted(self._problems, key=lambda each: (each.file, each.line)))
        return Corpus(self._revise(), articles, claims, taxonomy, glossary, problems)

    def _list_present(self) -> set[str]:
        """Return the names of all files, of those with an error that keeps their bytes out, too."""
        problems = self._sources.problems
        unread = {each.file for each in problems if each.severity is Severity.ERROR}
        return unread.union(file.name for file in self._sources.files)

    def _revise(self) -> str:
        """Return a revision that differs when something else stands in."""
        revision = self._sources.revision
        if not self._stand_ins:
            return revision
        digest = hashlib.blake2b(revision.encode(), digest_size=16)
        for source in self._stand_ins:
            digest.update(b"%d:%b" % (len(source.data), source.data))
        return digest.hexdigest()

    def _read(
        self,
        shelf: Shelf[T],
        source: SourceFile,
        read: Callable[[SourceFile, Report], T | None],
        holds: Callable[[T], bool] = lambda _: True,
    ) -> T | None:
        """Return what is in `source`, from the shelf if that still `holds`."""
        reading = shelf.recall(source, self._today)
        if reading and holds(reading.value):
            self._problems += reading.problems
            return reading.value
        report = Report(source.name)
        value = read(source, report)
        self._problems += report.problems
        if value is not None and not report.failed:
            shelf.put(Reading(source, value, tuple(report.problems), self._today))
        return value

    def _complain(self, name: str, wording: Wording, severity: Severity) -> None:
        self._problems.append(Problem(name, 1, wording.text, wording.mend, severity))

    def _stand_in(self, reading: Reading[T]) -> T:
        self._stand_ins.append(reading.source)
        return reading.value

    def _read_taxonomy(self) -> tuple[Taxonomy, Taxonomy | None]:
        """Return the taxonomy, and again what others are checked against, if anything."""
        shelf, source = self._before.taxonomy, self._sources.named(TOPICS)
        if source is None:
            self._complain(TOPICS, texts.UNCHECKED_TOPICS, Severity.ERROR)
        taxonomy = self._read(shelf, source, read_taxonomy) if source else None
        former = shelf.get(TOPICS)
        if former is None:
            # Half a list of topics would refuse good articles.
            return taxonomy or EMPTY_TAXONOMY, None
        if former.source != source:
            self._stand_ins.append(former.source)
        return former.value, former.value

    def _read_articles(self, taxonomy: Taxonomy | None) -> tuple[Article, ...]:
        shelf, taken, articles = self._before.articles, dict[str, str](), dict[str, Article]()
        around = Surroundings(self._today, taxonomy, taken)
        holds = _expect_articles(around)

        def read(source: SourceFile, report: Report) -> Article | None:
            return read_article(source, around, report)

        for source in self._sources.of(ARTICLES):
            article = self._read(shelf, source, read, holds)
            if article is not None:
                taken[article.key] = article.file
                articles[source.name] = article
        for reading in shelf.list_others(articles):
            if reading.value.key not in taken:
                taken[reading.value.key] = reading.value.file
                articles[reading.source.name] = self._stand_in(reading)
        return tuple(articles[name] for name in sorted(articles))

    def _read_claims(
        self, taxonomy: Taxonomy | None, articles: Mapping[str, Article]
    ) -> tuple[Claim, ...]:
        grounding = self._before.grounding = self._before.grounding.follow(articles)
        shelf, claims = self._before.claims, dict[str, Claim]()
        around = ClaimSurroundings(self._today, taxonomy, grounding)

        def read(source: SourceFile, report: Report) -> Claim | None:
            return read_claim(source, around, report)

        for source in self._sources.of(CLAIMS):
            # What a card may say depends on articles.
            claim = self._read(shelf, source, read, lambda _: False)
            if claim is not None:
                claims[source.name] = claim
        unlabelled = ClaimSurroundings(self._today, None, grounding)
        for reading in shelf.list_others(claims):
            # Only a card that is still borne out by its sources.
            if read_claim(reading.source, unlabelled, Report(reading.source.name)):
                claims[reading.source.name] = self._stand_in(reading)
        return tuple(claims[name] for name in sorted(claims))

    def _read_glossary(self) -> Glossary:
        shelf, source = self._before.glossary, self._sources.named(GLOSSARY)
        if source is None:
            self._complain(GLOSSARY, texts.NO_GLOSSARY, Severity.WARNING)
        glossary = self._read(shelf, source, read_glossary) if source else None
        former = shelf.get(GLOSSARY)
        if former is None:
            return glossary or EMPTY_GLOSSARY
        if former.source != source:
            self._stand_ins.append(former.source)
        return former.value


def _expect_articles(around: Surroundings) -> Callable[[Article], bool]:
    """Return what tells whether an article that had no error has none in these surroundings."""
    taxonomy = around.taxonomy
    topics = {topic.id for topic in taxonomy.topics} if taxonomy else set[str]()

    @cache
    def knows(kind: str, perspectives: tuple[str, ...], labels: tuple[str, ...]) -> bool:
        return taxonomy is None or (
            kind in taxonomy.kinds
            and taxonomy.perspectives.keys() >= set(perspectives)
            and topics.issuperset(labels)
        )

    return lambda article: (
        article.key not in around.taken
        and knows(article.kind, article.perspectives, article.topics)
    )
