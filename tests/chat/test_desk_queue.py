"""/antrean: what is missing is grouped, and each group is dealt with by a tap or by a word."""

import pytest

from bot.texts import chat as chat_texts
from bot.texts import follow_up, follow_up_en, moderation
from bot.texts import moderation_queue as texts
from tests.chat.newsroom import QUESTION as ANTARIKSA
from tests.chat.newsroom import Newsroom, room, site
from tests.desk.news_site import Site
from tests.fake_telegram import BotMessage, User

__all__ = ["room", "site"]

SALARY = ("berapa gaji ketua KPU?", "Gaji ketua KPU berapa sih")
GOLD = "harga emas hari ini"


async def leave(room: Newsroom, person: User, question: str, *, follow: bool = False) -> BotMessage:
    """Let the moderators have a question, and say so if an answer is waited for."""
    consent = await room.asks(person, f"/kirim {question}")
    sent = await room.presses(
        person, consent, "Ya" if "Ya" in consent.text else consent.button_texts[0]
    )
    if follow:
        sent = await room.presses(person, sent, sent.button_texts[0])
    return sent


def code_of(message: BotMessage) -> str:
    """Return the code of the first group that a message shows."""
    return message.text.split("kode ", 1)[1][:6]


async def open_group(room: Newsroom, question: str = GOLD) -> BotMessage:
    """Leave a question and open its group from the list."""
    await leave(room, room.siti, question, follow=True)
    listed = await room.asks(room.rina, "/antrean")
    await room.rina.presses(listed, "1")
    return await room.says(room.rina)


async def test_like_questions_are_one_group_with_people_and_days_but_no_id(
    room: Newsroom,
) -> None:
    async with room.runs():
        empty = await room.asks(room.rina, "/antrean")
        await leave(room, room.siti, SALARY[0])
        await leave(room, room.siti, SALARY[1])
        await leave(room, room.telegram.user("Ani"), SALARY[1])
        await leave(room, room.siti, GOLD)
        listed = await room.asks(room.budi, "/antrean")
        await room.budi.presses(listed, "1")
        group = await room.says(room.budi)

    assert empty.text == texts.QUEUE_EMPTY
    first, second = listed.text.split("\n1. ")[1].split("\n2. ")
    assert SALARY[1] in first
    assert "2 penanya" in first
    assert "1 bunyi lain" in first
    assert GOLD in second
    assert "1 penanya" in second
    assert SALARY[0] in group.text
    for message in (listed, group):
        assert "Siti" not in message.text
        assert str(room.siti.id) not in str(message.raw)


async def test_a_long_queue_is_paged(room: Newsroom) -> None:
    words = ["emas", "beras", "hujan", "motor", "kapal", "kucing", "sepatu"]
    async with room.runs():
        for number, word in enumerate(words):
            person = room.telegram.user(f"Orang {number}")
            await leave(room, person, f"berapa harga {word} {word}ku")
        listed = await room.asks(room.rina, "/antrean")
        further = await room.presses(room.rina, listed, chat_texts.NEXT)
        back = await room.presses(room.rina, further, chat_texts.PREVIOUS)

    assert "1–5 dari 7" in listed.text
    assert "6–7 dari 7" in further.text
    assert further.button_texts == ["6", "7", chat_texts.PREVIOUS]
    assert back.text == listed.text


@pytest.mark.parametrize("typed", [False, True])
async def test_spam_is_blocked_and_its_next_sender_is_thanked_without_fuss(
    room: Newsroom, typed: bool
) -> None:
    async with room.runs():
        group = await open_group(room)
        if typed:
            blocked = await room.asks(room.rina, f"/antrean {code_of(group)} spam")
        else:
            blocked = await room.presses(room.rina, group, texts.SPAM)
        again = await leave(room, room.telegram.user("Ani"), f"{GOLD.upper()}!!")
        listed = await room.asks(room.rina, "/antrean")
        english = room.telegram.user("Jane", language_code="en")
        thanked = await leave(room, english, GOLD)

    assert blocked.text.startswith(texts.DECIDED["spam"])
    assert again.text == follow_up.RECEIVED
    assert again.button_texts == []
    assert thanked.text == follow_up_en.RECEIVED
    assert listed.text == texts.QUEUE_EMPTY


@pytest.mark.parametrize("typed", [False, True])
async def test_who_waits_is_told_that_a_question_is_beyond_our_scope(
    room: Newsroom, typed: bool
) -> None:
    async with room.runs():
        group = await open_group(room)
        if typed:
            decided = await room.asks(room.rina, f"/antrean {code_of(group)} luar")
        else:
            decided = await room.presses(room.rina, group, texts.OUTSIDE)
        told = await room.says(room.siti)
        again = await leave(room, room.telegram.user("Ani"), GOLD)
        await room.telegram.nothing_said(room.siti.chat)

    assert decided.text.startswith(texts.DECIDED["outside"])
    assert told.text.startswith(follow_up.OUTSIDE)
    assert told.parts("blockquote") == [GOLD]
    assert again.text == follow_up.OUTSIDE_BEFORE


@pytest.mark.parametrize("typed", [False, True])
async def test_a_decision_is_taken_back(room: Newsroom, typed: bool) -> None:
    async with room.runs():
        group = await open_group(room)
        blocked = await room.presses(room.rina, group, texts.SPAM)
        if typed:
            code = code_of(group)
            back = await room.asks(room.budi, f"/antrean {code} buka")
        else:
            back = await room.presses(room.rina, blocked, texts.REOPEN)
        listed = await room.asks(room.rina, "/antrean")

    assert back.parts("blockquote") == [GOLD]
    assert GOLD in listed.text


