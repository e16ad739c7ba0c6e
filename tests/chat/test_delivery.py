"""Calls in their order and within Telegram's limits; flood waits hold back only what they must."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from telegram.error import Forbidden, RetryAfter, TelegramError
from telegram.ext import ExtBot

from bot.chat.transport.delivery import Delivery
from bot.chat.transport.requests import QuietRequest
from bot.chat.transport.urgency import Urgency
from tests.chat.clocks import MovingClock
from tests.fake_telegram import Chat, FakeTelegram, Fault, User

FLOOD = Fault.flood(retry_after=20)


@pytest.fixture
async def sender(telegram: FakeTelegram, clock: MovingClock) -> AsyncIterator[ExtBot[Urgency]]:
    """The library's own bot, with our way of sending; the clock moves the loop it runs in."""
    request = QuietRequest(connection_pool_size=64)
    async with ExtBot(
        telegram.token, telegram.base_url, request=request, rate_limiter=Delivery()
    ) as bot:
        await clock.passes(1)
        yield bot


def people(telegram: FakeTelegram, number: int) -> list[User]:
    """People who may be written to."""
    found = [telegram.user(f"Warga {index}") for index in range(number)]
    for person in found:
        person.chat.bot_status = "member"
    return found


def times_of(telegram: FakeTelegram, words: str) -> list[float]:
    """When each message with these words was sent, in seconds of the moved clock."""
    calls = telegram.calls
    return [call.at for call in calls if call.parameters.get("text") == words]


def most_within(times: list[float], seconds: float) -> int:
    """The largest number of times within any so many seconds."""
    return max(sum(start <= time < start + seconds for time in times) for start in times)


async def finish(clock: MovingClock, seconds: float, *calls: asyncio.Task[object]) -> None:
    """Let time pass until the calls are done, at most so many seconds."""
    while not all(call.done() for call in calls):
        assert seconds > 0, "the calls are not done yet"
        await clock.passes(0.5, step=0.5)
        seconds -= 0.5
    await asyncio.gather(*calls)


def say(
    bot: ExtBot[Urgency], chat: Chat, words: str, urgency: Urgency | None = None
) -> asyncio.Task[object]:
    """Begin to send a message."""
    return asyncio.create_task(bot.send_message(chat.id, words, rate_limit_args=urgency))


async def test_no_more_than_thirty_messages_leave_in_a_second(
    telegram: FakeTelegram, sender: ExtBot[Urgency]
) -> None:
    await asyncio.gather(*(say(sender, rina.chat, "halo") for rina in people(telegram, 70)))
    times = times_of(telegram, "halo")

    assert len(times) == 70
    assert most_within(times, 0.5) <= 30
    assert max(times) - min(times) < 3


async def until_refused(telegram: FakeTelegram) -> None:
    """Wait until the fault that was set is met, and the bot knows of it."""
    assert await telegram.world.pulse.until(lambda: telegram.faults.pending == 0 or None, 10)
    await asyncio.sleep(0.1)


async def test_a_server_of_ones_own_gets_all_at_once_until_it_asks_to_wait(
    telegram: FakeTelegram, clock: MovingClock
) -> None:
    request = QuietRequest(connection_pool_size=64)
    limiter = Delivery(is_limited=False)
    async with ExtBot(
        telegram.token, telegram.base_url, request=request, rate_limiter=limiter
    ) as bot:
        await clock.passes(1)
        crowd = people(telegram, 200)
        await asyncio.gather(*(say(bot, person.chat, "halo") for person in crowd[:100]))
        telegram.faults.next("sendMessage", FLOOD)
        held = say(bot, crowd[100].chat, "ditahan")
        await until_refused(telegram)
        await asyncio.gather(*(say(bot, person.chat, "lagi") for person in crowd[101:171]))
        await finish(clock, 60, held)

    assert most_within(times_of(telegram, "halo"), 1.0) > 30
    assert most_within(times_of(telegram, "lagi"), 0.5) <= 30


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


async def test_what_has_a_spinner_in_front_of_it_never_waits(
    telegram: FakeTelegram, sender: ExtBot[Urgency], clock: MovingClock, siti: User
) -> None:
    telegram.faults.next("sendMessage", FLOOD)
    siti.chat.bot_status = "member"
    held = say(sender, siti.chat, "jawaban")
    waiting = [
        say(sender, person.chat, "siaran", Urgency.BROADCAST) for person in people(telegram, 60)
    ]
    await until_refused(telegram)
    query = await siti.types_inline("alibaba")
    async with asyncio.timeout(2):
        await sender.answer_inline_query(query.id, [])

    assert not held.done()
    assert not all(call.done() for call in waiting)
    await finish(clock, 60, held, *waiting)


