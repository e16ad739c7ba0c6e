"""Who sends too much gets one polite notice and then silence, and holds up nobody else."""

import pytest

from bot.texts import groups as texts
from tests.chat.clocks import MovingClock
from tests.fake_telegram import Chat, FakeTelegram, Fault, User

pytestmark = pytest.mark.usefixtures("bot")

ALIBABA = "/tanya Apakah Sirekap pakai Alibaba Cloud?"


async def settled(telegram: FakeTelegram, chat: Chat) -> list[str]:
    """Return what the bot has said in a chat once it has nothing more to say."""
    said = -1
    while said != len(chat.said):
        said = len(chat.said)
        await telegram.world.pulse.until(lambda: None, 0.7)
    return [message.text for message in chat.said]


async def hears_notice(telegram: FakeTelegram, chat: Chat, clock: MovingClock) -> None:
    """Let time pass, where the bot waits for Telegram's limits, until it says the notice."""
    for _ in range(200):
        said = len(chat.said)
        grown = await telegram.world.pulse.until(lambda: len(chat.said) > said or None, 0.15)  # noqa: B023
        if chat.said and chat.said[-1].text == texts.SLOW_DOWN:
            return
        if not grown:
            await clock.passes(1)
    pytest.fail("the bot never said that this is too much")


async def test_a_person_who_floods_gets_one_notice_and_then_silence(
    telegram: FakeTelegram, siti: User, clock: MovingClock
) -> None:
    for number in range(100):
        await siti.sends(f"asdfgh {number}")
    await hears_notice(telegram, siti.chat, clock)
    said = await settled(telegram, siti.chat)

    assert said.count(texts.SLOW_DOWN) == 1
    assert said[-1] == texts.SLOW_DOWN
    assert 30 < len(said) < 60


async def test_after_a_while_a_person_who_flooded_is_answered_again(
    telegram: FakeTelegram, siti: User, clock: MovingClock
) -> None:
    for _ in range(100):
        await siti.sends("/lagi")
    await hears_notice(telegram, siti.chat, clock)
    await settled(telegram, siti.chat)
    siti.chat.heard = len(siti.chat.said)
    clock.skip(10)
    await siti.sends("Apakah Sirekap pakai Alibaba Cloud?")

    assert "Alibaba" in (await telegram.bot_says(siti.chat)).text


async def test_a_flood_of_one_takes_no_places_from_others(
    telegram: FakeTelegram, siti: User
) -> None:
    budi = telegram.user("Budi")
    telegram.faults.next("sendMessage", Fault.slow(6))
    for number in range(300):
        await siti.sends(f"asdfgh {number}")
    while telegram.faults.pending:
        await telegram.world.pulse.until(lambda: None, 0.05)
    await budi.sends("Apakah Sirekap pakai Alibaba Cloud?")

    assert "Alibaba" in (await telegram.bot_says(budi.chat, within=4)).text


async def test_presses_beyond_the_budget_are_answered_with_the_notice(
    telegram: FakeTelegram, siti: User
) -> None:
    await siti.starts()
    greeting = await telegram.bot_says(siti.chat)
    presses = [await siti.sends_callback(greeting, "?") for _ in range(40)]
    answers = [(await telegram.answer_to(press)).text for press in presses]

    assert answers[0] != texts.SLOW_DOWN
    assert answers[-1] == texts.SLOW_DOWN


async def test_a_member_of_a_group_gets_one_notice_and_then_silence(
    telegram: FakeTelegram, siti: User
) -> None:
    budi = telegram.user("Budi")
    group = telegram.supergroup("Warga", [siti, budi])
    for _ in range(9):
        await budi.sends(ALIBABA, to=group)
    said = await settled(telegram, group)

    assert len(said) == 6
    assert said.count(texts.SLOW_DOWN) == 1
    await siti.sends(ALIBABA, to=group)
    assert "Alibaba" in (await settled(telegram, group))[-1]


async def test_the_budget_of_a_member_recovers(
    telegram: FakeTelegram, siti: User, clock: MovingClock
) -> None:
    group = telegram.supergroup("Warga", [siti])
    for _ in range(9):
        await siti.sends(ALIBABA, to=group)
    await settled(telegram, group)
    group.heard = len(group.said)
    clock.skip(60)
    await siti.sends(ALIBABA, to=group)

    assert "Alibaba" in (await telegram.bot_says(group)).text


async def test_a_group_has_a_budget_of_its_own(telegram: FakeTelegram, siti: User) -> None:
    people = [siti, *(telegram.user(f"Warga {number}") for number in range(5))]
    group, other = telegram.supergroup("Warga", people), telegram.supergroup("RT", people)
    for person in people:
        for _ in range(3):
            await person.sends(ALIBABA, to=group)
    said = await settled(telegram, group)

    assert said.count(texts.GROUP_IS_BUSY) == 1
    assert len(said) == 11
    await siti.sends(ALIBABA, to=other)
    assert "Alibaba" in (await telegram.bot_says(other)).text
