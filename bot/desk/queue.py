"""Questions without an answer that people let the moderators have, and what becomes of them."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from bot.answers import Answer, Answerer
from bot.answers.live import LiveAnswerer
from bot.answers.values import Status
from bot.articles import Article
from bot.desk.changes.change_values import Change
from bot.desk.changes.changing import ChangeDesk
from bot.desk.wordings import group_wordings
from bot.store import Decided, Decision, Memory, Submitted, UnansweredQuestion, find_day

_NEAREST = 5
_REFUSED = frozenset({Decision.OUTSIDE, Decision.SPAM})
_SETTLED = _REFUSED | {Decision.ANSWERED}


@dataclass(frozen=True, slots=True)
class Group:
    """Questions that ask the same, the most frequent wording first.

    `askers` counts different people; `first` and `last` are days of Jakarta. `wanted_since`, in
    seconds since 1970, is when somebody set out to find the article, or None.
    """

    questions: tuple[UnansweredQuestion, ...]
    askers: int
    first: date
    last: date
    wanted_since: int | None = None

    @property
    def token(self) -> str:
        """The token of the most frequent wording."""
        return self.questions[0].token

    @property
    def text(self) -> str:
        """The most frequent wording."""
        return self.questions[0].text

    @property
    def tokens(self) -> tuple[str, ...]:
        """The tokens of all wordings."""
        return tuple(question.token for question in self.questions)


@dataclass(frozen=True, slots=True)
class Taken:
    """A question that somebody handed over; it was not kept where it was `refused` before."""

    token: str
    refused: Decision | None = None


@dataclass(frozen=True, slots=True)
class Linked:
    """A wording that became a question of an article.

    `answered` are the group's questions that the corpus answers now, `open` those that still wait.
    """

    change: Change
    answered: tuple[UnansweredQuestion, ...]
    open: tuple[UnansweredQuestion, ...]


class QuestionQueue:
    """The moderators' queue; it holds nothing itself, so that any replica may serve it."""

    def __init__(self, memory: Memory, live: LiveAnswerer) -> None:
        """Serve the queue in `memory`, with what `live` answers at the moment."""
        self._memory = memory
        self._live = live

    async def take(self, person: int, text: str) -> Taken:
        """Keep a question of the person of a private chat, unless its wording was refused."""
        memory = self._memory
        token = memory.unanswered.find_token(text)
        decided = await memory.decisions.find(token)
        if decided and decided.decision in _REFUSED:
            return Taken(token, decided.decision)
        if decided and decided.decision is Decision.ANSWERED:
            # It was answered once and is not any more, or so the person says.
            await memory.decisions.drop([token])
        await memory.unanswered.submit(text)
        await memory.submitters.note(token, person)
        return Taken(token)

    async def list_groups(self) -> list[Group]:
        """Return what waits, that of most people first, then the newest."""
        decided = await self._memory.decisions.list_all()
        waiting = await self._list_waiting(decided)
        submitted: dict[str, list[Submitted]] = defaultdict(list)
        for each in await self._memory.submitters.list_all():
            submitted[each.token].append(each)
        alike = await self._group(waiting)
        groups = [_make_group(questions, submitted, decided) for questions in alike]
        return sorted(groups, key=lambda group: (-group.askers, -group.last.toordinal()))

    async def find_group(self, token: str) -> Group | None:
        """Return the group with the wording whose token is, or begins with, `token`."""
        for group in await self.list_groups():
            if any(each.startswith(token) for each in group.tokens):
                return group
        return None

    async def decide(self, group: Group, decision: Decision, article: str = "") -> None:
        """Decide about every wording of `group`; `article` is the key of what answers it."""
        await self._memory.decisions.put(group.tokens, decision, article)

    async def reopen(self, token: str) -> Group | None:
        """Take back the decision about a group; return what waits again.

        Args:
            token: that of one of its wordings, or the beginning of it.
        """
        decided = await self._memory.decisions.list_all()
        full = next((each for each in decided if each.startswith(token)), None)
        if full:
            same = {each for each in decided if decided[each] == decided[full]}
            questions = await self._memory.unanswered.list_all()
            alike = await self._group([each for each in questions if each.token in same])
            tokens = [[each.token for each in group] for group in alike]
            dropped = next((group for group in tokens if full in group), [full])
            await self._memory.decisions.drop(dropped)
        return await self.find_group(token)

    async def settle_answered(self) -> list[Group]:
        """Note which groups the corpus answers by now, wording by wording, and return them.

        A group that is answered in part goes on waiting with its other wordings.
        """
        groups = await self.list_groups()
        answered = {group.token: len(await self._settle(group)) for group in groups}
        return [group for group in groups if answered[group.token] == len(group.questions)]

    async def link(self, changes: ChangeDesk, person: int, group: Group, key: str) -> Linked:
        """Add the most frequent wording to the questions of an article, and see what it answers.

        Raises:
            DeskError: as for `ChangeDesk.link`.
        """
        change = await changes.link(person, key, group.text)
        answered = await self._settle(group)
        still = tuple(each for each in group.questions if each not in answered)
        return Linked(change, tuple(answered), still)

    async def find_nearest(self, group: Group) -> list[Article]:
        """Return the articles nearest to the most frequent wording, the nearest first."""
        return await asyncio.to_thread(_find_nearest, self._live.current, group.text)

    async def _list_waiting(self, decided: Mapping[str, Decided]) -> list[UnansweredQuestion]:
        questions = await self._memory.unanswered.list_all()
        over = {token for token, each in decided.items() if each.decision in _SETTLED}
        return [question for question in questions if question.token not in over]

    async def _group(self, questions: list[UnansweredQuestion]) -> list[list[UnansweredQuestion]]:
        texts = [question.text for question in questions]
        places = await asyncio.to_thread(group_wordings, texts, self._live.current.engine)
        return [[questions[place] for place in group] for group in places]

    async def _settle(self, group: Group) -> list[UnansweredQuestion]:
        """Note which questions of `group` have an answer by now, and return them."""
        answered = []
        for question in group.questions:
            answer = await asyncio.to_thread(self._live.current.answer, question.text, limit=1)
            article = _find_article(answer)
            if article:
                tokens = [question.token]
                await self._memory.decisions.put(tokens, Decision.ANSWERED, article.key)
                answered.append(question)
        return answered


