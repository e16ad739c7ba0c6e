"""What can be done with an answer: every button, and the command that does the same."""

from pathlib import Path

import pytest

from bot.answers import Answerer
from bot.texts import chat as chat_texts
from bot.texts import follow_up as texts
from tests.chat import corpora
from tests.chat.conftest import StartBot
from tests.chat.corpora import make_article, serve
from tests.fake_telegram import BotMessage, FakeTelegram, User

QUESTION = "Apakah Sirekap pakai Alibaba Cloud?"


def list_headlines(answer: BotMessage, answerer: Answerer) -> list[tuple[str, str]]:
    """Return address and headline of each quoted article, in order."""
    headlines = {(a.citation.url, a.citation.title) for a in answerer.corpus.articles}
    return [link for link in answer.links if link in headlines]


@pytest.mark.usefixtures("bot")
async def test_an_answer_has_few_buttons_in_tidy_rows(telegram: FakeTelegram, siti: User) -> None:
    await siti.sends(QUESTION)
    answer = await telegram.bot_says(siti.chat)

    rows = [[button.text for button in row] for row in answer.buttons]
    assert rows[0] == [chat_texts.NEXT]
    assert rows[1] == [texts.READ_ON, texts.SOURCES, texts.SHARE]
    assert rows[2] == [texts.HELPFUL, texts.UNHELPFUL]
    assert all(len(row) == 1 for row in rows[3:])
    assert len(rows) <= 6


@pytest.mark.usefixtures("bot")
async def test_every_button_of_an_answer_has_a_command_in_the_help(
    telegram: FakeTelegram, siti: User
) -> None:
    await siti.sends("/bantuan")
    told = (await telegram.bot_says(siti.chat)).text

    named = {"selengkapnya", "sumberjawaban", "bagikan", "membantu", "tidak", "lagi", "kirim"}
    assert named <= texts.BUTTON_COMMANDS.keys()
    assert [name for name in texts.BUTTON_COMMANDS if f"/{name}: " not in told] == []


@pytest.mark.usefixtures("bot")
async def test_every_command_for_a_button_is_known(telegram: FakeTelegram, siti: User) -> None:
    for name in texts.BUTTON_COMMANDS:
        await siti.sends(f"/{name}")
        said = await telegram.bot_says(siti.chat)
        assert said.text != chat_texts.UNKNOWN_COMMAND, name


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize("typed", [False, True])
async def test_reading_on_shows_the_whole_article_and_offers_the_others(
    telegram: FakeTelegram, siti: User, answerer: Answerer, typed: bool
) -> None:
    await siti.sends(QUESTION)
    answer = await telegram.bot_says(siti.chat)
    # Once the next message is answered, it is noted how many quotations the answer shows.
    await siti.sends("terima kasih")
    await telegram.bot_says(siti.chat)
    if typed:
        await siti.sends("/selengkapnya")
    else:
        await siti.presses(answer, texts.READ_ON)
    whole = await telegram.bot_says(siti.chat)

    (url, _), *_others = list_headlines(answer, answerer)
    article = next(a for a in answerer.corpus.articles if a.citation.url == url)
    for paragraph in article.body.split("\n\n"):
        assert paragraph in whole.text
    assert (article.citation.url, article.citation.title) in whole.links
    numbered = [label for label in whole.button_texts if label[0].isdigit()]
    assert len(numbered) == len(list_headlines(answer, answerer)) - 1 > 0

    await siti.presses(whole, whole.button_texts[0])
    other = await telegram.bot_says(siti.chat)
    assert other.links[0] == list_headlines(answer, answerer)[1]


@pytest.mark.usefixtures("bot")
async def test_reading_on_takes_the_number_of_a_quotation(
    telegram: FakeTelegram, siti: User, answerer: Answerer
) -> None:
    await siti.sends(QUESTION)
    answer = await telegram.bot_says(siti.chat)
    await siti.sends("/selengkapnya 2", reply_to=answer)
    second = await telegram.bot_says(siti.chat)
    await siti.sends("/selengkapnya 99")

    headlines = list_headlines(answer, answerer)
    assert second.links[0] == headlines[1]
    assert (await telegram.bot_says(siti.chat)).links[0] == headlines[0]


