"""/aturan: administrators decide who may ask, how long answers are, and when the bot is quiet."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.texts import chat as chat_texts
from bot.texts import groups as texts
from tests.chat.clocks import MovingClock
from tests.chat.conftest import StartBot
from tests.chat.ruled_group import budi, group, open_rules
from tests.fake_telegram import Chat, FakeTelegram, User

__all__ = ["budi", "group"]

ALIBABA = "/tanya Apakah Sirekap pakai Alibaba Cloud?"
WIB = timedelta(hours=7)
YEAR = 365 * 24 * 3600


def hours_around_now(shift: int = 0) -> str:
    """Quiet hours, as they are typed, that hold now where clocks are `shift` hours ahead of WIB."""
    hour = (datetime.now(UTC) + WIB).hour + shift
    return f"{(hour - 1) % 24}-{(hour + 2) % 24}"


@pytest.mark.usefixtures("bot")
async def test_the_rules_are_shown_with_a_button_for_each_change(
    telegram: FakeTelegram, siti: User, group: Chat
) -> None:
    panel = await open_rules(telegram, siti, group)

    for rule in (texts.ANYBODY_ASKS, texts.COMPACT, texts.NO_QUIET_HOURS, texts.RULES_HINT):
        assert rule in panel.text
    assert panel.button_texts[:2] == [texts.LET_ADMINS_ASK, texts.ANSWER_FULLY]


@pytest.mark.usefixtures("bot")
async def test_only_administrators_may_ask_once_they_say_so(
    telegram: FakeTelegram, siti: User, budi: User, group: Chat
) -> None:
    panel = await open_rules(telegram, siti, group)
    press = await siti.presses(panel, texts.LET_ADMINS_ASK)
    changed = await telegram.bot_edits(panel)
    assert (await telegram.answer_to(press)).text == ""
    assert texts.ADMINS_ASK in changed.text

    await budi.sends(ALIBABA, to=group)
    await telegram.nothing_said(group)
    await siti.sends(ALIBABA, to=group)
    assert "Alibaba" in (await telegram.bot_says(group)).text
    await budi.sends(ALIBABA, to=group, as_chat=group)
    assert "Alibaba" in (await telegram.bot_says(group)).text

    await siti.presses(changed, texts.LET_ANYBODY_ASK)
    await telegram.bot_edits(panel)
    await budi.sends(ALIBABA, to=group)
    assert "Alibaba" in (await telegram.bot_says(group)).text


@pytest.mark.usefixtures("bot")
async def test_answers_are_full_once_administrators_say_so(
    telegram: FakeTelegram, siti: User, group: Chat
) -> None:
    await siti.sends(ALIBABA, to=group)
    compact = await telegram.bot_says(group)
    panel = await open_rules(telegram, siti, group)
    await siti.presses(panel, texts.ANSWER_FULLY)
    await telegram.bot_edits(panel)
    await siti.sends(ALIBABA, to=group)
    full = await telegram.bot_says(group)

    assert len(full.text) > len(compact.text)
    assert full.text.count("Sumber sampai") == 1
    assert "\n2." in full.text
    assert full.button_texts == [texts.CONTINUE]


@pytest.mark.usefixtures("bot")
async def test_the_bot_is_silent_during_quiet_hours(
    telegram: FakeTelegram, siti: User, group: Chat
) -> None:
    await siti.sends(f"/aturan tenang {hours_around_now()}", to=group)
    assert "Jam tenang: pukul" in (await telegram.bot_says(group)).text
    await siti.sends(ALIBABA, to=group)
    await telegram.nothing_said(group)

    panel = await open_rules(telegram, siti, group)
    await siti.presses(panel, texts.END_QUIET_HOURS)
    await telegram.bot_edits(panel)
    await siti.sends(ALIBABA, to=group)
    assert "Alibaba" in (await telegram.bot_says(group)).text


@pytest.mark.usefixtures("bot")
async def test_quiet_hours_are_those_of_the_time_zone(
    telegram: FakeTelegram, siti: User, group: Chat
) -> None:
    await siti.sends(f"/aturan tenang {hours_around_now(12)}", to=group)
    await telegram.bot_says(group)
    await siti.sends("/aturan zona wit", to=group)
    assert "WIT" in (await telegram.bot_says(group)).text
    await siti.sends(ALIBABA, to=group)
    assert "Alibaba" in (await telegram.bot_says(group)).text


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("tanya admin", texts.ADMINS_ASK),
        ("TANYA Semua", texts.ANYBODY_ASKS),
        ("jawaban lengkap", texts.FULL),
        ("jawaban ringkas", texts.COMPACT),
        ("tenang 22-5", "22.00–05.00 WIB"),
        ("tenang 22.00 – 24.00", "22.00–00.00 WIB"),
        ("tenang mati", texts.NO_QUIET_HOURS),
    ],
)
@pytest.mark.usefixtures("bot")
async def test_each_button_has_words_that_do_the_same(
    telegram: FakeTelegram, siti: User, group: Chat, typed: str, shown: str
) -> None:
    await siti.sends(f"/aturan {typed}", to=group)

    assert shown in (await telegram.bot_says(group)).text


@pytest.mark.parametrize(
    "typed", ["tenang 7-7", "tenang 25-3", "tanya kucing", "musik keras", "tenang", "zona wita+1"]
)
@pytest.mark.usefixtures("bot")
async def test_an_unknown_rule_changes_nothing(
    telegram: FakeTelegram, siti: User, group: Chat, typed: str
) -> None:
    await siti.sends(f"/aturan {typed}", to=group)
    assert (await telegram.bot_says(group)).text.startswith(texts.UNKNOWN_RULE)

    panel = await open_rules(telegram, siti, group)
    assert texts.ANYBODY_ASKS in panel.text
    assert texts.NO_QUIET_HOURS in panel.text


@pytest.mark.usefixtures("bot")
async def test_members_can_neither_see_nor_press_what_changes_rules(
    telegram: FakeTelegram, siti: User, budi: User, group: Chat
) -> None:
    await budi.sends("/aturan tanya admin", to=group)
    assert (await telegram.bot_says(group)).text == texts.ONLY_ADMINS_CHANGE
    panel = await open_rules(telegram, siti, group)
    press = await budi.presses(panel, texts.LET_ADMINS_ASK)

    assert (await telegram.answer_to(press)).text == texts.ONLY_ADMINS_CHANGE
    assert telegram.edits_of(panel) == []


@pytest.mark.usefixtures("bot")
async def test_who_is_no_administrator_any_more_can_press_no_more(
    telegram: FakeTelegram, siti: User, budi: User, group: Chat
) -> None:
    await siti.promotes(budi, group)
    panel = await open_rules(telegram, budi, group)
    group.members[budi.id] = "member"
    press = await budi.presses(panel, texts.LET_ADMINS_ASK)

    assert (await telegram.answer_to(press)).text == texts.ONLY_ADMINS_CHANGE


@pytest.mark.usefixtures("bot")
async def test_an_anonymous_administrator_may_change_rules(
    telegram: FakeTelegram, siti: User, group: Chat
) -> None:
    await siti.sends("/aturan tanya admin", to=group, as_chat=group)

    assert texts.ADMINS_ASK in (await telegram.bot_says(group)).text


@pytest.mark.usefixtures("bot")
async def test_a_forged_rule_gets_a_friendly_notice(
    telegram: FakeTelegram, siti: User, group: Chat
) -> None:
    panel = await open_rules(telegram, siti, group)
    press = await siti.sends_callback(panel, "g1:tanya:kucing")

    assert (await telegram.answer_to(press)).text == chat_texts.BUTTON_UNKNOWN


@pytest.mark.usefixtures("bot")
async def test_the_rules_follow_the_group_when_it_becomes_a_supergroup(
    telegram: FakeTelegram, siti: User, budi: User
) -> None:
    group = telegram.group("Warga", [siti, budi])
    await siti.sends("/aturan tanya admin", to=group)
    await telegram.bot_says(group)
    supergroup = await siti.upgrades(group)
    await budi.sends(ALIBABA, to=supergroup)
    await telegram.nothing_said(supergroup)

    assert texts.ADMINS_ASK in (await open_rules(telegram, siti, supergroup)).text


async def test_rules_outlive_a_restart_and_end_after_a_year_of_silence(
    telegram: FakeTelegram, siti: User, group: Chat, start_bot: StartBot, clock: MovingClock
) -> None:
    async with start_bot():
        await siti.sends("/aturan tanya admin", to=group)
        await telegram.bot_says(group)
    async with start_bot():
        clock.skip(0.7 * YEAR)
        assert texts.ADMINS_ASK in (await open_rules(telegram, siti, group)).text
        clock.skip(0.7 * YEAR)
        assert texts.ADMINS_ASK in (await open_rules(telegram, siti, group)).text
        clock.skip(1.1 * YEAR)
        assert texts.ANYBODY_ASKS in (await open_rules(telegram, siti, group)).text
