"""A group asks; the bot says little, in the right place, and nothing unasked."""

import pytest

from bot.texts import groups as texts
from tests.fake_telegram import FakeTelegram, User
from tests.fake_telegram.rooms import GENERAL

pytestmark = pytest.mark.usefixtures("bot")

ALIBABA = "Apakah Sirekap pakai Alibaba Cloud?"


async def test_tanya_is_answered_with_a_compact_reply_that_goes_on_in_private(
    telegram: FakeTelegram, siti: User
) -> None:
    group = telegram.group("Warga", [siti])
    asked = await siti.sends(f"/tanya {ALIBABA}", to=group)
    answer = await telegram.bot_says(group)

    assert answer.reply_to == asked.message_id
    assert 1 <= len(answer.parts("blockquote") + answer.parts("expandable_blockquote")) <= 2
    assert answer.links
    assert answer.button_texts == [texts.CONTINUE]
    await telegram.nothing_said(group)

    await siti.opens(answer.buttons[0][0].url or "")
    private = await telegram.bot_says(siti.chat)
    assert "Alibaba" in private.text
    assert "Berikutnya" in private.button_texts


async def test_a_long_question_goes_on_in_private_all_the_same(
    telegram: FakeTelegram, siti: User
) -> None:
    group = telegram.group("Warga", [siti])
    await siti.sends(f"/tanya {ALIBABA} Saya dengar ini dari tetangga saya tadi pagi.", to=group)
    answer = await telegram.bot_says(group)
    await siti.opens(answer.buttons[0][0].url or "")

    assert "Alibaba" in (await telegram.bot_says(siti.chat)).text


@pytest.mark.parametrize("words", ["/tanya@tanya_sirekap_bot", "/ask", "/TANYA@Tanya_Sirekap_Bot"])
async def test_the_command_may_name_the_bot(telegram: FakeTelegram, siti: User, words: str) -> None:
    group = telegram.group("Warga", [siti])
    await siti.sends(f"{words} {ALIBABA}", to=group)

    assert "Alibaba" in (await telegram.bot_says(group)).text


async def test_the_answer_stays_in_its_topic(telegram: FakeTelegram, siti: User) -> None:
    group = telegram.supergroup("Warga", [siti], forum=True)
    topic = await siti.opens_topic(group, "Pemilu")
    asked = await siti.sends(f"/tanya {ALIBABA}", to=group, topic=topic)
    answer = await telegram.bot_says(group)

    assert (answer.reply_to, answer.thread_id) == (asked.message_id, topic.thread_id)


async def test_general_has_no_thread_of_its_own(telegram: FakeTelegram, siti: User) -> None:
    group = telegram.supergroup("Warga", [siti], forum=True)
    await siti.sends(f"/tanya {ALIBABA}", to=group, topic=GENERAL)
    answer = await telegram.bot_says(group)

    assert answer.thread_id is None
    assert "message_thread_id" not in telegram.calls_of("sendMessage")[-1]


async def test_a_topic_that_was_closed_meanwhile_is_left_alone(
    telegram: FakeTelegram, siti: User, caplog: pytest.LogCaptureFixture
) -> None:
    group = telegram.supergroup("Warga", [siti], forum=True)
    topic = await siti.opens_topic(group, "Pemilu")
    await siti.closes_topic(group, topic)
    await siti.sends(f"/tanya {ALIBABA}", to=group, topic=topic)
    await telegram.nothing_said(group)

    assert "Gangguan" not in caplog.text
    assert group.bot_status == "member"


async def test_a_reply_to_the_bot_is_read_in_the_context_of_its_answer(
    telegram: FakeTelegram, siti: User
) -> None:
    group = telegram.supergroup("Warga", [siti])
    await siti.sends(f"/tanya {ALIBABA}", to=group)
    answer = await telegram.bot_says(group)
    followed = await siti.sends("kapan itu?", to=group, reply_to=answer)
    follow_up = await telegram.bot_says(group)

    assert follow_up.reply_to == followed.message_id
    assert "Alibaba" in follow_up.text


async def test_without_a_reply_nothing_is_read_in_the_context_of_others(
    telegram: FakeTelegram, siti: User
) -> None:
    group = telegram.supergroup("Warga", [siti])
    await siti.sends(f"/tanya {ALIBABA}", to=group)
    await telegram.bot_says(group)
    await siti.sends("/tanya kapan itu?", to=group)

    assert (await telegram.bot_says(group)).text == texts.HOW_TO_ASK


