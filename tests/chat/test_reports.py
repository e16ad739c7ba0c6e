"""Reports of citations reach the moderators with the key of the passage."""

from pathlib import Path

import pytest

from bot.answers import Answerer
from bot.store import Report, open_memory
from bot.texts import follow_up as texts
from tests.chat import corpora
from tests.chat.conftest import KEY, StartBot
from tests.chat.corpora import make_article, serve
from tests.fake_telegram import FakeTelegram, User

QUESTION = "Apakah Sirekap pakai Alibaba Cloud?"


async def list_reports(folder: Path) -> list[Report]:
    """Return what is in the moderators' queue."""
    async with open_memory(f"sqlite:///{folder / 'memory.db'}", KEY) as memory:
        return await memory.reports.list_all()


async def test_a_report_reaches_every_moderator_with_the_passage_and_without_its_reporter(
    telegram: FakeTelegram, siti: User, moderator: User, start_bot: StartBot, answerer: Answerer
) -> None:
    async with start_bot(moderators=frozenset({moderator.id})):
        await siti.sends(QUESTION)
        answer = await telegram.bot_says(siti.chat)
        await siti.sends("/lapor 1 angkanya salah, hubungi 0812-3456-7890", reply_to=answer)
        thanks = await telegram.bot_says(siti.chat)
        report = await telegram.bot_says(moderator.chat)

    assert thanks.text == texts.REPORTED
    passages = {each.key: each.text for each in answerer.engine.index.passages}
    (quoted,) = report.parts("blockquote")
    key = report.text.split("\n")[1].split(" · ")[0]
    assert passages[key] == quoted
    assert quoted in answer.text
    assert f"Catatan pelapor: angkanya salah, hubungi {texts.REMOVED}" in report.text
    assert "Siti" not in report.text
    assert str(siti.id) not in str(report.raw)


async def test_a_report_is_kept_in_the_queue(
    telegram: FakeTelegram, siti: User, start_bot: StartBot, tmp_path: Path
) -> None:
    article = make_article("KPU menyewa komputasi awan dari Alibaba Cloud untuk Sirekap.")
    sources = serve(tmp_path, article)
    async with start_bot(sources):
        await siti.sends(corpora.QUESTION)
        await telegram.bot_says(siti.chat)
        await siti.sends("/lapor judulnya keliru")
        assert (await telegram.bot_says(siti.chat)).text == texts.REPORTED

    key = sources.current.corpus.articles[0].key
    assert await list_reports(tmp_path) == [Report(f"{key}.1", "judulnya keliru")]


@pytest.mark.usefixtures("bot")
async def test_the_button_beside_a_source_reports_it_once(
    telegram: FakeTelegram, siti: User, tmp_path: Path
) -> None:
    await siti.sends(QUESTION)
    await siti.presses(await telegram.bot_says(siti.chat), texts.SOURCES)
    listed = await telegram.bot_says(siti.chat)
    first = await siti.presses(listed, texts.report_source(2))
    again = await siti.presses(listed, texts.report_source(2))

    assert (await telegram.answer_to(first)).text == texts.REPORTED
    assert (await telegram.answer_to(again)).text == texts.REPORTED_BEFORE
    assert len(await list_reports(tmp_path)) == 1


@pytest.mark.usefixtures("bot")
async def test_a_whole_article_can_be_reported(
    telegram: FakeTelegram, siti: User, tmp_path: Path
) -> None:
    await siti.sends(QUESTION)
    await siti.presses(await telegram.bot_says(siti.chat), texts.READ_ON)
    press = await siti.presses(await telegram.bot_says(siti.chat), texts.REPORT)

    assert (await telegram.answer_to(press)).text == texts.REPORTED
    assert len(await list_reports(tmp_path)) == 1


@pytest.mark.usefixtures("bot")
async def test_without_a_number_it_asks_which_quotation(
    telegram: FakeTelegram, siti: User, tmp_path: Path
) -> None:
    await siti.sends(QUESTION)
    await telegram.bot_says(siti.chat)
    await siti.sends("/lapor")
    asking = await telegram.bot_says(siti.chat)

    assert asking.text.startswith(texts.WHICH_QUOTATION)
    assert asking.button_texts[:2] == ["1", "2"]
    assert await list_reports(tmp_path) == []

    press = await siti.presses(asking, "2")
    assert (await telegram.answer_to(press)).text == texts.REPORTED


@pytest.mark.usefixtures("bot")
async def test_reports_are_limited(telegram: FakeTelegram, siti: User, tmp_path: Path) -> None:
    await siti.sends("/linimasa alibaba")
    await siti.presses(await telegram.bot_says(siti.chat), texts.SOURCES)
    listed = await telegram.bot_says(siti.chat)
    said = []
    for row in listed.buttons:
        press = await siti.presses(listed, row[-1])
        said.append((await telegram.answer_to(press)).text)

    assert said == [texts.REPORTED] * 5 + [texts.TOO_MANY_REPORTS]
    assert len(await list_reports(tmp_path)) == 5


@pytest.mark.usefixtures("bot")
async def test_a_report_without_an_answer_says_how(telegram: FakeTelegram, siti: User) -> None:
    await siti.sends("/lapor")

    assert (await telegram.bot_says(siti.chat)).text == texts.NOTHING_TO_REPORT


async def test_a_moderator_who_never_met_the_bot_holds_nothing_up(
    telegram: FakeTelegram, siti: User, start_bot: StartBot
) -> None:
    telegram.allow("chat not found")
    telegram.allow("can't initiate conversation")
    stranger = telegram.user("Asing")
    async with start_bot(moderators=frozenset({stranger.id, 987654321})):
        await siti.sends(QUESTION)
        await telegram.bot_says(siti.chat)
        await siti.sends("/lapor 1")

        assert (await telegram.bot_says(siti.chat)).text == texts.REPORTED


@pytest.mark.usefixtures("bot")
async def test_any_message_with_citations_can_be_reported_by_a_reply(
    telegram: FakeTelegram, siti: User, answerer: Answerer, tmp_path: Path
) -> None:
    await siti.sends("/klaim 1")
    card = await telegram.bot_says(siti.chat)
    await siti.sends("/lapor 1 ini keliru", reply_to=card)
    assert (await telegram.bot_says(siti.chat)).text == texts.REPORTED

    (report,) = await list_reports(tmp_path)
    article = answerer.corpus.by_key[report.passage.partition(".")[0]]
    assert article.citation.url == card.links[0][0]


@pytest.mark.usefixtures("bot")
async def test_a_reply_to_a_whole_article_reports_the_quoted_passage(
    telegram: FakeTelegram, siti: User, answerer: Answerer, tmp_path: Path
) -> None:
    await siti.sends(QUESTION)
    answer = await telegram.bot_says(siti.chat)
    await siti.presses(answer, texts.READ_ON)
    await siti.sends("/lapor", reply_to=await telegram.bot_says(siti.chat))
    assert (await telegram.bot_says(siti.chat)).text == texts.REPORTED

    (report,) = await list_reports(tmp_path)
    passages = {each.key: each.text for each in answerer.engine.index.passages}
    assert passages[report.passage] in answer.text
