"""From a draft on the tray to an article that answers: once, whole, and only when in order."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.articles import load_corpus
from bot.desk.desk import Desk
from bot.desk.drafts.drafting import MOST_VERBATIM_WORDS
from bot.desk.errors import FourEyesError, PublishError, UnconfirmedError
from bot.desk.files.article_files import render
from bot.desk.values import Draft, Intake
from bot.store import Action, DraftState
from tests.desk.conftest import ANI, BUDI, Room
from tests.desk.test_drafting import DRAFT

NAME = "2024-05-01-harian-contoh-kpu-memindahkan-server-ke-bandung.md"
QUESTION = "Server pindah ke Bandung?"


async def test_a_published_draft_answers_at_once(room: Room) -> None:
    draft = await room.desk.tray.put(ANI, Intake(DRAFT))
    assert room.live.current.answer(QUESTION).quotations == ()
    change = await room.desk.changes.publish(ANI, draft)

    best = room.live.current.answer(QUESTION).quotations[0]
    assert best.article.key == change.key
    assert Draft.of(load_corpus(room.home / "corpus").by_file[NAME]) == draft.intake.draft
    assert (change.action, change.file, change.title) == (Action.PUBLISH, NAME, DRAFT.title)
    assert [str(line) for line in change.difference] == [f"artikel baru: {DRAFT.title}"]
    assert await room.desk.tray.list_all() == []


async def test_undoing_it_removes_the_file_and_the_log_keeps_it(room: Room) -> None:
    draft = await room.desk.tray.put(ANI, Intake(DRAFT))
    published = await room.desk.changes.publish(ANI, draft)
    before = room.files[NAME]
    undone = await room.desk.changes.undo(ANI)

    assert room.files.keys() == {"good.md"}
    assert room.live.current.answer(QUESTION).quotations == ()
    assert [str(line) for line in undone.difference] == [f"artikel dihapus: {DRAFT.title}"]
    line = await room.memory.audit.find(published.number)
    assert line
    assert line.after == before == render(draft.intake.draft).encode()

    await room.desk.changes.undo(ANI, undone.number)
    assert room.files[NAME] == before


async def test_what_was_removed_can_be_published_again(room: Room) -> None:
    for _ in range(2):
        draft = await room.desk.tray.put(ANI, Intake(DRAFT))
        await room.desk.changes.publish(ANI, draft)
        await room.desk.changes.undo(ANI)

    assert room.files.keys() == {"good.md"}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"title": ""}, "judul belum diisi"),
        ({"published": None}, "tanggal terbit belum diisi"),
        ({"topics": ("sever",)}, "mungkin maksudnya “server”"),
        ({"url": "http://www.contoh.id/berita/satu?page=2"}, "KPU menjelaskan letak server"),
        ({"body": "Isi <b>tebal</b>."}, "HTML"),
    ],
)
async def test_a_draft_with_obstacles_stays_on_the_tray(
    room: Room, change: dict[str, object], told: str
) -> None:
    bad: Draft = replace(DRAFT, **change)  # type: ignore[arg-type]
    draft = await room.desk.tray.put(ANI, Intake(bad))
    review = await room.desk.tray.review(draft)

    with pytest.raises(PublishError, match=told):
        await room.desk.changes.publish(ANI, draft, confirmed=True)
    assert any(told in obstacle for obstacle in review.obstacles)
    assert room.files.keys() == {"good.md"}
    assert await room.desk.tray.list_all() == [draft]


async def test_whatever_the_headline_is_the_file_has_a_harmless_name(room: Room) -> None:
    nasty = replace(DRAFT, title="../../etc/passwd; rm -rf / ⟨⟩ .md", outlet="..")
    draft = await room.desk.tray.put(ANI, Intake(nasty))
    change = await room.desk.changes.publish(ANI, draft)

    assert change.file == "2024-05-01-etc-passwd-rm-rf-md.md"
    assert load_corpus(room.home / "corpus").by_file[change.file].citation.title == nasty.title
    assert {path.name for path in room.home.iterdir()} >= {"corpus", "memory.db"}


async def test_a_taken_name_is_never_written_over(room: Room) -> None:
    (room.articles / NAME).write_text("milik editor")
    draft = await room.desk.tray.put(ANI, Intake(DRAFT))
    change = await room.desk.changes.publish(ANI, draft)

    assert change.file == NAME.replace(".md", "-2.md")
    assert room.files[NAME] == b"milik editor"


async def test_with_four_eyes_another_one_publishes(room: Room) -> None:
    desk = room.open_again(four_eyes=True)
    draft = await desk.tray.submit(ANI, await desk.tray.put(ANI, Intake(DRAFT)))
    assert draft.state is DraftState.WAITING

    with pytest.raises(FourEyesError, match="moderator lain"):
        await desk.changes.publish(ANI, draft)
    assert len(room.files) == 1
    assert (await desk.changes.publish(BUDI, draft)).file == NAME


async def test_a_short_text_of_the_outlet_has_to_be_confirmed(desk: Desk) -> None:
    draft = await desk.tray.put(ANI, Intake(DRAFT, verbatim=True))
    (warning,) = (await desk.tray.review(draft)).warnings

    with pytest.raises(UnconfirmedError, match="teks asli"):
        await desk.changes.publish(ANI, draft)
    assert "kata sendiri" in warning
    assert (await desk.changes.publish(ANI, draft, confirmed=True)).file == NAME


async def test_a_long_text_of_the_outlet_is_not_published_even_so(desk: Desk) -> None:
    body = "\n\n".join([" ".join(["kata"] * 50)] * (MOST_VERBATIM_WORDS // 50 + 1))
    draft = await desk.tray.put(ANI, Intake(replace(DRAFT, body=body), verbatim=True))
    with pytest.raises(PublishError, match="paling banyak 400"):
        await desk.changes.publish(ANI, draft, confirmed=True)

    summary = "KPU mengumumkan server pindah ke Bandung pada 1 Mei 2024."
    rewritten = await desk.tray.change(ANI, draft, "isi", summary)
    assert (await desk.tray.review(rewritten)).warnings == ()
    assert (await desk.changes.publish(ANI, rewritten)).file == NAME
