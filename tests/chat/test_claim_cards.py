"""A claim card says who claims what and who answers, each with its sources."""

import pytest

from bot.answers import Answerer
from bot.texts import chat as texts
from tests.fake_telegram import FakeTelegram, User

pytestmark = pytest.mark.usefixtures("bot")


async def test_every_card_of_the_corpus_opens_whole(
    telegram: FakeTelegram, answerer: Answerer
) -> None:
    for number, claim in enumerate(answerer.corpus.claims):
        # Each person opens a few: nobody may read that many within seconds.
        if number % 10 == 0:
            reader = telegram.user(f"Warga {number}")
            await reader.sends("/bantuan")
            message = await telegram.bot_says(reader.chat)
        await reader.sends_callback(message, f"c1:{claim.key}")
        card = await telegram.bot_says(reader.chat)
        assert claim.claim in card.text
        assert texts.CARD_IS_NO_VERDICT in card.text
        lines = [line for section in claim.sections for line in section.lines]
        assert [line.text for line in lines if line.text not in card.text] == []
        cited = {answerer.corpus.by_file[file].citation.url for x in lines for file in x.articles}
        assert cited <= {url for url, _ in card.links}
        if claim.outcome:
            assert claim.outcome.label in card.text
            assert claim.outcome.by in card.text


async def test_a_question_about_a_claim_brings_its_card(
    telegram: FakeTelegram, siti: User, answerer: Answerer
) -> None:
    claim = next(claim for claim in answerer.corpus.claims if claim.key == "grafik-dihapus")
    await siti.sends(claim.questions[0])
    answer = await telegram.bot_says(siti.chat)

    assert f"“{claim.claim}”" in answer.text
    assert "Sudirman Said" in answer.text
    assert answer.text.index(claim.claim) < answer.text.index("\n1.")
    if texts.OPEN_CLAIM in answer.button_texts:
        await siti.presses(answer, texts.OPEN_CLAIM)
        answer = await telegram.bot_says(siti.chat)
    lines = [line.text for section in claim.sections for line in section.lines]
    assert [line for line in lines if line not in answer.text] == []


async def test_a_later_page_does_not_repeat_the_card(telegram: FakeTelegram, siti: User) -> None:
    await siti.sends("Mengapa KPU menghapus grafik perolehan suara di Sirekap?")
    answer = await telegram.bot_says(siti.chat)
    await siti.presses(answer, texts.NEXT)

    assert "Kartu klaim" not in (await telegram.bot_edits(answer)).text
