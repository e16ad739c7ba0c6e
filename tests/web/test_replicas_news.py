"""News that both replicas announce at the same moment reach each person once."""

from pathlib import Path

import pytest

from bot.texts import follow_up as texts
from tests.chat.corpora import QUESTION, make_article, write_corpus
from tests.chat.test_news import BODY, CORRECTION, OTHER, RETRACTION
from tests.fake_telegram import FakeTelegram, User
from tests.web.replicas import RunPair, database_url, run_pair

__all__ = ["database_url", "run_pair"]


@pytest.fixture
def people(telegram: FakeTelegram) -> list[User]:
    return [telegram.user(f"Warga {number}", language_code="id") for number in range(8)]


async def test_everybody_who_waits_for_an_answer_hears_once(
    telegram: FakeTelegram, run_pair: RunPair, people: list[User], tmp_path: Path
) -> None:
    corpus = write_corpus(tmp_path / "corpus", OTHER)
    async with run_pair(corpus):
        for person in people:
            await person.sends(f"/kirim {QUESTION}")
            consent = await telegram.bot_says(person.chat, within=15)
            await person.presses(consent, texts.SEND)
            sent = await telegram.bot_edits(consent, within=15)
            await person.presses(sent, texts.FOLLOW)
            await telegram.bot_edits(consent, within=15)
        (corpus / "articles" / "baru.md").write_text(make_article(BODY), encoding="utf-8")
        told = [await telegram.bot_says(person.chat, within=30) for person in people]
        await telegram.nothing_said(people[-1].chat, for_seconds=2)
        for person in people:
            await telegram.nothing_said(person.chat, for_seconds=0.01)

    for message in told:
        assert message.text.startswith(texts.ANSWER_ARRIVED)
        assert BODY in message.text


@pytest.mark.parametrize("change", [CORRECTION, RETRACTION])
async def test_everybody_who_received_an_article_hears_once_that_it_changed(
    telegram: FakeTelegram, run_pair: RunPair, people: list[User], tmp_path: Path, change: str
) -> None:
    corpus = write_corpus(tmp_path / "corpus", OTHER, make_article(BODY))
    async with run_pair(corpus):
        for person in people:
            await person.sends(QUESTION)
            await telegram.bot_says(person.chat, within=15)
        changed = make_article(BODY, extra=change)
        (corpus / "articles" / "artikel-1.md").write_text(changed, encoding="utf-8")
        told = [await telegram.bot_says(person.chat, within=30) for person in people]
        await telegram.nothing_said(people[-1].chat, for_seconds=2)
        for person in people:
            await telegram.nothing_said(person.chat, for_seconds=0.01)
    async with run_pair(corpus):
        await telegram.nothing_said(people[0].chat, for_seconds=1)

    assert all(message.text.startswith(texts.ARTICLES_CHANGED) for message in told)
