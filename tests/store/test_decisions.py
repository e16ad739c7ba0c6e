"""What becomes of questions in the moderators' queue, and how many people sent them."""

from bot.store import Decided, Decision, Memory, Report
from bot.store.submitters import Submitted
from tests.store.conftest import Clock

ONE, OTHER = "0123456789abcdef", "fedcba9876543210"


async def test_a_decision_holds_for_every_wording_and_can_be_taken_back(
    memory: Memory, clock: Clock
) -> None:
    await memory.decisions.put([ONE, OTHER], Decision.ANSWERED, "abcdefghij")

    decided = Decided(Decision.ANSWERED, "abcdefghij", int(clock.now))
    assert await memory.decisions.list_all() == {ONE: decided, OTHER: decided}
    assert await memory.decisions.find(ONE) == decided
    await memory.decisions.drop([ONE])
    assert await memory.decisions.find(ONE) is None
    assert await memory.decisions.find(OTHER) == decided


async def test_the_last_decision_counts(memory: Memory) -> None:
    await memory.decisions.put([ONE], Decision.WANTED)
    await memory.decisions.put([ONE], Decision.SPAM)

    found = await memory.decisions.find(ONE)
    assert found is not None
    assert found.decision is Decision.SPAM


async def test_a_decision_is_kept_for_a_year(memory: Memory, clock: Clock) -> None:
    await memory.decisions.put([ONE], Decision.SPAM)
    clock.pass_days(364)
    assert await memory.decisions.find(ONE)
    clock.pass_days(2)
    assert await memory.decisions.find(ONE) is None
    assert await memory.purge() == 1


async def test_a_person_counts_once_for_a_question_from_first_to_last(
    memory: Memory, clock: Clock
) -> None:
    began = int(clock.now)
    await memory.submitters.note(ONE, 11)
    clock.pass_days(3)
    await memory.submitters.note(ONE, 11)
    await memory.submitters.note(ONE, 12)

    listed = await memory.submitters.list_all()
    days = sorted((each.first - began, each.last - began) for each in listed)
    assert days == [(0, 3 * 24 * 3600), (3 * 24 * 3600, 3 * 24 * 3600)]
    assert len({each.person for each in listed}) == 2
    assert not any(each.person == "11" for each in listed)


async def test_who_sent_a_question_is_forgotten_on_demand_and_after_90_days(
    memory: Memory, clock: Clock
) -> None:
    await memory.submitters.note(ONE, 11)
    await memory.submitters.note(OTHER, 12)
    await memory.forget(11)

    def describe(listed: list[Submitted]) -> list[str]:
        return [each.token for each in listed]

    assert describe(await memory.submitters.list_all()) == [OTHER]
    clock.pass_days(91)
    assert await memory.submitters.list_all() == []
    assert await memory.purge() == 1


async def test_capitals_spaces_and_punctuation_make_no_other_question(memory: Memory) -> None:
    find = memory.unanswered.find_token

    assert find("Siapa  ketua KPU?") == find("siapa ketua kpu")
    assert find("siapa ketua kpu") != find("siapa ketua bawaslu")
    assert find("???") != find("!!!")


async def test_a_question_tells_when_it_was_sent_last(memory: Memory, clock: Clock) -> None:
    token = await memory.unanswered.submit("siapa?")
    clock.pass_days(2)
    await memory.unanswered.submit("siapa?")

    question = await memory.unanswered.recall(token)
    assert question is not None
    assert question.latest == int(clock.now)


async def test_a_report_is_found_and_closed_once_by_its_id(memory: Memory, clock: Clock) -> None:
    await memory.reports.submit(Report("abcdefghij.1", "salah"))
    (listed,) = await memory.reports.list_all()

    assert listed.at == int(clock.now)
    assert await memory.reports.find(listed.id) == Report("abcdefghij.1", "salah")
    assert await memory.reports.close(listed.id)
    assert not await memory.reports.close(listed.id)
    assert await memory.reports.find(listed.id) is None
    assert await memory.reports.list_all() == []
