"""Somebody types the bot's name and a question in some chat, and chooses what to send there."""

import pytest

from bot.answers import Answerer, Status
from bot.texts import inline as texts
from bot.texts.answers import format_date
from tests.chat.inline_queries import ask_inline, bot_runs
from tests.fake_telegram import FakeTelegram, User
from tests.fake_telegram.spoken import InlineResult

PERHAPS = (
    *("berapa lama antrean pemilih", "cara daftar kpps", "dana kampanye psi"),
    *("lokasi kantor pusat alibaba cloud", "jadwal pemilu amerika"),
)
"""Questions about which the corpus says little; at least one of them is answered with "perhaps"."""


@bot_runs
async def test_ten_results_show_headline_outlet_day_and_the_best_sentence(
    telegram: FakeTelegram, siti: User, answerer: Answerer
) -> None:
    page = await ask_inline(telegram, siti, "alibaba cloud")
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
    card = (await ask_inline(telegram, siti, "kontrak kpu alibaba cloud")).results[0]
    await siti.opens(card.button(texts.OPEN_CLAIM).url or "")
    opened = await telegram.bot_says(siti.chat)

    claim = card.title.removeprefix("Klaim: ")
    assert claim in card.text
    assert "Hasil: " in card.description
    assert card.parts("expandable_blockquote")
    assert claim in opened.text


@bot_runs
async def test_further_pages_repeat_nothing_and_end(telegram: FakeTelegram, siti: User) -> None:
    page = await ask_inline(telegram, siti, "alibaba cloud")
    results = [*page.results]
    while page.next_offset:
        page = await ask_inline(telegram, siti, "alibaba cloud", offset=page.next_offset)
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
        "tps jakarta salah input sirekap",
    ],
)
async def test_strict_matches_come_first_and_others_are_marked(
    telegram: FakeTelegram, siti: User, typed: str
) -> None:
    page = await ask_inline(telegram, siti, typed)
    marked = [_is_marked(result) for result in page.results]
    while page.next_offset:
        page = await ask_inline(telegram, siti, typed, offset=page.next_offset)
        marked += map(_is_marked, page.results)

    assert {*marked} == {False, True}
    assert marked == sorted(marked)


@bot_runs
async def test_what_is_only_near_is_marked_throughout(
    telegram: FakeTelegram, siti: User, answerer: Answerer
) -> None:
    question = next(q for q in PERHAPS if answerer.answer(q).status is Status.NEAR)
    page = await ask_inline(telegram, siti, f"{question} ")

    assert page.results
    assert all(map(_is_marked, page.results))


@bot_runs
async def test_typing_letter_by_letter_finds_it_before_the_word_is_whole(
    telegram: FakeTelegram, siti: User
) -> None:
    whole = "alibaba cloud"
    for length in range(2, len(whole) + 1):
        page = await ask_inline(telegram, siti, whole[:length])
        assert "Alibaba" in page.results[0].text, whole[:length]


@bot_runs
async def test_a_word_that_is_ended_by_a_space_is_not_completed(
    telegram: FakeTelegram, siti: User
) -> None:
    assert (await ask_inline(telegram, siti, "algoritm")).results
    assert (await ask_inline(telegram, siti, "algori ")).results == []


def _is_marked(result: InlineResult) -> bool:
    assert result.title.startswith(texts.MAYBE) == result.description.startswith(texts.MAYBE_NOT)
    return result.title.startswith(texts.MAYBE)
