"""Whether the names and figures of a claim card stand in the articles that it cites."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from bot.articles.figures import MONTHS, Day, find_days, find_figures
from bot.articles.values import Article

_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_ACTIVE_VERB = re.compile(r"\s+me\w")
_APOSTROPHES = str.maketrans("’‘", "''")


@dataclass(frozen=True, slots=True)
class _Evidence:
    words: frozenset[str]
    figures: frozenset[str]
    days: frozenset[Day]


@dataclass(frozen=True, slots=True)
class Grounding:
    """Looks up names and figures in articles; what was read of an article is kept.

    `_places` tells for a word in which article it stands as an ordinary one, or None.
    """

    articles: Mapping[str, Article]
    _read: dict[str, _Evidence] = field(default_factory=dict, repr=False)
    _places: dict[str, str | None] = field(default_factory=dict, repr=False)

    def follow(self, articles: Mapping[str, Article]) -> Grounding:
        """Return the grounding in `articles`, which reads only those anew that are others."""
        same = {file for file, each in articles.items() if self.articles.get(file) is each}
        read = {file: found for file, found in self._read.items() if file in same}
        others = {file: each for file, each in articles.items() if file not in same}
        places = {
            word: place or _find_word(word, others)
            for word, place in self._places.items()
            if place is None or place in same
        }
        return Grounding(articles, read, places)

    def find_missing(self, text: str, files: Iterable[str]) -> Iterator[str]:
        """Yield every name, figure and day of `text` that is in none of the articles `files`.

        A name is a run of capitalised words, which must stand together in one article; the first
        word of a sentence counts only when it is plainly a speaker. A figure counts with its
        unit, a day with its month.
        """
        plain = text.translate(_APOSTROPHES)
        evidence = [self._evidence(file) for file in files]
        for sentence in _SENTENCE_END.split(plain):
            yield from self._find_missing_names(sentence, evidence)
        days = {day for found in evidence for day in found.days}
        yield from (written for written, day in find_days(plain) if day not in days)
        figures = {figure for found in evidence for figure in found.figures}
        yield from (written for written, forms in find_figures(plain) if not forms & figures)

    def _find_missing_names(self, sentence: str, evidence: list[_Evidence]) -> Iterator[str]:
        first = _WORD.search(sentence)
        for run in _find_names(sentence):
            names = [word[0] for word in run]
            if first and first.start() == run[0].start() and not self._speaks(sentence, run):
                del names[0]
            if not _stand_together(names, evidence):
                known = {word for found in evidence for word in found.words}
                yield " ".join([name for name in names if name.lower() not in known] or names)

    def _speaks(self, sentence: str, run: list[re.Match[str]]) -> bool:
        # "Bambang mengatakan" names somebody, "Penyidik mengatakan" and "Menurut dia" do not.
        if len(run) > 1 or not _ACTIVE_VERB.match(sentence, run[0].end()):
            return False
        word = run[0][0].lower()
        if word not in self._places:
            self._places[word] = _find_word(word, self.articles)
        return self._places[word] is None

    def _evidence(self, file: str) -> _Evidence:
        if file not in self._read:
            self._read[file] = _read_evidence(self.articles[file])
        return self._read[file]


def _find_word(word: str, articles: Mapping[str, Article]) -> str | None:
    """Return the file of an article in which `word` stands between spaces, in lower case."""
    apart = f" {word} "
    return next((file for file, article in articles.items() if apart in article.body), None)


def _stand_together(names: list[str], evidence: list[_Evidence]) -> bool:
    wanted = {name.lower() for name in names}
    return not wanted or any(wanted <= found.words for found in evidence)


def _is_name(word: str) -> bool:
    # A single letter is an initial or a unit; what holds digits is looked up as a figure or day.
    plain = word.replace("'", "")
    return len(plain) > 1 and plain.isalpha() and plain[0].isupper() and word.lower() not in MONTHS


def _find_names(sentence: str) -> Iterator[list[re.Match[str]]]:
    run: list[re.Match[str]] = []
    for word in _WORD.finditer(sentence):
        if run and (sentence[run[-1].end() : word.start()] not in {" ", "-"}):
            yield run
            run = []
        if _is_name(word[0]):
            run.append(word)
        elif run:
            yield run
            run = []
    if run:
        yield run


def _read_evidence(article: Article) -> _Evidence:
    citation = article.citation
    corrections = (correction.text for correction in article.corrections)
    published = f"{citation.published:%d/%m/%Y}"
    parts = (citation.title, citation.outlet, published, article.body, *corrections)
    text = "\n".join(parts).translate(_APOSTROPHES)
    days = frozenset(day for _, day in find_days(text))
    figures = frozenset(form for _, forms in find_figures(text) for form in forms)
    return _Evidence(frozenset(_WORD.findall(text.lower())), figures, days)
