"""/cek as a reply to a rumour reads the rumour, in a fixed order."""

import pytest

from bot.texts import groups as texts
from tests.fake_telegram import FakeTelegram, User, contents

pytestmark = pytest.mark.usefixtures("bot")

RUMOUR = "Katanya Sirekap menyewa server Alibaba Cloud dari China, hati-hati!"
OTHER = "Besok kerja bakti jam delapan pagi di balai warga."


async def test_cek_reads_the_message_that_it_replies_to(telegram: FakeTelegram, siti: User) -> None:
    budi = telegram.user("Budi")
    group = telegram.supergroup("Warga", [siti, budi])
    rumour = await budi.sends(RUMOUR, to=group)
    asked = await siti.sends("/cek", to=group, reply_to=rumour)
    answer = await telegram.bot_says(group)

    assert not rumour.delivered
    assert "Alibaba" in answer.text
    assert answer.reply_to == asked.message_id


async def test_a_caption_is_read(telegram: FakeTelegram, siti: User) -> None:
    group = telegram.supergroup("Warga", [siti])
    rumour = await siti.sends_photo(RUMOUR, to=group)
    await siti.sends("/cek", to=group, reply_to=rumour)

    assert "Alibaba" in (await telegram.bot_says(group)).text


async def test_the_quoted_part_wins_over_the_whole_message(
    telegram: FakeTelegram, siti: User
) -> None:
    group = telegram.supergroup("Warga", [siti])
    rumour = await siti.sends(f"{OTHER} {RUMOUR}", to=group)
    await siti.sends("/cek", to=group, reply_to=rumour, quote=OTHER)

    assert (await telegram.bot_says(group)).text == texts.MISS


async def test_a_forwarded_rumour_is_read(telegram: FakeTelegram, siti: User) -> None:
    group = telegram.supergroup("Warga", [siti])
    rumour = await siti.forwards(RUMOUR, origin="Seseorang", to=group)
    await siti.sends("/cek", to=group, reply_to=rumour)

    assert "Alibaba" in (await telegram.bot_says(group)).text


@pytest.mark.parametrize("words", ["@tanya_sirekap_bot", "/tanya", "@tanya_sirekap_bot 🤔"])
async def test_a_bare_mention_or_tanya_in_reply_checks_as_well(
    telegram: FakeTelegram, siti: User, words: str
) -> None:
    group = telegram.supergroup("Warga", [siti])
    rumour = await siti.sends(RUMOUR, to=group)
    await siti.sends(words, to=group, reply_to=rumour)

    assert "Alibaba" in (await telegram.bot_says(group)).text


async def test_own_words_are_read_after_the_rumour_that_they_refer_to(
    telegram: FakeTelegram, siti: User
) -> None:
    group = telegram.supergroup("Warga", [siti])
    rumour = await siti.sends(RUMOUR, to=group)
    await siti.sends("/tanya kapan itu?", to=group, reply_to=rumour)

    assert "Alibaba" in (await telegram.bot_says(group)).text


async def test_cek_with_words_of_its_own_checks_them(telegram: FakeTelegram, siti: User) -> None:
    group = telegram.supergroup("Warga", [siti])
    await siti.sends(f"/cek {RUMOUR}", to=group)

    assert "Alibaba" in (await telegram.bot_says(group)).text


async def test_a_message_that_says_nothing_is_not_checked(
    telegram: FakeTelegram, siti: User
) -> None:
    group = telegram.supergroup("Warga", [siti])
    greeting = await siti.sends("halo semua", to=group)
    await siti.sends("/cek", to=group, reply_to=greeting)

    assert (await telegram.bot_says(group)).text == texts.NOTHING_TO_CHECK


async def test_cek_without_a_rumour_says_what_it_needs(telegram: FakeTelegram, siti: User) -> None:
    group = telegram.supergroup("Warga", [siti], forum=True)
    topic = await siti.opens_topic(group, "Pemilu")
    await siti.sends("/cek", to=group, topic=topic)

    assert (await telegram.bot_says(group)).text == texts.HOW_TO_CHECK


@pytest.mark.parametrize("content", [contents.photo(), contents.sticker(), contents.voice()])
async def test_a_message_without_words_can_not_be_checked(
    telegram: FakeTelegram, siti: User, content: dict[str, object]
) -> None:
    group = telegram.supergroup("Warga", [siti])
    picture = await siti.sends(content, to=group)
    await siti.sends("/cek", to=group, reply_to=picture)

    assert (await telegram.bot_says(group)).text == texts.NOTHING_TO_READ
