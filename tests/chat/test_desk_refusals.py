"""What cannot be taken in is refused in one sentence: files, pages, texts."""

import pytest

from bot.texts import chat as chat_texts
from bot.texts import moderation as texts
from tests.chat.newsroom import (
    PASTED,
    Newsroom,
    room,
    site,
)
from tests.desk.news_site import Reply, open_site

__all__ = ["room", "site"]


@pytest.mark.parametrize(
    ("claimed", "actual"), [(6_000_000, 10), (None, 6_000_000), (10, 6_000_000)]
)
async def test_a_file_that_is_too_large_is_refused(
    room: Newsroom, claimed: int | None, actual: int
) -> None:
    async with room.runs():
        await room.rina.sends_file("berita.txt", b"a" * actual, file_size=claimed)
        said = await room.says(room.rina)
        if said.text == texts.READING_FILE:
            said = await room.telegram.bot_edits(said, within=10)

    assert said.text.startswith("Berkas itu lebih besar dari 5 MiB.")


async def test_other_files_are_refused_in_a_sentence(room: Newsroom) -> None:
    async with room.runs():
        await room.rina.sends_document("laporan.pdf")
        refused = await room.says(room.rina)
        await room.rina.sends_document("laporan.txt")
        reading = await room.says(room.rina)
        room.telegram.allow("invalid file_id")
        missing = await room.telegram.bot_edits(reading, within=10)

    assert refused.text == texts.WRONG_FILE
    assert missing.text == texts.FILE_NOT_DELIVERED


async def test_a_citizens_file_gets_the_hint_of_citizens(room: Newsroom) -> None:
    async with room.runs():
        await room.siti.sends_file("berita.txt", PASTED.encode())

        assert (await room.says(room.siti)).text == chat_texts.FILE
        assert room.telegram.calls_of("getFile") == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("/tambah https://127.0.0.1.invalid/satu", "Situs 127.0.0.1.invalid tidak ditemukan."),
        ("/tambah halo semua apa kabar", "Tidak ada paragraf artikel yang terbaca"),
    ],
)
async def test_what_cannot_be_taken_in_is_refused_in_a_sentence(
    room: Newsroom, words: str, said: str
) -> None:
    async with room.runs():
        message = await room.asks(room.rina, words)
        if message.text == texts.FETCHING:
            message = await room.telegram.bot_edits(message, within=10)

    assert message.text.startswith(said)
    assert message.buttons == ()


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (Reply(status=404), "Halaman itu tidak ada di situsnya."),
        (Reply(b"%PDF", headers={"Content-Type": "application/pdf"}), "Alamat itu berisi berkas"),
        (Reply(b"a" * 6_000_000), "Halaman itu lebih besar dari 5 MiB."),
        ("<html><body>kosong</body></html>", "Tidak ada artikel yang terbaca di halaman itu."),
    ],
)
async def test_a_page_that_cannot_be_read_is_refused_in_a_sentence(
    room: Newsroom, page: Reply | str, said: str
) -> None:
    with open_site({"/satu": page}) as site:
        async with room.runs():
            refused = await room.takes_in(room.rina, site.url("/satu"))

    assert refused.text.startswith(said)


async def test_what_the_bot_said_itself_is_no_source(room: Newsroom) -> None:
    async with room.runs():
        answer = await room.asks(room.rina, "Apakah Sirekap menyewa Alibaba Cloud?")
        await room.rina.sends("/tambah", reply_to=answer)
        refused = await room.says(room.rina)

    assert refused.text == texts.NO_LINK_THERE