@pytest.mark.parametrize("typed", [False, True])
async def test_a_group_is_linked_to_an_article_and_who_waits_gets_the_answer(
    room: Newsroom, typed: bool
) -> None:
    question = "alibaba itu qwrtp zxcvb"
    async with room.runs():
        group = await open_group(room, question)
        if typed:
            offered = await room.asks(room.rina, f"/antrean {code_of(group)} tautkan")
            key = offered.text.split("1. ", 1)[1].split(" · ", 1)[1].split()[0]
            linked = await room.asks(room.rina, f"/antrean {code_of(group)} tautkan {key}")
        else:
            await room.rina.presses(group, texts.LINK)
            offered = await room.says(room.rina)
            linked = await room.presses(room.rina, offered, "1")
        told = await room.says(room.siti)
        listed = await room.asks(room.rina, "/antrean")
        history = await room.asks(room.rina, "/riwayat")

    assert "Judul berita" in offered.text
    assert linked.text.startswith(texts.describe_link(1, "artikel-0.md"))
    assert texts.ANSWERED_NOW in linked.text
    assert question in room.files["artikel-0.md"]
    assert told.text.startswith(follow_up.ANSWER_ARRIVED)
    assert "Alibaba Cloud" in told.text
    assert listed.text == texts.QUEUE_EMPTY
    assert question in history.text


async def test_a_wording_that_no_article_file_can_hold_is_refused_with_the_reason(
    room: Newsroom,
) -> None:
    question = "menyewa Alibaba Cloud " + "dan lagi " * 60
    async with room.runs():
        group = await open_group(room, question)
        await room.rina.presses(group, texts.LINK)
        offered = await room.says(room.rina)
        before = room.files
        await room.rina.presses(offered, "1")
        refused = await room.says(room.rina)
        listed = await room.asks(room.rina, "/antrean")

    assert "500" in refused.text or "panjang" in refused.text
    assert room.files == before
    assert "1 penanya" in listed.text


async def test_an_unknown_article_is_said_to_be_none(room: Newsroom) -> None:
    async with room.runs():
        group = await open_group(room)
        said = await room.asks(room.rina, f"/antrean {code_of(group)} tautkan artikel-9.md")

    assert "tidak ditemukan" in said.text or "Tidak ada" in said.text


async def test_an_article_that_was_looked_for_is_checked_after_it_is_published(
    room: Newsroom, site: Site
) -> None:
    async with room.runs():
        await room.asks(room.budi, "halo")
        group = await open_group(room, ANTARIKSA)
        await room.rina.presses(group, texts.ADD_ARTICLE)
        prompt = await room.says(room.rina)
        reopened = await room.asks(room.rina, f"/antrean {code_of(group)}")
        await room.publishes(room.rina, site.url("/antariksa"))
        checked = await room.says(room.rina)
        colleague = await room.says(room.budi)
        answer = await room.says(room.siti)

    assert prompt.text.startswith(moderation.ASK_SOURCE)
    assert texts.WANTED in prompt.text
    assert "sedang dicari sejak" in reopened.text
    assert checked.text.startswith(texts.QUEUE_ANSWERED)
    assert ANTARIKSA in checked.text
    assert colleague.text == checked.text
    assert answer.text.startswith(follow_up.ANSWER_ARRIVED)


async def test_moderators_hear_once_that_a_new_article_does_not_answer(
    room: Newsroom, site: Site
) -> None:
    async with room.runs():
        group = await open_group(room)
        await room.rina.presses(group, texts.ADD_ARTICLE)
        await room.says(room.rina)
        await room.publishes(room.rina, site.url("/antariksa"))
        checked = await room.says(room.rina)
        await room.rina.presses(checked, GOLD)
        opened = await room.says(room.rina)
        await room.telegram.nothing_said(room.rina.chat)

    assert checked.text.startswith(texts.QUEUE_STILL_OPEN)
    assert opened.parts("blockquote") == [GOLD]
    assert "sedang dicari" not in opened.text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("zzz", texts.UNKNOWN_GROUP),
        ("aaaa", texts.UNKNOWN_GROUP),
        ("abcdef spam", texts.UNKNOWN_GROUP),
        ("abcdef buka", texts.NOTHING_TO_REOPEN),
    ],
)
async def test_an_unknown_code_is_said_to_be_none(room: Newsroom, words: str, said: str) -> None:
    async with room.runs():
        assert (await room.asks(room.rina, f"/antrean {words}")).text == said


async def test_an_unknown_step_is_told_the_known_ones(room: Newsroom) -> None:
    async with room.runs():
        group = await open_group(room)
        said = await room.asks(room.rina, f"/antrean {code_of(group)} hapus semua")

    assert said.text == texts.BAD_STEP


async def test_a_group_that_somebody_else_dealt_with_is_gone(room: Newsroom) -> None:
    async with room.runs():
        group = await open_group(room)
        await room.asks(room.budi, f"/antrean {code_of(group)} spam")
        said = []
        for label in group.button_texts:
            press = await room.rina.presses(group, label)
            said.append((await room.telegram.answer_to(press)).text)

    assert said == [texts.GROUP_GONE] * 4