@pytest.mark.parametrize(
    "words",
    [
        f"@tanya_sirekap_bot {ALIBABA}",
        "Apakah Sirekap pakai Alibaba Cloud? @Tanya_Sirekap_Bot",
        "menurut @tanya_sirekap_bot, apakah Sirekap pakai Alibaba Cloud?",
    ],
)
async def test_a_mention_is_answered(telegram: FakeTelegram, siti: User, words: str) -> None:
    group = telegram.supergroup("Warga", [siti])
    asked = await siti.sends(words, to=group)
    answer = await telegram.bot_says(group)

    assert "Alibaba" in answer.text
    assert answer.reply_to == asked.message_id


async def test_a_mention_under_a_picture_is_answered(telegram: FakeTelegram, siti: User) -> None:
    group = telegram.supergroup("Warga", [siti])
    await siti.sends_photo(f"@tanya_sirekap_bot {ALIBABA}", to=group)

    assert "Alibaba" in (await telegram.bot_says(group)).text


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        ("/tanya", texts.HOW_TO_ASK),
        ("/tanya 🤔", texts.HOW_TO_ASK),
        ("/tanya halo", texts.HOW_TO_ASK),
        ("@tanya_sirekap_bot", texts.IN_GROUPS),
        ("/bantuan@tanya_sirekap_bot", texts.IN_GROUPS),
    ],
)
async def test_who_asks_nothing_is_told_how_to(
    telegram: FakeTelegram, siti: User, words: str, hint: str
) -> None:
    group = telegram.supergroup("Warga", [siti])
    await siti.sends(words, to=group)
    said = await telegram.bot_says(group)

    assert said.text == hint
    await siti.opens(said.buttons[0][0].url or "")
    assert "Silakan" in (await telegram.bot_says(siti.chat)).text


@pytest.mark.parametrize(
    "words",
    [
        "/bantuan",
        "/start@bot_lain_bot",
        "/tanya@bot_lain_bot apa itu Sirekap?",
        ALIBABA,
        "halo /tanya apa itu Sirekap?",
        "surat@tanya_sirekap_bot.id apakah Sirekap pakai Alibaba?",
        "@tanya_sirekap_bot_lain apakah Sirekap pakai Alibaba?",
        "@tanya_sirekap_bot terima kasih ya",
    ],
)
async def test_whatever_asks_nothing_of_the_bot_is_left_alone(
    telegram: FakeTelegram, siti: User, words: str
) -> None:
    telegram.settings.can_read_all_group_messages = True
    group = telegram.group("Warga", [siti])
    await siti.sends(words, to=group)

    await telegram.nothing_said(group)


@pytest.mark.parametrize("words", ["makasih ya", "halo", "👍", "😂😂"])
async def test_small_talk_in_reply_to_the_bot_is_left_alone(
    telegram: FakeTelegram, siti: User, words: str
) -> None:
    group = telegram.supergroup("Warga", [siti])
    await siti.sends(f"/tanya {ALIBABA}", to=group)
    answer = await telegram.bot_says(group)
    for _ in range(7):
        await siti.sends(words, to=group, reply_to=answer)

    await telegram.nothing_said(group)


async def test_people_who_answer_each_other_are_left_alone(
    telegram: FakeTelegram, siti: User
) -> None:
    telegram.settings.can_read_all_group_messages = True
    budi = telegram.user("Budi")
    group = telegram.supergroup("Warga", [siti, budi])
    said = await siti.sends(ALIBABA, to=group)
    await budi.sends("Iya, Sirekap pakai Alibaba Cloud", to=group, reply_to=said)
    await budi.sends_sticker(to=group, reply_to=said)

    await telegram.nothing_said(group)


async def test_what_was_sent_through_inline_mode_is_left_alone(
    telegram: FakeTelegram, siti: User
) -> None:
    group = telegram.supergroup("Warga", [siti])
    query = await siti.types_inline("alibaba")
    page = await telegram.answer_to(query)
    sent = await siti.chooses(page.results[0], of=query, to=group)

    assert sent.delivered
    await telegram.nothing_said(group)


async def test_an_edit_does_not_run_as_a_new_message(telegram: FakeTelegram, siti: User) -> None:
    group = telegram.supergroup("Warga", [siti])
    asked = await siti.sends(f"/tanya {ALIBABA}", to=group)
    await telegram.bot_says(group)
    await siti.edits(asked, "/tanya kenapa grafik sirekap dihilangkan?")

    await telegram.nothing_said(group)


async def test_a_channel_post_is_left_alone(telegram: FakeTelegram) -> None:
    channel = telegram.channel("Kabar", bot="administrator")
    await telegram.posts(channel, f"/tanya {ALIBABA}")

    await telegram.nothing_said(channel)