async def test_a_flood_wait_of_one_chat_holds_back_that_chat_only(
    telegram: FakeTelegram, sender: ExtBot[Urgency], clock: MovingClock
) -> None:
    rina, budi = people(telegram, 2)
    telegram.faults.next("sendMessage", FLOOD)
    first = say(sender, rina.chat, "satu")
    await until_refused(telegram)
    second = say(sender, rina.chat, "dua")
    async with asyncio.timeout(5):
        await say(sender, budi.chat, "tiga")

    assert not first.done()
    assert not second.done()
    await finish(clock, 30, first, second)
    assert [message.text for message in rina.chat.said] == ["satu", "dua"]
    assert min(times_of(telegram, "dua")) - max(times_of(telegram, "tiga")) > 15


async def test_a_flood_wait_of_a_broadcast_holds_back_broadcasts_and_not_answers(
    telegram: FakeTelegram, sender: ExtBot[Urgency], clock: MovingClock
) -> None:
    rina, budi, tono = people(telegram, 3)
    telegram.faults.next("sendMessage", FLOOD)
    first = say(sender, rina.chat, "siaran", Urgency.BROADCAST)
    await until_refused(telegram)
    second = say(sender, budi.chat, "siaran", Urgency.BROADCAST)
    async with asyncio.timeout(5):
        await say(sender, tono.chat, "jawaban")

    assert not first.done()
    assert not second.done()
    await finish(clock, 30, first, second)


async def test_who_would_have_to_wait_too_long_for_an_answer_gets_none(
    telegram: FakeTelegram, sender: ExtBot[Urgency]
) -> None:
    (rina,) = people(telegram, 1)
    telegram.faults.next("sendMessage", Fault.flood(retry_after=900))
    for _ in range(2):
        with pytest.raises(RetryAfter):
            await sender.send_message(rina.chat.id, "jawaban")

    assert telegram.faults.pending == 0
    assert rina.chat.said == []


async def test_who_blocked_the_bot_gets_no_more_notices(
    telegram: FakeTelegram, sender: ExtBot[Urgency]
) -> None:
    (rina,) = people(telegram, 1)
    await rina.blocks_bot()
    for urgency in (Urgency.ANSWER, Urgency.NOTICE, Urgency.BROADCAST):
        with pytest.raises(Forbidden):
            await sender.send_message(rina.chat.id, "kabar", rate_limit_args=urgency)
    assert len(times_of(telegram, "kabar")) == 1

    await rina.unblocks_bot()
    await sender.send_message(rina.chat.id, "jawaban")
    await sender.send_message(rina.chat.id, "kabar", rate_limit_args=Urgency.NOTICE)
    assert [message.text for message in rina.chat.said] == ["jawaban", "kabar"]


@pytest.mark.parametrize(
    "fault", [Fault.server_error(502), Fault.error(500, "Internal Server Error")]
)
async def test_what_the_server_refused_is_tried_again(
    telegram: FakeTelegram, sender: ExtBot[Urgency], clock: MovingClock, fault: Fault
) -> None:
    (rina,) = people(telegram, 1)
    telegram.faults.next("sendMessage", fault, times=3)
    await finish(clock, 10, say(sender, rina.chat, "halo"))

    assert len(rina.chat.said) == 1


async def test_after_eight_tries_it_is_given_up_while_others_get_through(
    telegram: FakeTelegram, sender: ExtBot[Urgency], clock: MovingClock
) -> None:
    (rina,) = people(telegram, 1)
    telegram.faults.next("sendMessage", Fault.server_error(502), times=20)
    call = say(sender, rina.chat, "halo")
    for _ in range(200):
        if not call.done():
            await sender.get_me()
            await clock.passes(0.5)
    with pytest.raises(TelegramError):
        await call

    assert telegram.faults.pending > 10


async def test_an_answer_waits_for_a_server_that_answers_nobody(
    telegram: FakeTelegram, sender: ExtBot[Urgency], clock: MovingClock
) -> None:
    (rina,) = people(telegram, 1)
    telegram.faults.next("sendMessage", Fault.server_error(502), times=40)
    call = say(sender, rina.chat, "halo")
    await clock.passes(120)
    assert not call.done()
    await finish(clock, 900, call)

    assert [message.text for message in rina.chat.said] == ["halo"]


async def test_a_notice_does_not_wait_for_a_server_that_answers_nobody(
    telegram: FakeTelegram, sender: ExtBot[Urgency], clock: MovingClock
) -> None:
    (rina,) = people(telegram, 1)
    telegram.faults.next("sendMessage", Fault.server_error(502), times=9)
    with pytest.raises(TelegramError):
        await finish(clock, 20, say(sender, rina.chat, "kabar", Urgency.NOTICE))

    assert telegram.faults.pending == 5


async def test_a_message_whose_answer_was_lost_is_not_sent_again(
    telegram: FakeTelegram, sender: ExtBot[Urgency], clock: MovingClock
) -> None:
    (rina,) = people(telegram, 1)
    telegram.faults.next("sendMessage", Fault.connection_reset(after_effect=True))
    with pytest.raises(TelegramError):
        await finish(clock, 10, say(sender, rina.chat, "halo"))

    assert len(rina.chat.said) == 1


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
