"""/klaim lists the claims by topic, a page at a time, and opens one by number, key or button."""

import re
from pathlib import Path

import pytest

from bot.answers import Answerer
from bot.answers.live import LiveAnswerer
from bot.answers.topics import list_claims
from bot.chat.callbacks import MAX_BYTES
from bot.chat.views.claims import CLAIMS
from bot.texts import browsing
from bot.texts import chat as texts
from tests.articles.samples import CLAIM, write_corpus
from tests.chat.conftest import StartBot
from tests.fake_telegram import BotMessage, FakeTelegram, User


async def ask(telegram: FakeTelegram, person: User, message: str) -> BotMessage:
    await person.sends(message)
    return await telegram.bot_says(person.chat)


def list_numbers(message: BotMessage) -> list[int]:
    return [int(number) for number in re.findall(r"^(\d+)\. ", message.text, re.MULTILINE)]


@pytest.mark.usefixtures("bot")
async def test_every_claim_is_listed_once_under_its_topic(
    telegram: FakeTelegram, siti: User, answerer: Answerer
) -> None:
    first = page = await ask(telegram, siti, "/klaim")
    shown = page.text
    numbers = list_numbers(page)
    while texts.NEXT in page.button_texts:
        await siti.presses(page, texts.NEXT)
        page = await telegram.bot_edits(first)
        numbers += list_numbers(page)
        shown += page.text

    groups = list_claims(answerer.corpus)
    assert numbers == list(range(1, len(answerer.corpus.claims) + 1))
    assert all(each.claim.claim in shown for group in groups for each in group.claims)
    assert all(f"\n{group.topic.name}\n" in shown for group in groups)
    while texts.PREVIOUS in page.button_texts:
        await siti.presses(page, texts.PREVIOUS)
        page = await telegram.bot_edits(first)
    assert page.html == first.html


@pytest.mark.usefixtures("bot")
async def test_a_number_is_a_button_and_can_be_typed(telegram: FakeTelegram, siti: User) -> None:
    page = await ask(telegram, siti, "/klaim")
    await siti.presses(page, "3")
    pressed = await telegram.bot_says(siti.chat)
    typed = await ask(telegram, siti, "/klaim 3")

    assert texts.CARD_IS_NO_VERDICT in pressed.text
    assert typed.html == pressed.html


@pytest.mark.usefixtures("bot")
async def test_a_key_opens_its_card(telegram: FakeTelegram, siti: User) -> None:
    card = await ask(telegram, siti, "/klaim grafik-dihapus")

    assert "Grafik perolehan suara di Sirekap dihapus untuk menutupi kecurangan" in card.text


@pytest.mark.usefixtures("bot")
async def test_a_topic_narrows_the_list_and_numbers_stay(
    telegram: FakeTelegram, siti: User, answerer: Answerer
) -> None:
    topic = next(t for t in answerer.corpus.taxonomy.topics if t.id == "keamanan-siber")
    (group,) = list_claims(answerer.corpus, topic)
    page = await ask(telegram, siti, "/klaim keamanan siber")

    assert len(group.claims) > CLAIMS
    assert list_numbers(page) == [each.number for each in group.claims[:CLAIMS]]
    await siti.presses(page, texts.NEXT)
    rest = await telegram.bot_edits(page)
    assert list_numbers(rest) == [each.number for each in group.claims[CLAIMS:]]


@pytest.mark.usefixtures("bot")
async def test_what_is_no_claim_brings_the_list(telegram: FakeTelegram, siti: User) -> None:
    page = await ask(telegram, siti, "/klaim cuaca esok")

    assert page.text.startswith(browsing.UNKNOWN_CLAIM)
    assert list_numbers(page)


@pytest.mark.usefixtures("bot")
async def test_a_topic_without_claims_says_so(
    telegram: FakeTelegram, siti: User, answerer: Answerer
) -> None:
    corpus = answerer.corpus
    claimed = {topic for claim in corpus.claims for topic in claim.topics}
    without = [topic.id for topic in corpus.taxonomy.topics if topic.id not in claimed]

    assert without
    page = await ask(telegram, siti, f"/klaim {without[0]}")
    assert page.text == browsing.NO_CLAIMS


@pytest.mark.parametrize("data", ["l1:999:", "l1:0:topik-yang-dihapus"])
@pytest.mark.usefixtures("bot")
async def test_a_page_that_is_gone_gets_a_friendly_notice(
    telegram: FakeTelegram, siti: User, data: str
) -> None:
    page = await ask(telegram, siti, "/klaim")
    press = await siti.sends_callback(page, data)

    assert (await telegram.answer_to(press)).text == texts.BUTTON_EXPIRED
    assert telegram.edits_of(page) == []


async def test_a_card_with_a_very_long_key_opens_all_the_same(
    telegram: FakeTelegram, siti: User, start_bot: StartBot, tmp_path: Path
) -> None:
    key = "-".join(["klaim"] * 14)
    folder = write_corpus(tmp_path / "small", {f"claims/{key}.md": CLAIM})
    async with start_bot(LiveAnswerer.open(folder, tmp_path / "cache")):
        page = await ask(telegram, siti, "/klaim")
        data = page.button("1").data or ""
        await siti.presses(page, "2")
        card = await telegram.bot_says(siti.chat)

    assert len(key) > MAX_BYTES >= len(data)
    assert texts.CARD_IS_NO_VERDICT in card.text
