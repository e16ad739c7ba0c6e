"""What the corpus already holds near a draft: duplicates, and how its like are labelled."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from bot.articles import AddressError, Article, Corpus, article_key
from bot.desk.values import Draft, Neighbours
from bot.search import SearchEngine
from bot.search.tokens import tokenize

_OPENING_WORDS = 80
_VOTERS = 8
_MOST_LABELS = 3
_SHARE = 0.4
"""Of the votes; a label with less is no suggestion, unless it is the first."""
_SAME_EVENT_DAYS = 3
_SAME_EVENT_OVERLAP = 0.5
_MOST_SHOWN = 3


def find_neighbours(draft: Draft, corpus: Corpus, engine: SearchEngine) -> Neighbours:
    """Look for the articles of `corpus` that are most like `draft`.

    Args:
        draft: at least with a title or a body.
        corpus: the snapshot.
        engine: the search that was built from it.
    """
    nearest = _find_nearest(draft, corpus, engine)
    voters = nearest[:_VOTERS]
    return Neighbours(
        same_address=_find_same_address(draft, corpus),
        same_event=tuple(_find_same_event(draft, nearest, engine)[:_MOST_SHOWN]),
        topics=_vote(voters, lambda article: article.topics),
        perspectives=_vote(voters, lambda article: article.perspectives),
    )


def _find_nearest(draft: Draft, corpus: Corpus, engine: SearchEngine) -> list[Article]:
    opening = " ".join(draft.body.split()[:_OPENING_WORDS])
    ranking = engine.rank(engine.read(f"{draft.title} {opening}"))
    passages = engine.index.passages
    keys = dict.fromkeys(passages[place].article for place in ranking.positions.tolist())
    return [corpus.by_key[key] for key in keys]


def _find_same_address(draft: Draft, corpus: Corpus) -> Article | None:
    try:
        return corpus.by_key.get(article_key(draft.url))
    except AddressError:
        return None


def _find_same_event(
    draft: Draft, nearest: Sequence[Article], engine: SearchEngine
) -> list[Article]:
    """Return articles of days close to the draft's, in like words."""
    if draft.published is None:
        return []
    ours = _weigh_stems(draft.body, engine)
    found: list[tuple[float, Article]] = []
    for article in nearest:
        apart = abs((article.citation.published - draft.published).days)
        alike = _overlap(ours, _weigh_stems(article.body, engine))
        if apart <= _SAME_EVENT_DAYS and alike > _SAME_EVENT_OVERLAP:
            found.append((alike, article))
    return [article for _, article in sorted(found, key=lambda pair: pair[0], reverse=True)]


def _weigh_stems(text: str, engine: SearchEngine) -> dict[str, float]:
    stems = {engine.stem(token.text) for token in tokenize(text)}
    return {stem: engine.index.text.idf_of(stem) for stem in stems}


def _overlap(one: dict[str, float], other: dict[str, float]) -> float:
    """Return the share, by weight, of the smaller text that both have."""
    smaller = min(sum(one.values()), sum(other.values()))
    return sum(one[stem] for stem in one.keys() & other.keys()) / smaller if smaller else 0.0


def _vote(
    voters: Sequence[Article], labels_of: Callable[[Article], Iterable[str]]
) -> tuple[str, ...]:
    """Return the labels that the nearest articles share; the nearer, the more a vote counts."""
    votes: Counter[str] = Counter()
    for place, article in enumerate(voters):
        for label in labels_of(article):
            votes[label] += len(voters) - place
    total = sum(range(1, len(voters) + 1))
    ranked = votes.most_common(_MOST_LABELS)
    return tuple(
        label for place, (label, count) in enumerate(ranked) if not place or count > _SHARE * total
    )


def guess_kind(draft: Draft, corpus: Corpus) -> str:
    """Return the kind that the headline or the outlet suggests, or nothing."""
    kinds = corpus.taxonomy.kinds
    if re.match(
        r"\W*(?:cek fakta|hoaks|hoax|salah|keliru|disinformasi)\b\W", draft.title, re.IGNORECASE
    ):
        guess = "cek-fakta"
    else:
        same = [a.kind for a in corpus.articles if a.citation.outlet == draft.outlet]
        guess = Counter(same).most_common(1)[0][0] if same else "berita"
    return guess if guess in kinds else ""
