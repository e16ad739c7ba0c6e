"""Buttons stop spinning even while Telegram holds back what they ask for."""

import pytest

from bot.texts import groups as texts
from tests.chat.clocks import MovingClock
from tests.fake_telegram import FakeTelegram, Fault, User

pytestmark = pytest.mark.usefixtures("bot")

ALIBABA = "Apakah Sirekap pakai Alibaba Cloud?"


async def test_a_press_is_answered_while_its_edit_waits(
    telegram: FakeTelegram, siti: User, clock: MovingClock
) -> None:
    await siti.sends(ALIBABA)
    answer = await telegram.bot_says(siti.chat)
    telegram.faults.next("editMessageText", Fault.flood(retry_after=20))
    press = await siti.presses(answer, "Berikutnya")

    assert (await telegram.answer_to(press, within=4)).text == ""
    assert telegram.edits_of(answer) == []
    await clock.passes(21)
    assert "mulai nomor" in (await telegram.bot_edits(answer)).text


async def test_a_press_does_not_wait_for_messages_of_its_chat(
    telegram: FakeTelegram, siti: User, clock: MovingClock
) -> None:
    budi = telegram.user("Budi")
    group = telegram.supergroup("Warga", [siti, budi])
    await siti.sends("/aturan", to=group)
    panel = await telegram.bot_says(group)
    telegram.faults.next("sendMessage", Fault.flood(retry_after=20))
    await siti.sends(f"/tanya {ALIBABA}", to=group)
    while telegram.faults.pending:
        await telegram.world.pulse.until(lambda: None, 0.05)
    press = await budi.presses(panel, texts.LET_ADMINS_ASK)

    assert (await telegram.answer_to(press, within=1)).text == texts.ONLY_ADMINS_CHANGE
    await clock.passes(21)
    assert "Alibaba" in (await telegram.bot_says(group)).text
