"""What people leave for the moderators: questions, reports, verdicts; never who left it."""

from bot.store import Memory, Report, UnansweredQuestion, Verdict
from tests.store.conftest import Clock

TOKEN = "0123456789abcdef"  # noqa: S105 - of nothing


async def test_equal_questions_are_one_the_most_frequent_first(memory: Memory) -> None:
    rare = await memory.unanswered.submit("siapa?")
    for _ in range(3):
        often = await memory.unanswered.submit("mengapa?")

    assert await memory.unanswered.list_all() == [
        UnansweredQuestion(often, "mengapa?", 3),
        UnansweredQuestion(rare, "siapa?", 1),
    ]
    assert memory.unanswered.find_token("siapa?") == rare
    assert await memory.unanswered.recall(TOKEN) is None


async def test_questions_are_kept_for_90_days_after_they_were_last_sent(
    memory: Memory, clock: Clock
) -> None:
    token = await memory.unanswered.submit("siapa?")
    clock.pass_days(60)
    await memory.unanswered.submit("siapa?")
    clock.pass_days(60)
    assert await memory.unanswered.recall(token)
    clock.pass_days(31)
    assert await memory.unanswered.recall(token) is None
    assert await memory.purge() == 1


async def test_reports_are_kept_for_90_days_oldest_first(memory: Memory, clock: Clock) -> None:
    await memory.reports.submit(Report("abc.1", "salah"))
    clock.pass_days(50)
    await memory.reports.submit(Report("abc.1"))
    assert await memory.reports.list_all() == [Report("abc.1", "salah"), Report("abc.1")]
    clock.pass_days(50)
    assert await memory.reports.list_all() == [Report("abc.1")]
    assert await memory.purge() == 1


async def test_verdicts_are_counted_by_question_and_day(memory: Memory, clock: Clock) -> None:
    await memory.feedback.add(TOKEN, Verdict.HELPFUL)
    await memory.feedback.add(TOKEN, Verdict.HELPFUL)
    clock.pass_days(1)
    await memory.feedback.add(TOKEN, Verdict.HELPFUL)
    await memory.feedback.add(TOKEN, Verdict.DISAGREE)
    await memory.feedback.add("f" * 16, Verdict.DISAGREE)

    assert await memory.feedback.count(TOKEN) == {Verdict.HELPFUL: 3, Verdict.DISAGREE: 1}
    assert await memory.feedback.count() == {Verdict.HELPFUL: 3, Verdict.DISAGREE: 2}
    clock.pass_days(89.5)
    assert await memory.feedback.count(TOKEN) == {Verdict.HELPFUL: 1, Verdict.DISAGREE: 1}
