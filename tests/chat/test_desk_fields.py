"""Fields of a draft are set with buttons, by replies and by typing; doubts are settled."""

import pytest

from bot.texts import moderation_drafts as wording
from tests.chat.newsroom import (
    FIRST,
    META,
    QUESTION,
    SECOND,
    TITLE,
    Newsroom,
    make_page,
    mark_of,
    room,
    site,
)
from tests.desk.news_site import Site, open_site

__all__ = ["room", "site"]


@pytest.mark.parametrize(
    ("label", "value", "shown"),
    [
        ("Judul", "Server Sirekap Pindah", "Judul: Server Sirekap Pindah"),
        ("Media", "Antara", "Media: Antara"),
        ("Alamat", "https://www.kompas.com/satu", "Alamat: https://www.kompas.com/satu"),
        ("Tanggal", "9 Agustus 2024", "Tanggal: 9 Agustus 2024"),
        ("Pertanyaan", QUESTION, f"Pertanyaan: {QUESTION}"),
        ("Isi", f"{SECOND}\n\n{FIRST}", "Isi: 2 paragraf"),
    ],
)
async def test_a_field_is_set_by_replying_to_its_prompt(
    room: Newsroom, site: Site, label: str, value: str, shown: str
) -> None:
    async with room.runs():
        preview = await room.takes_in(room.rina, site.url("/antariksa"))
        changed = await room.fills(room.rina, preview, label, value)

    assert shown in changed.text
    assert changed.message_id != preview.message_id


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("judul Server Sirekap Pindah", "Judul: Server Sirekap Pindah"),
        ("judul Terbit Terang di Samarinda", "Judul: Terbit Terang di Samarinda"),
        ("media Antara", "Media: Antara"),
        ("alamat https://www.kompas.com/satu", "Alamat: https://www.kompas.com/satu"),
        ("tanggal 9/8/2024", "Tanggal: 9 Agustus 2024"),
        ("tanggal terbit 2024-08-09", "Tanggal: 9 Agustus 2024"),
        ("jenis cek fakta", "Jenis: Cek fakta"),
        ("sudut pandang Bawaslu, dpr", "Sudut pandang: Bawaslu, DPR dan DPD"),
        ("topik alibaba-cloud, hoaks", "Topik: Server dan Alibaba Cloud, "),
        (f"tanya {QUESTION}", f"Pertanyaan: {QUESTION}"),
        (f"isi {SECOND}", "Isi: 1 paragraf"),
        (f"Ringkasan\n{SECOND}", "Isi: 1 paragraf"),
    ],
)
async def test_a_field_is_set_by_typing(room: Newsroom, site: Site, words: str, shown: str) -> None:
    async with room.runs():
        preview = await room.takes_in(room.rina, site.url("/antariksa"))
        named = await room.asks(room.rina, f"/draf {mark_of(preview)} {words}")
        await room.rina.sends(f"/draf {words}", reply_to=named)
        replied = await room.says(room.rina)

    assert shown in named.text
    assert shown in replied.text or "sudah" in replied.text


async def test_a_prompt_is_answered_after_a_restart(room: Newsroom, site: Site) -> None:
    async with room.runs():
        preview = await room.takes_in(room.rina, site.url("/antariksa"))
        await room.rina.presses(preview, "Judul")
        prompt = await room.says(room.rina)
    async with room.runs():
        await room.rina.sends("Server Sirekap Pindah", reply_to=prompt)
        changed = await room.says(room.rina)

    assert "Judul: Server Sirekap Pindah" in changed.text


async def test_two_prompts_for_different_fields_are_both_answered(
    room: Newsroom, site: Site
) -> None:
    async with room.runs():
        preview = await room.takes_in(room.rina, site.url("/antariksa"))
        await room.rina.presses(preview, "Judul")
        first = await room.says(room.rina)
        await room.rina.presses(preview, "Media")
        second = await room.says(room.rina)
        await room.rina.sends("Server Sirekap Pindah", reply_to=first)
        await room.says(room.rina)
        await room.rina.sends("Antara", reply_to=second)
        changed = await room.says(room.rina)

    assert "Judul: Server Sirekap Pindah" in changed.text
    assert "Media: Antara" in changed.text


async def test_a_value_that_does_not_fit_is_refused_with_its_mend(
    room: Newsroom, site: Site
) -> None:
    async with room.runs():
        preview = await room.takes_in(room.rina, site.url("/antariksa"))
        mark = mark_of(preview)
        for words in ("tanggal kapan-kapan", "topik alibaba-clod", "jenis dongeng", "alamat apa"):
            refused = await room.asks(room.rina, f"/draf {mark} {words}")
            assert "Draf" not in refused.text
            assert len(refused.text.split()) > 4
        same = await room.asks(room.rina, f"/draf {mark}")

    assert f"Judul: {TITLE}" in same.text
    assert "Tanggal: 8 Agustus 2024" in same.text


