"""From a link to an answer: what a moderator publishes answers citizens at once."""

from bot.texts import answers as answer_texts
from bot.texts import follow_up
from bot.texts import moderation_changes as change_texts
from bot.texts import moderation_drafts as wording
from tests.chat.newsroom import (
    FIRST,
    QUESTION,
    SECOND,
    SUMMARY,
    TITLE,
    Newsroom,
    make_page,
    room,
    site,
)
from tests.desk.news_site import Site, open_site
from tests.fake_telegram import BotMessage, Fault

__all__ = ["room", "site"]

PASTED = f"{TITLE}\nKamis, 8 Agustus 2024\nTRIBUNKALTIM.CO - {FIRST}\n{SECOND}"


async def prepare(room: Newsroom, site: Site) -> BotMessage:
    """Return the preview of a draft that can be published."""
    preview = await room.takes_in(room.rina, site.url("/antariksa"))
    preview = await room.fills(room.rina, preview, "Pertanyaan", QUESTION)
    return await room.fills(room.rina, preview, "Isi", SUMMARY)


async def test_from_a_link_to_an_answer(room: Newsroom, site: Site) -> None:
    async with room.runs():
        before = await room.asks(room.siti, QUESTION)
        published = await room.publishes(room.rina, site.url("/antariksa"))
        after = await room.asks(room.siti, QUESTION)

    assert FIRST not in before.text
    assert published.text.startswith(f"Terbit: {TITLE} (kunci ")
    assert wording.ANSWERS_NOW in published.text
    assert FIRST in after.text
    assert after.links[0] == (site.url("/antariksa"), TITLE)


async def test_from_a_pasted_text_to_an_answer(room: Newsroom) -> None:
    address = "https://kaltim.tribunnews.com/2024/08/08/kpu-memindahkan-server-sirekap"
    async with room.runs():
        preview = await room.asks(room.budi, f"/tambah {PASTED}")
        preview = await room.fills(room.budi, preview, "Alamat", address)
        preview = await room.fills(room.budi, preview, "Pertanyaan", QUESTION)
        published = await room.presses(room.budi, preview, wording.PUBLISH)
        published = await room.presses(room.budi, published, wording.PUBLISH_SURELY)
        after = await room.asks(room.siti, QUESTION)

    assert published.text.startswith(f"Terbit: {TITLE}")
    assert FIRST in after.text
    assert after.links[0] == (address, TITLE)


async def test_the_new_article_is_seen_as_an_answer_and_undone_with_buttons(
    room: Newsroom, site: Site
) -> None:
    async with room.runs():
        published = await room.publishes(room.rina, site.url("/antariksa"))
        await room.rina.presses(published, wording.SEE_ANSWER)
        answer = await room.says(room.rina)
        asked = await room.presses(room.rina, published, change_texts.UNDO)
        undone = await room.presses(room.rina, asked, change_texts.UNDO_SURELY)
        after = await room.asks(room.siti, QUESTION)

    assert FIRST in answer.text
    assert TITLE in asked.text
    assert undone.text.startswith(change_texts.UNDONE)
    assert FIRST not in after.text


async def test_who_asked_to_be_told_is_told(room: Newsroom, site: Site) -> None:
    question = "Gedung Antariksa Samarinda dipakai apa?"
    async with room.runs():
        consent = await room.asks(room.siti, f"/kirim {question}")
        sent = await room.presses(room.siti, consent, follow_up.SEND)
        await room.presses(room.siti, sent, follow_up.FOLLOW)
        await room.publishes(room.rina, site.url("/antariksa"))
        told = await room.says(room.siti)

    assert told.text.startswith(follow_up.ANSWER_ARRIVED)
    assert FIRST in told.text


async def test_a_draft_with_obstacles_is_not_published(room: Newsroom) -> None:
    async with room.runs():
        preview = await room.asks(room.rina, f"/tambah {PASTED}")
        assert wording.describe_missing("url") in preview.text
        refused = await room.presses(room.rina, preview, wording.PUBLISH)

    assert refused.text.startswith(wording.NOT_YET)
    assert len(room.files) == 2


async def test_a_long_text_of_the_outlet_itself_is_not_published(room: Newsroom) -> None:
    paragraphs = [f"{FIRST} Itu yang ke-{number}." for number in range(25)]
    with open_site({"/panjang": make_page(*paragraphs)}) as site:
        async with room.runs():
            preview = await room.takes_in(room.rina, site.url("/panjang"))
            refused = await room.presses(room.rina, preview, wording.PUBLISH)
            summary = await room.fills(room.rina, refused, "Isi", "Server Sirekap pindah gedung.")

    assert "padahal paling banyak 400" in refused.text
    assert len(room.files) == 2
    assert "padahal paling banyak 400" not in summary.text
    assert wording.VERBATIM not in summary.text


