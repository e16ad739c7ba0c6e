"""Two moderators, two processes or an editor at one article: nothing is overwritten silently."""

from __future__ import annotations

import asyncio
import os
import shutil
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest

from bot.articles import article_key, load_corpus
from bot.desk.errors import BusyError, FileConflictError, PublishError, StaleDraftError
from bot.desk.files.corpus_lock import hold_corpus
from bot.desk.values import Intake
from tests.articles.samples import ARTICLE
from tests.desk.conftest import ANI, BUDI, Room
from tests.desk.test_drafting import DRAFT

KEY = article_key("https://contoh.id/berita/satu")


async def test_the_second_of_two_moderators_is_told_what_the_first_changed(room: Room) -> None:
    seen = (await room.desk.changes.open_article(KEY)).revision
    await room.desk.changes.edit(ANI, KEY, "judul", "Judul Ani", expected=seen)
    before = room.files

    with pytest.raises(FileConflictError, match="judul: KPU menjelaskan letak server → Judul Ani"):
        await room.desk.changes.edit(BUDI, KEY, "judul", "Judul Budi", expected=seen)
    assert room.files == before
    assert len(await room.desk.changes.list_history()) == 1


async def test_a_replica_that_showed_nothing_knows_the_state_from_the_log(room: Room) -> None:
    seen = (await room.desk.changes.open_article(KEY)).revision
    await room.desk.changes.edit(ANI, KEY, "judul", "Judul Ani")

    with pytest.raises(FileConflictError, match="→ Judul Ani"):
        await room.open_again().changes.edit(BUDI, KEY, "judul", "Judul Budi", expected=seen)


async def test_what_an_editor_changed_since_is_shown(room: Room) -> None:
    seen = (await room.desk.changes.open_article(KEY)).revision
    text = ARTICLE.replace("Jakarta", "Bandung")
    (room.articles / "good.md").write_text(text)

    with pytest.raises(FileConflictError, match=r"berada di Jakarta\. → .*Bandung"):
        await room.desk.changes.edit(ANI, KEY, "judul", "Judul Ani", expected=seen)
    assert room.files["good.md"].decode() == text
    with pytest.raises(FileConflictError, match="sudah diubah orang lain"):
        await room.desk.changes.edit(ANI, KEY, "judul", "Judul Ani", expected="00000000")


async def test_without_a_stated_revision_an_editors_work_is_kept(room: Room) -> None:
    (room.articles / "good.md").write_text(ARTICLE.replace("Jakarta", "Bandung"))
    await room.desk.changes.edit(ANI, KEY, "judul", "Judul Ani")

    assert b"Bandung" in room.files["good.md"]
    assert b"Judul Ani" in room.files["good.md"]


async def test_an_editor_who_saves_at_the_last_moment_wins(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between reading the file and putting the new one in its place."""
    text, copymode = ARTICLE.replace("Jakarta", "Bandung"), shutil.copymode

    def save(source: Path, target: Path) -> None:
        (room.articles / "good.md").write_text(text)
        copymode(source, target)

    monkeypatch.setattr(shutil, "copymode", save)
    with pytest.raises(FileConflictError, match=r"paragraf 1: .* → .*Bandung"):
        await room.desk.changes.correct(ANI, KEY, "Satu.")

    assert room.files == {"good.md": text.encode()}
    assert await room.memory.audit.list_intents() == []
    assert await room.desk.changes.list_history() == []


async def test_changes_at_the_same_time_are_all_kept(room: Room) -> None:
    desks = [room.desk, room.open_again(), room.open_again()]
    texts = [f"Koreksi {number}." for number in range(12)]
    await asyncio.gather(
        *(
            desks[number % 3].changes.correct(ANI if number % 2 else BUDI, KEY, text)
            for number, text in enumerate(texts)
        )
    )

    corrections = load_corpus(room.home / "corpus").articles[0].corrections
    assert sorted(each.text for each in corrections) == sorted(texts)
    history = await room.desk.changes.list_history(limit=100)
    assert len(history) == len(texts)
    lines = await room.memory.audit.list_lines()
    for newer, older in pairwise(lines):
        assert newer.before == older.after


async def test_a_draft_is_published_once_however_often_it_is_tapped(room: Room) -> None:
    draft = await room.desk.tray.put(ANI, Intake(DRAFT))
    desks = [room.desk, room.open_again()]
    done = await asyncio.gather(
        *(desks[number % 2].changes.publish(ANI, draft) for number in range(4)),
        return_exceptions=True,
    )

    assert len(room.files) == 2
    assert len([change for change in done if not isinstance(change, Exception)]) == 1
    refused = [error for error in done if isinstance(error, Exception)]
    assert all(isinstance(error, StaleDraftError | PublishError) for error in refused)
    assert len(await room.desk.changes.list_history()) == 1


async def test_two_drafts_of_one_page_become_one_article(room: Room) -> None:
    drafts = [await room.desk.tray.put(person, Intake(DRAFT)) for person in (ANI, BUDI)]
    done = await asyncio.gather(
        *(room.desk.changes.publish(ANI, draft) for draft in drafts), return_exceptions=True
    )

    assert len(room.files) == 2
    (refused,) = [error for error in done if isinstance(error, Exception)]
    assert "sudah ada di korpus" in str(refused)
    assert len(await room.desk.tray.list_all()) == 1


async def test_a_name_that_an_editor_takes_at_the_last_moment_is_left_to_them(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = await room.desk.tray.put(ANI, Intake(DRAFT))
    name = "2024-05-01-harian-contoh-kpu-memindahkan-server-ke-bandung.md"
    link = os.link

    def take(source: Path, target: Path) -> None:
        if target.name == name:
            target.write_text("dari editor")
        link(source, target)

    monkeypatch.setattr(os, "link", take)
    change = await room.desk.changes.publish(ANI, draft)

    assert room.files[name] == b"dari editor"
    assert change.file == name.replace(".md", "-2.md")
    assert await room.memory.audit.list_intents() == []
    assert await room.desk.tray.list_all() == []


async def test_who_waits_too_long_is_told_to_try_again(room: Room) -> None:
    async with hold_corpus(room.articles):
        with pytest.raises(BusyError, match="Tunggu sebentar"):
            async with hold_corpus(room.articles, 0.1):
                pass
    async with hold_corpus(room.articles, 0.1):
        pass


async def test_the_second_of_two_at_a_draft_gets_its_newest_state(room: Room) -> None:
    tray = room.desk.tray
    draft = await tray.put(ANI, Intake(DRAFT))
    newer = await tray.change(BUDI, draft, "judul", "Judul Budi")

    with pytest.raises(StaleDraftError) as stale:
        await tray.change(ANI, draft, "judul", "Judul Ani")
    assert stale.value.newest == newer
    for act in (tray.discard, tray.submit, room.desk.changes.publish):
        with pytest.raises(StaleDraftError):
            await act(ANI, draft)
    assert await tray.find(draft.id) == newer
    assert len(room.files) == 1

    await tray.discard(ANI, newer)
    with pytest.raises(StaleDraftError, match="sudah diterbitkan atau dibuang") as gone:
        await tray.replace(ANI, newer, replace(newer.intake, author="Budi"))
    assert gone.value.newest is None