async def test_labels_are_chosen_with_buttons(room: Newsroom, site: Site) -> None:
    async with room.runs():
        preview = await room.takes_in(room.rina, site.url("/antariksa"))
        kinds = await room.presses(room.rina, preview, "Jenis")
        assert "✓ Berita" in kinds.button_texts
        preview = await room.presses(room.rina, kinds, "Analisis")
        assert "Jenis: Analisis" in preview.text
        voices = await room.presses(room.rina, preview, "Sudut pandang")
        voices = await room.presses(room.rina, voices, "Bawaslu")
        voices = await room.presses(room.rina, voices, "✓ KPU")
        assert "✓ Bawaslu" in voices.button_texts
        assert "KPU" in voices.button_texts
        preview = await room.presses(room.rina, voices, wording.DONE_CHOOSING)
        topics = await room.presses(room.rina, preview, "Topik")
        topics = await room.presses(room.rina, topics, "✓ Server dan Alibaba Cloud")
        preview = await room.presses(room.rina, topics, wording.DONE_CHOOSING)

    assert "Sudut pandang: Bawaslu\n" in preview.text
    assert f"Topik: {wording.UNKNOWN}" in preview.text
    assert wording.describe_missing("topics") in preview.text


async def test_questions_are_listed_added_and_taken_away(room: Newsroom, site: Site) -> None:
    async with room.runs():
        preview = await room.takes_in(room.rina, site.url("/antariksa"))
        preview = await room.fills(room.rina, preview, "Pertanyaan", QUESTION)
        listed = await room.presses(room.rina, preview, "Pertanyaan")
        assert f"1. {QUESTION}" in listed.text
        preview = await room.fills(room.rina, listed, wording.ADD_QUESTION, "Kapan server pindah?")
        listed = await room.presses(room.rina, preview, "Pertanyaan")
        listed = await room.presses(room.rina, listed, wording.drop_question(1))
        assert "1. Kapan server pindah?" in listed.text
        preview = await room.presses(room.rina, listed, wording.drop_question(1))

    assert f"Pertanyaan: {wording.UNKNOWN}" in preview.text


async def test_questions_that_the_draft_answers_are_named(room: Newsroom, site: Site) -> None:
    async with room.runs():
        preview = await room.takes_in(room.rina, site.url("/antariksa"))
        preview = await room.fills(room.rina, preview, "Pertanyaan", QUESTION)

    assert f"{wording.ANSWERED}\n• {QUESTION}" in preview.text


async def test_doubts_are_asked_one_after_another(room: Newsroom) -> None:
    pasted = f"{TITLE}\nBagian lain dari judul itu\n{FIRST}\nKata Wiranto\n{SECOND}"
    async with room.runs():
        preview = await room.asks(room.rina, f"/tambah {pasted}")
        assert wording.describe_doubt("headline") in preview.text
        assert "Bagian lain dari judul itu" in preview.parts("blockquote")
        preview = await room.presses(room.rina, preview, "Pakai baris ini")
        assert "Judul: Bagian lain dari judul itu" in preview.text
        assert wording.describe_doubt("line") in preview.text
        preview = await room.presses(room.rina, preview, "Hapus baris ini")
        assert wording.describe_doubt("date_from_text") in preview.text
        await room.rina.presses(preview, wording.READ_BODY)
        body = await room.says(room.rina)
        preview = await room.presses(room.rina, preview, wording.RIGHT)

    assert body.parts("blockquote") == [FIRST, SECOND]
    assert "Perlu Anda pastikan" not in preview.text
    assert "Tanggal: 7 Agustus 2024" in preview.text


async def test_an_address_that_the_page_names_on_another_site_is_asked(room: Newsroom) -> None:
    canonical = '<link rel="canonical" href="https://www.antaranews.com/berita/1/server-pindah">'
    with open_site({"/satu": make_page(FIRST, SECOND, head=META + canonical)}) as site:
        async with room.runs():
            preview = await room.takes_in(room.rina, site.url("/satu"))
            assert wording.describe_doubt("other_site") in preview.text
            preview = await room.presses(room.rina, preview, "Pakai alamat ini")

    assert "Alamat: https://www.antaranews.com/berita/1/server-pindah" in preview.text


async def test_doubts_and_warnings_are_settled_by_typing(room: Newsroom) -> None:
    pasted = f"{TITLE}\nBagian lain dari judul itu\n{FIRST}\n{SECOND}"
    async with room.runs():
        preview = await room.asks(room.rina, f"/tambah {pasted}")
        mark = mark_of(preview)
        preview = await room.asks(room.rina, f"/draf {mark} ya")
        assert "Judul: Bagian lain dari judul itu" in preview.text
        preview = await room.asks(room.rina, f"/draf {mark} tidak")
        assert "Perlu Anda pastikan" not in preview.text
        await room.asks(room.rina, f"/draf {mark} media Antara")
        await room.asks(room.rina, f"/draf {mark} alamat https://www.antaranews.com/berita/1")
        asked = await room.asks(room.rina, f"/draf {mark} terbitkan")
        assert wording.type_confirmation(mark) in asked.text
        published = await room.asks(room.rina, f"/draf {mark} terbitkan begini")

    assert published.text.startswith("Terbit: Bagian lain dari judul itu")


async def test_a_missing_headline_is_written_and_asked_no_more(room: Newsroom) -> None:
    async with room.runs():
        preview = await room.asks(room.rina, f"/tambah {FIRST}\n{SECOND}")
        assert wording.describe_doubt("no_headline") in preview.text
        assert wording.RIGHT not in preview.button_texts
        preview = await room.fills(room.rina, preview, "Judul", TITLE)

    assert f"Judul: {TITLE}" in preview.text
    assert wording.describe_doubt("no_headline") not in preview.text
