"""The corpus of a folder in which people work, read again and again: only what they changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from bot.articles.assembly import assemble
from bot.articles.errors import CorpusError, UnsettledCorpusError
from bot.articles.file_reader import FileReader
from bot.articles.recollection import Reading, Recollection, Shelf, T
from bot.articles.snapshots import recall_corpus
from bot.articles.sources import ARTICLES, CLAIMS, GLOSSARY, TOPICS, SourceFile, Sources
from bot.articles.values import Corpus, Problem, Severity
from bot.texts import file_problems as texts


class CorpusReader:
    """Reads a corpus folder like `load_corpus`, with two differences.

    The last good state of a file stands in for one with an error, which is reported. And when the
    folder is missing or empty, as while version control works on it, the former corpus stays.
    """

    def __init__(self, folder: Path) -> None:
        """Read from `folder`, nothing yet."""
        self.folder = folder
        self._files = FileReader(folder)
        self._before = Recollection()
        self._sources: Sources | None = None
        self._corpus: Corpus | None = None
        self._complaint: Corpus | None = None
        self._today = date.min

    def open(self, cache_dir: Path, today: date) -> Corpus:
        """Read for the first time, from `cache_dir` if it holds what was read before.

        Raises:
            CorpusError: the folder is missing or unreadable, holds no article file, or its files
                go on changing.
        """
        sources = self._files.read()
        corpus = recall_corpus(sources, cache_dir, today)
        self._before = _recollect(sources, corpus, today)
        return self._keep(sources, corpus, today)

    def read(self, today: date) -> Corpus:
        """Return the corpus as it is now; the same object as before when nothing changed.

        Args:
            today: the day after which no date may lie.

        Raises:
            CorpusError: as for `open`, unless there is a former corpus.
        """
        try:
            sources = self._files.read()
        except CorpusError as error:
            if self._corpus is None:
                raise
            return self._complain(self._corpus, error)
        self._complaint = None
        if self._corpus and sources is self._sources and today == self._today:
            return self._corpus
        return self._keep(sources, assemble(sources, today, self._before), today)

    def _keep(self, sources: Sources, corpus: Corpus, today: date) -> Corpus:
        """Return the former corpus where the new one is equal."""
        self._sources, self._today = sources, today
        if self._corpus != corpus:
            self._corpus = corpus
        return self._corpus

    def _complain(self, corpus: Corpus, error: CorpusError) -> Corpus:
        """Return the former corpus with the problem that there is no newer one."""
        is_unsettled = isinstance(error, UnsettledCorpusError)
        wording = texts.FOLDER_UNSETTLED if is_unsettled else texts.FOLDER_GONE
        problem = Problem(ARTICLES, 1, wording.text, wording.mend)
        if self._complaint is None or problem not in self._complaint.problems:
            self._complaint = replace(corpus, problems=(problem, *corpus.problems))
        return self._complaint


def _recollect(sources: Sources, corpus: Corpus, today: date) -> Recollection:
    """Return what is known of the files once `corpus` was made of them."""
    known = Recollection()
    problems: dict[str, list[Problem]] = {}
    for problem in corpus.problems:
        problems.setdefault(problem.file, []).append(problem)

    def keep(shelf: Shelf[T], source: SourceFile, value: T | None) -> None:
        found = tuple(problems.get(source.name, ()))
        is_good = not any(problem.severity is Severity.ERROR for problem in found)
        if value is not None and is_good:
            shelf.put(Reading(source, value, found, today))

    claims = {claim.file: claim for claim in corpus.claims}
    for source in sources.files:
        folder, _, file = source.name.rpartition("/")
        if folder == ARTICLES:
            keep(known.articles, source, corpus.by_file.get(file))
        elif folder == CLAIMS:
            keep(known.claims, source, claims.get(file))
        elif source.name == TOPICS:
            keep(known.taxonomy, source, corpus.taxonomy)
        elif source.name == GLOSSARY:
            keep(known.glossary, source, corpus.glossary)
    return known
