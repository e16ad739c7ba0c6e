"""A text of words alone takes a shorter way to its answer, which is the same answer."""

from typing import Any

import pytest

from bot.chat.plain_text import PlainText, read_plain_text
from bot.texts import groups as texts
from tests.chat.clocks import MovingClock
from tests.chat.test_flood import hears_notice, settled
from tests.fake_telegram import Chat, FakeTelegram, User
from tests.fake_telegram.api_spec import Json

QUESTION = "Apakah Sirekap pakai Alibaba Cloud?"
PLAIN: dict[str, Any] = {
    "message_id": 7,
    "date": 1707900000,
    "from": {"id": 42, "is_bot": False, "first_name": "Siti", "language_code": "id"},
    "chat": {"id": 42, "type": "private", "first_name": "Siti"},
    "text": QUESTION,
}


def in_bold(words: str) -> Json:
    """The same words as a message with an entity, which is read by the library."""
    return {"text": words, "entities": [{"type": "bold", "offset": 0, "length": 3}]}


def read(**changes: object) -> PlainText | None:
    return read_plain_text({"update_id": 1, "message": {**PLAIN, **changes}})


async def hears(telegram: FakeTelegram, chat: Chat) -> tuple[str, object]:
    """What the bot says next, and its buttons."""
    said = await telegram.bot_says(chat)
    return said.html, said.buttons


def test_words_alone_are_plain() -> None:
    assert read() == PlainText(42, 7, QUESTION, "id")


def test_who_does_not_tell_a_language_has_none() -> None:
    person = {"id": 42, "is_bot": False, "first_name": "Siti"}

    assert read(**{"from": person}) == PlainText(42, 7, QUESTION, None)


@pytest.mark.parametrize(
    "changes",
    [
        {"chat": {"id": -5, "type": "group", "title": "RT 05"}},
        {"chat": {"id": "42", "type": "private"}},
        {"from": {"id": 42, "is_bot": True, "first_name": "Robot"}},
        {"from": None},
        {"text": ""},
        {"text": None},
        {"date": "kemarin"},
        {"entities": [{"type": "bot_command", "offset": 0, "length": 6}]},
        {"reply_to_message": PLAIN},
        {"forward_origin": {"type": "hidden_user", "date": 1, "sender_user_name": "Budi"}},
        {"via_bot": {"id": 1, "is_bot": True, "first_name": "Bot"}},
        {"something_new": True},
    ],
)
def test_all_else_is_left_to_the_library(changes: dict[str, object]) -> None:
    assert read(**changes) is None


@pytest.mark.parametrize("kind", ["edited_message", "channel_post"])
def test_what_is_no_new_message_is_left_to_the_library(kind: str) -> None:
    assert read_plain_text({"update_id": 1, kind: PLAIN}) is None


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize("code", ["id", "en"])
@pytest.mark.parametrize(
    "words", [QUESTION, "Siapa ketua RT 05?", "halo", "???", "👍", f"  {QUESTION}\n", "putusan MK"]
)
async def test_both_ways_lead_to_the_same_answer(
    telegram: FakeTelegram, words: str, code: str
) -> None:
    siti, budi = (telegram.user(name, language_code=code) for name in ("Siti", "Budi"))
    await siti.sends(words)
    await budi.sends(in_bold(words))

    assert await hears(telegram, siti.chat) == await hears(telegram, budi.chat)


@pytest.mark.usefixtures("bot")
async def test_a_follow_up_is_read_after_the_question_before_it_on_both_ways(
    telegram: FakeTelegram, siti: User
) -> None:
    budi = telegram.user("Budi")
    for person in (siti, budi):
        await person.sends(QUESTION)
        await telegram.bot_says(person.chat)
    await siti.sends("kapan itu?")
    await budi.sends(in_bold("kapan itu?"))

    assert await hears(telegram, siti.chat) == await hears(telegram, budi.chat)


@pytest.mark.usefixtures("bot")
async def test_both_ways_spend_from_one_budget(
    telegram: FakeTelegram, siti: User, clock: MovingClock
) -> None:
    for number in range(100):
        await siti.sends(in_bold(f"asdfgh {number}") if number % 2 else f"asdfgh {number}")
    await hears_notice(telegram, siti.chat, clock)
    said = await settled(telegram, siti.chat)

    assert said.count(texts.SLOW_DOWN) == 1
    assert len(said) < 60


@pytest.mark.usefixtures("bot")
async def test_the_language_of_one_message_is_not_that_of_the_next(
    telegram: FakeTelegram, siti: User
) -> None:
    jane = telegram.user("Jane", language_code="en")
    await jane.sends("hello")
    english = await telegram.bot_says(jane.chat)
    await siti.sends("halo")

    assert english.text != (await telegram.bot_says(siti.chat)).text
