"""Calls in their order and within Telegram's limits."""

import asyncio

from telegram.ext import ExtBot

from bot.chat.transport.urgency import Urgency
from tests.chat.clocks import MovingClock
from tests.chat.crowds import finish, most_within, people, say, sender, times_of
from tests.fake_telegram import FakeTelegram, User

__all__ = ["sender"]


async def test_no_more_than_thirty_messages_leave_in_a_second(
    telegram: FakeTelegram, sender: ExtBot[Urgency]
) -> None:
    await asyncio.gather(*(say(sender, rina.chat, "halo") for rina in people(telegram, 70)))
    times = times_of(telegram, "halo")

    assert len(times) == 70
    assert most_within(times, 0.5) <= 30
    assert max(times) - min(times) < 3


async def test_no_more_than_twenty_messages_a_minute_go_to_a_group(
    telegram: FakeTelegram, sender: ExtBot[Urgency], clock: MovingClock, siti: User
) -> None:
    group = telegram.supergroup("Warga", [siti])
    calls = [say(sender, group, "halo") for _ in range(25)]
    await finish(clock, 70, *calls)

    assert most_within(times_of(telegram, "halo"), 59) == 20


async def test_a_burst_to_one_person_is_let_through_and_then_evened_out(
    telegram: FakeTelegram, sender: ExtBot[Urgency], clock: MovingClock
) -> None:
    (rina,) = people(telegram, 1)
    calls = [say(sender, rina.chat, "halo") for _ in range(25)]
    await finish(clock, 30, *calls)

    assert most_within(times_of(telegram, "halo"), 19) == 20


async def test_answers_come_before_notices_and_those_before_broadcasts(
    telegram: FakeTelegram, sender: ExtBot[Urgency]
) -> None:
    crowd = people(telegram, 120)
    calls = [say(sender, person.chat, "siaran", Urgency.BROADCAST) for person in crowd[:40]]
    calls += [say(sender, person.chat, "kabar", Urgency.NOTICE) for person in crowd[40:80]]
    await asyncio.sleep(0)
    calls += [say(sender, person.chat, "jawaban") for person in crowd[80:]]
    await asyncio.gather(*calls)
    answers, notices, broadcasts = (
        times_of(telegram, words) for words in ("jawaban", "kabar", "siaran")
    )

    assert max(answers) < max(notices) <= max(broadcasts)
    assert max(answers) - min(answers) < 2.5


async def test_in_a_rush_a_newcomer_does_not_wait_for_all_who_came_before(
    telegram: FakeTelegram, sender: ExtBot[Urgency]
) -> None:
    crowd = people(telegram, 101)
    calls = [say(sender, person.chat, "halo") for person in crowd[:100]]
    assert await telegram.world.pulse.until(lambda: len(times_of(telegram, "halo")) > 30 or None, 5)
    await say(sender, crowd[100].chat, "baru")
    came = telegram.calls_of("sendMessage")
    await asyncio.gather(*calls)

    assert len(came) < 50
    assert len(times_of(telegram, "halo")) == 100
    assert most_within(times_of(telegram, "halo"), 0.5) <= 30


async def test_in_a_rush_the_messages_of_one_chat_keep_their_order(
    telegram: FakeTelegram, sender: ExtBot[Urgency]
) -> None:
    rina, *crowd = people(telegram, 61)
    calls = [say(sender, person.chat, "halo") for person in crowd]
    calls += [say(sender, rina.chat, f"kalimat {number}") for number in range(4)]
    await asyncio.gather(*calls)

    assert [message.text for message in rina.chat.said] == [f"kalimat {n}" for n in range(4)]
