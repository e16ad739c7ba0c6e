"""The network fails, Telegram refuses, our own code breaks: the conversation survives."""

import logging

import pytest

from bot.answers import Answer, Answerer
from bot.answers.live import LiveAnswerer
from bot.articles import CorpusReader
from bot.texts import chat as texts
from tests.chat.conftest import CORPUS, StartBot
from tests.fake_telegram import FakeTelegram, Fault, User

QUESTION = "Apakah Sirekap pakai Alibaba Cloud?"


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize(
    "fault", [Fault.server_error(502), Fault.server_error(500), Fault.flood(retry_after=1)]
)
async def test_an_answer_that_the_server_refused_is_sent_again(
    telegram: FakeTelegram, siti: User, fault: Fault
) -> None:
    telegram.faults.next("sendMessage", fault, times=2)
    await siti.sends(QUESTION)

    assert "Alibaba" in (await telegram.bot_says(siti.chat, within=8)).text
    await telegram.nothing_said(siti.chat)
    assert telegram.faults.pending == 0


@pytest.mark.usefixtures("bot")
async def test_an_answer_that_may_have_arrived_is_not_sent_twice(
    telegram: FakeTelegram, siti: User
) -> None:
    telegram.faults.next("sendMessage", Fault.connection_reset(after_effect=True))
    await siti.sends(QUESTION)

    assert "Alibaba" in (await telegram.bot_says(siti.chat)).text
    await telegram.nothing_said(siti.chat, for_seconds=2)


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize(
    "fault",
    [
        Fault.connection_reset(),
        Fault.connection_reset(after_effect=True),
        Fault.server_error(502),
        Fault.flood(retry_after=1),
    ],
)
async def test_turning_a_page_is_tried_again_after_any_fault(
    telegram: FakeTelegram, siti: User, fault: Fault
) -> None:
    telegram.allow("message is not modified")
    await siti.sends(QUESTION)
    answer = await telegram.bot_says(siti.chat)
    telegram.faults.next("editMessageText", fault)
    press = await siti.presses(answer, "Berikutnya")

    assert (await telegram.answer_to(press)).text == ""
    assert len(telegram.edits_of(answer)) == 1


@pytest.mark.usefixtures("bot")
async def test_polling_goes_on_after_faults_without_a_traceback(
    telegram: FakeTelegram, siti: User, caplog: pytest.LogCaptureFixture
) -> None:
    await telegram.bot_polls()
    telegram.faults.next("getUpdates", Fault.server_error(502))
    await siti.sends("/bantuan")
    await telegram.bot_says(siti.chat, within=8)
    await siti.sends("/bantuan")
    await telegram.bot_says(siti.chat, within=8)

    assert "dicoba lagi" in caplog.text
    assert "Traceback" not in caplog.text


@pytest.mark.usefixtures("bot")
async def test_who_blocked_the_bot_is_left_alone(
    telegram: FakeTelegram, siti: User, caplog: pytest.LogCaptureFixture
) -> None:
    blocked = Fault.error(403, "Forbidden: bot was blocked by the user")
    telegram.faults.next("sendMessage", blocked)
    await siti.sends(QUESTION)
    await telegram.nothing_said(siti.chat)

    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []


@pytest.mark.usefixtures("bot")
async def test_a_broken_answer_of_the_server_is_not_written_to_the_log(
    telegram: FakeTelegram, siti: User, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    telegram.faults.next(
        "sendMessage", Fault(200, '{"ok": true, "result": {"text": "pertanyaan rahasia')
    )
    await siti.sends(QUESTION)
    await telegram.bot_says(siti.chat)

    assert "rahasia" not in caplog.text


class BreakingAnswerer(Answerer):
    """Breaks on one word, as a bug of ours would."""

    def answer(
        self, question: str, *, previous: str | None = None, limit: int = 3, offset: int = 0
    ) -> Answer:
        if "meledak" in question:
            raise ZeroDivisionError
        return super().answer(question, previous=previous, limit=limit, offset=offset)


def break_on_one_word(answerer: Answerer) -> LiveAnswerer:
    """Return what a bot serves that has this bug."""
    breaking = BreakingAnswerer(answerer.corpus, answerer.engine)
    return LiveAnswerer(CorpusReader(CORPUS), breaking)


async def test_an_error_of_ours_brings_an_apology_and_a_log_entry_with_the_same_id(
    telegram: FakeTelegram,
    siti: User,
    start_bot: StartBot,
    answerer: Answerer,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.INFO)
    async with start_bot(break_on_one_word(answerer)):
        asked = await siti.sends("pertanyaan rahasia yang meledak")
        apology = await telegram.bot_says(siti.chat)
        await siti.sends(QUESTION)
        assert "Alibaba" in (await telegram.bot_says(siti.chat)).text

    (record,) = [record for record in caplog.records if record.levelno == logging.ERROR]
    incident = record.getMessage().split()[1]
    assert apology.text == texts.apologise(incident)
    assert apology.reply_to == asked.message_id
    assert "ZeroDivisionError" in caplog.text
    assert "rahasia" not in caplog.text
    assert str(siti.id) not in caplog.text
