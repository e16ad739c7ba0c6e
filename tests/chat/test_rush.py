"""When many ask at once, who comes later does not wait for all of them, and nobody is lost."""

from bot.chat.transport.under_way import AT_ONCE
from tests.chat.conftest import StartBot
from tests.fake_telegram import FakeTelegram, User

ALIBABA = "Apakah Sirekap pakai Alibaba Cloud?"
MANY = 400


def count_answered(people: list[User]) -> int:
    """How many of `people` have an answer."""
    return sum("Alibaba" in message.text for person in people for message in person.chat.said)


async def gather_crowd(telegram: FakeTelegram, people: int) -> list[User]:
    """Let so many people ask."""
    crowd = [telegram.user(f"Warga {number}") for number in range(people)]
    for person in crowd:
        await person.sends(ALIBABA)
    return crowd


async def test_in_a_rush_a_newcomer_is_answered_before_most_of_the_others(
    telegram: FakeTelegram, siti: User, start_bot: StartBot
) -> None:
    crowd = await gather_crowd(telegram, MANY)
    async with start_bot():
        pulse = telegram.world.pulse
        assert await pulse.until(lambda: count_answered(crowd) > 10 or None, 30)
        await siti.sends(ALIBABA)
        assert "Alibaba" in (await telegram.bot_says(siti.chat, within=30)).text
        answered_before = count_answered(crowd)
        assert await pulse.until(lambda: count_answered(crowd) == MANY or None, 60)

    assert answered_before < MANY * 3 / 4


async def test_after_a_full_batch_the_bot_does_not_wait_to_hear_that_there_is_no_more(
    telegram: FakeTelegram, start_bot: StartBot
) -> None:
    crowd = await gather_crowd(telegram, AT_ONCE)
    async with start_bot():
        assert await telegram.world.pulse.until(
            lambda: count_answered(crowd) == AT_ONCE or None, 60
        )

    fetches = [int(call["timeout"]) for call in telegram.calls_of("getUpdates")]
    assert fetches[0] > 0
    assert fetches[1] == 0
    assert all(seconds > 0 for seconds in fetches[2:-1])


async def test_questions_and_edits_of_one_person_keep_their_order_in_a_rush(
    telegram: FakeTelegram, siti: User, start_bot: StartBot
) -> None:
    asked = [await siti.sends(f"asdfgh {number}") for number in range(4)]
    await gather_crowd(telegram, 60)
    edited = await siti.sends("asdfgh lagi")
    await siti.edits(edited, ALIBABA)
    async with start_bot():
        answers = [await telegram.bot_says(siti.chat, within=30) for _ in range(5)]
        assert "Alibaba" in (await telegram.bot_edits(answers[-1], within=30)).text

    assert [each.reply_to for each in answers] == [s.message_id for s in (*asked, edited)]


async def test_what_waits_when_the_bot_stops_is_answered_by_the_next(
    telegram: FakeTelegram, start_bot: StartBot
) -> None:
    crowd = await gather_crowd(telegram, MANY)
    async with start_bot():
        assert await telegram.world.pulse.until(lambda: count_answered(crowd) > 10 or None, 30)
    async with start_bot():
        assert await telegram.world.pulse.until(lambda: count_answered(crowd) == MANY or None, 60)

    assert all(count_answered([person]) == 1 for person in crowd)


async def test_of_what_somebody_types_in_inline_mode_only_the_last_is_answered(
    telegram: FakeTelegram, siti: User, start_bot: StartBot
) -> None:
    budi = telegram.user("Budi")
    for text in ("ali", "alib"):
        await siti.types_inline(text)
    other = await budi.types_inline("ali")
    last = await siti.types_inline("alibaba")
    async with start_bot():
        await telegram.answer_to(last)
        await telegram.answer_to(other)

    answered = {call["inline_query_id"] for call in telegram.calls_of("answerInlineQuery")}
    assert answered == {last.id, other.id}
