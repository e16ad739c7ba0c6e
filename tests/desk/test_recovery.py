"""What a crash left is settled by the file: it happened, it did not, or an editor came between."""

from __future__ import annotations

import errno
import os
from dataclasses import replace

import pytest

from bot.articles import article_key
from bot.desk.errors import UnwritableError
from bot.desk.files.article_files import render
from bot.desk.values import Intake
from bot.store import Action, Intent
from tests.articles.samples import ARTICLE
from tests.desk.conftest import ANI, Room
from tests.desk.test_drafting import DRAFT

KEY = article_key("https://contoh.id/berita/satu")
EDIT = Intent(
    "a" * 16, "f" * 64, Action.EDIT, KEY, "good.md", ARTICLE.encode(), ARTICLE.upper().encode()
)


async def test_what_did_not_happen_is_dropped(room: Room) -> None:
    await room.memory.audit.begin(EDIT)
    recovery = await room.desk.changes.recover()

    assert (recovery.settled, recovery.dropped, recovery.conflicts) == (0, 1, ())
    assert await room.desk.changes.list_history() == []


async def test_what_happened_is_in_the_log(room: Room) -> None:
    await room.memory.audit.begin(replace(EDIT, after=b"baru"))
    (room.articles / "good.md").write_bytes(b"baru")
    assert (await room.desk.changes.recover()).settled == 1

    (line,) = await room.memory.audit.list_lines()
    assert (line.action, line.after) == (Action.EDIT, b"baru")
    assert (await room.desk.changes.recover()).settled == 0


async def test_a_file_that_an_editor_changed_since_is_left_and_told(room: Room) -> None:
    await room.memory.audit.begin(EDIT)
    (room.articles / "good.md").write_text(ARTICLE.replace("Jakarta", "Bandung"))
    recovery = await room.desk.changes.recover()

    (conflict,) = recovery.conflicts
    assert conflict.startswith("Bot berhenti di tengah perubahan good.md")
    assert b"Bandung" in room.files["good.md"]
    assert await room.memory.audit.list_intents() == []


async def test_an_article_that_was_published_and_edited_since_is_not_published_again(
    room: Room,
) -> None:
    draft = await room.desk.tray.put(ANI, Intake(DRAFT))
    after = render(draft.intake.draft).encode()
    intent = Intent(
        "b" * 16, "f" * 64, Action.PUBLISH, article_key(DRAFT.url), "new.md", None, after, None,
        draft.id,
    )  # fmt: skip
    await room.memory.audit.begin(intent, draft.version)
    (room.articles / "new.md").write_bytes(after.replace(b"Bandung", b"Solo"))
    recovery = await room.desk.changes.recover()

    assert (recovery.settled, recovery.conflicts) == (1, ())
    assert await room.desk.tray.list_all() == []
    assert b"Solo" in room.files["new.md"]


async def test_the_next_change_settles_what_another_process_left(room: Room) -> None:
    await room.memory.audit.begin(replace(EDIT, after=ARTICLE.replace("Rp3", "Rp4").encode()))
    (room.articles / "good.md").write_text(ARTICLE.replace("Rp3", "Rp4"))
    (room.articles / ".good.md.0123abcd.tmp").write_text("setengah")
    await room.desk.changes.correct(ANI, KEY, "Satu.")

    history = await room.desk.changes.list_history()
    assert [change.action for change in history] == [Action.CORRECT, Action.EDIT]
    assert room.files.keys() == {"good.md"}


async def test_a_full_disk_leaves_everything_as_it_was(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_handle: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    draft = await room.desk.tray.put(ANI, Intake(DRAFT))
    monkeypatch.setattr(os, "fsync", fail)
    for act in (
        room.desk.changes.correct(ANI, KEY, "Satu."),
        room.desk.changes.publish(ANI, draft),
    ):
        with pytest.raises(UnwritableError, match="No space left"):
            await act

    assert room.files == {"good.md": ARTICLE.encode()}
    assert await room.memory.audit.list_intents() == []
    assert await room.desk.tray.list_all() == [draft]
    assert await room.desk.changes.list_history() == []


async def test_a_change_after_which_the_corpus_cannot_be_read_stands_and_says_so(
    room: Room,
) -> None:
    publish = Intent(
        "c" * 16, room.desk.rights.identify(ANI), Action.PUBLISH, KEY, "good.md", None,
        room.files["good.md"],
    )  # fmt: skip
    await room.memory.audit.begin(publish)
    await room.memory.audit.settle(publish)
    change = await room.desk.changes.undo(ANI)

    assert room.files == {}
    (warning,) = change.warnings
    assert "folder korpus tidak ada, kosong" in warning