async def test_a_short_text_of_the_outlet_itself_is_published_only_when_confirmed(
    room: Newsroom, site: Site
) -> None:
    async with room.runs():
        preview = await room.takes_in(room.rina, site.url("/antariksa"))
        asked = await room.presses(room.rina, preview, wording.PUBLISH)
        assert len(room.files) == 2
        preview = await room.presses(room.rina, asked, wording.BACK)
        assert f"Judul: {TITLE}" in preview.text
        asked = await room.presses(room.rina, preview, wording.PUBLISH)
        published = await room.presses(room.rina, asked, wording.PUBLISH_SURELY)

    assert published.text.startswith("Terbit: ")
    assert len(room.files) == 3


async def test_a_second_press_publishes_nothing_twice(room: Newsroom, site: Site) -> None:
    async with room.runs():
        preview = await prepare(room, site)
        presses = [await room.rina.presses(preview, wording.PUBLISH) for _ in range(2)]
        answers = [await room.telegram.answer_to(press, within=10) for press in presses]

    assert [answer.text for answer in answers] == ["", wording.DRAFT_GONE]
    assert [edit.text.split()[0] for edit in room.telegram.edits_of(preview)] == ["Terbit:"]
    assert len(room.files) == 3


async def test_an_article_that_came_by_hand_meanwhile_is_not_doubled(
    room: Newsroom, site: Site
) -> None:
    async with room.runs():
        preview = await prepare(room, site)
        by_hand = room.files["artikel-1.md"].replace(
            "https://www.kompas.com/lain", site.url("/antariksa")
        )
        path = room.corpus / "articles" / "tangan.md"
        path.write_text(by_hand, encoding="utf-8")
        refused = await room.presses(room.rina, preview, wording.PUBLISH)

    assert wording.describe_same_address("tangan.md") in refused.text
    assert path.read_text(encoding="utf-8") == by_hand
    assert len(room.files) == 3


async def test_with_four_eyes_another_moderator_publishes(room: Newsroom, site: Site) -> None:
    async with room.runs(four_eyes=True):
        await room.asks(room.budi, "/draf")
        preview = await prepare(room, site)
        assert wording.PUBLISH not in preview.button_texts
        submitted = await room.presses(room.rina, preview, wording.SUBMIT)
        request = await room.says(room.budi)
        assert len(room.files) == 2
        own = await room.presses(room.rina, submitted, wording.CONFIRM)
        assert len(room.files) == 2
        published = await room.presses(room.budi, request, wording.CONFIRM)
        told = await room.says(room.rina)
        after = await room.asks(room.siti, QUESTION)

    assert submitted.text.startswith(wording.SUBMITTED)
    assert wording.WAITS in submitted.text
    assert request.text.startswith(wording.PLEASE_CONFIRM)
    assert own.text.startswith(wording.OWN_DRAFT)
    assert published.text.startswith("Terbit: ")
    assert "disetujui dan diterbitkan oleh" in told.text
    assert SUMMARY in after.text


async def test_that_the_owner_cannot_be_told_keeps_nothing_from_being_published(
    room: Newsroom, site: Site
) -> None:
    async with room.runs(four_eyes=True):
        await room.asks(room.budi, "/draf")
        preview = await prepare(room, site)
        await room.presses(room.rina, preview, wording.SUBMIT)
        request = await room.says(room.budi)
        room.telegram.faults.next("sendMessage", Fault.error(400, "Bad Request: out of order"))
        published = await room.presses(room.budi, request, wording.CONFIRM)

    assert published.text.startswith("Terbit: ")
    assert len(room.files) == 3


async def test_with_four_eyes_and_nobody_else_the_draft_waits(room: Newsroom, site: Site) -> None:
    room.rules = type(room.rules)(
        chiefs=frozenset({room.rina.id}),
        moderators=frozenset({room.rina.id}),
        four_eyes=True,
        allow_hosts=room.rules.allow_hosts,
    )
    async with room.runs():
        preview = await prepare(room, site)
        submitted = await room.presses(room.rina, preview, wording.SUBMIT)

    assert submitted.text.startswith(wording.NOBODY_TO_CONFIRM)
    assert len(room.files) == 2


async def test_nobody_goes_without_an_answer_while_an_article_is_published(
    room: Newsroom, site: Site
) -> None:
    async with room.runs():
        preview = await prepare(room, site)
        await room.rina.presses(preview, wording.PUBLISH)
        for _ in range(5):
            answer = await room.asks(room.siti, "Apakah Sirekap menyewa Alibaba Cloud?")
            assert answer_texts.NOT_FOUND not in answer.text
        await room.telegram.bot_edits(preview, within=10)
