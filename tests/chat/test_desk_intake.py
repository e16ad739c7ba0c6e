"""A moderator hands in a link, a text or a file, and sees a draft."""

import asyncio
import time

import pytest

from bot.texts import chat as chat_texts
from bot.texts import moderation as texts
from bot.texts import moderation_drafts as wording
from tests.chat.newsroom import (
    FIRST,
    OTHER,
    PASTED,
    QUESTION,
    SECOND,
    TITLE,
    Newsroom,
    make_page,
    room,
    site,
)
from tests.desk.news_site import Reply, Site, open_site

__all__ = ["room", "site"]

ADDRESS = "https://kaltim.tribunnews.com/2024/08/08/kpu-memindahkan-server-sirekap"


async def test_a_link_becomes_a_draft_as_the_citizen_will_see_it(
    room: Newsroom, site: Site
) -> None:
    async with room.runs():
        preview = await room.takes_in(room.rina, site.url("/antariksa"))

    assert f"Judul: {TITLE}" in preview.text
    assert "Media: Harian Contoh" in preview.text
    assert "Tanggal: 8 Agustus 2024" in preview.text
    assert (site.url("/antariksa"), site.url("/antariksa")) in preview.links
    assert FIRST in " ".join(preview.parts("expandable_blockquote"))
    assert wording.PREVIEW in preview.text
    assert {wording.PUBLISH, wording.KEEP, wording.DISCARD} <= set(preview.button_texts)
    assert room.telegram.actions_in(room.rina.chat) == ["typing"]


async def test_what_was_filled_in_from_near_articles_is_marked_as_proposed(
    room: Newsroom, site: Site
) -> None:
    async with room.runs():
        preview = await room.takes_in(room.rina, site.url("/antariksa"))

    assert f"Topik: Server dan Alibaba Cloud {wording.SUGGESTED}" in preview.text
    assert f"Judul: {TITLE} {wording.SUGGESTED}" not in preview.text


async def test_what_is_no_article_is_dropped_and_shown(room: Newsroom) -> None:
    async with room.runs():
        preview = await room.asks(room.rina, f"/tambah {PASTED}")
        await room.rina.presses(preview, "Yang dibuang")
        dropped = await room.says(room.rina)

    assert "Baca juga: Apa Itu Sirekap? (baca juga)" in dropped.text
    assert "Isi komentar sepenuhnya tanggung jawab pengguna. (komentar)" in dropped.text
    assert f"Judul: {TITLE}" in preview.text
    assert "Tanggal: 8 Agustus 2024" in preview.text


async def test_a_text_under_the_command_is_taken_in(room: Newsroom) -> None:
    async with room.runs():
        preview = await room.asks(room.rina, f"/tambah\n{ADDRESS}\n{PASTED}")

    assert f"Judul: {TITLE}" in preview.text
    assert (ADDRESS, ADDRESS) in preview.links


async def test_the_command_alone_asks_and_takes_the_reply(room: Newsroom, site: Site) -> None:
    async with room.runs():
        prompt = await room.asks(room.rina, "/tambah")
        markup = room.telegram.calls_of("sendMessage")[-1]["reply_markup"]
        await room.rina.sends(site.url("/antariksa"), reply_to=prompt)
        fetching = await room.says(room.rina)
        preview = await room.telegram.bot_edits(fetching, within=10)

    assert markup["force_reply"]
    assert f"Judul: {TITLE}" in preview.text


async def test_a_forwarded_link_is_answered_as_ever_and_can_be_taken_in(
    room: Newsroom, site: Site
) -> None:
    async with room.runs():
        await room.rina.forwards(f"Lihat {site.url('/antariksa')}", origin=room.siti)
        answer = await room.says(room.rina)
        await room.siti.forwards(f"Lihat {site.url('/antariksa')}", origin=room.rina)
        answer_to_citizen = await room.says(room.siti)
        await room.rina.presses(answer, texts.ADD)
        fetching = await room.says(room.rina)
        preview = await room.telegram.bot_edits(fetching, within=10)

    assert answer.text == answer_to_citizen.text
    assert texts.ADD not in answer_to_citizen.button_texts
    assert f"Judul: {TITLE}" in preview.text


@pytest.mark.parametrize("words", ["{}", "Sudah lihat ini? {} Menarik."])
async def test_a_link_without_a_command_can_be_taken_in(
    room: Newsroom, site: Site, words: str
) -> None:
    async with room.runs():
        answer = await room.asks(room.rina, words.format(site.url("/antariksa")))
        press = await room.rina.sends_callback(answer, "dn1:" + "0" * 16)
        assert (await room.telegram.answer_to(press)).text == chat_texts.BUTTON_EXPIRED
        await room.rina.presses(answer, texts.ADD)
        fetching = await room.says(room.rina)
        preview = await room.telegram.bot_edits(fetching, within=10)

    assert f"Judul: {TITLE}" in preview.text


async def test_a_reply_with_the_command_takes_in_the_forwarded_link(
    room: Newsroom, site: Site
) -> None:
    async with room.runs():
        forwarded = await room.rina.forwards(site.url("/antariksa"), origin="Pak RT")
        await room.says(room.rina)
        await room.rina.sends("/tambah", reply_to=forwarded)
        fetching = await room.says(room.rina)
        preview = await room.telegram.bot_edits(fetching, within=10)

    assert f"Judul: {TITLE}" in preview.text


