"""The queue of questions without an answer: who counts, what is decided, what gets linked."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.answers.live import LiveAnswerer
from bot.desk import Desk, DeskRules, open_desk
from bot.desk.queue import Group, QuestionQueue
from bot.store import Action, Decision, Memory, open_memory
from tests.chat.corpora import make_article, serve
from tests.store.conftest import Clock

MODERATOR = 77
BODY = "KPU menyewa komputasi awan dari Alibaba Cloud untuk Sirekap."
SALARY = ("berapa gaji ketua KPU?", "Gaji ketua KPU berapa sih")
GOLD = "harga emas hari ini"


@dataclass(frozen=True)
class Room:
    """A moderator's desk over a small corpus."""

    memory: Memory
    live: LiveAnswerer
    desk: Desk
    queue: QuestionQueue

    async def find(self, text: str) -> Group:
        """Return the group of a wording that waits."""
        group = await self.queue.find_group(self.memory.unanswered.find_token(text))
        assert group is not None
        return group

    async def list_texts(self) -> list[str]:
        """Return the most frequent wording of each group."""
        return [group.text for group in await self.queue.list_groups()]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def room(tmp_path: Path, clock: Clock) -> AsyncIterator[Room]:
    live = serve(tmp_path, make_article(BODY))
    url = f"sqlite:///{tmp_path / 'memory.db'}"
    async with open_memory(url, b"k" * 32, clock=clock) as memory:
        desk = open_desk(memory, live, DeskRules(chiefs=frozenset({MODERATOR})))
        yield Room(memory, live, desk, QuestionQueue(memory, live))


async def test_a_person_counts_once_in_a_group_whatever_they_wrote(room: Room) -> None:
    for person, wording in [(1, SALARY[0]), (1, SALARY[1]), (1, SALARY[0]), (2, SALARY[1])]:
        await room.queue.take(person, wording)
    await room.queue.take(3, GOLD)

    salary, gold = await room.queue.list_groups()
    assert (salary.askers, len(salary.questions)) == (2, 2)
    assert salary.text == SALARY[1]
    assert (gold.askers, gold.text) == (1, GOLD)


async def test_a_group_has_the_days_of_its_first_and_last_question(
    room: Room, clock: Clock
) -> None:
    await room.queue.take(1, SALARY[0])
    clock.pass_days(4)
    await room.queue.take(2, SALARY[1])

    (group,) = await room.queue.list_groups()
    assert (group.last - group.first).days == 4


async def test_who_had_their_data_deleted_still_leaves_a_question(room: Room) -> None:
    await room.queue.take(1, GOLD)
    await room.memory.forget(1)

    (group,) = await room.queue.list_groups()
    assert group.askers == 1


async def test_spam_is_not_taken_again_however_it_is_typed(room: Room) -> None:
    await room.queue.take(1, GOLD)
    await room.queue.decide(await room.find(GOLD), Decision.SPAM)

    for wording in (GOLD, "  HARGA emas, hari ini!! "):
        taken = await room.queue.take(2, wording)
        assert taken.refused is Decision.SPAM
    assert await room.list_texts() == []
    submitted = await room.memory.submitters.list_all()
    assert len(submitted) == 1


async def test_a_decision_holds_for_all_wordings_and_is_taken_back_for_all(room: Room) -> None:
    for person, wording in enumerate((*SALARY, GOLD)):
        await room.queue.take(person, wording)
    salary = await room.find(SALARY[0])
    await room.queue.decide(salary, Decision.OUTSIDE)
    await room.queue.decide(await room.find(GOLD), Decision.OUTSIDE)

    assert (await room.queue.take(9, SALARY[1])).refused is Decision.OUTSIDE
    assert await room.list_texts() == []
    reopened = await room.queue.reopen(salary.token[:6])
    assert reopened is not None
    assert set(reopened.tokens) == set(salary.tokens)
    assert await room.list_texts() == [reopened.text]


async def test_linking_adds_the_wording_to_the_article_which_then_answers(
    room: Room, tmp_path: Path
) -> None:
    question = "Sirekap nyewa server ke siapa woy"
    await room.queue.take(1, question)
    group = await room.find(question)
    (article,) = room.live.current.corpus.articles
    linked = await room.queue.link(room.desk.changes, MODERATOR, group, article.key)

    assert linked.change.action is Action.LINK
    assert [each.text for each in linked.answered] == [question]
    assert linked.open == ()
    written = (tmp_path / "corpus" / "articles" / article.file).read_text(encoding="utf-8")
    assert question in written
    assert await room.list_texts() == []
    (line,) = await room.memory.audit.list_lines()
    assert line.action is Action.LINK


async def test_a_linked_group_whose_other_wordings_find_nothing_goes_on_waiting(
    room: Room,
) -> None:
    for person, wording in enumerate(SALARY):
        await room.queue.take(person, wording)
    await room.queue.take(8, SALARY[0])
    group = await room.find(SALARY[0])
    (article,) = room.live.current.corpus.articles
    linked = await room.queue.link(room.desk.changes, MODERATOR, group, article.key)

    told = {each.text for each in (*linked.answered, *linked.open)}
    assert told == set(SALARY)
    assert linked.answered[0].text == SALARY[0]
    assert await room.list_texts() == [each.text for each in linked.open]


async def test_the_nearest_articles_are_proposed_first(tmp_path: Path) -> None:
    near = make_article(BODY)
    far = make_article("Panitia memakai mesin ketik biru.").replace("/berita", "/lain")
    live = serve(tmp_path, far, near)
    url = f"sqlite:///{tmp_path / 'memory.db'}"
    async with open_memory(url, b"k" * 32) as memory:
        queue = QuestionQueue(memory, live)
        await queue.take(1, "menyewa komputasi awan Alibaba berapa lama")
        (group,) = await queue.list_groups()
        nearest = await queue.find_nearest(group)

    assert nearest[0].file == "artikel-1.md"


async def test_what_the_corpus_answers_by_now_leaves_the_queue(room: Room, tmp_path: Path) -> None:
    for person, wording in enumerate((*SALARY, GOLD)):
        await room.queue.take(person, wording)
    assert await room.queue.settle_answered() == []
    article = make_article("Gaji ketua KPU diatur peraturan presiden.").replace("/berita", "/gaji")
    article = article.replace("questions:\n", f'questions:\n  - "{SALARY[0]}"\n')
    (tmp_path / "corpus" / "articles" / "gaji.md").write_text(article, encoding="utf-8")
    await room.live.refresh()

    settled = await room.queue.settle_answered()
    assert [{each.text for each in group.questions} for group in settled] == [set(SALARY)]
    assert await room.list_texts() == [GOLD]


async def test_a_question_that_was_answered_waits_again_when_it_is_sent_again(
    room: Room,
) -> None:
    await room.queue.take(1, GOLD)
    await room.queue.decide(await room.find(GOLD), Decision.ANSWERED, "abcdefghij")
    assert await room.list_texts() == []

    assert (await room.queue.take(2, GOLD)).refused is None
    assert await room.list_texts() == [GOLD]


async def test_a_question_whose_article_is_looked_for_still_waits(room: Room, clock: Clock) -> None:
    await room.queue.take(1, GOLD)
    await room.queue.decide(await room.find(GOLD), Decision.WANTED)

    (group,) = await room.queue.list_groups()
    assert group.wanted_since == int(clock.now)
