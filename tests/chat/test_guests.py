"""The bot is mentioned in a group that it is no member of."""

import logging

import pytest

from bot.answers import Answerer
from bot.texts import answers as wording
from bot.texts import inline as texts
from bot.texts import links
from tests.chat.conftest import StartBot
from tests.chat.test_faults import break_on_one_word
from tests.fake_telegram import Chat, FakeTelegram, Fault, User, contents
from tests.fake_telegram.spoken import InlineResult

RUMOUR = "VIRAL!! suara Ganjar dikunci 17 persen oleh algoritma Sirekap"
MENTION = "@tanya_sirekap_bot"

bot_runs = pytest.mark.usefixtures("bot")


@pytest.fixture
def group(telegram: FakeTelegram, siti: User) -> Chat:
    """A group without the bot."""
    return telegram.supergroup("Keluarga", members=[siti], bot="left")


@bot_runs
@pytest.mark.parametrize("words", [MENTION, f"{MENTION} cek dong", f"benarkah? {MENTION.upper()}"])
async def test_the_message_replied_to_is_checked(
    telegram: FakeTelegram, siti: User, group: Chat, answerer: Answerer, words: str
) -> None:
    rumour = await siti.sends(RUMOUR, to=group)
    answer = await _mention(telegram, siti, words, to=group, reply_to=rumour)

    assert answer.text.startswith(wording.CLAIM_CARD)
    assert "17 persen" in answer.text
    quoted = answer.parts("blockquote") + answer.parts("expandable_blockquote")
    assert 1 <= len(quoted) <= 2
    bodies = [article.body for article in answerer.corpus.articles]
    assert all(any(passage in body for body in bodies) for passage in quoted)
    assert answer.links


@bot_runs
async def test_only_the_quoted_part_is_checked_where_one_is_quoted(
    telegram: FakeTelegram, siti: User, group: Chat
) -> None:
    long = await siti.sends(f"Resep rendang. {RUMOUR}. Grafik dihilangkan.", to=group)
    answer = await _mention(
        telegram, siti, MENTION, to=group, reply_to=long, quote="Grafik Sirekap dihilangkan"
    )

    assert "Grafik" in answer.text.split("\n")[0]


@bot_runs
async def test_the_caption_of_a_picture_is_checked(
    telegram: FakeTelegram, siti: User, group: Chat
) -> None:
    picture = await siti.sends_photo(RUMOUR, to=group)
    answer = await _mention(telegram, siti, MENTION, to=group, reply_to=picture)

    assert "17 persen" in answer.text


@bot_runs
async def test_without_a_reply_the_words_beside_the_mention_are_the_question(
    telegram: FakeTelegram, siti: User, group: Chat
) -> None:
    answer = await _mention(telegram, siti, f"{MENTION} apa itu sirekap?", to=group)
    sticker = await siti.sends_sticker(to=group)
    same = await _mention(telegram, siti, f"{MENTION} apa itu sirekap?", to=group, reply_to=sticker)

    assert "Sirekap" in answer.text
    assert answer.text == same.text


@bot_runs
async def test_the_buttons_lead_to_the_claim_and_to_the_private_chat(
    telegram: FakeTelegram, siti: User, group: Chat
) -> None:
    question = "benarkah suara ganjar dikunci 17 persen?"
    answer = await _mention(telegram, siti, f"{MENTION} {question}", to=group)
    await siti.opens(answer.button(texts.OPEN_CLAIM).url or "")
    assert "dikunci" in (await telegram.bot_says(siti.chat)).text
    await siti.opens(answer.button(texts.ASK_ON).url or "")

    assert (await telegram.bot_says(siti.chat)).text.startswith(f"Pertanyaan: {question}")


@bot_runs
async def test_a_miss_is_one_line_with_the_way_to_ask_in_private(
    telegram: FakeTelegram, siti: User, group: Chat
) -> None:
    answer = await _mention(telegram, siti, f"{MENTION} resep rendang padang", to=group)
    await siti.opens(answer.button(texts.ASK_ON).url or "")

    assert answer.text == wording.NOT_FOUND
    assert (await telegram.bot_says(siti.chat)).text.startswith("Pertanyaan: resep rendang padang")


@bot_runs
async def test_a_long_rumour_leads_to_an_invitation_in_private(
    telegram: FakeTelegram, siti: User, group: Chat
) -> None:
    rumour = await siti.sends("Kabarnya mantan tetangga saya punya resep baru. " * 80, to=group)
    answer = await _mention(telegram, siti, MENTION, to=group, reply_to=rumour)
    await siti.opens(answer.button(texts.ASK_ON).url or "")

    assert links.ASK_HERE in (await telegram.bot_says(siti.chat)).text


@bot_runs
@pytest.mark.parametrize("words", [MENTION, f"{MENTION} 👍", f"{MENTION} halo"])
async def test_a_mention_that_asks_nothing_gets_a_line_how_to_ask(
    telegram: FakeTelegram, siti: User, group: Chat, words: str
) -> None:
    assert (await _mention(telegram, siti, words, to=group)).text == texts.NOTHING_TO_CHECK


@bot_runs
async def test_nothing_else_is_said_or_kept(
    telegram: FakeTelegram, siti: User, group: Chat, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.INFO)
    await siti.sends("halo semua", to=group)
    await _mention(telegram, siti, f"{MENTION} alibaba tetangga rahasia", to=group)
    await telegram.nothing_said(group, for_seconds=0.3)

    assert telegram.calls_of("sendMessage") == []
    assert "rahasia" not in caplog.text
    assert str(group.id) not in caplog.text


@bot_runs
async def test_a_chat_of_two_is_answered_in_indonesian_like_any_other(
    telegram: FakeTelegram,
) -> None:
    anne = telegram.user("Anne", language_code="en")
    theirs = telegram.user("Budi").chat
    theirs.bot_status = "left"
    answer = await _mention(telegram, anne, f"{MENTION} resep rendang padang", to=theirs)

    assert answer.text == wording.NOT_FOUND


@bot_runs
async def test_an_answer_is_tried_again_after_a_fault(
    telegram: FakeTelegram, siti: User, group: Chat
) -> None:
    telegram.faults.next("answerGuestQuery", Fault.server_error(502))

    assert (await _mention(telegram, siti, f"{MENTION} apa itu sirekap", to=group)).links


async def test_an_error_of_ours_is_told_to_nobody_in_a_chat_that_is_not_ours(
    telegram: FakeTelegram, siti: User, start_bot: StartBot, answerer: Answerer
) -> None:
    private = telegram.user("Budi").chat
    private.bot_status = "left"
    async with start_bot(break_on_one_word(answerer)):
        await siti.mentions_guest(f"{MENTION} meledak", to=private)
        await telegram.nothing_said(private, for_seconds=0.5)

    assert telegram.calls_of("sendMessage") == []


@bot_runs
async def test_any_text_gets_one_answer(telegram: FakeTelegram, siti: User, group: Chat) -> None:
    for words in ("\u202eSirekap\u202c", "🗳️" * 1_365, "<b>&lt;</i>", "S\u0301irekap", "a" * 4_096):
        said = await siti.sends(contents.text(words), to=group)
        assert (await _mention(telegram, siti, MENTION, to=group, reply_to=said)).text


async def _mention(telegram: FakeTelegram, who: User, words: str, **place: object) -> InlineResult:
    return await telegram.answer_to(await who.mentions_guest(words, **place))  # type: ignore[arg-type]
