"""Somebody types the bot's name in some chat, and chooses what to send there."""

import asyncio
import logging
from pathlib import Path

import pytest

from bot.answers import Answerer, Status
from bot.texts import inline as texts
from bot.texts import links
from bot.texts.answers import format_date
from tests.chat.conftest import StartBot
from tests.chat.corpora import make_article, serve
from tests.fake_telegram import FakeTelegram, Fault, InlineAnswer, User
from tests.fake_telegram.spoken import InlineResult

PERHAPS = (
    *("berapa lama antrean pemilih", "cara daftar kpps", "dana kampanye psi"),
    *("lokasi kantor pusat alibaba cloud", "jadwal pemilu amerika"),
)
"""Questions about which the corpus says little; at least one of them is answered with "perhaps"."""

bot_runs = pytest.mark.usefixtures("bot")


@bot_runs
async def test_ten_results_show_headline_outlet_day_and_the_best_sentence(
    telegram: FakeTelegram, siti: User, answerer: Answerer
) -> None:
    page = await _ask(telegram, siti, "alibaba cloud")
    claim, *quotations = page.results

    assert len(page.results) == 10
    assert claim.title.startswith("Klaim: ")
    for result in quotations:
        address, headline = result.links[0]
        (article,) = [a for a in answerer.corpus.articles if a.citation.url == address]
        source, sentence = result.description.split("\n")
        assert headline == result.title.removeprefix("Mungkin: ") == article.citation.title
        assert f"{article.citation.outlet} · {format_date(article.citation.published)}" in source
        assert sentence.removesuffix("…") in " ".join(article.body.split())


@bot_runs
async def test_what_is_sent_quotes_literally_and_links_to_the_article_in_private(
    telegram: FakeTelegram, siti: User, answerer: Answerer
) -> None:
    group = telegram.supergroup("Warga", members=[siti])
    query = await siti.types_inline("alibaba cloud")
    page = await telegram.answer_to(query)
    chosen = page.results[1]
    sent = await siti.chooses(chosen, of=query, to=group)
    (article,) = [a for a in answerer.corpus.articles if a.citation.url == chosen.links[0][0]]
    (quoted,) = chosen.parts("blockquote") + chosen.parts("expandable_blockquote")
    await siti.opens(chosen.button(texts.READ_ON).url or "")
    opened = await telegram.bot_says(siti.chat)

    assert sent.json["text"] == chosen.text
    assert quoted in article.body
    assert article.citation.outlet in chosen.text
    assert format_date(article.citation.published) in chosen.text
    assert opened.links[0] == (article.citation.url, article.citation.title)
    assert quoted in opened.text
    await telegram.nothing_said(group, for_seconds=0.1)


@bot_runs
async def test_a_claim_is_sent_with_its_outcome_and_opens_whole(
    telegram: FakeTelegram, siti: User
) -> None:
    card = (await _ask(telegram, siti, "kontrak kpu alibaba cloud")).results[0]
    await siti.opens(card.button(texts.OPEN_CLAIM).url or "")
    opened = await telegram.bot_says(siti.chat)

    claim = card.title.removeprefix("Klaim: ")
    assert claim in card.text
    assert "Hasil: " in card.description
    assert card.parts("expandable_blockquote")
    assert claim in opened.text


@bot_runs
async def test_further_pages_repeat_nothing_and_end(telegram: FakeTelegram, siti: User) -> None:
    page = await _ask(telegram, siti, "alibaba cloud")
    results = [*page.results]
    while page.next_offset:
        page = await _ask(telegram, siti, "alibaba cloud", offset=page.next_offset)
        assert page.results
        results += page.results

    assert len(results) > 10
    assert len({result.id for result in results}) == len(results)
    assert len({result.text for result in results}) == len(results)


@bot_runs
@pytest.mark.parametrize(
    "typed",
    [
        "apakah suara ganjar dikunci 17 persen",
        "kenapa grafik sirekap dihilangkan",
        "audit forensik sirekap itb",
    ],
)
async def test_strict_matches_come_first_and_others_are_marked(
    telegram: FakeTelegram, siti: User, typed: str
) -> None:
    page = await _ask(telegram, siti, typed)
    marked = [_is_marked(result) for result in page.results]
    while page.next_offset:
        page = await _ask(telegram, siti, typed, offset=page.next_offset)
        marked += map(_is_marked, page.results)

    assert {*marked} == {False, True}
    assert marked == sorted(marked)


