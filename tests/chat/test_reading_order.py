"""What a message asks and what it refers to are read in a fixed order."""

import pytest

from bot.texts import answers as wording
from bot.texts import chat as texts
from tests.fake_telegram import FakeTelegram, User

pytestmark = pytest.mark.usefixtures("bot")

ALIBABA = "Apakah Sirekap pakai Alibaba Cloud?"
GRAPHS = "kenapa grafik sirekap dihilangkan?"
TRIAL = "apa isi sidang Yayasan Yakin lawan KPU?"


async def test_own_words_come_before_a_quote(telegram: FakeTelegram, siti: User) -> None:
    rumour = await siti.sends(ALIBABA)
    await telegram.bot_says(siti.chat)
    await siti.sends(GRAPHS, reply_to=rumour, quote="Alibaba Cloud")
    answer = await telegram.bot_says(siti.chat)

    assert "grafik" in answer.text.lower()


async def test_a_caption_is_read_like_a_text(telegram: FakeTelegram, siti: User) -> None:
    rumour = await siti.sends(ALIBABA)
    await telegram.bot_says(siti.chat)
    await siti.sends_photo(GRAPHS, reply_to=rumour)

    assert "grafik" in (await telegram.bot_says(siti.chat)).text.lower()


async def test_without_words_the_quoted_part_is_asked(telegram: FakeTelegram, siti: User) -> None:
    rumour = await siti.sends(f"{GRAPHS} {ALIBABA}")
    await telegram.bot_says(siti.chat)
    await siti.sends("???", reply_to=rumour, quote=GRAPHS)
    by_quote = await telegram.bot_says(siti.chat)
    await siti.sends(GRAPHS)
    alone = await telegram.bot_says(siti.chat)

    assert by_quote.links == alone.links


async def test_without_words_and_quote_the_replied_message_is_asked(
    telegram: FakeTelegram, siti: User
) -> None:
    rumour = await siti.sends(GRAPHS)
    first = await telegram.bot_says(siti.chat)
    await siti.sends("🤔", reply_to=rumour)

    assert (await telegram.bot_says(siti.chat)).links == first.links


async def test_the_words_of_the_bot_are_no_question(telegram: FakeTelegram, siti: User) -> None:
    await siti.sends(GRAPHS)
    answer = await telegram.bot_says(siti.chat)
    await siti.sends("👍", reply_to=answer)

    assert (await telegram.bot_says(siti.chat)).text == texts.EMOJI_ONLY


async def test_a_follow_up_refers_to_the_quoted_part_first(
    telegram: FakeTelegram, siti: User
) -> None:
    await siti.sends(GRAPHS)
    answer = await telegram.bot_says(siti.chat)
    await siti.sends(ALIBABA)
    await telegram.bot_says(siti.chat)
    await siti.sends("kapan itu?", reply_to=answer, quote="sidang Yayasan Yakin lawan KPU")

    assert "Yakin" in (await telegram.bot_says(siti.chat)).text


async def test_a_follow_up_refers_to_the_message_that_it_replies_to(
    telegram: FakeTelegram, siti: User
) -> None:
    rumour = await siti.sends(TRIAL)
    await telegram.bot_says(siti.chat)
    await siti.sends(GRAPHS)
    await telegram.bot_says(siti.chat)
    await siti.sends("kapan itu?", reply_to=rumour)

    assert "Yakin" in (await telegram.bot_says(siti.chat)).text


async def test_a_follow_up_without_a_reply_refers_to_the_latest_question(
    telegram: FakeTelegram, siti: User
) -> None:
    await siti.sends(GRAPHS)
    await telegram.bot_says(siti.chat)
    await siti.sends(TRIAL)
    await telegram.bot_says(siti.chat)
    await siti.sends("kapan itu?")
    answer = await telegram.bot_says(siti.chat)

    assert "Yakin" in answer.text
    assert wording.NOT_FOUND not in answer.text
