"""Questions to answers: the whole core behind one call."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property, lru_cache

from bot.answers.alternatives import Alternatives
from bot.answers.balance import hear_reply
from bot.answers.claims import ClaimFinder, find_later_ruling
from bot.answers.confidence import FOUND, confidence, judge
from bot.answers.describing import describe_reading
from bot.answers.double_questions import answer_both
from bot.answers.gist import find_gist
from bot.answers.naming import NamedArticles
from bot.answers.quoting import quote_passages
from bot.answers.recency import asks_what_holds, put_latest_first
from bot.answers.saying import says_nothing
from bot.answers.selection import Choice, Find, choose_passages
from bot.answers.small_talk import recognise_small_talk
from bot.answers.suggestions import Suggestions, suggest_topics
from bot.answers.timeline import PAGE, Chronicle
from bot.answers.timeline_requests import TimelineRequest, read_request, take_cue
from bot.answers.topic_names import TopicNames
from bot.answers.values import Answer, Quotation, SmallTalk, Status, Understanding
from bot.articles import Article, Corpus
from bot.search import Query, Ranking, SearchEngine
from bot.search.sources import list_quotable

_CITED_FOR_CLAIM = 5
_RECENT, _RECENT_FINDS = 1_024, 128


class Answerer:
    """Answers questions from one snapshot of the corpus; immutable, safe to share."""

    def __init__(self, corpus: Corpus, engine: SearchEngine) -> None:
        """Answer from `corpus` with the `engine` that was built from it."""
        self.corpus = corpus
        self.engine = engine
        self._recall = lru_cache(maxsize=_RECENT)(self._answer_anew)
        self._recall_find = lru_cache(maxsize=_RECENT_FINDS)(self._find_anew)

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

        The latest thousand answers stay in memory: on some nights many people ask the same.
        """
        if previous is not None and self._stands_alone(question):
            previous = None
        return self._recall(question, previous, limit, offset)

    def find(self, question: str, limit: int) -> Find:
        """Return the answer to `question` with up to `limit` passages that are not quoted yet.

        Those of a time line are: they are few, and other than what was found.
        """
        found = self._recall_find(question, None)
        answer = self.answer(question, limit=limit) if found.request else None
        if answer and (answer.timeline or found.query is None):
            return Find(answer)
        if found.query is None:
            return found
        choices = hear_reply(found.choices, found.answer.claim, found.query)
        return replace(found, choices=choices[:limit])

    def quote(self, choices: Sequence[Choice], query: Query) -> tuple[Quotation, ...]:
        """Return `choices`, which were found for `query`, as they are shown."""
        labels = self.corpus.taxonomy.perspectives
        return quote_passages(choices, range(len(choices)), query, self.engine, labels)

    def _stands_alone(self, question: str) -> bool:
        """Tell whether `question` has the same answer whatever was asked before it."""
        return take_cue(question) is None and self.engine.stands_alone(question)

    def _answer_anew(self, question: str, previous: str | None, limit: int, offset: int) -> Answer:
        found = self._recall_find(question, previous)
        if found.request and not found.request.rest:
            return self._tell(question, found.request, limit, offset)
        if found.query is None:
            return found.answer
        return self._compose(found, found.query, range(offset, offset + limit))

    def _find_anew(self, question: str, previous: str | None) -> Find:
        small_talk = recognise_small_talk(question)
        if small_talk is not None:
            return Find(self._decline(question, Status.SMALL_TALK, small_talk=small_talk))
        # The time line of a subject is context for what follows as the subject itself is.
        previous = previous and (take_cue(previous) or previous)
        linked = self._named.find_linked(question)
        named = linked or self._named.find_headed(question)
        request = None if named else self._read_timeline_request(question, previous)
        if request and not request.rest:
            return Find(self._decline(question, Status.FOUND), request=request)
        asked = request.rest if request else question
        query, ranking = self._search(asked, previous, linked)
        if named is None and says_nothing(query):
            return Find(self._decline(question, Status.EMPTY))
        sure = 1.0 if named else confidence(query, ranking, self.engine)
        if sure < FOUND and self._claims.is_asked(query):
            sure = FOUND
        answer = replace(
            self._decline(question, status := judge(sure)),
            confidence=sure,
            understanding=describe_reading(query, ranking, self.engine, status),
        )
        if answer.status is Status.NOT_FOUND:
            topics = suggest_topics(self.corpus, self._articles_of(ranking))
            return Find(replace(answer, topics=topics))
        choices = choose_passages(self.engine.index, ranking, self.corpus.by_key, named)
        if asks_what_holds(query):
            choices = put_latest_first(choices, query.years)
        choices = answer_both(asked, choices, self._recall_find)
        if answer.status is Status.FOUND:
            best = [choice.article.file for choice in choices[:_CITED_FOR_CLAIM]]
            answer = replace(answer, claim=self._claims.find(query, best))
        return Find(answer, choices, query, request, None if named or request else ranking)

    def follow(self, corpus: Corpus, engine: SearchEngine) -> Answerer:
        """Return an answerer from the next state of the corpus, ready so that no question waits."""
        following = Answerer(corpus, engine)
        following._named = self._named.follow(list_quotable(corpus))
        following.warm_up()
        return following

    def warm_up(self) -> None:
        """Make all that the first question that needs it would wait for."""
        for made in (self.corpus, self.engine, self):
            for name, attribute in vars(type(made)).items():
                if isinstance(attribute, cached_property):
                    getattr(made, name)

    def _search(
        self, asked: str, previous: str | None, linked: Article | None
    ) -> tuple[Query, Ranking]:
        """Search for what was asked, or for the headline of the article that was linked to."""
        if linked is None:
            return find_gist(asked, self.engine.read(asked, previous), self.engine)
        query = self.engine.read(linked.citation.title)
        return query, self.engine.rank(query)

    def _arrange(self, answer: Answer, found: Find, query: Query, page: range) -> Answer:
        """Return `answer` with what was found for it as a time line, if one was asked for."""
        if found.request is None or answer.status is not Status.FOUND:
            return answer
        period, limit = found.request.period, max(len(page), PAGE)
        timeline = self._chronicle.arrange(
            query, found.choices, period, start=page.start, limit=limit
        )
        return replace(answer, timeline=timeline if timeline.total else None)

    def _read_timeline_request(self, question: str, previous: str | None) -> TimelineRequest | None:
        subject = take_cue(question, previous)
        # Hardly any question needs them.
        days = (a.citation.published for a in self.corpus.articles if a.retracted is None)
        return read_request(subject, self.topic_names, days) if subject is not None else None

    def _tell(self, question: str, request: TimelineRequest, limit: int, offset: int) -> Answer:
        """Answer with the events of a topic or period, the first of which are the quotations."""
        timeline = self._chronicle.tell(
            request.topic, request.period, start=offset, limit=max(limit, PAGE)
        )
        if not timeline.total:
            topics = suggest_topics(self.corpus, ())
            return replace(self._decline(question, Status.NOT_FOUND), topics=topics)
        quotations = timeline.events[:limit]
        return replace(
            self._decline(question, Status.FOUND),
            confidence=1.0,
            understanding=Understanding((request.topic.name,) if request.topic else ()),
            quotations=quotations,
            remaining=max(timeline.total - offset - limit, 0),
            related=self._suggestions.suggest(question, [each.article for each in quotations]),
            timeline=timeline,
        )

    def _compose(self, found: Find, query: Query, page: range) -> Answer:
        answer, claim = found.answer, found.answer.claim
        choices = hear_reply(found.choices, claim, query)
        shown = [choice.article for choice in choices[page.start : page.stop]]
        labels = self.corpus.taxonomy.perspectives
        answer = replace(
            answer,
            quotations=quote_passages(choices, page, query, self.engine, labels),
            remaining=max(len(choices) - page.stop, 0),
            later=find_later_ruling(claim, shown, self.corpus.by_file) if claim and shown else None,
            alternatives=() if page.start else self._offer(found, query),
            related=self._suggestions.suggest(answer.question, shown),
        )
        return self._arrange(answer, found, query, page)

    def _offer(self, found: Find, query: Query) -> tuple[str, ...]:
        ranking, status = found.ranking, found.answer.status
        return self._alternatives.offer(query, ranking, found.choices, status) if ranking else ()

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
        passages = map(self.engine.index.passages.__getitem__, ranking.positions.tolist())
        return [self.corpus.by_key[key] for key in dict.fromkeys(p.article for p in passages)]

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
    def _alternatives(self) -> Alternatives:
        return Alternatives(self.engine.index, self._suggestions.known)

    @cached_property
    def _suggestions(self) -> Suggestions:
        return Suggestions(self.engine)

    @cached_property
    def _claims(self) -> ClaimFinder:
        return ClaimFinder(self.corpus.claims, self.engine)