@bot_runs
async def test_what_is_only_near_is_marked_throughout(
    telegram: FakeTelegram, siti: User, answerer: Answerer
) -> None:
    question = next(q for q in PERHAPS if answerer.answer(q).status is Status.NEAR)
    page = await _ask(telegram, siti, f"{question} ")

    assert page.results
    assert all(map(_is_marked, page.results))


@bot_runs
@pytest.mark.parametrize("typed", ["", "  ", "apa itu", "halo", "a"])
async def test_before_anything_is_asked_claims_and_topics_are_offered(
    telegram: FakeTelegram, siti: User, typed: str
) -> None:
    page = await _ask(telegram, siti, typed)

    kinds = [result.title.partition(": ")[0] for result in page.results]
    assert kinds == ["Klaim"] * 6 + ["Topik"] * 4
    assert (page.next_offset, page.button_text) == ("", None)
    assert all(result.links and result.buttons for result in page.results)


@bot_runs
async def test_what_is_asked_about_is_offered_first(telegram: FakeTelegram, siti: User) -> None:
    before = await _ask(telegram, siti, "")
    asked = await _ask(telegram, siti, "mengapa grafik sirekap dihilangkan")
    after = await _ask(telegram, telegram.user("Budi"), "")

    assert before.results[0].title != asked.results[0].title
    assert after.results[0].title == asked.results[0].title


@bot_runs
async def test_a_claim_that_is_sent_is_offered_first(telegram: FakeTelegram, siti: User) -> None:
    group = telegram.group("Warga", members=[siti])
    query = await siti.types_inline("")
    last = [r for r in (await telegram.answer_to(query)).results if r.title.startswith("Klaim")][-1]
    await siti.chooses(last, of=query, to=group)

    assert (await _ask(telegram, siti, "")).results[0].title == last.title


@bot_runs
async def test_what_is_not_found_is_asked_again_in_private(
    telegram: FakeTelegram, siti: User
) -> None:
    page = await _ask(telegram, siti, "resep rendang padang")
    await siti.opens(f"https://t.me/tanya_sirekap_bot?start={page.start_parameter}")
    answer = await telegram.bot_says(siti.chat)

    assert page.results == []
    assert page.button_text == texts.NOTHING_FOUND
    assert answer.text.startswith("Pertanyaan: resep rendang padang")


@bot_runs
async def test_a_long_question_is_answered_and_may_be_continued_in_private(
    telegram: FakeTelegram, siti: User
) -> None:
    typed = ("Kabarnya server Sirekap dipindah ke Alibaba Cloud lalu suaranya diubah. " * 4)[:256]
    page = await _ask(telegram, siti, typed)
    await siti.opens(f"https://t.me/tanya_sirekap_bot?start={page.start_parameter}")

    assert page.results
    assert page.button_text == texts.TOO_LONG
    assert links.ASK_HERE in (await telegram.bot_says(siti.chat)).text


@bot_runs
async def test_typing_letter_by_letter_finds_it_before_the_word_is_whole(
    telegram: FakeTelegram, siti: User
) -> None:
    whole = "alibaba cloud"
    for length in range(2, len(whole) + 1):
        page = await _ask(telegram, siti, whole[:length])
        assert "Alibaba" in page.results[0].text, whole[:length]


@bot_runs
async def test_a_word_that_is_ended_by_a_space_is_not_completed(
    telegram: FakeTelegram, siti: User
) -> None:
    assert (await _ask(telegram, siti, "algoritm")).results
    assert (await _ask(telegram, siti, "algori ")).results == []


@bot_runs
async def test_everybody_gets_the_same_and_telegram_may_keep_it(
    telegram: FakeTelegram, siti: User
) -> None:
    ours = await _ask(telegram, siti, "alibaba cloud")
    theirs = await _ask(telegram, telegram.user("Budi", language_code="en"), "alibaba cloud")

    assert [result.raw for result in ours.results] == [result.raw for result in theirs.results]
    assert not ours.is_personal
    assert 0 < ours.cache_time <= 300
    said = "".join(str(result.raw) for result in ours.results)
    assert "Siti" not in said
    assert str(siti.id) not in said


