"""Years, and places of elections, that a question names and the best passages are not about."""

from __future__ import annotations

from bot.search import Query, Ranking, SearchEngine, split_sentences
from bot.search.tokens import tokenize
from bot.search.years import list_passed_years, list_years

IN_VIEW = 3
"""Passages that are seen at first, and that a name must be in which one fact is asked about."""


def count_seen(query: Query) -> int:
    """Return how many passages may answer: one fact must be told by the very best."""
    return 1 if query.is_narrow else IN_VIEW


def list_astray(query: Query, ranking: Ranking, engine: SearchEngine) -> frozenset[str]:
    """Return the years, and the places of elections, that none of the best passages is about.

    A passage is of the years that it names, and of those of its article. One fact must be told by
    the very best.
    """
    seen = _list_seen(query, ranking)
    passages = [engine.index.passages[position] for position in seen] if query.years else []
    years = query.years.difference(*(passage.years for passage in passages))
    # Most often there is nothing left to look for in the texts.
    years = years and years.difference(*(list_years(passage.text) for passage in passages))
    venues = (
        venue
        for venue in query.venues
        if not any(
            _names_all(query, ranking, row, engine)
            and engine.tells_election(query, venue, position)
            for row, position in enumerate(seen)
        )
    )
    return frozenset((*map(str, years), *venues))


def _names_all(query: Query, ranking: Ranking, row: int, engine: SearchEngine) -> bool:
    """Tell whether a passage has what is asked about an election: who speaks of one tells no more.

    A hoax on "Pilkada Jakarta" does not tell whether Sirekap was used there.
    """
    return all(
        share > 0 or concept.written in query.venues or not engine.is_listed_name(concept.written)
        for concept, share in zip(query.known, ranking.present[row].tolist(), strict=True)
    )


def list_passed(query: Query, ranking: Ranking, engine: SearchEngine) -> frozenset[str]:
    """Return the years after which one fact is asked for, where no later one is told of."""
    passed = list_passed_years(query.text) if query.is_narrow and query.years else frozenset()
    if not passed:
        return frozenset()
    latest = max(_list_told_years(query, ranking, engine), default=0)
    return frozenset(str(year) for year in passed if year >= latest)


def asks_what_will_be(query: Query, ranking: Ranking, engine: SearchEngine) -> bool:
    """Tell whether it is asked if something will be, in a year later than any article is of.

    What somebody advises for that year tells it no more than what happened before, unless the
    best passage says of the year, in one sentence, all that the question does.
    """
    if not query.years or query.leaves_blank or query.aim:
        return False
    ahead = max(query.years)
    passages = engine.index.passages
    # From the last one, which is most often the latest.
    if any(max(passage.years, default=0) >= ahead for passage in reversed(passages)):
        return False
    text = passages[int(ranking.positions[0])].text
    sentences = (text[start:end] for start, end in split_sentences(text))
    told = (_list_stems(sentence, engine) for sentence in sentences)
    asked = [{t.stem for t in c.terms} for c in query.concepts if not c.implied]
    return not any(str(ahead) in stems and all(map(stems.intersection, asked)) for stems in told)


def _list_stems(sentence: str, engine: SearchEngine) -> set[str]:
    return {engine.stem(token.text) for token in tokenize(sentence)}


def _list_told_years(query: Query, ranking: Ranking, engine: SearchEngine) -> frozenset[int]:
    passages = [engine.index.passages[position] for position in _list_seen(query, ranking)]
    return frozenset[int]().union(*(p.years | list_years(p.text) for p in passages))


def _list_seen(query: Query, ranking: Ranking) -> list[int]:
    seen: list[int] = ranking.positions[: count_seen(query)].tolist()
    return seen
