"""A draft is worked on with buttons and with typed words, and nothing of it is lost."""

from bot.texts import moderation as texts
from bot.texts import moderation_drafts as wording
from tests.chat.clocks import MovingClock
from tests.chat.newsroom import (
    FIRST,
    TITLE,
    Newsroom,
    mark_of,
    room,
    site,
)
from tests.desk.news_site import Site

__all__ = ["room", "site"]

DAY = 24 * 3600


async def test_a_stale_preview_says_so_and_shows_the_newest(room: Newsroom, site: Site) -> None:
    async with room.runs():
        old = await room.takes_in(room.rina, site.url("/antariksa"))
        await room.fills(room.rina, old, "Judul", "Server Sirekap Pindah")
        press = await room.rina.presses(old, wording.PUBLISH)
        newest = await room.telegram.bot_edits(old)

        assert (await room.telegram.answer_to(press)).text == wording.STALE
        assert newest.text.startswith(wording.STALE)
        assert "Judul: Server Sirekap Pindah" in newest.text
        assert len(room.files) == 2


async def test_two_moderators_on_one_draft_overwrite_nothing(room: Newsroom, site: Site) -> None:
    async with room.runs():
        preview = await room.takes_in(room.rina, site.url("/antariksa"))
        shown = await room.asks(room.budi, f"/draf {mark_of(preview)}")
        await room.budi.presses(shown, "Judul")
        prompt = await room.says(room.budi)
        await room.fills(room.rina, preview, "Judul", "Judul dari Rina")
        await room.budi.sends("Judul dari Budi", reply_to=prompt)
        told = await room.says(room.budi)

    assert told.text.startswith(texts.describe_changed_field("title", "Judul dari Rina"))
    assert "Judul: Judul dari Rina" in told.text
    assert told.button("Judul")


async def test_a_kept_draft_is_found_again_after_a_restart(room: Newsroom, site: Site) -> None:
    async with room.runs():
        preview = await room.takes_in(room.rina, site.url("/antariksa"))
        kept = await room.presses(room.rina, preview, wording.KEEP)
    async with room.runs():
        listed = await room.asks(room.budi, "/draf")
        opened = await room.presses(room.budi, listed, mark_of(preview))
        reopened = await room.presses(room.rina, kept, wording.OPEN_DRAFT)

    assert TITLE in listed.text
    assert f"Judul: {TITLE}" in opened.text
    assert f"Judul: {TITLE}" in reopened.text


async def test_a_draft_is_discarded_once_that_is_confirmed(room: Newsroom, site: Site) -> None:
    async with room.runs():
        preview = await room.takes_in(room.rina, site.url("/antariksa"))
        asked = await room.presses(room.rina, preview, wording.DISCARD)
        assert wording.SURE_TO_DISCARD in asked.text
        preview = await room.presses(room.rina, asked, wording.BACK)
        asked = await room.presses(room.rina, preview, wording.DISCARD)
        gone = await room.presses(room.rina, asked, wording.DISCARD_SURELY)
        assert wording.DISCARDED in gone.text
        none = await room.asks(room.rina, "/draf")

        press = await room.rina.presses(preview, wording.PUBLISH)
        assert (await room.telegram.answer_to(press)).text == wording.DRAFT_GONE

    assert none.text == wording.NO_DRAFTS


async def test_every_step_has_typed_words(room: Newsroom, site: Site) -> None:
    async with room.runs():
        preview = await room.takes_in(room.rina, site.url("/antariksa"))
        mark = mark_of(preview)
        read = await room.asks(room.rina, f"/draf {mark} baca")
        dropped = await room.asks(room.rina, f"/draf {mark} dibuang")
        kept = await room.asks(room.rina, f"/draf {mark} simpan")
        prompt = await room.asks(room.rina, f"/draf {mark} judul")
        helped = await room.asks(room.rina, f"/draf {mark} bantuan")
        unknown = await room.asks(room.rina, "/draf abcdef judul x")
        gone = await room.asks(room.rina, f"/draf {mark} buang")

    assert FIRST in read.text
    assert dropped.text.startswith(wording.DROPPED_TITLE)
    assert "Draf ini tersimpan sampai" in kept.text
    assert texts.ask_field("title") in prompt.text
    assert helped.text == wording.HOW_TO_TYPE.format(mark=mark)
    assert unknown.text == wording.UNKNOWN_DRAFT
    assert wording.DISCARDED in gone.text


async def test_a_moderator_may_press_as_often_as_the_work_needs(room: Newsroom, site: Site) -> None:
    async with room.runs():
        preview = await room.takes_in(room.rina, site.url("/antariksa"))
        for _ in range(20):
            kinds = await room.presses(room.rina, preview, "Jenis")
            preview = await room.presses(room.rina, kinds, wording.DONE_CHOOSING)

    assert f"Judul: {TITLE}" in preview.text


async def test_the_link_of_a_prompt_opens_its_draft(room: Newsroom, site: Site) -> None:
    async with room.runs():
        preview = await room.takes_in(room.rina, site.url("/antariksa"))
        await room.rina.presses(preview, "Judul")
        prompt = await room.says(room.rina)
        await room.rina.opens(prompt.links[0][0])
        shown = await room.says(room.rina)
        await room.siti.opens(prompt.links[0][0])
        greeting = await room.says(room.siti)
        await room.siti.starts("nonsens")
        other = await room.says(room.siti)

    assert f"Judul: {TITLE}" in shown.text
    assert greeting.text == other.text, "an outsider sees what any dead link shows"


async def test_an_owner_hears_before_a_draft_is_deleted(
    room: Newsroom, site: Site, clock: MovingClock
) -> None:
    async with room.runs():
        await room.takes_in(room.rina, site.url("/antariksa"))
        await room.takes_in(room.budi, site.url("/antariksa"))
    clock.skip(28 * DAY)
    async with room.runs():
        told = await room.says(room.rina)
        told_too = await room.says(room.budi)
        assert "akan dihapus pada" in told.text
        assert TITLE in told.text
        await room.fills(room.rina, await room.presses(room.rina, told, wording.OPEN_DRAFT), *JUDUL)
    clock.skip(4 * DAY)
    async with room.runs():
        await room.telegram.nothing_said(room.rina.chat)
        listed = await room.asks(room.rina, "/draf")

    assert mark_of(told) in listed.text, "it was worked on since"
    assert mark_of(told_too) not in listed.text


async def test_keeping_a_draft_begins_its_time_anew(
    room: Newsroom, site: Site, clock: MovingClock
) -> None:
    async with room.runs():
        await room.takes_in(room.rina, site.url("/antariksa"))
    clock.skip(28 * DAY)
    async with room.runs():
        told = await room.says(room.rina)
        preview = await room.presses(room.rina, told, wording.OPEN_DRAFT)
        await room.presses(room.rina, preview, wording.KEEP)
    clock.skip(20 * DAY)
    async with room.runs():
        await room.telegram.nothing_said(room.rina.chat)
        listed = await room.asks(room.rina, "/draf")

    assert TITLE in listed.text


JUDUL = ("Judul", "Server Sirekap Pindah")