async def test_the_rest_of_a_text_that_was_cut_is_added_by_a_reply(room: Newsroom) -> None:
    article = "\n".join(f"{FIRST} Itu kejadian yang ke-{number}." for number in range(1, 31))
    whole = f"/tambah {TITLE}\n{article}"
    cut = whole.rindex(" ", 0, 4096)
    async with room.runs():
        preview = await room.asks(room.rina, whole[:cut])
        await room.rina.sends(whole[cut + 1 :], reply_to=preview)
        longer = await room.says(room.rina)
        await room.rina.presses(longer, wording.READ_BODY)
        body = [await room.says(room.rina), await room.says(room.rina)]

    assert texts.TEXT_FULL in preview.text
    paragraphs = [paragraph for part in body for paragraph in part.parts("blockquote")]
    assert paragraphs == article.split("\n"), "the paragraph that was cut is whole again"


async def test_the_rest_of_a_text_that_was_sent_without_a_reply_has_a_button(
    room: Newsroom,
) -> None:
    async with room.runs():
        await room.asks(room.rina, f"/tambah {PASTED}")
        answer = await room.asks(room.rina, f"{SECOND} " * 5 + "Bagian kedua berakhir di sini, ya.")
        await room.rina.presses(answer, "Sambungkan ke draf")
        longer = await room.says(room.rina)
        await room.rina.presses(longer, wording.READ_BODY)
        body = await room.says(room.rina)

    assert body.text.endswith("Bagian kedua berakhir di sini, ya.")


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("berita.html", make_page(FIRST, SECOND)),
        ("../../etc/berita.HTM", make_page(FIRST, SECOND)),
        ("berita.txt", PASTED),
        ("berita.md", OTHER.replace("Judul lain", TITLE)),
    ],
)
async def test_a_file_becomes_a_draft(room: Newsroom, name: str, content: str) -> None:
    async with room.runs():
        await room.rina.sends_file(name, content.encode())
        reading = await room.says(room.rina)
        preview = await room.telegram.bot_edits(reading, within=10)

    assert f"Judul: {TITLE}" in preview.text
    assert {path.name for path in room.corpus.parent.iterdir()} <= {
        *("corpus", "cache", "memory.db", "memory.db-wal", "memory.db-shm")
    }


async def test_a_slow_site_keeps_nobody_else_waiting(room: Newsroom) -> None:
    slow = Reply(make_page(FIRST).encode() + b" " * 30_000, delay=0.1)
    with open_site({"/lambat": slow}) as site:
        async with room.runs():
            fetching = await room.asks(room.rina, f"/tambah {site.url('/lambat')}")
            began = time.monotonic()
            await room.asks(room.siti, "Apakah Sirekap menyewa Alibaba Cloud?")
            waited = time.monotonic() - began
            assert room.telegram.edits_of(fetching) == [], "the page is still coming"
            await room.telegram.bot_edits(fetching, within=15)

    assert waited < 2


async def test_the_same_event_in_the_corpus_is_named_with_its_link(
    room: Newsroom, site: Site
) -> None:
    near = KNOWN_NEAR
    (room.corpus / "articles" / "dekat.md").write_text(near, encoding="utf-8")
    async with room.runs():
        preview = await room.takes_in(room.rina, site.url("/antariksa"))

    assert wording.NEIGHBOURS in preview.text
    assert ("https://www.kompas.com/antariksa", "Server Sirekap pindah") in preview.links


async def test_the_same_address_in_the_corpus_is_an_obstacle(room: Newsroom, site: Site) -> None:
    same = KNOWN_NEAR.replace("https://www.kompas.com/antariksa", site.url("/antariksa"))
    (room.corpus / "articles" / "sama.md").write_text(same, encoding="utf-8")
    async with room.runs():
        preview = await room.takes_in(room.rina, site.url("/antariksa"))
        again = await room.presses(room.rina, preview, wording.PUBLISH)

    assert wording.describe_same_address("sama.md") in preview.text
    assert again.text.startswith(wording.NOT_YET)
    assert sorted(room.files) == ["artikel-0.md", "artikel-1.md", "sama.md"]


KNOWN_NEAR = (
    OTHER.replace("https://www.kompas.com/lain", "https://www.kompas.com/antariksa")
    .replace("Judul lain", "Server Sirekap pindah")
    .replace("2024-03-13", "2024-08-08")
    .replace("Panitia memakai mesin ketik biru.", f"{FIRST}\n\n{SECOND}")
    .replace("Mesin apa yang dipakai panitia?", QUESTION)
)


async def test_another_draft_with_the_same_address_is_named(room: Newsroom, site: Site) -> None:
    async with room.runs():
        first = await room.takes_in(room.rina, site.url("/antariksa"))
        second = await room.takes_in(room.budi, site.url("/antariksa"))

    mark = first.text.split()[1]
    assert f"Alamat ini juga ada di draf {mark} milik moderator " in second.text
    assert "juga ada" not in first.text


async def test_two_chats_are_served_while_pages_are_fetched(room: Newsroom, site: Site) -> None:
    async with room.runs():
        previews = await asyncio.gather(
            room.takes_in(room.rina, site.url("/antariksa")),
            room.takes_in(room.budi, site.url("/antariksa")),
        )

    assert all(f"Judul: {TITLE}" in preview.text for preview in previews)
