"""A question that nothing answers goes to the moderators, with consent and without its asker."""

from pathlib import Path

import pytest

from bot.store import UnansweredQuestion, open_memory
from bot.texts import chat as chat_texts
from bot.texts import follow_up as texts
from tests.chat.conftest import KEY
from tests.fake_telegram import BotMessage, FakeTelegram, User

pytestmark = pytest.mark.usefixtures("bot")

QUESTION = "qwrtp zxcvb hubungi 0812-3456-7890 atau siti.aminah@contoh.id NIK 3171234567890001"
SENT = f"qwrtp zxcvb hubungi {texts.REMOVED} atau {texts.REMOVED} NIK {texts.REMOVED}"


async def list_queue(folder: Path) -> list[UnansweredQuestion]:
    """Return the moderators' queue of the bot of this test."""
    async with open_memory(f"sqlite:///{folder / 'memory.db'}", KEY) as memory:
        return await memory.unanswered.list_all()


def read_database(folder: Path) -> bytes:
    """Return all that the database of this test has written."""
    return b"".join(path.read_bytes() for path in folder.glob("memory.db*"))


async def ask_and_offer(telegram: FakeTelegram, siti: User) -> BotMessage:
    """Ask in vain, press the button, and return what asks for consent."""
    await siti.sends(QUESTION)
    answer = await telegram.bot_says(siti.chat)
    await siti.presses(answer, texts.SUBMIT)
    return await telegram.bot_says(siti.chat)


async def test_the_question_is_shown_as_it_would_be_sent_before_anything_is_kept(
    telegram: FakeTelegram, siti: User, tmp_path: Path
) -> None:
    consent = await ask_and_offer(telegram, siti)

    assert consent.text.startswith(texts.CONSENT)
    assert consent.parts("blockquote") == [SENT]
    assert consent.button_texts == [texts.SEND, texts.DROP]
    assert await list_queue(tmp_path) == []
    written = read_database(tmp_path)
    assert b"zxcvb" not in written


async def test_consent_puts_it_into_the_queue_and_offers_to_tell_of_an_answer(
    telegram: FakeTelegram, siti: User, tmp_path: Path
) -> None:
    consent = await ask_and_offer(telegram, siti)
    await siti.presses(consent, texts.SEND)
    sent = await telegram.bot_edits(consent)
    (question,) = await list_queue(tmp_path)

    assert sent.text.startswith(texts.SUBMITTED)
    assert sent.button_texts == [texts.FOLLOW]
    assert (question.text, question.times) == (SENT, 1)


async def test_without_consent_nothing_is_sent(
    telegram: FakeTelegram, siti: User, tmp_path: Path
) -> None:
    consent = await ask_and_offer(telegram, siti)
    await siti.presses(consent, texts.DROP)

    assert (await telegram.bot_edits(consent)).text == texts.DROPPED
    assert await list_queue(tmp_path) == []


async def test_the_same_question_of_several_people_is_one_in_the_queue(
    telegram: FakeTelegram, siti: User, tmp_path: Path
) -> None:
    for person in (siti, telegram.user("Budi")):
        consent = await ask_and_offer(telegram, person)
        await person.presses(consent, texts.SEND)
        await telegram.bot_edits(consent)

    assert [question.times for question in await list_queue(tmp_path)] == [2]


@pytest.mark.parametrize("as_reply", [False, True])
async def test_the_commands_do_what_the_buttons_do(
    telegram: FakeTelegram, siti: User, tmp_path: Path, as_reply: bool
) -> None:
    asked = await siti.sends(QUESTION)
    await telegram.bot_says(siti.chat)
    if as_reply:
        await siti.sends("/kirim", reply_to=asked)
    else:
        await siti.sends(f"/kirim {QUESTION}")
    consent = await telegram.bot_says(siti.chat)
    assert consent.parts("blockquote") == [SENT]

    await siti.sends("/kirim", reply_to=consent)
    sent = await telegram.bot_says(siti.chat)
    assert sent.button_texts == [texts.FOLLOW]
    assert [question.text for question in await list_queue(tmp_path)] == [SENT]

    await siti.sends("/kabari", reply_to=sent)
    assert texts.FOLLOWED in (await telegram.bot_says(siti.chat)).text
    await siti.sends(f"/kabari {QUESTION}")
    assert texts.FOLLOWED in (await telegram.bot_says(siti.chat)).text


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("/kirim", texts.NOTHING_TO_SUBMIT),
        ("/kabari", texts.NOTHING_TO_FOLLOW),
        ("/kabari siapa itu", texts.NOTHING_TO_FOLLOW),
    ],
)
async def test_a_command_without_a_question_says_how(
    telegram: FakeTelegram, siti: User, command: str, said: str
) -> None:
    await siti.sends(command)

    assert (await telegram.bot_says(siti.chat)).text == said


async def test_a_question_whose_message_is_gone_can_be_typed(
    telegram: FakeTelegram, siti: User
) -> None:
    asked = await siti.sends(QUESTION)
    answer = await telegram.bot_says(siti.chat)
    await siti.deletes(answer)
    await siti.deletes(asked)
    await siti.presses(answer, texts.SUBMIT)

    assert (await telegram.bot_says(siti.chat)).text == texts.NOTHING_TO_SUBMIT


async def test_submissions_are_limited(telegram: FakeTelegram, siti: User, tmp_path: Path) -> None:
    for number in range(11):
        await siti.sends(f"/kirim qwrtp zxcvb{number}")
        consent = await telegram.bot_says(siti.chat)
        await siti.presses(consent, texts.SEND)
        sent = await telegram.bot_edits(consent)

    assert sent.text == texts.TOO_MANY_QUESTIONS
    assert len(await list_queue(tmp_path)) == 10


async def test_an_answered_question_is_not_offered_to_the_moderators(
    telegram: FakeTelegram, siti: User
) -> None:
    await siti.sends("Apakah Sirekap pakai Alibaba Cloud?")

    assert texts.SUBMIT not in (await telegram.bot_says(siti.chat)).button_texts


async def test_following_a_question_that_is_gone_says_so(
    telegram: FakeTelegram, siti: User
) -> None:
    consent = await ask_and_offer(telegram, siti)
    press = await siti.sends_callback(consent, "k1:0123456789abcdef")

    assert (await telegram.answer_to(press)).text == chat_texts.BUTTON_EXPIRED
