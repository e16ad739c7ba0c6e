"""/linimasa, or a question for a time line, brings events in order; its pages can be turned."""

import re
from datetime import date
from pathlib import Path

import pytest

from bot.answers import Answerer
from bot.chat.views.timeline import EVENTS
from bot.texts import answers as wording
from bot.texts import browsing
from tests.chat.conftest import StartBot
from tests.chat.corpora import make_article, serve
from tests.fake_telegram import BotMessage, FakeTelegram, User


def list_numbers(message: BotMessage) -> list[int]:
    """The numbers of the events of a page."""
    dated = re.findall(r"^(\d+)\. \d+ \w+ \d{4}$", message.text, re.MULTILINE)
    return [int(number) for number in dated]


async def ask(telegram: FakeTelegram, person: User, message: str) -> BotMessage:
    await person.sends(message)
    return await telegram.bot_says(person.chat)


@pytest.mark.usefixtures("bot")
async def test_linimasa_tells_the_milestones_with_their_sources(
    telegram: FakeTelegram, siti: User, answerer: Answerer
) -> None:
    page = await ask(telegram, siti, "/linimasa")

    assert page.text.startswith(f"Linimasa: {browsing.ALL_EVENTS}\n{browsing.DAYS_OF_PUBLICATION}")
    assert list_numbers(page) == list(range(1, EVENTS + 1))
    days: list[date] = []
    articles = {article.citation.url: article for article in answerer.corpus.articles}
    for url, title in page.links:
        article = articles[url]
        if title == article.citation.title:
            days.append(article.citation.published)
            assert wording.format_date(days[-1]) in page.text
    assert len(days) == EVENTS
    assert days == sorted(days)


@pytest.mark.usefixtures("bot")
async def test_its_pages_can_be_turned_both_ways(telegram: FakeTelegram, siti: User) -> None:
    first = page = await ask(telegram, siti, "/linimasa")
    numbers = list_numbers(first)
    while "Berikutnya" in page.button_texts:
        await siti.presses(page, "Berikutnya")
        page = await telegram.bot_edits(first)
        numbers += list_numbers(page)

    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) > 2 * EVENTS
    while "Sebelumnya" in page.button_texts:
        await siti.presses(page, "Sebelumnya")
        page = await telegram.bot_edits(first)
    assert page.html == first.html


@pytest.mark.usefixtures("bot")
async def test_lagi_is_the_typed_way_to_the_next_page(telegram: FakeTelegram, siti: User) -> None:
    await ask(telegram, siti, "/linimasa alibaba")
    page = await ask(telegram, siti, "/lagi")

    assert list_numbers(page)[0] == EVENTS + 1
    assert "Linimasa: Server dan Alibaba Cloud" in page.text


async def test_its_buttons_work_after_a_restart(
    telegram: FakeTelegram, siti: User, start_bot: StartBot
) -> None:
    async with start_bot():
        first = await ask(telegram, siti, "/linimasa maret 2024")
    async with start_bot():
        await siti.presses(first, "Berikutnya")
        second = await telegram.bot_edits(first)

    assert "Linimasa: Maret 2024" in second.text
    assert list_numbers(second)[0] == EVENTS + 1


@pytest.mark.usefixtures("bot")
async def test_a_plain_question_gets_the_time_line_of_what_is_found(
    telegram: FakeTelegram, siti: User
) -> None:
    page = await ask(telegram, siti, "kronologi kontrak alibaba")

    assert page.text.startswith("Linimasa: “kontrak alibaba”")
    assert list_numbers(page)
    assert "Sumber sampai" in page.text


@pytest.mark.usefixtures("bot")
async def test_what_there_is_no_time_line_of_brings_topics_and_months(
    telegram: FakeTelegram, siti: User
) -> None:
    choices = await ask(telegram, siti, "/linimasa qwrtp zxcvb")

    assert choices.text.startswith(browsing.NO_TIMELINE)
    assert "2024: Januari, Februari, Maret" in choices.text
    await siti.presses(choices, "Suara PSI")
    page = await telegram.bot_says(siti.chat)
    assert "Linimasa: Suara PSI" in page.text
    assert list_numbers(page)


async def test_long_sentences_with_corrections_fit_and_go_on_on_the_next_page(
    telegram: FakeTelegram, siti: User, start_bot: StartBot, tmp_path: Path
) -> None:
    articles = [
        make_article(
            f"Grafik{n} {'Sirekap dihentikan KPU di gedung arsip ' * 29}pada sore{n} hari{n}.",
            title=f"Grafik{n} dihentikan",
            extra='corrections:\n  - {date: 2024-04-01, text: "Angkanya diralat."}\n',
        )
        .replace(".com/berita", f".com/grafik-{n}")
        .replace("2024-03-13", f"2024-03-{3 * n:02}")
        for n in range(1, 9)
    ]
    async with start_bot(serve(tmp_path / "small", *articles)):
        first = page = await ask(telegram, siti, "/linimasa alibaba")
        numbers = list_numbers(first)
        while "Berikutnya" in page.button_texts:
            await siti.presses(page, "Berikutnya")
            page = await telegram.bot_edits(first)
            numbers += list_numbers(page)

    assert len(list_numbers(first)) < EVENTS
    assert numbers == list(range(1, 9))
    assert "Koreksi 1 April 2024: Angkanya diralat." in first.text
