"""Who may do what: asked by the desk itself at every step, not only by its faces."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import pytest

from bot.articles import article_key
from bot.desk.desk import Desk
from bot.desk.drafts.tray_values import TrayDraft
from bot.desk.errors import NoRightError, PersonError
from bot.desk.rights import OPERATOR
from bot.desk.values import Intake
from bot.store import Role
from tests.desk.conftest import ANI, BUDI, CHIEF, OUTSIDER, Room
from tests.desk.test_drafting import DRAFT

KEY = article_key("https://contoh.id/berita/satu")

DEEDS: dict[str, Callable[[Desk, int, TrayDraft], Awaitable[object]]] = {
    "put": lambda desk, person, _: desk.tray.put(person, Intake(DRAFT)),
    "change": lambda desk, person, draft: desk.tray.change(person, draft, "judul", "Lain"),
    "replace": lambda desk, person, draft: desk.tray.replace(person, draft, draft.intake),
    "submit": lambda desk, person, draft: desk.tray.submit(person, draft),
    "discard": lambda desk, person, draft: desk.tray.discard(person, draft),
    "publish": lambda desk, person, draft: desk.changes.publish(person, draft, confirmed=True),
    "publish_article": lambda desk, person, _: desk.changes.publish_article(person, DRAFT),
    "correct": lambda desk, person, _: desk.changes.correct(person, KEY, "Satu."),
    "edit": lambda desk, person, _: desk.changes.edit(person, KEY, "judul", "Lain"),
    "link": lambda desk, person, _: desk.changes.link(person, KEY, "Di kota apa?"),
    "retract": lambda desk, person, _: desk.changes.retract(person, KEY, "Dicabut."),
    "undo": lambda desk, person, _: desk.changes.undo(person),
    "undo 1": lambda desk, person, _: desk.changes.undo(person, 1),
    "find_undoable": lambda desk, person, _: desk.changes.find_undoable(person, 1),
    "admit": lambda desk, person, _: desk.rights.admit(person, OUTSIDER),
    "dismiss": lambda desk, person, _: desk.rights.dismiss(person, ANI),
    "rename": lambda desk, person, _: desk.rights.rename(person, "Siti"),
}


@pytest.mark.parametrize("person", [OUTSIDER, 0, OPERATOR])
@pytest.mark.parametrize("deed", DEEDS)
async def test_an_outsider_gets_nowhere(room: Room, deed: str, person: int) -> None:
    draft = await room.desk.tray.put(ANI, Intake(DRAFT))
    await room.desk.changes.correct(ANI, KEY, "Ada.")
    files, drafts = room.files, await room.desk.tray.list_all()

    with pytest.raises(NoRightError):
        await DEEDS[deed](room.desk, person, draft)
    assert room.files == files
    assert await room.desk.tray.list_all() == drafts
    assert len(await room.desk.changes.list_history()) == 1
    assert await room.desk.rights.find_role(person) is None


async def test_a_moderator_may_undo_only_their_own_changes(desk: Desk) -> None:
    await desk.changes.correct(ANI, KEY, "Satu.")
    with pytest.raises(NoRightError, match="hanya ketua"):
        await desk.changes.undo(BUDI, 1)
    assert (await desk.changes.undo(CHIEF, 1)).undoes == 1


async def test_only_chiefs_admit_and_dismiss(desk: Desk) -> None:
    with pytest.raises(NoRightError, match="ketua"):
        await desk.rights.admit(ANI, OUTSIDER)
    person = await desk.rights.admit(CHIEF, OUTSIDER)
    assert (person.role, person.address, person.fixed) == (Role.MODERATOR, OUTSIDER, False)
    assert await desk.rights.find_role(OUTSIDER) is Role.MODERATOR
    with pytest.raises(NoRightError, match="ketua"):
        await desk.rights.dismiss(ANI, OUTSIDER)

    assert (await desk.rights.dismiss(CHIEF, person.mark)).address == OUTSIDER
    assert await desk.rights.find_role(OUTSIDER) is None
    with pytest.raises(NoRightError):
        await desk.changes.correct(OUTSIDER, KEY, "Satu.")


async def test_an_admitted_chief_may_do_what_chiefs_may(desk: Desk) -> None:
    await desk.rights.admit(CHIEF, OUTSIDER, Role.CHIEF)
    await desk.rights.admit(OUTSIDER, 77)
    await desk.rights.dismiss(OUTSIDER, 77)

    assert await desk.rights.find_role(77) is None


@pytest.mark.parametrize("whom", [ANI, CHIEF, 12345, "abcde", -5, 0])
async def test_those_of_the_settings_and_nobody_cannot_be_dismissed(
    desk: Desk, whom: int | str
) -> None:
    with pytest.raises(PersonError):
        await desk.rights.dismiss(CHIEF, whom)
    if isinstance(whom, int) and whom != 12345:
        with pytest.raises(PersonError):
            await desk.rights.admit(CHIEF, whom)


async def test_everybody_is_listed_with_a_mark_or_the_name_they_chose(desk: Desk) -> None:
    await desk.rights.admit(CHIEF, OUTSIDER)
    renamed = await desk.rights.rename(ANI, "  Ani   Wijaya ")
    people = {person.address: person for person in await desk.rights.list_people()}

    assert people.keys() == {CHIEF, ANI, BUDI, OUTSIDER}
    assert people[ANI] == renamed == await desk.rights.find_person(ANI)
    assert (renamed.shown, renamed.fixed, renamed.role) == ("Ani Wijaya", True, Role.MODERATOR)
    assert people[BUDI].shown == f"moderator {people[BUDI].mark}"
    assert len({person.mark for person in people.values()}) == 4
    assert await desk.rights.find_person(12345) is None


async def test_names_are_short_and_belong_to_one(desk: Desk) -> None:
    await desk.rights.rename(ANI, "Ani")
    mark = (await desk.rights.list_people())[0].mark
    for name in ("ANI", f"moderator {mark}", "n" * 41):
        with pytest.raises(PersonError):
            await desk.rights.rename(BUDI, name)
    assert (await desk.rights.rename(ANI, "")).shown.startswith("moderator ")
    assert (await desk.rights.rename(BUDI, "Ani")).shown == "Ani"


async def test_history_names_who_did_it_as_they_want_to_be_called(desk: Desk) -> None:
    change = await desk.changes.correct(ANI, KEY, "Satu.")
    person = await desk.rights.find_person(ANI)
    assert person
    assert change.who == f"moderator {person.mark}"
    await desk.rights.rename(ANI, "Ani")

    (line,) = await desk.changes.list_history(KEY)
    assert line.who == "Ani"