async def test_a_whole_article_fits_however_long_it_is(
    telegram: FakeTelegram, siti: User, start_bot: StartBot, tmp_path: Path
) -> None:
    best = "KPU menyewa komputasi awan dari Alibaba Cloud untuk Sirekap."
    more = "\n\n".join(f"Paragraf {number} bercerita panjang. " * 12 for number in range(30))
    async with start_bot(serve(tmp_path, make_article(f"{best}\n\n{more}"))):
        await siti.sends(corpora.QUESTION)
        await siti.presses(await telegram.bot_says(siti.chat), texts.READ_ON)
        whole = await telegram.bot_says(siti.chat)

    assert best in whole.text
    assert len(whole.text) > 3_000


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize("typed", [False, True])
async def test_the_sources_of_an_answer_can_be_copied_and_reported(
    telegram: FakeTelegram, siti: User, answerer: Answerer, typed: bool
) -> None:
    await siti.sends(QUESTION)
    answer = await telegram.bot_says(siti.chat)
    if typed:
        await siti.sends("/sumberjawaban")
    else:
        await siti.presses(answer, texts.SOURCES)
    listed = await telegram.bot_says(siti.chat)

    addresses = [article.citation.url for article in answerer.corpus.articles]
    copied = [row[0].copy_text for row in listed.buttons]
    assert 2 <= len(copied) <= 3
    assert all(address in addresses and address in dict(answer.links) for address in copied)
    assert [url for url, _ in listed.links if url in copied]
    assert [row[1].text for row in listed.buttons] == [
        texts.report_source(number) for number in range(1, len(copied) + 1)
    ]


async def test_an_address_too_long_to_copy_gets_no_button(
    telegram: FakeTelegram, siti: User, start_bot: StartBot, tmp_path: Path
) -> None:
    long = make_article("KPU menyewa Alibaba Cloud untuk Sirekap.").replace(
        "https://www.kompas.com/berita", "https://www.kompas.com/" + "x" * 250
    )
    async with start_bot(serve(tmp_path, long)):
        await siti.sends(corpora.QUESTION)
        await siti.presses(await telegram.bot_says(siti.chat), texts.SOURCES)
        listed = await telegram.bot_says(siti.chat)

    assert listed.button_texts == [texts.report_source(1)]


@pytest.mark.usefixtures("bot")
async def test_sharing_asks_inline_mode_for_this_very_answer(
    telegram: FakeTelegram, siti: User
) -> None:
    await siti.sends(f"  {QUESTION}\n")
    answer = await telegram.bot_says(siti.chat)
    share = answer.button(texts.SHARE).inline_query
    query = await siti.types_inline(share or "")
    results = (await telegram.answer_to(query)).results

    assert share == QUESTION
    shared = {url for result in results[:3] for url, _ in result.links}
    assert set(dict(answer.links)) & shared


@pytest.mark.usefixtures("bot")
async def test_a_question_that_says_too_little_alone_is_shared_by_its_headline(
    telegram: FakeTelegram, siti: User, answerer: Answerer
) -> None:
    await siti.sends("apa isi sidang Yayasan Yakin lawan KPU?")
    await telegram.bot_says(siti.chat)
    await siti.sends("kapan itu?")
    answer = await telegram.bot_says(siti.chat)

    assert answer.button(texts.SHARE).inline_query == list_headlines(answer, answerer)[0][1]


@pytest.mark.usefixtures("bot")
async def test_the_command_to_share_offers_the_same_and_a_link(
    telegram: FakeTelegram, siti: User
) -> None:
    budi = telegram.user("Budi")
    await siti.sends(QUESTION)
    answer = await telegram.bot_says(siti.chat)
    await siti.sends("/bagikan")
    offer = await telegram.bot_says(siti.chat)
    await budi.opens(offer.addresses[0])
    opened = await telegram.bot_says(budi.chat)

    assert offer.button(texts.SHARE).inline_query == answer.button(texts.SHARE).inline_query
    assert f"@tanya_sirekap_bot {QUESTION}" in offer.text
    assert opened.links[0] == answer.links[0]


async def test_without_inline_mode_no_button_shares(
    telegram: FakeTelegram, siti: User, start_bot: StartBot
) -> None:
    telegram.settings.supports_inline_queries = False
    async with start_bot():
        await siti.sends(QUESTION)
        answer = await telegram.bot_says(siti.chat)

    assert texts.SHARE not in answer.button_texts
    assert texts.SOURCES in answer.button_texts


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize("command", ["/selengkapnya", "/sumberjawaban", "/bagikan", "/membantu"])
async def test_a_command_without_an_answer_says_so(
    telegram: FakeTelegram, siti: User, command: str
) -> None:
    await siti.sends(command)

    assert (await telegram.bot_says(siti.chat)).text == texts.NO_ANSWER_YET


@pytest.mark.usefixtures("bot")
@pytest.mark.parametrize("code", ["s1:0123456789abcdef:0:3", "u1:0123456789abcdef:0:3"])
async def test_a_forged_button_is_expired(telegram: FakeTelegram, siti: User, code: str) -> None:
    await siti.sends(QUESTION)
    answer = await telegram.bot_says(siti.chat)
    press = await siti.sends_callback(answer, code)

    assert (await telegram.answer_to(press)).text == chat_texts.BUTTON_EXPIRED
