"""What one replica publishes, all serve: they watch one shared folder."""

import asyncio
from pathlib import Path

from bot.texts import moderation_drafts
from tests.chat.corpora import QUESTION, make_article, write_corpus
from tests.chat.newsroom import KNOWN, OTHER, SUMMARY, TITLE, Newsroom, mark_of, room, site
from tests.desk.news_site import Site
from tests.fake_telegram import FakeTelegram
from tests.web.replicas import Pair, RunPair, database_url, run_pair

__all__ = ["database_url", "room", "run_pair", "site"]

DEADLINE = 20.0
"""Seconds; two are promised, of a machine that has nothing else to do."""

NEW = make_article("Server Sirekap berada di Gedung Antariksa.", title="Judul baru").replace(
    "https://www.kompas.com/berita", "https://www.kompas.com/baru"
)


async def wait_for_articles(pair: Pair, number: int) -> None:
    """Wait until both replicas serve so many articles."""
    lives = [served.service.host.live for served in (pair.one, pair.other)]
    async with asyncio.timeout(DEADLINE):
        while {len(live.current.corpus.articles) for live in lives} != {number}:  # noqa: ASYNC110
            await asyncio.sleep(0.02)


async def test_an_article_that_one_replica_publishes_is_served_by_both(
    room: Newsroom, site: Site, run_pair: RunPair
) -> None:
    async with run_pair(room.corpus, room.rules) as pair:
        published = await room.publishes(room.rina, site.url("/antariksa"))
        await wait_for_articles(pair, 3)
        answers = [
            await room.asks(room.siti, "Server Sirekap di Gedung Antariksa Samarinda?")
            for _ in range(2)
        ]
        revisions = {live.service.host.answerer.corpus.revision for live in (pair.one, pair.other)}
        counts = await pair.count_updates()

    assert TITLE in published.text
    assert all("Gedung Antariksa" in answer.text for answer in answers)
    assert len(revisions) == 1
    assert abs(counts[0] - counts[1]) <= 1


async def test_a_draft_goes_on_at_the_other_replica_after_both_were_restarted(
    room: Newsroom, site: Site, run_pair: RunPair
) -> None:
    async with run_pair(room.corpus, room.rules):
        preview = await room.takes_in(room.rina, site.url("/antariksa"))
        preview = await room.fills(room.rina, preview, "Isi", SUMMARY)
    async with run_pair(room.corpus, room.rules) as pair:
        shown = await room.asks(room.rina, f"/draf {mark_of(preview)}")
        published = await room.presses(room.rina, shown, moderation_drafts.PUBLISH)
        assert await pair.count_updates() == (1, 1)

    assert published.text.startswith(f"Terbit: {TITLE}")


async def test_a_file_that_is_changed_by_hand_is_served_by_both(
    telegram: FakeTelegram, run_pair: RunPair, tmp_path: Path
) -> None:
    corpus = write_corpus(tmp_path / "corpus", KNOWN, OTHER)
    siti = telegram.user("Siti", language_code="id")
    async with run_pair(corpus) as pair:
        file = corpus / "articles" / "baru.md"
        file.write_text(NEW.replace(QUESTION, "Di mana server Sirekap?"), encoding="utf-8")
        await wait_for_articles(pair, 3)
        for _ in range(2):
            await siti.sends("Di mana server Sirekap berada?")
            assert "Gedung Antariksa" in (await telegram.bot_says(siti.chat, within=15)).text
        file.unlink()
        await wait_for_articles(pair, 2)
        assert await pair.count_updates() == (1, 1)
