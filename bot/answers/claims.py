"""Claim cards: which card a question is about."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bot.articles import Article, Claim
from bot.search import Query, SearchEngine
from bot.search.cues import Kind
from bot.search.likeness import Wordings
from bot.search.years import list_years

RULING = "Putusan"
_LIKE_ENOUGH = 0.6
_LEAST_LIKENESS = 0.25
_ASKED = 0.7
_CITED_WEIGHTS = (0.2, 0.1, 0.1, 0.05, 0.05)
"""What it adds to a card's likeness that it cites the first, second, … article found."""


class ClaimFinder:
    """Finds the card that a question asks about, by how alike the two wordings are."""

    def __init__(self, claims: Sequence[Claim], engine: SearchEngine) -> None:
        """Prepare the wordings of `claims`: the claim itself and its questions."""
        self._engine = engine
        self._claims = {claim.key: claim for claim in claims}
        self._cited = {claim.key: frozenset(list_citations(claim)) for claim in claims}
        self._keys = [claim.key for claim in claims for _ in _list_wordings(claim)]
        wordings = [self._read_stems(w) for claim in claims for w in _list_wordings(claim)]
        self._wordings = Wordings(wordings, engine.index)
        self._years = {c.key: list_years(" ".join(_list_wordings(c))) for c in claims}
        self._words = {key: frozenset[str]() for key in self._claims}
        for key, wording in zip(self._keys, wordings, strict=True):
            self._words[key] |= frozenset(wording)
        self._all_words = frozenset[str]().union(*self._words.values())

    def find(self, query: Query, files: Sequence[str]) -> Claim | None:
        """Return the claim that `query` asks about, or None when no card is alike enough.

        Args:
            query: the question.
            files: the articles found for it, best first; a card that cites them is likelier.
        """
        scores = {
            key: alike + self._weigh_citations(key, files)
            for key, alike in self._list_like(query).items()
            if not self._is_of_other_year(query, self._claims[key])
        }
        best = max(scores, key=lambda key: scores[key], default=None)
        return self._claims[best] if best and scores[best] >= _LIKE_ENOUGH else None

    def is_asked(self, query: Query) -> bool:
        """Tell whether `query` is so like the question of a card that the card answers it.

        A card of another year or place than the one asked for does not, nor does any tell how long.
        """
        if query.aim and query.aim.kind is Kind.DURATION:
            return False
        alike = self._wordings.compare(query)
        if alike.max(initial=0.0) < _ASKED or not self._all_words.issuperset(query.missing):
            return False
        card = self._claims[self._keys[int(alike.argmax())]]
        told = self._years[card.key] | {card.first_made.year}
        return query.years <= told and self._list_names(query) <= self._words[card.key]

    def _list_names(self, query: Query) -> frozenset[str]:
        known = (concept for concept in query.concepts if not concept.implied)
        return frozenset(c.sign for c in known if self._engine.is_listed_name(c.written))

    def _is_of_other_year(self, query: Query, claim: Claim) -> bool:
        """Tell whether `claim` is of another election than the one of the year asked for.

        What is said of an election reaches into the year after it: its second round is held then.
        """
        apart = (abs(year - told) for told in self._years[claim.key] for year in query.years)
        return min(apart, default=0) > 1

    def _list_like(self, query: Query) -> dict[str, float]:
        """Return the likeness of the best wording of each card, those that are like at all."""
        alike = self._wordings.compare(query)
        places = (alike >= _LEAST_LIKENESS).nonzero()[0]
        likeness: dict[str, float] = {}
        for place, weight in zip(places.tolist(), alike[places].tolist(), strict=True):
            key = self._keys[place]
            likeness[key] = max(weight, likeness.get(key, 0.0))
        return likeness

    def _weigh_citations(self, key: str, files: Sequence[str]) -> float:
        cited = self._cited[key]
        return sum(
            weight for file, weight in zip(files, _CITED_WEIGHTS, strict=False) if file in cited
        )

    def _read_stems(self, wording: str) -> list[str]:
        concepts = self._engine.read(wording).concepts
        return [concept.sign for concept in concepts if not concept.implied]


def _list_wordings(claim: Claim) -> tuple[str, ...]:
    return (claim.claim, *claim.questions)


def list_citations(claim: Claim) -> list[str]:
    """Return the file names of the articles that the card cites, in order, with repeats."""
    return [file for section in claim.sections for line in section.lines for file in line.articles]


def find_later_ruling(
    claim: Claim, shown: Sequence[Article], articles: Mapping[str, Article]
) -> Article | None:
    """Return the newest article that reports a ruling on `claim`, if newer than all of `shown`.

    Args:
        claim: the card that the question is about.
        shown: the articles that are quoted.
        articles: the articles by file name.
    """
    newest = max(article.citation.published for article in shown)
    rulings = [articles[file] for file in _list_rulings(claim) if file in articles]
    later = [
        ruling
        for ruling in rulings
        if ruling.citation.published > newest and ruling.retracted is None
    ]
    return max(later, key=lambda ruling: ruling.citation.published, default=None)


def _list_rulings(claim: Claim) -> list[str]:
    return [
        file
        for section in claim.sections
        if section.heading == RULING
        for line in section.lines
        for file in line.articles
    ]
