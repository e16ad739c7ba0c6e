"""Whether an answer helped, and why not; who says nothing is not counted."""

from pathlib import Path

import pytest

from bot.store import Verdict, open_memory
from bot.texts import follow_up as texts
from tests.chat.conftest import KEY, StartBot
from tests.fake_telegram import FakeTelegram, User

QUESTION = "Apakah Sirekap pakai Alibaba Cloud?"
REASONS = {
    texts.WRONG_PASSAGE: Verdict.WRONG_PASSAGE,
    texts.NOT_ASKED: Verdict.NOT_ASKED,
    texts.DISAGREE: Verdict.DISAGREE,
}


async def count(folder: Path) -> dict[Verdict, int]:
    """Return what the bot of this test has counted."""
    async with open_memory(f"sqlite:///{folder / 'memory.db'}", KEY) as memory:
        return await memory.feedback.count()


@pytest.mark.usefixtures("bot")
async def test_helpful_is_counted_and_thanked_for_and_its_buttons_go(
    telegram: FakeTelegram, siti: User, tmp_path: Path
) -> None:
    await siti.sends(QUESTION)
    answer = await telegram.bot_says(siti.chat)
    press = await siti.presses(answer, texts.HELPFUL)
    after = await telegram.bot_edits(answer)

    assert (await telegram.answer_to(press)).text == texts.THANKS_FOR_HELPFUL
    assert not {texts.HELPFUL, texts.UNHELPFUL} & set(after.button_texts)
    assert after.text == answer.text
    assert len(after.button_texts) == len(answer.button_texts) - 2
    assert await count(tmp_path) == {Verdict.HELPFUL: 1}


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize("reason", REASONS)
async def test_no_asks_which_and_counts_the_reason(
    telegram: FakeTelegram, siti: User, tmp_path: Path, reason: str
) -> None:
    await siti.sends(QUESTION)
    answer = await telegram.bot_says(siti.chat)
    press = await siti.presses(answer, texts.UNHELPFUL)
    asking = await telegram.bot_edits(answer)
    told = await siti.presses(asking, reason)
    after = await telegram.bot_edits(answer)

    assert (await telegram.answer_to(press)).text == texts.WHAT_WAS_WRONG_SHORT
    assert [label for label in asking.button_texts if label in REASONS] == list(REASONS)
    assert (await telegram.answer_to(told)).text == texts.THANKS_FOR_REASON
    assert not set(REASONS) & set(after.button_texts)
    assert await count(tmp_path) == {Verdict.UNHELPFUL: 1, REASONS[reason]: 1}


@pytest.mark.usefixtures("bot")
async def test_silence_is_not_counted(telegram: FakeTelegram, siti: User, tmp_path: Path) -> None:
    await siti.sends(QUESTION)
    await telegram.bot_says(siti.chat)

    assert await count(tmp_path) == {}


@pytest.mark.usefixtures("bot")
async def test_a_person_counts_once_for_an_answer_and_another_person_too(
    telegram: FakeTelegram, siti: User, tmp_path: Path
) -> None:
    for person in (siti, telegram.user("Budi")):
        await person.sends(QUESTION)
        answer = await telegram.bot_says(person.chat)
        await person.presses(answer, texts.HELPFUL)
        await telegram.bot_edits(answer)
        again = await person.presses(answer, answer.button(texts.UNHELPFUL))
        assert (await telegram.answer_to(again)).text == texts.RATED_BEFORE
        await person.sends("/membantu")
        assert (await telegram.bot_says(person.chat)).text == texts.RATED_BEFORE

    assert await count(tmp_path) == {Verdict.HELPFUL: 2}


@pytest.mark.usefixtures("bot")
async def test_the_commands_do_what_the_buttons_do(
    telegram: FakeTelegram, siti: User, tmp_path: Path
) -> None:
    await siti.sends(QUESTION)
    await telegram.bot_says(siti.chat)
    await siti.sends("/membantu")
    assert (await telegram.bot_says(siti.chat)).text == texts.THANKS_FOR_HELPFUL

    await siti.sends("kenapa grafik sirekap dihilangkan?")
    answer = await telegram.bot_says(siti.chat)
    await siti.sends("/tidak", reply_to=answer)
    asking = await telegram.bot_says(siti.chat)
    assert asking.button_texts == list(REASONS)
    await siti.sends("/tidak 2", reply_to=answer)
    assert (await telegram.bot_says(siti.chat)).text == texts.THANKS_FOR_REASON

    counted = {Verdict.HELPFUL: 1, Verdict.UNHELPFUL: 1, Verdict.NOT_ASKED: 1}
    assert await count(tmp_path) == counted


async def test_verdicts_are_gone_after_90_days(
    telegram: FakeTelegram, siti: User, start_bot: StartBot, tmp_path: Path
) -> None:
    async with start_bot():
        await siti.sends(QUESTION)
        answer = await telegram.bot_says(siti.chat)
        await siti.presses(answer, texts.HELPFUL)
        await telegram.bot_edits(answer)
    later = answer.raw["date"] + 90 * 24 * 3600 + 60
    async with open_memory(
        f"sqlite:///{tmp_path / 'memory.db'}", KEY, clock=lambda: later
    ) as memory:
        assert await memory.feedback.count() == {}
        assert await memory.purge() > 0


@pytest.mark.usefixtures("bot")
async def test_two_quick_presses_of_one_button_are_no_incident(
    telegram: FakeTelegram, siti: User, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    telegram.allow("message is not modified")
    await siti.sends(QUESTION)
    answer = await telegram.bot_says(siti.chat)
    presses = [await siti.presses(answer, texts.HELPFUL) for _ in range(2)]
    told = [(await telegram.answer_to(press)).text for press in presses]

    assert told == [texts.THANKS_FOR_HELPFUL, texts.RATED_BEFORE]
    assert "Gangguan" not in caplog.text
    assert await count(tmp_path) == {Verdict.HELPFUL: 1}
