"""People don't wait for each other; one person's messages keep their order."""

import pytest

from tests.fake_telegram import FakeTelegram, Fault, User

pytestmark = pytest.mark.usefixtures("bot")


async def test_a_slow_answer_to_one_does_not_hold_others(
    telegram: FakeTelegram, siti: User
) -> None:
    budi = telegram.user("Budi")
    telegram.faults.next("sendMessage", Fault.slow(3))
    await siti.sends("Apakah Sirekap pakai Alibaba Cloud?")
    await telegram.world.pulse.until(lambda: telegram.faults.pending == 0 or None, 5)
    await budi.sends("Apakah Sirekap pakai Alibaba Cloud?")

    assert "Alibaba" in (await telegram.bot_says(budi.chat, within=2)).text
    assert "Alibaba" in (await telegram.bot_says(siti.chat)).text


async def test_the_longest_message_does_not_hold_others(telegram: FakeTelegram, siti: User) -> None:
    budi = telegram.user("Budi")
    for _ in range(5):
        await siti.sends("Kabarnya suara dikunci dan servernya di luar negeri. " * 77)
    await budi.sends("Apakah Sirekap pakai Alibaba Cloud?")

    assert "Alibaba" in (await telegram.bot_says(budi.chat, within=2)).text


async def test_questions_of_one_person_are_answered_in_their_order(
    telegram: FakeTelegram, siti: User
) -> None:
    telegram.faults.next("sendMessage", Fault.slow(0.5))
    asked = [await siti.sends(f"asdfgh {number}") for number in range(5)]
    answers = [await telegram.bot_says(siti.chat) for _ in asked]

    assert [answer.reply_to for answer in answers] == [sent.message_id for sent in asked]


async def test_many_people_at_once_each_get_their_own_answer(telegram: FakeTelegram) -> None:
    people = [telegram.user(f"Warga {number}") for number in range(40)]
    for person in people:
        await person.sends("Apakah Sirekap pakai Alibaba Cloud?")
    for person in people:
        assert "Alibaba" in (await telegram.bot_says(person.chat, within=15)).text
