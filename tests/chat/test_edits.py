"""An edited question edits its answer."""

import pytest

from bot.texts import answers as wording
from bot.texts import chat as texts
from tests.chat.conftest import StartBot
from tests.fake_telegram import FakeTelegram, Fault, User

ALIBABA = "Apakah Sirekap pakai Alibaba Cloud?"
GRAPHS = "kenapa grafik sirekap dihilangkan?"


@pytest.mark.usefixtures("bot")
async def test_an_edited_question_edits_its_answer(telegram: FakeTelegram, siti: User) -> None:
    asked = await siti.sends(ALIBABA)
    answer = await telegram.bot_says(siti.chat)
    await siti.edits(asked, GRAPHS)
    edited = await telegram.bot_edits(answer)

    assert "grafik" in edited.text
    assert edited.text != answer.text
    await telegram.nothing_said(siti.chat)


@pytest.mark.usefixtures("bot")
async def test_the_buttons_follow_the_edited_question(telegram: FakeTelegram, siti: User) -> None:
    asked = await siti.sends(ALIBABA)
    answer = await telegram.bot_says(siti.chat)
    await siti.edits(asked, GRAPHS)
    edited = await telegram.bot_edits(answer)
    await siti.sends("/lagi")
    more = await telegram.bot_says(siti.chat)

    assert edited.button("Berikutnya").data != answer.button("Berikutnya").data
    assert GRAPHS in more.text


@pytest.mark.usefixtures("bot")
async def test_an_edit_that_changes_nothing_leaves_the_answer_alone(
    telegram: FakeTelegram, siti: User
) -> None:
    asked = await siti.sends("asdfgh")
    answer = await telegram.bot_says(siti.chat)
    await siti.edits(asked, "asdfgh")
    await siti.sends("halo")
    await telegram.bot_says(siti.chat)

    assert answer.text.startswith(wording.NOT_FOUND)
    assert telegram.edits_of(answer) == []


@pytest.mark.usefixtures("bot")
async def test_an_edit_turns_back_to_the_first_page(telegram: FakeTelegram, siti: User) -> None:
    asked = await siti.sends(ALIBABA)
    answer = await telegram.bot_says(siti.chat)
    press = await siti.presses(answer, "Berikutnya")
    await telegram.bot_edits(answer)
    await telegram.answer_to(press)
    await siti.edits(asked, ALIBABA)
    edited = await telegram.bot_edits(answer)

    assert edited.html == answer.html


async def test_an_edit_after_a_restart_still_finds_its_answer(
    telegram: FakeTelegram, siti: User, start_bot: StartBot
) -> None:
    async with start_bot():
        asked = await siti.sends(ALIBABA)
        answer = await telegram.bot_says(siti.chat)
    async with start_bot():
        await siti.edits(asked, GRAPHS)
        assert "grafik" in (await telegram.bot_edits(answer)).text


@pytest.mark.usefixtures("bot")
async def test_a_caption_added_to_a_picture_is_answered(telegram: FakeTelegram, siti: User) -> None:
    picture = await siti.sends_photo()
    hint = await telegram.bot_says(siti.chat)
    await siti.edits(picture, {"photo": picture.json["photo"], "caption": ALIBABA})

    assert hint.text == texts.PICTURE
    assert "Alibaba" in (await telegram.bot_edits(hint)).text


@pytest.mark.usefixtures("bot")
async def test_an_edit_waits_for_the_answer_that_it_edits(
    telegram: FakeTelegram, siti: User
) -> None:
    telegram.faults.next("sendMessage", Fault.slow(0.5))
    asked = await siti.sends(ALIBABA)
    await siti.edits(asked, GRAPHS)
    answer = await telegram.bot_says(siti.chat)

    assert "grafik" in (await telegram.bot_edits(answer)).text
    await telegram.nothing_said(siti.chat)


@pytest.mark.usefixtures("bot")
async def test_an_edit_of_a_question_whose_answer_was_deleted_is_answered_anew(
    telegram: FakeTelegram, siti: User
) -> None:
    telegram.allow("message to edit not found")
    asked = await siti.sends(ALIBABA)
    answer = await telegram.bot_says(siti.chat)
    await siti.deletes(answer)
    await siti.edits(asked, GRAPHS)

    assert "grafik" in (await telegram.bot_says(siti.chat)).text


async def test_an_edit_of_a_message_that_was_never_answered_is_left_alone(
    telegram: FakeTelegram, siti: User, start_bot: StartBot
) -> None:
    asked = await siti.sends(ALIBABA)
    telegram.world.updates.waiting.clear()
    async with start_bot():
        await siti.edits(asked, GRAPHS)
        await telegram.nothing_said(siti.chat, for_seconds=1)