async def test_the_list_ends_where_the_corpus_has_changed(
    telegram: FakeTelegram, siti: User, start_bot: StartBot, tmp_path: Path
) -> None:
    async with start_bot():
        first = await _ask(telegram, siti, "alibaba cloud")
    bodies = [f"KPU menyewa Alibaba Cloud menurut saksi nomor {number}." for number in range(25)]
    articles = [
        make_article(body, title=f"Judul {number}").replace("/berita", f"/berita-{number}")
        for number, body in enumerate(bodies)
    ]
    async with start_bot(serve(tmp_path, *articles)):
        rest = await _ask(telegram, siti, "alibaba cloud", offset=first.next_offset)
        anew = await _ask(telegram, siti, "alibaba cloud")

    assert (list(rest.results), rest.next_offset) == ([], "")
    assert not {result.id for result in first.results} & {result.id for result in anew.results}


@bot_runs
@pytest.mark.parametrize("offset", ["10", "o1:0123456789ab:10", "💥" * 16, "o1:x:1"])
async def test_an_offset_that_is_not_ours_ends_the_list(
    telegram: FakeTelegram, siti: User, offset: str
) -> None:
    page = await _ask(telegram, siti, "alibaba", offset=offset)

    assert (list(page.results), page.next_offset) == ([], "")


@bot_runs
async def test_an_expired_query_is_dropped_quietly(
    telegram: FakeTelegram, siti: User, caplog: pytest.LogCaptureFixture
) -> None:
    await siti.types_inline("alibaba", expired=True)
    page = await _ask(telegram, siti, "alibaba")

    assert page.results
    assert [record for record in caplog.records if record.levelno >= logging.WARNING] == []


@bot_runs
async def test_what_is_typed_is_neither_logged_nor_kept(
    telegram: FakeTelegram, siti: User, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG, "bot")
    caplog.set_level(logging.INFO)
    await _ask(telegram, siti, "alibaba tetangga rahasia")
    written = _read_memory(tmp_path)

    assert b"questions" in written
    assert b"rahasia" not in written
    assert "rahasia" not in caplog.text
    assert str(siti.id) not in caplog.text


@bot_runs
async def test_a_result_sent_to_the_bot_itself_is_no_question(
    telegram: FakeTelegram, siti: User
) -> None:
    await siti.starts()
    await telegram.bot_says(siti.chat)
    query = await siti.types_inline("alibaba")
    page = await telegram.answer_to(query)
    await siti.chooses(page.results[1], of=query, to=siti.chat)

    await telegram.nothing_said(siti.chat, for_seconds=0.3)


@bot_runs
async def test_inline_answers_do_not_wait_for_anything_else(telegram: FakeTelegram) -> None:
    people = [telegram.user(f"Warga {number}") for number in range(150)]
    telegram.faults.next("sendMessage", Fault.flood(retry_after=3), times=20)
    telegram.faults.next("sendMessage", Fault.slow(3), times=130)
    for person in people:
        await person.sends("apakah sirekap memakai alibaba cloud?")
    await telegram.world.pulse.until(lambda: telegram.faults.pending < 60 or None, 10)
    clock = asyncio.get_running_loop().time
    waits: list[float] = []
    for number, letters in enumerate(("al", "alibab", "grafik", "kpu", "suara psi", "mk") * 2):
        begins = clock()
        await _ask(telegram, people[number], letters)
        waits.append(clock() - begins)
    for person in people:
        await telegram.bot_says(person.chat, within=20)

    # One may meet the machine at a bad moment.
    assert sorted(waits)[-2] < 0.3


async def _ask(telegram: FakeTelegram, who: User, typed: str, *, offset: str = "") -> InlineAnswer:
    return await telegram.answer_to(await who.types_inline(typed, offset=offset))


def _read_memory(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in folder.glob("memory.db*"))


def _is_marked(result: InlineResult) -> bool:
    assert result.title.startswith(texts.MAYBE) == result.description.startswith(texts.MAYBE_NOT)
    return result.title.startswith(texts.MAYBE)