def _find_nearest(answerer: Answerer, text: str) -> list[Article]:
    engine, corpus = answerer.engine, answerer.corpus
    passages = engine.index.passages
    ranking = engine.rank(engine.read(text))
    keys = dict.fromkeys(passages[place].article for place in ranking.positions.tolist())
    return [corpus.by_key[key] for key in list(keys)[:_NEAREST]]


def _make_group(
    questions: list[UnansweredQuestion],
    submitted: Mapping[str, list[Submitted]],
    decided: Mapping[str, Decided],
) -> Group:
    sent = [each for question in questions for each in submitted.get(question.token, ())]
    latest = max(question.latest for question in questions)
    wanted = [decided[question.token].at for question in questions if question.token in decided]
    return Group(
        questions=tuple(sorted(questions, key=lambda each: _rank(each, submitted))),
        # Who had their data deleted asked all the same.
        askers=max(1, len({each.person for each in sent})),
        first=find_day(min((each.first for each in sent), default=latest)),
        last=find_day(latest),
        wanted_since=max(wanted, default=None),
    )


def _rank(
    question: UnansweredQuestion, submitted: Mapping[str, list[Submitted]]
) -> tuple[int, int, str]:
    return -len(submitted.get(question.token, ())), -question.times, question.token


def _find_article(answer: Answer) -> Article | None:
    if answer.status is not Status.FOUND or not answer.quotations:
        return None
    return answer.quotations[0].article
