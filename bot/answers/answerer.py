"""Questions to answers: the whole core behind one call."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property
from pathlib import Path

from bot.answers.claims import ClaimFinder, find_later_ruling
from bot.answers.confidence import FOUND, NEAR, confidence
from bot.answers.gist import find_gist
from bot.answers.naming import NamedArticles
from bot.answers.quoting import emphasise, weigh_stems
from bot.answers.selection import Choice, choose_passages
from bot.answers.small_talk import recognise_small_talk
from bot.answers.suggestions import suggest_questions, suggest_topics
from bot.answers.timeline import PAGE, Chronicle
from bot.answers.timeline_requests import TimelineRequest, read_request, take_cue
from bot.answers.topic_names import TopicNames
from bot.answers.values import Answer, Quotation, SmallTalk, Status, Understanding
from bot.articles import Article, Corpus, open_corpus
from bot.search import Query, Ranking, SearchEngine, open_engine
from bot.search.sources import list_quotable

_CITED_FOR_CLAIM = 5


class Answerer:
    """Answers questions from one snapshot of the corpus; immutable, safe to share."""

    def __init__(self, corpus: Corpus, engine: SearchEngine) -> None:
        """Answer from `corpus` with the `engine` that was built from it."""
        self.corpus = corpus
        self.engine = engine

    @property
    def passages(self) -> int:
        """How many passages can be quoted."""
        return len(self.engine.index.passages)

    def answer(
        self, question: str, *, previous: str | None = None, limit: int = 3, offset: int = 0
    ) -> Answer:
        """Answer `question`, which may follow `previous` in a conversation.

        Args:
            question: what the person wrote, any length.
            previous: the question before it, for follow-ups such as "kapan itu?".
            limit: how many quotations at most, each of another article.
            offset: how many quotations earlier pages have shown.
        """
        small_talk = recognise_small_talk(question)
        if small_talk is not None:
            return self._decline(question, Status.SMALL_TALK, small_talk=small_talk)
        # The time line of a subject is context for what follows as the subject itself is.
        previous = previous and (take_cue(previous) or previous)
        linked = self._named.find_linked(question)
        named = linked or self._named.find_headed(question)
        request = None if named else self._read_timeline_request(question, previous)
        if request and not request.rest:
            return self._tell(question, request, limit, offset)
        asked = request.rest if request else question
        query, ranking = self._search(asked, previous, linked)
        if not query.concepts and named is None:
            return self._decline(question, Status.EMPTY)
        sure = 1.0 if named else confidence(query, ranking, self.engine)
        if sure < FOUND and self._claims.is_asked(query):
            sure = FOUND
        if sure < NEAR:
            return replace(
                self._decline(question, Status.NOT_FOUND),
                confidence=sure,
                understanding=_describe(query),
                topics=suggest_topics(self.corpus, self._articles_of(ranking)),
            )
        choices = choose_passages(self.engine.index, ranking, self.corpus.by_key, named)
        page = range(offset, offset + limit)
        answer = self._compose(question, query, choices, sure, page)
        return self._arrange(answer, request, query, choices, page) if request else answer

    def _search(
        self, asked: str, previous: str | None, linked: Article | None
    ) -> tuple[Query, Ranking]:
        """Search for what was asked, or for the headline of the article that was linked to."""
        if linked is None:
            return find_gist(asked, self.engine.read(asked, previous), self.engine)
        query = self.engine.read(linked.citation.title)
        return query, self.engine.rank(query)

    def _arrange(
        self,
        answer: Answer,
        request: TimelineRequest,
        query: Query,
        choices: Sequence[Choice],
        page: range,
    ) -> Answer:
        """Return `answer` with what was found for it as a time line."""
        if answer.status is not Status.FOUND:
            return answer
        limit = max(len(page), PAGE)
        timeline = self._chronicle.arrange(
            query, choices, request.period, start=page.start, limit=limit
        )
        return replace(answer, timeline=timeline if timeline.total else None)

    def _read_timeline_request(self, question: str, previous: str | None) -> TimelineRequest | None:
        subject = take_cue(question, previous)
        if subject is None:
            return None
        days = [article.citation.published for article in list_quotable(self.corpus)]
        return read_request(subject, self.topic_names, days)

    def _tell(self, question: str, request: TimelineRequest, limit: int, offset: int) -> Answer:
        """Answer with the events of a topic or period, the first of which are the quotations."""
        timeline = self._chronicle.tell(
            request.topic, request.period, start=offset, limit=max(limit, PAGE)
        )
        if not timeline.total:
            topics = suggest_topics(self.corpus, ())
            return replace(self._decline(question, Status.NOT_FOUND), topics=topics)
        quotations = timeline.events[:limit]
        shown = [quotation.article for quotation in quotations]
        return replace(
            self._decline(question, Status.FOUND),
            confidence=1.0,
            understanding=Understanding((request.topic.name,) if request.topic else ()),
            quotations=quotations,
            remaining=max(timeline.total - offset - limit, 0),
            related=suggest_questions(question, shown, self.engine),
            timeline=timeline,
        )

    def _compose(
        self, question: str, query: Query, choices: Sequence[Choice], sure: float, page: range
    ) -> Answer:
        found = sure >= FOUND
        best = [choice.article for choice in choices[:_CITED_FOR_CLAIM]]
        shown = [choice.article for choice in choices[page.start : page.stop]]
        claim = self._claims.find(query, [article.file for article in best]) if found else None
        return Answer(
            question=question,
            status=Status.FOUND if found else Status.NEAR,
            confidence=sure,
            understanding=_describe(query),
            quotations=self._quote(query, choices, page),
            remaining=max(len(choices) - page.stop, 0),
            claim=claim,
            later=find_later_ruling(claim, shown, self.corpus.by_file) if claim and shown else None,
            related=suggest_questions(question, shown, self.engine),
            sources_until=self.corpus.newest,
        )

    def _quote(self, query: Query, choices: Sequence[Choice], page: range) -> tuple[Quotation, ...]:
        weights = weigh_stems(query, self.engine.index)
        quotations: list[Quotation] = []
        for rank, choice in enumerate(choices[page.start : page.stop], start=page.start + 1):
            best, marks = emphasise(choice.passage.text, weights, self.engine.stem)
            quotations.append(
                Quotation(
                    rank=rank,
                    score=choice.score,
                    passage=choice.passage,
                    article=choice.article,
                    best=best,
                    marks=marks,
                    speakers=self._name_speakers(choice.article),
                    also=tuple(choice.also),
                )
            )
        return tuple(quotations)

    def _decline(
        self, question: str, status: Status, small_talk: SmallTalk | None = None
    ) -> Answer:
        return Answer(
            question=question,
            status=status,
            confidence=0.0,
            understanding=Understanding(),
            small_talk=small_talk,
            sources_until=self.corpus.newest,
        )

    def _articles_of(self, ranking: Ranking) -> list[Article]:
        passages = self.engine.index.passages
        keys = dict.fromkeys(passages[place].article for place in ranking.positions.tolist())
        return [self.corpus.by_key[key] for key in keys]

    def _name_speakers(self, article: Article) -> tuple[str, ...]:
        labels = self.corpus.taxonomy.perspectives
        return tuple(labels.get(perspective, perspective) for perspective in article.perspectives)

    @cached_property
    def topic_names(self) -> TopicNames:
        """Finds topics by what people call them."""
        return TopicNames(self.corpus.taxonomy.topics, self.engine)

    @cached_property
    def _named(self) -> NamedArticles:
        return NamedArticles(list_quotable(self.corpus))

    @cached_property
    def _chronicle(self) -> Chronicle:
        return Chronicle(self.corpus, self.engine)

    @cached_property
    def _claims(self) -> ClaimFinder:
        return ClaimFinder(self.corpus.claims, self.engine)


def open_answerer(corpus_dir: Path, cache_dir: Path, *, today: date | None = None) -> Answerer:
    """Load the corpus and its index.

    Args:
        corpus_dir: the folder with `articles/`.
        cache_dir: where corpus and index are kept between runs; made when missing.
        today: the day that no article may be newer than; the current day by default.

    Raises:
        CorpusError: the folder is missing or holds no usable article.
    """
    corpus = open_corpus(corpus_dir, cache_dir, today=today)
    return Answerer(corpus, open_engine(corpus, cache_dir))


def _describe(query: Query) -> Understanding:
    terms = dict.fromkeys(term.surface for concept in query.concepts for term in concept.terms)
    return Understanding(tuple(terms), query.corrections, query.missing)
