"""A citizen meets the bot and reads about it."""

from collections import Counter

import pytest

from bot.answers import Answerer
from bot.texts import chat as texts
from bot.texts.answers import describe_sources_until
from tests.fake_telegram import FakeTelegram, User

pytestmark = pytest.mark.usefixtures("bot")


async def test_start_greets_in_one_screen_with_questions_to_press(
    telegram: FakeTelegram, siti: User
) -> None:
    await siti.starts()
    greeting = await telegram.bot_says(siti.chat)

    assert greeting.text.startswith("Halo! Saya Tanya Sirekap.")
    assert "Teruskan saja pesannya" in greeting.text
    assert "/privasi" in greeting.text
    assert "artikel dari" in greeting.text
    assert len(greeting.text) < 700
    assert len(greeting.button_texts) == 3


async def test_every_question_to_press_is_answered(telegram: FakeTelegram, siti: User) -> None:
    await siti.starts()
    greeting = await telegram.bot_says(siti.chat)

    for question in greeting.button_texts:
        press = await siti.presses(greeting, question)
        answer = await telegram.bot_says(siti.chat)
        assert answer.text.startswith(f"Pertanyaan: {question}")
        assert answer.links
        assert answer.reply_to == greeting.message_id
        assert (await telegram.answer_to(press)).text == ""


@pytest.mark.parametrize("payload", ["lama", "a1_9ZZZZ", "x" * 64])
async def test_a_link_that_means_nothing_any_more_still_gets_a_friendly_start(
    telegram: FakeTelegram, siti: User, payload: str
) -> None:
    await siti.opens(f"https://t.me/tanya_sirekap_bot?start={payload}")
    greeting = await telegram.bot_says(siti.chat)

    assert texts.HELLO in greeting.text
    assert texts.LINK_EXPIRED in greeting.text
    assert payload not in greeting.text


@pytest.mark.parametrize("command", ["/bantuan", "/help", "/HELP", "/bantuan@tanya_sirekap_bot"])
async def test_help_names_every_command_of_the_menu(
    telegram: FakeTelegram, siti: User, command: str
) -> None:
    await siti.sends(command)
    answer = await telegram.bot_says(siti.chat)

    assert [name for name in texts.COMMANDS if f"/{name}:" not in answer.text] == []


async def test_about_says_what_the_bot_does_and_does_not_do(
    telegram: FakeTelegram, siti: User
) -> None:
    await siti.sends("/tentang")
    answer = await telegram.bot_says(siti.chat)

    assert "tidak memihak" in answer.text
    assert "bukan layanan resmi KPU" in answer.text


@pytest.mark.parametrize("command", ["/privasi", "/privacy"])
async def test_privacy_says_what_is_kept_and_for_how_long(
    telegram: FakeTelegram, siti: User, command: str
) -> None:
    await siti.sends(command)
    answer = await telegram.bot_says(siti.chat)

    assert "90 hari" in answer.text
    assert "2 hari" in answer.text
    assert "Yang tidak disimpan" in answer.text


async def test_sources_lists_outlets_and_how_new_they_are(
    telegram: FakeTelegram, siti: User, answerer: Answerer
) -> None:
    corpus = answerer.corpus
    articles = [article for article in corpus.articles if article.retracted is None]
    outlets = Counter(article.citation.outlet for article in articles)
    checks = sum(article.kind == "cek-fakta" for article in articles)
    await siti.sends("/sumber")
    answer = await telegram.bot_says(siti.chat)

    assert f"Sumber saya: {len(articles)} artikel dari {len(outlets)} media." in answer.text
    assert describe_sources_until(corpus.newest) in answer.text
    assert f"• Kompas.com: {outlets['Kompas.com']}" in answer.text
    assert f"• Cek fakta: {checks}" in answer.text
    assert "Hak cipta" in answer.text


async def test_every_command_of_the_menu_does_something(telegram: FakeTelegram, siti: User) -> None:
    for name in texts.COMMANDS:
        await siti.sends(f"/{name}")
        assert (await telegram.bot_says(siti.chat)).text != texts.UNKNOWN_COMMAND


async def test_an_unknown_command_points_to_help(telegram: FakeTelegram, siti: User) -> None:
    await siti.sends("/menang")

    assert (await telegram.bot_says(siti.chat)).text == texts.UNKNOWN_COMMAND
