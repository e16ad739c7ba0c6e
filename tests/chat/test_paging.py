"""Berikutnya and Sebelumnya turn the pages of an answer, also after a restart."""

import re

import pytest

from bot.texts import answers as wording
from bot.texts import chat as texts
from tests.chat.conftest import StartBot
from tests.fake_telegram import BotMessage, FakeTelegram, User

QUESTION = "Apakah Sirekap pakai Alibaba Cloud?"


async def ask(telegram: FakeTelegram, person: User) -> BotMessage:
    await person.sends(QUESTION)
    return await telegram.bot_says(person.chat)


def list_numbers(message: BotMessage) -> list[int]:
    """The numbers of the quotations of a page."""
    return [int(number) for number in re.findall(r"^(\d+)\.(?: |$)", message.text, re.MULTILINE)]


@pytest.mark.usefixtures("bot")
async def test_pages_follow_each_other_without_a_gap(telegram: FakeTelegram, siti: User) -> None:
    page = first = await ask(telegram, siti)
    numbers = list_numbers(page)
    while "Berikutnya" in page.button_texts:
        press = await siti.presses(page, "Berikutnya")
        page = await telegram.bot_edits(first)
        assert (await telegram.answer_to(press)).text == ""
        numbers += list_numbers(page)

    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) > 6
    assert len(telegram.calls_of("sendMessage")) == 1


@pytest.mark.usefixtures("bot")
async def test_sebelumnya_leads_back_to_the_first_page(telegram: FakeTelegram, siti: User) -> None:
    first = await ask(telegram, siti)
    await siti.presses(first, "Berikutnya")
    second = await telegram.bot_edits(first)
    await siti.presses(second, "Sebelumnya")
    back = await telegram.bot_edits(first)

    assert back.html == first.html
    assert back.buttons == first.buttons
    assert "Sebelumnya" not in first.button_texts


async def test_paging_works_after_a_restart(
    telegram: FakeTelegram, siti: User, start_bot: StartBot
) -> None:
    async with start_bot():
        first = await ask(telegram, siti)
    async with start_bot():
        await siti.presses(first, "Berikutnya")
        second = await telegram.bot_edits(first)

    assert list_numbers(second)[0] == list_numbers(first)[-1] + 1


@pytest.mark.usefixtures("bot")
async def test_a_double_tap_turns_one_page(telegram: FakeTelegram, siti: User) -> None:
    first = await ask(telegram, siti)
    one = await siti.presses(first, "Berikutnya")
    other = await siti.presses(first, "Berikutnya")

    assert (await telegram.answer_to(one)).text == ""
    assert (await telegram.answer_to(other)).text == ""
    assert len(telegram.edits_of(first)) == 1


@pytest.mark.usefixtures("bot")
async def test_lagi_sends_the_next_page_as_a_message_of_its_own(
    telegram: FakeTelegram, siti: User
) -> None:
    first = await ask(telegram, siti)
    asked = await siti.sends("/lagi")
    second = await telegram.bot_says(siti.chat)
    await siti.sends("/lagi")
    third = await telegram.bot_says(siti.chat)

    assert second.reply_to == asked.message_id
    assert second.text.startswith(f"Pertanyaan: {QUESTION}")
    assert list_numbers(second)[0] == list_numbers(first)[-1] + 1
    assert list_numbers(third)[0] == list_numbers(second)[-1] + 1


@pytest.mark.usefixtures("bot")
async def test_lagi_goes_on_from_the_page_that_was_turned_to(
    telegram: FakeTelegram, siti: User
) -> None:
    first = await ask(telegram, siti)
    press = await siti.presses(first, "Berikutnya")
    second = await telegram.bot_edits(first)
    # Answered once the page is noted; presses and messages do not wait for each other.
    await telegram.answer_to(press)
    await siti.sends("/lagi")
    third = await telegram.bot_says(siti.chat)

    assert list_numbers(third)[0] == list_numbers(second)[-1] + 1


