"""What may be meant is offered as a choice: buttons in private, a few lines in groups."""

import pytest

from bot.answers import Answerer
from bot.texts import answers as wording
from bot.texts import answers_en, follow_up
from bot.texts import chat as texts
from bot.texts import groups as group_texts
from tests.fake_telegram import FakeTelegram, User

pytestmark = pytest.mark.usefixtures("bot")

BROAD, NEAR = "putusan MK", "grafik"


@pytest.mark.parametrize(
    ("question", "heading"),
    [(BROAD, wording.ALTERNATIVES), (NEAR, wording.ALTERNATIVES_IF_NEAR)],
)
async def test_the_choice_stands_right_under_a_heading_of_its_own(
    telegram: FakeTelegram, siti: User, answerer: Answerer, question: str, heading: str
) -> None:
    await siti.sends(question)
    answer = await telegram.bot_says(siti.chat)
    offered = answerer.answer(question).alternatives

    assert answer.text.endswith(f"\n\n{heading}")
    assert heading in answer.parts("bold")
    rows = [[button.text for button in row] for row in answer.buttons]
    for row, choice in zip(rows, offered, strict=False):
        assert len(row) == 1
        assert choice.startswith(row[0].removesuffix("…"))
    assert rows[len(offered)] in (
        [texts.NEXT],
        [follow_up.READ_ON, follow_up.SOURCES, follow_up.SHARE],
    )
    assert rows[-1] == [follow_up.HELPFUL, follow_up.UNHELPFUL]


async def test_a_near_miss_says_so_first(telegram: FakeTelegram, siti: User) -> None:
    await siti.sends(NEAR)

    assert (await telegram.bot_says(siti.chat)).text.startswith(wording.NEAR)


async def test_what_is_picked_is_asked_and_answered(
    telegram: FakeTelegram, siti: User, answerer: Answerer
) -> None:
    await siti.sends(BROAD)
    answer = await telegram.bot_says(siti.chat)
    await siti.presses(answer, answer.button_texts[1])
    picked = await telegram.bot_says(siti.chat)

    question = answerer.answer(BROAD).alternatives[1]
    assert question in picked.text
    assert answerer.answer(question).quotations[0].article.citation.title in picked.text
    assert wording.ALTERNATIVES not in picked.text


async def test_a_choice_may_be_typed_as_well(
    telegram: FakeTelegram, siti: User, answerer: Answerer
) -> None:
    question = answerer.answer(BROAD).alternatives[0]
    await siti.sends(BROAD)
    await telegram.bot_says(siti.chat)
    await siti.sends(question)
    answer = await telegram.bot_says(siti.chat)

    assert answerer.answer(question).quotations[0].article.citation.title in answer.text


async def test_a_later_page_has_no_choice(telegram: FakeTelegram, siti: User) -> None:
    await siti.sends(BROAD)
    answer = await telegram.bot_says(siti.chat)
    await siti.presses(answer, texts.NEXT)
    page = await telegram.bot_edits(answer)

    assert wording.ALTERNATIVES not in page.text


async def test_a_plain_question_has_none(telegram: FakeTelegram, siti: User) -> None:
    await siti.sends("Apakah Sirekap pakai Alibaba Cloud?")
    answer = await telegram.bot_says(siti.chat)

    assert wording.ALTERNATIVES not in answer.text
    assert wording.ALTERNATIVES_IF_NEAR not in answer.text


async def test_a_group_reads_up_to_three_as_lines(
    telegram: FakeTelegram, siti: User, answerer: Answerer
) -> None:
    group = telegram.group("Warga", [siti])
    await siti.sends(f"/tanya {BROAD}", to=group)
    answer = await telegram.bot_says(group)

    _, _, listed = answer.text.partition(f"\n\n{wording.ALTERNATIVES}\n")
    choices = answerer.answer(BROAD).alternatives[:3]
    assert listed.splitlines() == [f"• {choice}" for choice in choices]
    assert answer.button_texts == [group_texts.CONTINUE]


async def test_the_heading_is_english_for_english_readers(telegram: FakeTelegram) -> None:
    jane = telegram.user("Jane", language_code="en-GB")
    await jane.sends(BROAD)

    assert (await telegram.bot_says(jane.chat)).text.endswith(answers_en.ALTERNATIVES)
