"""Articles are corrected, edited, retracted, and that undone: the file, the answers, the log."""

from __future__ import annotations

import re

import pytest

from bot.articles import article_key, load_corpus
from bot.desk.desk import Desk
from bot.desk.errors import (
    AlreadyRetractedError,
    AmendError,
    DraftFieldError,
    NothingChangedError,
    UndoError,
    UnknownArticleError,
)
from bot.store import Action
from tests.articles.samples import ARTICLE
from tests.desk.conftest import ANI, CHIEF, Room

KEY = article_key("https://contoh.id/berita/satu")
QUESTION = "Di mana letak server?"


def read(room: Room) -> str:
    return room.files["good.md"].decode()


async def test_a_correction_is_in_the_file_the_answers_and_the_log(room: Room) -> None:
    change = await room.desk.changes.correct(ANI, KEY, "Sebelumnya  tertulis\nBandung.")

    assert re.sub(r"corrections:\n.*\n", "", read(room)) == ARTICLE
    (quotation,) = room.live.current.answer(QUESTION).quotations
    assert quotation.article.corrections[0].text == "Sebelumnya tertulis Bandung."
    assert (change.action, change.key, change.file) == (Action.CORRECT, KEY, "good.md")
    assert change.title == "KPU menjelaskan letak server"
    (line,) = change.difference
    assert re.fullmatch(
        r"koreksi ditambah: \d{1,2} \w+ \d{4}: Sebelumnya tertulis Bandung\.", str(line)
    )
    assert await room.desk.changes.list_history() == [change]


async def test_a_retracted_article_is_quoted_no_more_until_that_is_undone(room: Room) -> None:
    await room.desk.changes.retract(ANI, "good", "Dicabut medianya.")
    assert room.live.current.answer(QUESTION).quotations == ()
    with pytest.raises(AlreadyRetractedError):
        await room.desk.changes.retract(ANI, KEY, "Lagi.")

    change = await room.desk.changes.undo(ANI)
    assert read(room) == ARTICLE
    assert room.live.current.answer(QUESTION).quotations
    assert (change.action, change.undoes) == (Action.UNDO, 1)


async def test_any_number_of_steps_is_undone_the_last_first(room: Room) -> None:
    changes = room.desk.changes
    states = [read(room)]
    for text in ("Satu.", "Dua.", "Tiga."):
        await changes.correct(ANI, KEY, text)
        states.append(read(room))

    for state in reversed(states[:-1]):
        assert (await changes.find_undoable(ANI)).undone_by is None
        await changes.undo(ANI)
        assert read(room) == state
    with pytest.raises(UndoError, match="Tidak ada perubahan Anda"):
        await changes.undo(ANI)
    undone = {change.number: change.undone_by for change in await changes.list_history()}
    assert undone == {1: 6, 2: 5, 3: 4, 4: None, 5: None, 6: None}


async def test_an_undoing_can_be_undone_by_its_number(room: Room) -> None:
    changes = room.desk.changes
    await changes.correct(ANI, KEY, "Satu.")
    corrected = read(room)
    undoing = await changes.undo(ANI)
    await changes.undo(ANI, undoing.number)

    assert read(room) == corrected
    assert (await changes.undo(ANI)).undoes == 1
    assert read(room) == ARTICLE


async def test_what_was_changed_since_is_not_undone_but_shown(room: Room) -> None:
    await room.desk.changes.correct(ANI, KEY, "Satu.")
    text = read(room).replace("Jakarta", "Bandung")
    (room.articles / "good.md").write_text(text)

    with pytest.raises(UndoError, match=r"paragraf 1: .*Jakarta.* → .*Bandung"):
        await room.desk.changes.undo(ANI)
    assert read(room) == text
    assert len(await room.desk.changes.list_history()) == 1


async def test_only_existing_changes_that_stand_are_undone(desk: Desk) -> None:
    with pytest.raises(UndoError, match="nomor 7"):
        await desk.changes.undo(CHIEF, 7)
    await desk.changes.correct(ANI, KEY, "Satu.")
    await desk.changes.undo(ANI)
    with pytest.raises(UndoError, match="sudah diurungkan"):
        await desk.changes.undo(CHIEF, 1)


@pytest.mark.parametrize(
    ("field", "value", "old", "new"),
    [
        ("judul", "Judul: “baru”", '"KPU menjelaskan letak server"', '"Judul: “baru”"'),
        ("media", "Kompas.com", "Harian Contoh", "Kompas.com"),
        ("terbit", "Kamis, 14 Maret 2024", "2024-03-13", "2024-03-14"),
        ("terbit", "14/3/2024", "2024-03-13", "2024-03-14"),
        ("jenis", "Opini", "kind: berita", "kind: opini"),
        ("sudut pandang", "KPU, Bawaslu", "[kpu]", "[kpu, bawaslu]"),
        ("perspektif", "+bawaslu", "[kpu]", "[kpu, bawaslu]"),
        ("topik", "Algoritma", "[server]", "[algoritma]"),
        ("topik", "+algoritma, -server", "[server]", "[algoritma]"),
        ("alamat", "http://www.contoh.id/berita/satu?utm_source=x", "https://", "http://www."),
        ("pertanyaan", "Servernya di mana?", 'server?"\n', 'server?"\n  - "Servernya di mana?"\n'),
        ("paragraf 2", "Biayanya Rp4 miliar.", "Biayanya Rp3,5 miliar, atau 12", "Biayanya Rp4 m"),
    ],
)
async def test_editing_a_field_changes_its_lines_only(
    room: Room, field: str, value: str, old: str, new: str
) -> None:
    remove_claims(room)
    await room.desk.changes.edit(ANI, KEY, field, value)

    text = read(room)
    assert new in text
    kept = [line for line in ARTICLE.split("\n") if old.split("\n", maxsplit=1)[0] not in line]
    assert [line for line in kept if line not in text.split("\n")] == []
    assert load_corpus(room.home / "corpus").problems == ()


