"""A citizen asks and gets literal passages with their sources."""

from pathlib import Path

import pytest

from bot.answers import Answerer
from bot.texts import chat as texts
from bot.texts.answers import describe_sources_until
from tests.chat import corpora
from tests.chat.conftest import StartBot
from tests.chat.corpora import make_article, serve
from tests.fake_telegram import FakeTelegram, User

QUESTION = "Apakah Sirekap pakai Alibaba Cloud?"


@pytest.mark.usefixtures("bot")
async def test_an_answer_quotes_up_to_three_articles_with_their_sources(
    telegram: FakeTelegram, siti: User, answerer: Answerer
) -> None:
    asked = await siti.sends(QUESTION)
    answer = await telegram.bot_says(siti.chat)

    assert answer.reply_to == asked.message_id
    assert telegram.calls_of("sendMessage")[0]["link_preview_options"] == {"is_disabled": True}
    quoted = answer.parts("blockquote") + answer.parts("expandable_blockquote")
    sources = [link for link in answer.links if link in _list_headlines(answerer)]
    assert 2 <= len(set(sources)) <= 3
    passages = [passage for passage in quoted if _is_literal(passage, answerer)]
    assert len(passages) == len(sources)
    assert answer.text.rstrip().endswith(describe_sources_until(answerer.corpus.newest))


async def test_the_best_sentence_is_emphasised_within_the_passage(
    telegram: FakeTelegram, siti: User, start_bot: StartBot, tmp_path: Path
) -> None:
    body = (
        "Rapat berlangsung tertutup sejak pagi. KPU menyewa komputasi awan dari Alibaba Cloud "
        "untuk Sirekap. Wartawan menunggu di luar."
    )
    async with start_bot(serve(tmp_path, make_article(body))):
        await siti.sends(corpora.QUESTION)
        answer = await telegram.bot_says(siti.chat)

    assert answer.parts("blockquote") == [body]
    assert answer.parts("bold") == ["KPU menyewa komputasi awan dari Alibaba Cloud untuk Sirekap."]
    address = "https://www.kompas.com/berita"
    assert answer.links == [(address, "Judul berita"), (address, "Kompas.com")]
    assert "Kompas.com · 13 Maret 2024 · Berita · sudut pandang: KPU" in answer.text


async def test_a_long_passage_is_folded_and_its_source_is_not(
    telegram: FakeTelegram, siti: User, start_bot: StartBot, tmp_path: Path
) -> None:
    context = "Rapat itu dihadiri banyak orang dari berbagai lembaga dan berlangsung sampai sore. "
    best = "KPU menyewa komputasi awan dari Alibaba Cloud untuk Sirekap."
    body = context * 5 + best
    async with start_bot(serve(tmp_path, make_article(body))):
        await siti.sends(corpora.QUESTION)
        answer = await telegram.bot_says(siti.chat)

    (folded,) = answer.parts("expandable_blockquote")
    assert folded in body
    assert answer.parts("bold") == [best, best]
    assert answer.text.index(best) < answer.text.index(folded)
    assert answer.text.index(folded) + len(folded) < answer.text.index("Judul berita")


async def test_a_correction_is_shown_with_its_article(
    telegram: FakeTelegram, siti: User, start_bot: StartBot, tmp_path: Path
) -> None:
    extra = 'corrections:\n  - {date: 2024-04-01, text: "Angka kontrak diralat."}\n'
    article = make_article("KPU menyewa Alibaba Cloud untuk Sirekap.", extra=extra)
    async with start_bot(serve(tmp_path, article)):
        await siti.sends(corpora.QUESTION)
        answer = await telegram.bot_says(siti.chat)

    assert "Koreksi 1 April 2024: Angka kontrak diralat." in answer.text


async def test_signs_of_html_in_an_article_stay_text(
    telegram: FakeTelegram, siti: User, start_bot: StartBot, tmp_path: Path
) -> None:
    article = make_article(
        "Sirekap & KPU: 5 > 3 & 2 < 4 kata Alibaba Cloud.", title="Judul & 'kutip' > koma"
    )
    async with start_bot(serve(tmp_path, article)):
        await siti.sends(corpora.QUESTION)
        answer = await telegram.bot_says(siti.chat)

    assert "5 > 3 & 2 < 4" in answer.text
    assert answer.links[0][1] == "Judul & 'kutip' > koma"


@pytest.mark.usefixtures("bot")
async def test_html_in_a_question_is_words_and_signs(telegram: FakeTelegram, siti: User) -> None:
    await siti.sends("<b>kenapa grafik</b> sirekap & dihilangkan </i> < > &lt;?")

    assert "grafik" in (await telegram.bot_says(siti.chat)).text


