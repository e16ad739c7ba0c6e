"""Drafts on the tray: filled in, changed by hand, kept over restarts, and gone after their time."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.articles import Correction, Retraction
from bot.desk.desk import Desk, open_desk
from bot.desk.drafts.draft_json import TrayContent, decode_content, encode_content
from bot.desk.errors import DraftFieldError
from bot.desk.values import Asked, Clutter, Doubt, Draft, Dropped, Intake
from bot.store import open_memory
from tests.desk.conftest import ANI, BUDI, RULES, Room
from tests.desk.test_drafting import DRAFT
from tests.store.conftest import KEY, Clock

PASTED = Intake(
    draft=DRAFT,
    author="Siti",
    verbatim=True,
    dropped=(Dropped("Baca juga: itu", Clutter.READ_ALSO),),
    asked=(Asked(Doubt.DATE_FROM_TEXT, "1 Mei 2024"), Asked(Doubt.LINE, "Kata siapa")),
)


async def test_a_new_draft_is_filled_in_from_the_nearest_articles(desk: Desk) -> None:
    draft = await desk.tray.put(ANI, PASTED)

    filled = draft.intake.draft
    assert (filled.kind, filled.perspectives, filled.topics) == ("berita", ("kpu",), ("server",))
    assert draft.suggested == {"kind", "perspectives", "topics"}
    person = await desk.rights.find_person(ANI)
    assert person
    assert draft.owner == person.mark
    assert draft.ends - draft.changed == timedelta(days=30)


async def test_a_draft_survives_a_restart(room: Room, clock: Clock) -> None:
    draft = await room.desk.tray.put(ANI, PASTED)
    url = f"sqlite:///{room.home / 'memory.db'}"
    async with open_memory(url, KEY, clock=clock) as memory:
        again = await open_desk(memory, room.live, RULES).tray.find(draft.id)

    assert again == draft


async def test_what_was_set_by_hand_is_no_suggestion_and_no_doubt(desk: Desk) -> None:
    draft = await desk.tray.put(ANI, PASTED)
    draft = await desk.tray.change(BUDI, draft, "Topik", "Algoritma")
    draft = await desk.tray.change(BUDI, draft, "tanggal", "Kamis, 2 Mei 2024")

    assert draft.version == 3
    assert draft.intake.draft.topics == ("algoritma",)
    assert draft.intake.draft.published == date(2024, 5, 2)
    assert draft.suggested == {"kind", "perspectives"}
    assert [asked.doubt for asked in draft.intake.asked] == [Doubt.LINE]
    assert await desk.tray.list_all() == [draft]


async def test_a_value_that_does_not_fit_changes_nothing(desk: Desk) -> None:
    draft = await desk.tray.put(ANI, PASTED)
    with pytest.raises(DraftFieldError, match="mungkin maksudnya Server"):
        await desk.tray.change(ANI, draft, "topik", "serper")
    assert await desk.tray.find(draft.id) == draft


async def test_a_rewritten_body_is_compared_with_what_was_taken_in(desk: Desk) -> None:
    draft = await desk.tray.put(ANI, PASTED)
    own = await desk.tray.change(ANI, draft, "isi", "Server KPU kini ada di Bandung, sejak Mei.")
    assert not own.intake.verbatim
    copied = await desk.tray.change(ANI, own, "isi", DRAFT.body)
    assert copied.intake.verbatim


async def test_an_article_file_of_ones_own_words_stays_ones_own(desk: Desk) -> None:
    draft = await desk.tray.put(ANI, Intake(DRAFT))
    same = await desk.tray.change(ANI, draft, "isi", f"{DRAFT.body}\nLagi.")

    assert not same.intake.verbatim
    assert same.intake.draft.body == f"{DRAFT.body}\n\nLagi."


async def test_a_whole_new_intake_keeps_the_suggestions_that_it_keeps(desk: Desk) -> None:
    draft = await desk.tray.put(ANI, PASTED)
    other = replace(draft.intake, draft=replace(draft.intake.draft, kind="opini"), asked=())
    changed = await desk.tray.replace(ANI, draft, other)

    assert changed.intake == other
    assert changed.suggested == {"perspectives", "topics"}


async def test_an_owner_hears_before_a_draft_is_deleted_however_long_nothing_ran(
    room: Room, clock: Clock
) -> None:
    draft = await room.desk.tray.put(ANI, PASTED)
    clock.pass_days(26)
    assert await room.desk.tray.take_ending() == []
    clock.pass_days(100)
    await room.memory.purge()

    (ending,) = await room.desk.tray.take_ending()
    assert (ending.draft.id, ending.owner) == (draft.id, ANI)
    assert await room.open_again().tray.take_ending() == []
    clock.pass_days(2.9)
    await room.memory.purge()
    assert await room.desk.tray.find(draft.id)
    clock.pass_days(0.2)
    await room.memory.purge()
    assert await room.desk.tray.find(draft.id) is None


async def test_a_change_begins_the_time_anew(room: Room, clock: Clock) -> None:
    draft = await room.desk.tray.put(ANI, PASTED)
    clock.pass_days(29)
    assert len(await room.desk.tray.take_ending()) == 1
    await room.desk.tray.change(ANI, draft, "judul", "Lain")
    clock.pass_days(29)
    await room.memory.purge()

    assert await room.desk.tray.find(draft.id)
    assert len(await room.desk.tray.take_ending()) == 1


async def test_who_had_themselves_forgotten_no_longer_owns_a_draft(room: Room) -> None:
    draft = await room.desk.tray.put(ANI, PASTED)
    await room.memory.forget(ANI)

    found = await room.desk.tray.find(draft.id)
    assert found
    assert (found.owner, found.intake) == ("", draft.intake)


async def test_the_review_shows_what_citizens_will_see(room: Room) -> None:
    own = ("Server pindah ke Bandung?", "Apa apa?")
    await room.memory.unanswered.submit("kapan server dipindahkan ke Bandung")
    await room.memory.unanswered.submit("Siapa presiden pertama Indonesia?")
    draft = await room.desk.tray.put(ANI, Intake(replace(DRAFT, questions=own)))
    review = await room.desk.tray.review(draft)

    assert [passage.text for passage in review.passages] == [DRAFT.body]
    assert set(review.answers) == {own[0], "kapan server dipindahkan ke Bandung"}
    assert review.misses == (own[1],)
    assert (review.obstacles, review.warnings, review.problems) == ((), (), ())
    assert room.live.current.answer(own[0]).quotations == ()


async def test_an_empty_draft_can_be_reviewed_and_filled(desk: Desk) -> None:
    draft = await desk.tray.put(ANI, Intake(Draft()))
    review = await desk.tray.review(draft)

    assert review.passages == ()
    assert "isi belum diisi" in review.obstacles
    for field, value in (
        ("judul", "A"),
        ("media", "B"),
        ("isi", "Server di Bandung."),
        ("pertanyaan", "Di mana?"),
    ):
        draft = await desk.tray.change(ANI, draft, field, value)
    assert (await desk.tray.review(draft)).passages


texts = st.text(max_size=20)
days = st.dates(date(1990, 1, 1), date(2030, 1, 1))
drafts = st.builds(
    Draft,
    title=texts,
    title_from=st.none() | texts,
    outlet=texts,
    url=texts,
    published=st.none() | days,
    kind=texts,
    perspectives=st.tuples(texts),
    topics=st.tuples(texts, texts),
    questions=st.tuples(texts),
    corrections=st.tuples(st.builds(Correction, days, texts)),
    retracted=st.none() | st.builds(Retraction, days, texts),
    body=texts,
)
intakes = st.builds(
    Intake,
    draft=drafts,
    author=texts,
    verbatim=st.booleans(),
    dropped=st.tuples(st.builds(Dropped, texts, st.sampled_from(Clutter))),
    asked=st.tuples(st.builds(Asked, st.sampled_from(Doubt), texts)),
)


@given(st.builds(TrayContent, intakes, st.frozensets(texts, max_size=3), texts))
def test_any_draft_comes_back_from_json_as_it_was(content: TrayContent) -> None:
    assert decode_content(encode_content(content)) == content
