"""Which passages are shown: one of each article, one event once, different voices side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice

from bot.answers.timeline_requests import TimelineRequest
from bot.answers.values import Answer
from bot.articles import Article
from bot.search import Passage, PassageIndex, Query, Ranking

_SAME_EVENT_DAYS = 3
_SAME_EVENT_OVERLAP = 0.5
_CONSIDERED = 24
_WANTED = 1.0
"""What a sentence of the wanted kind counts once more where passages of one article compete."""

_VOICE_BONUS = 0.04
"""What a voice not yet heard is worth, as a share of the best score: it settles near ties only."""


@dataclass(slots=True)
class Choice:
    """A passage that is shown, and the other articles that report the same event.

    `day` is the number of the day on which its article was published.
    """

    passage: Passage
    article: Article
    score: float
    position: int
    also: list[Article] = field(default_factory=list)
    day: int = field(init=False)

    def __post_init__(self) -> None:
        """Count the days."""
        self.day = self.article.citation.published.toordinal()


@dataclass(frozen=True, slots=True)
class Find:
    """An answer without its quotations, and the passages that are to be quoted, best first.

    `query` is what they were found for, None when nothing was. `request` is there where a time line
    was asked for, `ranking` where the question may mean several things.
    """

    answer: Answer
    choices: Sequence[Choice] = ()
    query: Query | None = None
    request: TimelineRequest | None = None
    ranking: Ranking | None = None


def choose_passages(
    index: PassageIndex,
    ranking: Ranking,
    articles: Mapping[str, Article],
    named: Article | None = None,
) -> list[Choice]:
    """Return the passages to show, best first.

    One passage stands for each article: a good one that tells what is wanted. A near copy within
    days of a better one is folded into that one's `also`. Behind the first, an article in which
    somebody else speaks goes before one of about the same score.

    Args:
        index: the index that was searched.
        ranking: its ranking of one question.
        articles: the articles by key.
        named: the article that the question names; it goes first whatever its score.
    """
    best = _best_of_each_article(index, ranking, articles)
    ranked = _put_first(named, best, index) if named else best
    choices: list[Choice] = []
    for choice in islice(ranked, _CONSIDERED):
        near = [other for other in choices if abs(other.day - choice.day) <= _SAME_EVENT_DAYS]
        twin = next((other for other in near if same_event(index, other, choice)), None)
        if twin is None:
            choices.append(choice)
        else:
            twin.also.append(choice.article)
    return _mix_voices(choices)


def _best_of_each_article(
    index: PassageIndex, ranking: Ranking, articles: Mapping[str, Article]
) -> list[Choice]:
    """Let one passage stand for each article, with the score of the article's best one.

    Within an article what is wanted counts twice: the words that were searched stand there anyway.
    """
    choices: dict[str, Choice] = {}
    most: dict[str, float] = {}
    rows = zip(
        ranking.positions.tolist(), ranking.scores.tolist(), ranking.aimed.tolist(), strict=True
    )
    for position, score, aimed in rows:
        passage = index.passages[position]
        key, worth = passage.article, score + _WANTED * aimed
        if key not in choices:
            choices[key] = Choice(passage, articles[key], score, position)
        elif worth > most[key]:
            choices[key].passage, choices[key].position = passage, position
        most[key] = max(worth, most.get(key, worth))
    return list(choices.values())


def _put_first(named: Article, ranked: Sequence[Choice], index: PassageIndex) -> list[Choice]:
    """Return the choices with that of `named` in front: its first passage if none was ranked."""
    first = next((choice for choice in ranked if choice.article is named), None)
    if first is None:
        keys = [passage.article for passage in index.passages]
        position = keys.index(named.key)
        first = Choice(index.passages[position], named, 0.0, position)
    return [first, *(choice for choice in ranked if choice is not first)]


def same_event(index: PassageIndex, one: Choice, other: Choice) -> bool:
    """Tell whether two passages report the same event: of days close together, in like words."""
    if abs(one.day - other.day) > _SAME_EVENT_DAYS:
        return False
    return index.overlap(one.position, other.position) > _SAME_EVENT_OVERLAP


def _mix_voices(choices: Sequence[Choice]) -> list[Choice]:
    """Reorder greedily behind the first: score, and a little for a voice not heard before."""
    mixed, waiting = list(choices[:1]), list(choices[1:])
    heard = {voice for choice in mixed for voice in choice.article.perspectives}
    bonus = _VOICE_BONUS * max((abs(choice.score) for choice in choices), default=0.0)
    voices = {voice for choice in waiting for voice in choice.article.perspectives}
    while not heard.issuperset(voices):
        worth = [
            choice.score + (0.0 if heard.issuperset(choice.article.perspectives) else bonus)
            for choice in waiting
        ]
        following = waiting.pop(worth.index(max(worth)))
        mixed.append(following)
        heard.update(following.article.perspectives)
    # Where nobody new is left, the score alone decides.
    return mixed + sorted(waiting, key=lambda choice: choice.score, reverse=True)
