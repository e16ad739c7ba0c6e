"""What the sources don't hold is said plainly; small talk is answered kindly."""

import pytest

from bot.texts import answers as wording
from bot.texts import chat as texts
from bot.texts import follow_up
from tests.fake_telegram import FakeTelegram, User

pytestmark = pytest.mark.usefixtures("bot")


@pytest.mark.parametrize("question", ["asdfgh", "qwrtp zxcvb"])
async def test_nothing_found_is_said_plainly_and_offers_a_way_on(
    telegram: FakeTelegram, siti: User, question: str
) -> None:
    await siti.sends(question)
    answer = await telegram.bot_says(siti.chat)

    assert answer.text.startswith(wording.NOT_FOUND)
    assert wording.NO_JUDGEMENT in answer.text
    assert answer.links == []
    assert answer.buttons


async def test_every_way_on_leads_to_something(telegram: FakeTelegram, siti: User) -> None:
    await siti.sends("asdfgh")
    answer = await telegram.bot_says(siti.chat)

    ways = [label for label in answer.button_texts if label != follow_up.SUBMIT]
    assert ways
    for label in ways:
        await siti.presses(answer, label)
        assert (await telegram.bot_says(siti.chat)).links


async def test_an_unanswered_question_is_not_kept(telegram: FakeTelegram, siti: User) -> None:
    await siti.sends("asdfgh")
    await telegram.bot_says(siti.chat)
    await siti.sends("/lagi")

    assert (await telegram.bot_says(siti.chat)).text == texts.NOTHING_TO_CONTINUE