@pytest.mark.usefixtures("bot")
async def test_a_reply_to_an_answer_is_read_in_its_context(
    telegram: FakeTelegram, siti: User
) -> None:
    await siti.sends("apa isi sidang Yayasan Yakin lawan KPU?")
    first = await telegram.bot_says(siti.chat)
    await siti.sends("kenapa grafik sirekap dihilangkan?")
    await telegram.bot_says(siti.chat)
    await siti.sends("kapan itu?", reply_to=first)
    answer = await telegram.bot_says(siti.chat)

    assert "Yakin" in answer.text


@pytest.mark.usefixtures("bot")
async def test_a_question_that_says_too_little_follows_the_one_before(
    telegram: FakeTelegram, siti: User
) -> None:
    budi = telegram.user("Budi")
    await siti.sends("apa isi sidang Yayasan Yakin lawan KPU?")
    await telegram.bot_says(siti.chat)
    await siti.sends("kapan itu?")
    await budi.sends("kapan itu?")

    assert "Yakin" in (await telegram.bot_says(siti.chat)).text
    assert "Yakin" not in (await telegram.bot_says(budi.chat)).text


@pytest.mark.usefixtures("bot")
async def test_more_of_a_follow_up_stays_in_its_context(telegram: FakeTelegram, siti: User) -> None:
    await siti.sends("apa isi sidang Yayasan Yakin lawan KPU?")
    await telegram.bot_says(siti.chat)
    await siti.sends("kapan itu?")
    first = await telegram.bot_says(siti.chat)
    await siti.presses(first, "Berikutnya")
    second = await telegram.bot_edits(first)
    await siti.presses(second, "Sebelumnya")

    assert (await telegram.bot_edits(first)).html == first.html


@pytest.mark.usefixtures("bot")
async def test_a_press_on_a_suggested_question_repeats_it_above_the_answer(
    telegram: FakeTelegram, siti: User
) -> None:
    await siti.starts()
    greeting = await telegram.bot_says(siti.chat)
    suggested = greeting.button_texts[0]
    await siti.presses(greeting, suggested)

    assert suggested in (await telegram.bot_says(siti.chat)).text


@pytest.mark.usefixtures("bot")
async def test_a_forwarded_message_is_looked_up_as_a_rumour(
    telegram: FakeTelegram, siti: User
) -> None:
    channel = telegram.channel("Info Viral")
    await siti.forwards("VIRAL!! server Sirekap ada di Alibaba Cloud China", origin=channel)
    answer = await telegram.bot_says(siti.chat)

    assert answer.text.startswith(texts.ABOUT_FORWARD)
    assert "Alibaba" in answer.text


@pytest.mark.usefixtures("bot")
async def test_a_picture_is_answered_by_its_caption(telegram: FakeTelegram, siti: User) -> None:
    await siti.sends_photo(QUESTION)

    assert "Alibaba" in (await telegram.bot_says(siti.chat)).text


@pytest.mark.usefixtures("bot")
async def test_a_message_of_full_length_is_answered_with_a_hint(
    telegram: FakeTelegram, siti: User
) -> None:
    rumour = "Server Sirekap dipindah ke Alibaba Cloud di China lalu suaranya diubah. " * 60
    await siti.sends(rumour[:4096].strip())
    answer = await telegram.bot_says(siti.chat)

    assert texts.ABOUT_LONG in answer.text


async def test_the_questions_to_press_are_those_that_the_corpus_answers(
    telegram: FakeTelegram, siti: User, start_bot: StartBot, tmp_path: Path
) -> None:
    article = make_article("KPU menyewa komputasi awan dari Alibaba Cloud untuk Sirekap.")
    async with start_bot(serve(tmp_path, article)):
        await siti.starts()
        greeting = await telegram.bot_says(siti.chat)
        for question in greeting.button_texts:
            await siti.presses(greeting, question)
            assert "Alibaba" in (await telegram.bot_says(siti.chat)).text

    assert greeting.button_texts


async def test_a_message_that_is_delivered_twice_is_answered_once(
    telegram: FakeTelegram, siti: User, start_bot: StartBot
) -> None:
    async with start_bot():
        asked = await siti.sends(QUESTION)
        await telegram.bot_says(siti.chat)
    telegram.world.updates.push("message", asked.json)
    async with start_bot():
        await telegram.nothing_said(siti.chat, for_seconds=1)


def _list_headlines(answerer: Answerer) -> set[tuple[str, str]]:
    return {(a.citation.url, a.citation.title) for a in answerer.corpus.articles}


def _is_literal(passage: str, answerer: Answerer) -> bool:
    return any(passage in article.body for article in answerer.corpus.articles)
