"""A draft as it would be in the corpus: its passages, what it answers, what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from bot.answers import Answerer, Status
from bot.articles import AddressError, Article, Citation, Corpus, article_key
from bot.desk.drafts.neighbours import find_neighbours
from bot.desk.drafts.obstacles import check_draft, list_obstacles, list_warnings
from bot.desk.drafts.tray_values import Review
from bot.desk.values import Draft, Intake
from bot.search import SearchEngine, split_passages
from bot.search.sources import list_sources

_RIVALS = 60
"""Articles that each question and the draft itself bring along, to compete with it."""

_MOST_SEARCHED = 500
"""Characters of the draft; a search for the whole of a long one would take long."""

_FILE = "draf.md"


def review(intake: Intake, answerer: Answerer, waiting: Sequence[str], today: date) -> Review:
    """Try out the draft among the articles that are most like it.

    Args:
        intake: the draft.
        answerer: over the corpus that it is to join.
        waiting: questions that nobody has answered yet.
        today: after which no date may lie.
    """
    draft, corpus = intake.draft, answerer.corpus
    article = _imagine(draft, today)
    answers, misses = _ask(article, answerer, waiting) if draft.body else ((), draft.questions)
    return Review(
        passages=tuple(split_passages(article)),
        answers=tuple(answers),
        misses=tuple(misses),
        neighbours=find_neighbours(draft, corpus, answerer.engine),
        problems=check_draft(draft, corpus, today),
        obstacles=tuple(list_obstacles(intake, corpus, today)),
        warnings=tuple(list_warnings(intake)),
    )


def _imagine(draft: Draft, today: date) -> Article:
    """Return the article that the draft would be, with something in place of what is missing."""
    try:
        key = article_key(draft.url)
    except AddressError:
        key = "draf"
    published = draft.published or today
    return Article(
        key=key,
        file=_FILE,
        citation=Citation(draft.title, draft.outlet, draft.url, published),
        kind=draft.kind,
        perspectives=draft.perspectives,
        topics=draft.topics,
        body=draft.body,
        questions=draft.questions,
    )


def _ask(
    article: Article, answerer: Answerer, waiting: Sequence[str]
) -> tuple[list[str], list[str]]:
    """Return the questions that bring the article among the first three, and its own that miss."""
    own = article.questions
    asked = list(dict.fromkeys((*own, *waiting)))
    rivals = _find_rivals(article, answerer, asked)
    corpus = _join(answerer.corpus, rivals, article)
    trial = Answerer(corpus, SearchEngine.build(list_sources(corpus), corpus.glossary))
    found = [question for question in asked if _brings(question, article, trial)]
    return found, [question for question in own if question not in found]


def _find_rivals(article: Article, answerer: Answerer, asked: Iterable[str]) -> dict[str, Article]:
    """Return the articles that would compete with this one.

    An index of a large corpus takes too long to make while somebody waits for a preview.
    """
    engine, corpus = answerer.engine, answerer.corpus
    rivals: dict[str, Article] = {}
    for text in (f"{article.citation.title} {article.body}", *asked):
        ranking = engine.rank(engine.read(text[:_MOST_SEARCHED]))
        passages = engine.index.passages
        keys = dict.fromkeys(passages[place].article for place in ranking.positions.tolist())
        for key in list(keys)[:_RIVALS]:
            rivals[key] = corpus.by_key[key]
    return rivals


def _join(corpus: Corpus, rivals: dict[str, Article], article: Article) -> Corpus:
    others = (each for each in rivals.values() if each.key != article.key)
    return Corpus(
        revision="",
        articles=(*others, article),
        claims=(),
        taxonomy=corpus.taxonomy,
        glossary=corpus.glossary,
    )


def _brings(question: str, article: Article, answerer: Answerer) -> bool:
    answer = answerer.answer(question)
    return answer.status is Status.FOUND and any(
        article.key in {each.key for each in (quotation.article, *quotation.also)}
        for quotation in answer.quotations
    )
