"""Commands and descriptions are registered at start, and only when they differ."""

import pytest

from bot.texts import chat as texts
from bot.texts import chat_en, groups
from tests.chat.conftest import StartBot
from tests.fake_telegram import FakeTelegram, Fault, User

SCOPES = ("default", "all_private_chats", "all_group_chats", "all_chat_administrators")
DESCRIPTIONS = ("description", "short_description")
LANGUAGES = ("", "en")


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize("language", LANGUAGES)
async def test_commands_are_registered_for_each_scope(
    telegram: FakeTelegram, language: str
) -> None:
    assert telegram.commands("default", language) == list(texts.COMMANDS)
    assert telegram.commands("all_private_chats", language) == list(texts.COMMANDS)
    assert telegram.commands("all_group_chats", language) == list(groups.GROUP_COMMANDS)
    assert telegram.commands("all_chat_administrators", language) == list(groups.ADMIN_COMMANDS)


@pytest.mark.usefixtures("bot")
async def test_both_descriptions_are_registered_in_both_languages(telegram: FakeTelegram) -> None:
    assert telegram.profile_text("description") == texts.DESCRIPTION
    assert telegram.profile_text("short_description") == texts.SHORT_DESCRIPTION
    assert telegram.profile_text("description", "en") == chat_en.DESCRIPTION
    assert telegram.profile_text("short_description", "en") == chat_en.SHORT_DESCRIPTION


async def test_a_second_start_sets_nothing_again(
    telegram: FakeTelegram, start_bot: StartBot
) -> None:
    async with start_bot():
        pass
    before = [call.method for call in telegram.calls if call.method.startswith("set")]
    async with start_bot():
        pass
    after = [call.method for call in telegram.calls if call.method.startswith("set")]

    assert len(before) == len(LANGUAGES) * (len(SCOPES) + len(DESCRIPTIONS))
    assert after == before


async def test_the_bot_answers_even_when_it_may_not_register(
    telegram: FakeTelegram, siti: User, start_bot: StartBot, caplog: pytest.LogCaptureFixture
) -> None:
    telegram.faults.next("setMyCommands", Fault.error(400, "Bad Request: no"))
    async with start_bot():
        await siti.starts()
        assert texts.HELLO in (await telegram.bot_says(siti.chat)).text

    assert "belum bisa didaftarkan" in caplog.text


@pytest.mark.usefixtures("bot")
async def test_only_the_updates_that_are_used_are_asked_for(telegram: FakeTelegram) -> None:
    await telegram.bot_polls()
    polls = telegram.calls_of("getUpdates")

    assert polls[-1]["allowed_updates"] == [
        *("message", "edited_message", "callback_query"),
        *("inline_query", "chosen_inline_result", "guest_message", "my_chat_member"),
    ]