@pytest.mark.usefixtures("bot")
async def test_lagi_says_when_there_is_nothing_to_go_on_with(
    telegram: FakeTelegram, siti: User
) -> None:
    await siti.sends("/lagi")

    assert (await telegram.bot_says(siti.chat)).text == texts.NOTHING_TO_CONTINUE


@pytest.mark.usefixtures("bot")
async def test_lagi_of_another_person_continues_nothing(telegram: FakeTelegram, siti: User) -> None:
    budi = telegram.user("Budi")
    await ask(telegram, siti)
    await budi.sends("/lagi")

    assert (await telegram.bot_says(budi.chat)).text == texts.NOTHING_TO_CONTINUE


@pytest.mark.usefixtures("bot")
async def test_lagi_says_when_everything_was_shown(telegram: FakeTelegram, siti: User) -> None:
    page = await ask(telegram, siti)
    while "Berikutnya" in page.button_texts:
        await siti.sends("/lagi")
        page = await telegram.bot_says(siti.chat)
    await siti.sends("/lagi")

    assert (await telegram.bot_says(siti.chat)).text == wording.NO_MORE


@pytest.mark.parametrize(
    ("data", "notice"),
    [
        ("p1:0123456789abcdef:3", texts.BUTTON_EXPIRED),
        ("q1:0123456789abcdef", texts.BUTTON_EXPIRED),
        ("t1:topik-yang-dihapus", texts.BUTTON_EXPIRED),
        ("c1:klaim-yang-dihapus", texts.BUTTON_EXPIRED),
        ("p1:0123456789abcdef:-3", texts.BUTTON_UNKNOWN),
        ("p0:0123456789abcdef:3", texts.BUTTON_UNKNOWN),
        ("p1:' OR 1=1 --:3", texts.BUTTON_UNKNOWN),
        ("../../etc/passwd", texts.BUTTON_UNKNOWN),
        ("🗳", texts.BUTTON_UNKNOWN),
    ],
)
@pytest.mark.usefixtures("bot")
async def test_an_old_or_forged_button_gets_a_friendly_notice(
    telegram: FakeTelegram, siti: User, data: str, notice: str
) -> None:
    first = await ask(telegram, siti)
    press = await siti.sends_callback(first, data)

    assert (await telegram.answer_to(press)).text == notice
    assert telegram.edits_of(first) == []


@pytest.mark.usefixtures("bot")
async def test_a_page_beyond_the_last_one_is_not_shown(telegram: FakeTelegram, siti: User) -> None:
    first = await ask(telegram, siti)
    data = first.button("Berikutnya").data
    assert data is not None
    press = await siti.sends_callback(first, f"{data.rpartition(':')[0]}:999")

    assert (await telegram.answer_to(press)).text == wording.NO_MORE


@pytest.mark.usefixtures("bot")
async def test_a_button_below_an_inline_message_is_not_ours_yet(
    telegram: FakeTelegram, siti: User
) -> None:
    first = await ask(telegram, siti)
    press = await siti.presses_inline("inline-1", first.button("Berikutnya").data or "")

    assert (await telegram.answer_to(press)).text == texts.BUTTON_UNKNOWN


@pytest.mark.usefixtures("bot")
async def test_a_press_on_a_deleted_answer_gets_a_notice(
    telegram: FakeTelegram, siti: User
) -> None:
    telegram.allow("message to edit not found")
    first = await ask(telegram, siti)
    await siti.deletes(first)
    press = await siti.presses(first, "Berikutnya")

    assert (await telegram.answer_to(press)).text == texts.BUTTON_EXPIRED


@pytest.mark.usefixtures("bot")
async def test_a_press_that_waited_too_long_is_dropped_quietly(
    telegram: FakeTelegram, siti: User, caplog: pytest.LogCaptureFixture
) -> None:
    first = await ask(telegram, siti)
    await siti.presses(first, "Berikutnya", expired=True)
    await telegram.bot_edits(first)
    await telegram.nothing_said(siti.chat)

    assert "Traceback" not in caplog.text
