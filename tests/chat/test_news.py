"""People hear once: of an answer that they waited for, and of changes of what they received."""

from pathlib import Path

import pytest

from bot.answers.live import LiveAnswerer
from bot.texts import follow_up as texts
from bot.texts import follow_up_en
from tests.chat.clocks import MovingClock
from tests.chat.conftest import StartBot
from tests.chat.corpora import QUESTION, make_article, write_corpus
from tests.fake_telegram import BotMessage, FakeTelegram, Fault, User

DAY = 24 * 3600
OTHER = make_article("Panitia memakai mesin ketik biru.", title="Judul lain").replace(
    "https://www.kompas.com/berita", "https://www.kompas.com/lain"
)
OTHER = OTHER.replace(QUESTION, "Mesin apa yang dipakai panitia?")
BODY = "KPU menyewa komputasi awan dari Alibaba Cloud untuk Sirekap."
CORRECTION = 'corrections:\n  - {date: 2024-04-01, text: "Angka kontrak diralat."}\n'
RETRACTION = 'retracted: {date: 2024-04-02, reason: "Wawancaranya rekaan."}\n'


class Editions:
    """States of one corpus, as moderators publish them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._count = 0

    def publish(self, *articles: str) -> LiveAnswerer:
        """Return what answers from a corpus of these articles."""
        self._count += 1
        folder = self._folder / str(self._count)
        return LiveAnswerer.open(write_corpus(folder / "corpus", *articles), folder / "cache")


@pytest.fixture
def editions(tmp_path: Path) -> Editions:
    return Editions(tmp_path)


async def wait_for_answer(telegram: FakeTelegram, siti: User) -> BotMessage:
    """Ask in vain, let the moderators have the question, and want to hear of an answer."""
    await siti.sends(f"/kirim {QUESTION}")
    consent = await telegram.bot_says(siti.chat)
    await siti.presses(consent, texts.SEND)
    sent = await telegram.bot_edits(consent)
    await siti.presses(sent, texts.FOLLOW)
    following = await telegram.bot_edits(consent)
    assert texts.FOLLOWED in following.text
    return following


async def test_a_follower_hears_once_when_an_article_answers(
    telegram: FakeTelegram, siti: User, start_bot: StartBot, editions: Editions
) -> None:
    async with start_bot(editions.publish(OTHER)):
        await wait_for_answer(telegram, siti)
    async with start_bot(editions.publish(OTHER, make_article(BODY))):
        told = await telegram.bot_says(siti.chat)
        await siti.presses(told, texts.SOURCES)
        assert BODY in told.text
        assert "https://www.kompas.com/berita" in dict((await telegram.bot_says(siti.chat)).links)
    async with start_bot(editions.publish(OTHER, make_article(f"{BODY} Itu kata KPU."))):
        await telegram.nothing_said(siti.chat, for_seconds=1)

    assert told.text.startswith(texts.ANSWER_ARRIVED)
    assert QUESTION in told.text


async def test_a_follower_hears_nothing_while_nothing_answers(
    telegram: FakeTelegram, siti: User, start_bot: StartBot, editions: Editions
) -> None:
    async with start_bot(editions.publish(OTHER)):
        await wait_for_answer(telegram, siti)
    changed = make_article("Wartawan menunggu di luar gedung.").replace(QUESTION, "Siapa menunggu?")
    async with start_bot(editions.publish(OTHER, changed)):
        await telegram.nothing_said(siti.chat, for_seconds=1)


async def test_a_follower_who_has_seen_the_article_since_hears_nothing(
    telegram: FakeTelegram, siti: User, start_bot: StartBot, editions: Editions
) -> None:
    later = editions.publish(OTHER, make_article(BODY))
    async with start_bot(editions.publish(OTHER)):
        await wait_for_answer(telegram, siti)
    telegram.faults.next("sendMessage", Fault.error(400, "Bad Request: out of order"))
    async with start_bot(later):
        await telegram.nothing_said(siti.chat, for_seconds=1)
        await siti.sends("komputasi awan Alibaba Cloud")
        assert BODY in (await telegram.bot_says(siti.chat)).text
    async with start_bot(later):
        await telegram.nothing_said(siti.chat, for_seconds=1)


async def test_waiting_ends_after_90_days(
    telegram: FakeTelegram,
    siti: User,
    start_bot: StartBot,
    editions: Editions,
    clock: MovingClock,
) -> None:
    async with start_bot(editions.publish(OTHER)):
        await wait_for_answer(telegram, siti)
    clock.skip(91 * DAY)
    async with start_bot(editions.publish(OTHER, make_article(BODY))):
        await telegram.nothing_said(siti.chat, for_seconds=1)


async def test_a_notice_that_was_certainly_not_sent_comes_another_time(
    telegram: FakeTelegram, siti: User, start_bot: StartBot, editions: Editions
) -> None:
    async with start_bot(editions.publish(OTHER)):
        await wait_for_answer(telegram, siti)
    telegram.faults.next("sendMessage", Fault.error(400, "Bad Request: out of order"))
    answering = editions.publish(OTHER, make_article(BODY))
    async with start_bot(answering):
        await telegram.nothing_said(siti.chat, for_seconds=1)
    async with start_bot(answering):
        assert (await telegram.bot_says(siti.chat)).text.startswith(texts.ANSWER_ARRIVED)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (CORRECTION, "Koreksi 1 April 2024: Angka kontrak diralat."),
        (RETRACTION, "Ditarik 2 April 2024: Wawancaranya rekaan."),
    ],
)
async def test_who_received_an_article_hears_once_that_it_changed(
    telegram: FakeTelegram,
    siti: User,
    start_bot: StartBot,
    editions: Editions,
    change: str,
    said: str,
) -> None:
    budi = telegram.user("Budi")
    async with start_bot(editions.publish(OTHER, make_article(BODY))):
        await siti.sends(QUESTION)
        await telegram.bot_says(siti.chat)
        await budi.sends("Mesin apa yang dipakai panitia?")
        await telegram.bot_says(budi.chat)
    async with start_bot(editions.publish(OTHER, make_article(BODY, extra=change))):
        told = await telegram.bot_says(siti.chat)
        await telegram.nothing_said(budi.chat)
    async with start_bot(editions.publish(make_article(BODY, extra=change), OTHER)):
        await telegram.nothing_said(siti.chat, for_seconds=1)

    assert told.text.startswith(texts.ARTICLES_CHANGED)
    assert said in told.text
    assert ("https://www.kompas.com/berita", "Judul berita") in told.links
    assert told.button_texts == [texts.CORRECTIONS_OFF]


async def test_a_correction_that_was_received_with_the_article_is_no_news(
    telegram: FakeTelegram, siti: User, start_bot: StartBot, editions: Editions
) -> None:
    corrected = make_article(BODY, extra=CORRECTION)
    async with start_bot(editions.publish(OTHER, corrected)):
        await siti.sends(QUESTION)
        await telegram.bot_says(siti.chat)
    async with start_bot(editions.publish(corrected)):
        await telegram.nothing_said(siti.chat, for_seconds=1)


@pytest.mark.parametrize("typed", [False, True])
async def test_news_of_corrections_can_be_switched_off(
    telegram: FakeTelegram, siti: User, start_bot: StartBot, editions: Editions, typed: bool
) -> None:
    second = CORRECTION + '  - {date: 2024-05-01, text: "Tanggalnya diralat."}\n'
    async with start_bot(editions.publish(OTHER, make_article(BODY))):
        await siti.sends(QUESTION)
        await telegram.bot_says(siti.chat)
    async with start_bot(editions.publish(OTHER, make_article(BODY, extra=CORRECTION))):
        told = await telegram.bot_says(siti.chat)
        if typed:
            await siti.sends("/kabarkoreksi mati")
        else:
            await siti.presses(told, texts.CORRECTIONS_OFF)
        assert (await telegram.bot_says(siti.chat)).text == texts.CORRECTIONS_ARE_OFF
        await siti.sends(QUESTION)
        await telegram.bot_says(siti.chat)
    async with start_bot(editions.publish(OTHER, make_article(BODY, extra=second))):
        await telegram.nothing_said(siti.chat, for_seconds=1)


async def test_news_of_corrections_can_be_switched_on_again(
    telegram: FakeTelegram, siti: User, start_bot: StartBot, editions: Editions
) -> None:
    async with start_bot(editions.publish(OTHER, make_article(BODY))):
        await siti.sends("/kabarkoreksi mati")
        off = await telegram.bot_says(siti.chat)
        await siti.presses(off, texts.CORRECTIONS_ON)
        assert (await telegram.bot_says(siti.chat)).text == texts.CORRECTIONS_ARE_ON
        await siti.sends(QUESTION)
        await telegram.bot_says(siti.chat)
    async with start_bot(editions.publish(OTHER, make_article(BODY, extra=CORRECTION))):
        assert (await telegram.bot_says(siti.chat)).text.startswith(texts.ARTICLES_CHANGED)


async def test_news_come_in_the_language_of_the_person(
    telegram: FakeTelegram, start_bot: StartBot, editions: Editions
) -> None:
    jane = telegram.user("Jane", language_code="en")
    async with start_bot(editions.publish(OTHER, make_article(BODY))):
        await jane.sends(QUESTION)
        await telegram.bot_says(jane.chat)
    async with start_bot(editions.publish(OTHER, make_article(BODY, extra=CORRECTION))):
        told = await telegram.bot_says(jane.chat)

    assert told.text.startswith(follow_up_en.ARTICLES_CHANGED)
    assert "Angka kontrak diralat." in told.text


async def test_who_blocked_the_bot_is_forgotten(
    telegram: FakeTelegram, siti: User, start_bot: StartBot, editions: Editions
) -> None:
    async with start_bot(editions.publish(OTHER, make_article(BODY))):
        await siti.sends(QUESTION)
        await telegram.bot_says(siti.chat)
    siti.chat.bot_status = "kicked"
    telegram.allow("bot was blocked by the user")
    async with start_bot(editions.publish(OTHER, make_article(BODY, extra=CORRECTION))):
        await telegram.nothing_said(siti.chat, for_seconds=1)
    siti.chat.bot_status = "member"
    second = CORRECTION + '  - {date: 2024-05-01, text: "Tanggalnya diralat."}\n'
    async with start_bot(editions.publish(OTHER, make_article(BODY, extra=second))):
        await telegram.nothing_said(siti.chat, for_seconds=1)
