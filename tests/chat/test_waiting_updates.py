"""What waited while the bot was down: private questions are answered, old group talk is not."""

import logging
from datetime import UTC, datetime, timedelta

import pytest

from tests.chat.conftest import StartBot
from tests.fake_telegram import FakeTelegram, User

ALIBABA = "Apakah Sirekap pakai Alibaba Cloud?"


def ago(**duration: float) -> datetime:
    """The time so long ago."""
    return datetime.now(UTC) - timedelta(**duration)


async def test_private_questions_are_answered_however_long_they_waited(
    telegram: FakeTelegram, siti: User, start_bot: StartBot
) -> None:
    asked = await siti.sends(ALIBABA, date=ago(hours=20))
    async with start_bot():
        answer = await telegram.bot_says(siti.chat)

    assert "Alibaba" in answer.text
    assert answer.reply_to == asked.message_id


async def test_group_questions_older_than_two_minutes_are_left_alone(
    telegram: FakeTelegram, siti: User, start_bot: StartBot
) -> None:
    group = telegram.supergroup("Warga", [siti])
    await siti.sends(f"/tanya {ALIBABA}", to=group, date=ago(seconds=130))
    await siti.sends(f"@tanya_sirekap_bot {ALIBABA}", to=group, date=ago(seconds=130))
    await siti.sends("/aturan", to=group, date=ago(seconds=130))
    recent = await siti.sends(f"/tanya {ALIBABA}", to=group, date=ago(seconds=100))
    async with start_bot():
        answer = await telegram.bot_says(group)
        await telegram.nothing_said(group)

    assert answer.reply_to == recent.message_id


async def test_a_group_that_was_upgraded_meanwhile_keeps_its_rules(
    telegram: FakeTelegram, siti: User, start_bot: StartBot
) -> None:
    budi = telegram.user("Budi")
    group = telegram.group("Warga", [siti, budi])
    async with start_bot():
        await siti.sends("/aturan tanya admin", to=group)
        await telegram.bot_says(group)
    supergroup = await siti.upgrades(group)
    for update in telegram.world.updates.waiting:
        update["message"]["date"] = int(ago(hours=5).timestamp())
    async with start_bot():
        await budi.sends(f"/tanya {ALIBABA}", to=supergroup)
        await telegram.nothing_said(supergroup)


async def test_a_question_that_was_answered_before_is_not_answered_again(
    telegram: FakeTelegram, siti: User, start_bot: StartBot
) -> None:
    group = telegram.supergroup("Warga", [siti])
    async with start_bot():
        asked = await siti.sends(f"/tanya {ALIBABA}", to=group)
        await telegram.bot_says(group)
    telegram.world.updates.push("message", asked.json)
    async with start_bot():
        await telegram.nothing_said(group)


async def test_expired_presses_and_inline_queries_are_dropped_quietly(
    telegram: FakeTelegram, siti: User, start_bot: StartBot, caplog: pytest.LogCaptureFixture
) -> None:
    async with start_bot():
        await siti.sends(ALIBABA)
        answer = await telegram.bot_says(siti.chat)
    await siti.presses(answer, "Berikutnya", expired=True)
    await siti.types_inline("alibaba", expired=True)
    async with start_bot():
        await siti.sends(ALIBABA)
        await telegram.bot_says(siti.chat)
        await telegram.nothing_said(siti.chat)

    assert telegram.calls_of("answerInlineQuery")
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []


@pytest.mark.usefixtures("bot")
async def test_only_the_kinds_of_updates_that_are_used_are_asked_for(
    telegram: FakeTelegram,
) -> None:
    await telegram.bot_polls()
    asked_for = telegram.calls_of("getUpdates")[-1]["allowed_updates"]

    assert "my_chat_member" in asked_for
    assert "channel_post" not in asked_for
    assert len(set(asked_for)) == len(asked_for)
