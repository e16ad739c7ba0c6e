"""The corpus as immutable values: articles, citations, claim cards, and the whole snapshot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Citation:
    """What every quotation carries: headline, outlet, link and day of publication."""

    title: str
    outlet: str
    url: str
    published: date


@dataclass(frozen=True, slots=True)
class Correction:
    """A dated correction of an article; shown with the article."""

    date: date
    text: str


@dataclass(frozen=True, slots=True)
class Retraction:
    """Why and since when an article is no longer quoted."""

    date: date
    reason: str


@dataclass(frozen=True, slots=True)
class Article:
    """One source of the corpus.

    `key` is derived from the canonical address and survives edits of the text. `file` is the bare
    file name inside `articles/`. `body` is the text after the front matter, without surrounding
    blank lines; everything that is ever quoted is a literal part of it. `question_lines` are the
    lines of the file on which the `questions` stand.
    """

    key: str
    file: str
    citation: Citation
    kind: str
    perspectives: tuple[str, ...]
    topics: tuple[str, ...]
    body: str
    questions: tuple[str, ...] = ()
    title_from: str | None = None
    corrections: tuple[Correction, ...] = ()
    retracted: Retraction | None = None
    question_lines: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a claim ended, in the words of the one who decided; never the bot's own verdict."""

    label: str
    by: str
    date: date


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """One paragraph of a claim card and the file names of the articles that it cites."""

    text: str
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClaimSection:
    """A headed part of a claim card (Klaim, Tanggapan, Temuan, Putusan)."""

    heading: str
    lines: tuple[ClaimLine, ...]


@dataclass(frozen=True, slots=True)
class Claim:
    """A claim card: what is claimed, by whom, who answers, how it ended.

    `key` is the file name without its ending. `question_lines` are the lines of the file on which
    the `questions` stand.
    """

    key: str
    file: str
    claim: str
    claimants: tuple[str, ...]
    first_made: date
    topics: tuple[str, ...]
    sections: tuple[ClaimSection, ...]
    questions: tuple[str, ...] = ()
    outcome: Outcome | None = None
    question_lines: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic of `topics.yaml`."""

    id: str
    name: str
    description: str


@dataclass(frozen=True, slots=True)
class Taxonomy:
    """`topics.yaml` in its order: topics, and the labels of perspectives and kinds."""

    topics: tuple[Topic, ...]
    perspectives: Mapping[str, str]
    kinds: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Glossary:
    """`glossary.yaml`.

    `expand` maps what people write (a word or a phrase, lower case) to what articles write.
    `stop` holds words and phrases that are ignored when searching. `names` are spellings that
    the stemmer must leave whole; `variants` maps another spelling to the main one.
    """

    expand: Mapping[str, tuple[str, ...]]
    stop: frozenset[str]
    names: frozenset[str]
    variants: Mapping[str, str]


class Severity(Enum):
    """An error keeps its file out of the corpus; a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Something wrong with a file: where, what, and how to mend it (in Indonesian)."""

    file: str
    line: int
    text: str
    mend: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        """Return `file:line: problem; mend`."""
        return f"{self.file}:{self.line}: {self.text}; {self.mend}"


@dataclass(frozen=True)
class Corpus:
    """A snapshot of the whole corpus.

    `revision` is a digest of the bytes of every file that was read: equal revisions hold equal
    corpora. `articles` are in the order of their file names and leave out every file with an
    error; `problems` says why.
    """

    revision: str
    articles: tuple[Article, ...]
    claims: tuple[Claim, ...]
    taxonomy: Taxonomy
    glossary: Glossary
    problems: tuple[Problem, ...] = ()

    @cached_property
    def by_file(self) -> Mapping[str, Article]:
        """Articles by bare file name."""
        return {article.file: article for article in self.articles}

    @cached_property
    def by_key(self) -> Mapping[str, Article]:
        """Articles by key."""
        return {article.key: article for article in self.articles}

    @cached_property
    def newest(self) -> date | None:
        """The latest day of publication, or None when the corpus is empty."""
        return max((article.citation.published for article in self.articles), default=None)