def remove_claims(room: Room) -> None:
    for claim in (room.home / "corpus" / "claims").iterdir():
        claim.unlink()


async def test_a_claim_card_that_a_change_leaves_without_its_source_is_named(room: Room) -> None:
    change = await room.desk.changes.edit(ANI, KEY, "paragraf 2", "Biayanya Rp4 miliar.")
    (warning,) = change.warnings
    assert warning.startswith("claims/good-claim.md:14: “3,5 miliar” tidak ada")

    assert (await room.desk.changes.undo(ANI)).warnings == ()


async def test_a_confirmed_headline_loses_its_mark_alone(room: Room) -> None:
    marked = ARTICLE.replace("outlet:", "title_from: url\noutlet:")
    (room.articles / "good.md").write_text(marked)
    change = await room.desk.changes.edit(ANI, KEY, "title_from", "")

    assert read(room) == ARTICLE
    assert [str(line) for line in change.difference] == ["judul sudah dicocokkan"]


async def test_a_headline_that_is_typed_is_a_confirmed_one(room: Room) -> None:
    marked = ARTICLE.replace("outlet:", "title_from: url\noutlet:")
    (room.articles / "good.md").write_text(marked)
    await room.desk.changes.edit(ANI, KEY, "judul", "KPU menjelaskan letak server")

    assert read(room) == ARTICLE


async def test_a_wording_is_linked_to_an_article(room: Room) -> None:
    change = await room.desk.changes.link(ANI, KEY, "servernya ditaruh di kota apa?")

    assert change.action is Action.LINK
    assert [str(line) for line in change.difference] == [
        "pertanyaan ditambah: servernya ditaruh di kota apa?"
    ]
    assert room.live.current.answer("servernya ditaruh di kota apa?").quotations


async def test_the_address_of_another_page_is_refused_with_the_way_out(room: Room) -> None:
    with pytest.raises(AmendError, match="tarik artikel ini"):
        await room.desk.changes.edit(ANI, KEY, "url", "https://contoh.id/berita/dua")
    assert read(room) == ARTICLE


@pytest.mark.parametrize(
    ("field", "value", "error", "told"),
    [
        ("jdul", "a", DraftFieldError, "Mungkin maksudnya “judul”"),
        ("jenis", "brita", DraftFieldError, r"Berita \(berita\)"),
        ("topik", "srver", DraftFieldError, r"Server \(server\)"),
        ("terbit", "1 Januari 2099", DraftFieldError, "belum tiba"),
        ("terbit", "Senin, 13 Maret 2024", DraftFieldError, "nama harinya"),
        ("judul", "<b>tebal</b>", DraftFieldError, "HTML"),
        ("judul", " ", DraftFieldError, "kosong"),
        ("alamat", "contoh.id", DraftFieldError, "https://"),
        ("paragraf 9", "a", DraftFieldError, "ada 2 paragraf"),
        ("media", "Harian Contoh", NothingChangedError, "sudah seperti itu"),
    ],
)
async def test_a_value_that_does_not_fit_changes_nothing(
    room: Room, field: str, value: str, error: type[Exception], told: str
) -> None:
    with pytest.raises(error, match=told):
        await room.desk.changes.edit(ANI, KEY, field, value)

    assert read(room) == ARTICLE
    assert await room.desk.changes.list_history() == []
    assert await room.memory.audit.list_intents() == []


async def test_a_broken_file_is_not_changed_but_its_fault_told(room: Room) -> None:
    (room.articles / "good.md").write_text(ARTICLE.replace("kind: berita", "kind: [berita"))
    with pytest.raises(AmendError, match=r"good\.md:\d+: "):
        await room.desk.changes.correct(ANI, KEY, "Satu.")


async def test_an_unknown_key_is_answered_with_the_nearest(desk: Desk) -> None:
    with pytest.raises(UnknownArticleError, match=KEY):
        await desk.changes.correct(ANI, f"{KEY[:-1]}x", "Satu.")
    with pytest.raises(UnknownArticleError):
        await desk.changes.list_history("tiada")


async def test_an_article_that_an_editor_just_added_can_be_changed(room: Room) -> None:
    (room.articles / "new.md").write_text(ARTICLE.replace("/satu", "/dua"))
    await room.desk.changes.correct(ANI, "new", "Satu.")

    assert b"Satu." in room.files["new.md"]


async def test_a_correction_that_comes_again_is_not_added_twice(room: Room) -> None:
    await room.desk.changes.correct(ANI, KEY, "Sebelumnya tertulis Bandung.")
    once = read(room)
    with pytest.raises(NothingChangedError):
        await room.desk.changes.correct(ANI, KEY, "Sebelumnya  tertulis Bandung.")
    assert read(room) == once

    await room.desk.changes.correct(ANI, KEY, "Juga Jakarta.")
    assert len(await room.desk.changes.list_history()) == 2
