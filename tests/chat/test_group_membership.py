"""Where the bot may not write it does not stay; where it is added it says nothing."""

import asyncio

import pytest

from tests.fake_telegram import FakeTelegram, Fault, User

pytestmark = pytest.mark.usefixtures("bot")

ALIBABA = "/tanya Apakah Sirekap pakai Alibaba Cloud?"


async def leaves(telegram: FakeTelegram) -> bool:
    """Wait until the bot left a group."""
    calls = telegram.calls_of
    return bool(await telegram.world.pulse.until(lambda: calls("leaveChat") or None, 5))


async def test_the_bot_leaves_where_it_is_restricted_from_writing(
    telegram: FakeTelegram, siti: User
) -> None:
    await telegram.bot_polls()
    group = telegram.supergroup("Warga", [siti])
    await siti.makes_bot(group, "restricted", may_write=False)

    assert await leaves(telegram)
    assert group.bot_status == "left"


async def test_a_restriction_that_lets_it_write_does_not_matter(
    telegram: FakeTelegram, siti: User
) -> None:
    await telegram.bot_polls()
    group = telegram.supergroup("Warga", [siti])
    await siti.makes_bot(group, "restricted", may_write=True)
    await siti.sends(ALIBABA, to=group)

    assert "Alibaba" in (await telegram.bot_says(group)).text
    assert telegram.calls_of("leaveChat") == []


@pytest.mark.parametrize(
    "fault",
    [
        Fault.error(400, "Bad Request: not enough rights to send text messages to the chat"),
        Fault.error(403, "Forbidden: CHAT_WRITE_FORBIDDEN"),
    ],
)
async def test_the_bot_leaves_when_an_answer_is_refused_for_want_of_rights(
    telegram: FakeTelegram, siti: User, caplog: pytest.LogCaptureFixture, fault: Fault
) -> None:
    group = telegram.supergroup("Warga", [siti])
    telegram.faults.next("sendMessage", fault)
    await siti.sends(ALIBABA, to=group)

    assert await leaves(telegram)
    assert "Gangguan" not in caplog.text


async def test_being_removed_while_answering_is_no_error(
    telegram: FakeTelegram, siti: User, caplog: pytest.LogCaptureFixture
) -> None:
    group = telegram.supergroup("Warga", [siti])
    kicked = Fault.error(403, "Forbidden: bot was kicked from the supergroup chat")
    telegram.faults.next("sendMessage", kicked)
    await siti.sends(ALIBABA, to=group)
    await telegram.nothing_said(group)

    assert "Gangguan" not in caplog.text
    assert telegram.calls_of("leaveChat") == []


async def test_the_bot_says_nothing_when_it_is_added(telegram: FakeTelegram, siti: User) -> None:
    await telegram.bot_polls()
    group = telegram.supergroup("Warga", [siti], bot="left")
    await siti.adds_bot(group)

    await telegram.nothing_said(group)


async def test_a_group_that_was_upgraded_while_answering_gets_its_answer(
    telegram: FakeTelegram, siti: User
) -> None:
    group = telegram.group("Warga", [siti])
    telegram.faults.next("sendMessage", Fault.slow(0.5))
    await siti.sends(ALIBABA, to=group)
    async with asyncio.timeout(5):
        while telegram.faults.pending:
            await telegram.world.pulse.until(lambda: None, 0.01)
    supergroup = await siti.upgrades(group)

    assert "Alibaba" in (await telegram.bot_says(supergroup)).text
