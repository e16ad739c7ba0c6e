"""Two replicas with a database in common, SQLite or PostgreSQL, work on one corpus."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack
from pathlib import Path

import pytest

from bot.answers.live import LiveAnswerer
from bot.articles import article_key, load_corpus
from bot.desk.desk import Desk, open_desk
from bot.desk.errors import PublishError, StaleDraftError
from bot.desk.values import Intake
from tests.articles.samples import ARTICLE, write_corpus
from tests.desk.conftest import ANI, BUDI, CHIEF, RULES
from tests.desk.test_drafting import DRAFT
from tests.store.conftest import OpenMemory, database_url, reopen

__all__ = ["database_url", "reopen"]

KEY = article_key("https://contoh.id/berita/satu")


@pytest.fixture
async def replicas(reopen: OpenMemory, tmp_path: Path) -> AsyncIterator[tuple[Desk, Desk]]:
    write_corpus(tmp_path / "corpus")
    async with AsyncExitStack() as stack:
        desks = []
        for name in ("satu", "dua"):
            memory = await stack.enter_async_context(reopen())
            live = LiveAnswerer.open(tmp_path / "corpus", tmp_path / name)
            desks.append(open_desk(memory, live, RULES))
        yield desks[0], desks[1]


async def test_what_one_begins_the_other_finishes_and_undoes(
    replicas: tuple[Desk, Desk], tmp_path: Path
) -> None:
    one, other = replicas
    draft = await one.tray.put(ANI, Intake(DRAFT))
    found = await other.tray.find(draft.id)
    assert found == draft
    changed = await other.tray.change(BUDI, found, "judul", "Judul Budi")
    with pytest.raises(StaleDraftError, match="diubah orang lain"):
        await one.changes.publish(ANI, draft)
    published = await one.changes.publish(ANI, changed)
    with pytest.raises(PublishError, match="Judul Budi"):
        await other.changes.publish_article(BUDI, changed.intake.draft)
    await other.changes.correct(BUDI, published.key, "Satu.")

    (latest, first) = await one.changes.list_history(published.key)
    assert (latest.number, first.number) == (2, 1)
    await other.changes.undo(BUDI)
    await other.changes.undo(CHIEF, published.number)
    assert [path.name for path in (tmp_path / "corpus" / "articles").iterdir()] == ["good.md"]


async def test_changes_of_both_at_the_same_time_are_all_kept(
    replicas: tuple[Desk, Desk], tmp_path: Path
) -> None:
    texts = [f"Koreksi {number}." for number in range(6)]
    done = await asyncio.gather(
        *(replicas[n % 2].changes.correct(ANI, KEY, text) for n, text in enumerate(texts))
    )

    (article,) = load_corpus(tmp_path / "corpus").articles
    assert sorted(each.text for each in article.corrections) == texts
    assert len({change.number for change in done}) == len(texts)
    for _ in texts:
        await replicas[0].changes.undo(ANI)
    assert (tmp_path / "corpus" / "articles" / "good.md").read_text() == ARTICLE


async def test_a_draft_is_published_by_one_of_both(replicas: tuple[Desk, Desk]) -> None:
    draft = await replicas[0].tray.put(ANI, Intake(DRAFT))
    done = await asyncio.gather(
        *(desk.changes.publish(ANI, draft) for desk in replicas * 2), return_exceptions=True
    )

    refused = [error for error in done if isinstance(error, Exception)]
    assert len(refused) == 3
    assert all(isinstance(error, StaleDraftError | PublishError) for error in refused)
    assert await replicas[1].tray.list_all() == []
