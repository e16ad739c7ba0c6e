"""What inline mode offers where there is nothing to answer yet, or more than it can answer."""

import pytest

from bot.texts import inline as texts
from bot.texts import links
from tests.chat.inline_queries import ask_inline, bot_runs
from tests.fake_telegram import FakeTelegram, User


@bot_runs
@pytest.mark.parametrize("typed", ["", "  ", "apa itu", "halo", "a"])
async def test_before_anything_is_asked_claims_and_topics_are_offered(
    telegram: FakeTelegram, siti: User, typed: str
) -> None:
    page = await ask_inline(telegram, siti, typed)

    kinds = [result.title.partition(": ")[0] for result in page.results]
    assert kinds == ["Klaim"] * 6 + ["Topik"] * 4
    assert (page.next_offset, page.button_text) == ("", None)
    assert all(result.links and result.buttons for result in page.results)


@bot_runs
async def test_what_is_asked_about_is_offered_first(telegram: FakeTelegram, siti: User) -> None:
    before = await ask_inline(telegram, siti, "")
    asked = await ask_inline(telegram, siti, "mengapa grafik sirekap dihilangkan")
    after = await ask_inline(telegram, telegram.user("Budi"), "")

    assert before.results[0].title != asked.results[0].title
    assert after.results[0].title == asked.results[0].title


@bot_runs
async def test_a_claim_that_is_sent_is_offered_first(telegram: FakeTelegram, siti: User) -> None:
    group = telegram.group("Warga", members=[siti])
    query = await siti.types_inline("")
    last = [r for r in (await telegram.answer_to(query)).results if r.title.startswith("Klaim")][-1]
    await siti.chooses(last, of=query, to=group)

    assert (await ask_inline(telegram, siti, "")).results[0].title == last.title


@bot_runs
async def test_what_is_not_found_is_asked_again_in_private(
    telegram: FakeTelegram, siti: User
) -> None:
    page = await ask_inline(telegram, siti, "resep rendang padang")
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
    page = await ask_inline(telegram, siti, typed)
    await siti.opens(f"https://t.me/tanya_sirekap_bot?start={page.start_parameter}")

    assert page.results
    assert page.button_text == texts.TOO_LONG
    assert links.ASK_HERE in (await telegram.bot_says(siti.chat)).text
