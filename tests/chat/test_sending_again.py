"""What was not sent is tried again, for as long as it is of use, and never twice."""

import pytest
from telegram.error import Forbidden, TelegramError
from telegram.ext import ExtBot

from bot.chat.transport.urgency import Urgency
from tests.chat.clocks import MovingClock
from tests.chat.crowds import finish, people, say, sender, times_of
from tests.fake_telegram import FakeTelegram, Fault

__all__ = ["sender"]


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
