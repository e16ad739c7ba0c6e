"""Articles are corrected, edited and retracted from the chat, and each change can be undone."""

import pytest

from bot.articles import article_key
from bot.texts import follow_up
from bot.texts import moderation_changes as texts
from tests.chat.corpora import QUESTION
from tests.chat.newsroom import Newsroom, room
from tests.fake_telegram import BotMessage

__all__ = ["room"]

KEY = article_key("https://www.kompas.com/berita")
OTHER_KEY = article_key("https://www.kompas.com/lain")
BODY = "KPU menyewa komputasi awan dari Alibaba Cloud untuk Sirekap."
CORRECTION = "Sebelumnya tertulis menyewa; yang betul membeli."
REASON = "Dicabut oleh medianya."


async def test_a_correction_reaches_the_earlier_reader(room: Newsroom) -> None:
    async with room.runs():
        await room.asks(room.siti, QUESTION)
        done = await room.asks(room.budi, f"/koreksi {KEY} {CORRECTION}")
        told = await room.says(room.siti)
        answer = await room.asks(room.siti, QUESTION)

    assert done.text.startswith(texts.CORRECTED)
    assert told.text.startswith(follow_up.ARTICLES_CHANGED)
    assert CORRECTION in told.text
    assert CORRECTION in answer.text
    assert CORRECTION in room.files["artikel-0.md"]


async def test_a_retracted_article_is_no_longer_quoted(room: Newsroom) -> None:
    async with room.runs():
        before = await room.asks(room.siti, QUESTION)
        done = await room.asks(room.budi, f"/tarik {KEY} {REASON}")
        told = await room.says(room.siti)
        after = await room.asks(room.siti, QUESTION)

    assert BODY in before.text
    assert done.text.startswith(texts.RETRACTED)
    assert REASON in told.text
    assert BODY not in after.text


@pytest.mark.parametrize(
    "name",
    [KEY, KEY.upper(), "https://www.kompas.com/berita", "http://kompas.com/berita?utm_source=x",
     "artikel-0.md", "artikel-0"],
)  # fmt: skip
async def test_an_article_is_named_by_key_address_or_file(room: Newsroom, name: str) -> None:
    async with room.runs():
        await room.asks(room.rina, f"/koreksi {name} {CORRECTION}")

    assert CORRECTION in room.files["artikel-0.md"]


@pytest.mark.parametrize(
    ("command", "said"),
    [
        ("/koreksi", CORRECTION),
        ("/koreksi 1", CORRECTION),
        ("/tarik", REASON),
        ("/tarik 1", REASON),
    ],
)
async def test_an_article_is_named_by_replying_to_the_answer(
    room: Newsroom, command: str, said: str
) -> None:
    async with room.runs():
        answer = await room.asks(room.rina, QUESTION)
        await room.rina.sends(f"{command} {said}", reply_to=answer)
        done = await room.says(room.rina)

    assert done.text.startswith((texts.CORRECTED, texts.RETRACTED))
    assert said in room.files["artikel-0.md"]


async def test_of_several_quotations_one_is_chosen(room: Newsroom) -> None:
    async with room.runs():
        answer = await room.asks(room.rina, "Alibaba Cloud atau mesin ketik biru?")
        await room.rina.sends("/koreksi", reply_to=answer)
        candidates = await room.says(room.rina)
        await room.rina.presses(candidates, "Judul lain")
        menu = await room.says(room.rina)
        await room.rina.sends("/tarik", reply_to=answer)
        to_retract = await room.says(room.rina)
        await room.rina.presses(to_retract, "Judul lain")
        prompt = await room.says(room.rina)

    assert candidates.text.startswith(texts.WHICH_ARTICLE)
    assert OTHER_KEY in candidates.text
    assert "Panitia" not in menu.text
    assert f"{OTHER_KEY} · artikel-1.md" in menu.text
    assert texts.ASK_REASON in prompt.text


async def open_menu(room: Newsroom) -> BotMessage:
    """Return what shows the fields of an article."""
    return await room.asks(room.rina, f"/koreksi {KEY}")


@pytest.mark.parametrize(
    ("label", "value", "written"),
    [
        ("Judul", "Judul yang betul", 'title: "Judul yang betul"'),
        ("Media", "Antara", "outlet: Antara"),
        ("Tanggal", "14 Maret 2024", "published: 2024-03-14"),
        ("Sudut pandang", "kpu, bawaslu", "perspectives: [kpu, bawaslu]"),
        ("Topik", "hoaks", "topics: [hoaks]"),
        ("Pertanyaan", "Dari siapa KPU menyewa?", '  - "Dari siapa KPU menyewa?"'),
        ("Isi", "KPU membeli komputasi awan.", "KPU membeli komputasi awan."),
        ("Isi", "1: KPU membeli awan.", "KPU membeli awan."),
        (texts.NOTE_CORRECTION, CORRECTION, CORRECTION),
    ],
)
async def test_a_field_is_edited_by_replying_to_its_prompt(
    room: Newsroom, label: str, value: str, written: str
) -> None:
    async with room.runs():
        menu = await open_menu(room)
        await room.rina.presses(menu, label)
        prompt = await room.says(room.rina)
    async with room.runs():
        await room.rina.sends(value, reply_to=prompt)
        done = await room.says(room.rina)

    assert done.text.startswith((texts.EDITED, texts.CORRECTED))
    assert written in room.files["artikel-0.md"]


async def test_a_kind_is_chosen_with_a_button(room: Newsroom) -> None:
    async with room.runs():
        kinds = await room.presses(room.rina, await open_menu(room), "Jenis")
        done = await room.presses(room.rina, kinds, "Analisis")

    assert done.text.startswith(texts.EDITED)
    assert "kind: analisis" in room.files["artikel-0.md"]


async def test_a_field_is_edited_by_typing(room: Newsroom) -> None:
    async with room.runs():
        done = await room.asks(room.rina, f"/ubah {KEY} judul Judul yang betul")
        prompt = await room.asks(room.rina, f"/ubah {KEY} media")
        helped = await room.asks(room.rina, f"/ubah {KEY}")

    assert done.text.startswith(texts.EDITED)
    assert 'title: "Judul yang betul"' in room.files["artikel-0.md"]
    assert "Sekarang: Kompas.com" in prompt.text
    assert texts.HOW_TO_EDIT in helped.text


async def test_a_hand_edit_between_prompt_and_reply_is_told_and_not_overwritten(
    room: Newsroom,
) -> None:
    async with room.runs():
        menu = await open_menu(room)
        await room.rina.presses(menu, "Judul")
        prompt = await room.says(room.rina)
        path = room.corpus / "articles" / "artikel-0.md"
        edited = path.read_text(encoding="utf-8").replace("Judul berita", "Judul dari editor")
        path.write_text(edited, encoding="utf-8")
        await room.rina.sends("Judul dari Rina", reply_to=prompt)
        told = await room.says(room.rina)
        press = await room.rina.presses(menu, "Media")
        newest = await room.telegram.bot_edits(menu)
        assert (await room.telegram.answer_to(press)).text == texts.ARTICLE_CHANGED

    assert "Judul dari editor" in told.text
    assert path.read_text(encoding="utf-8") == edited
    assert "Judul: Judul dari editor" in newest.text


async def test_two_moderators_on_one_article_overwrite_nothing(room: Newsroom) -> None:
    async with room.runs():
        await room.rina.presses(await open_menu(room), "Judul")
        prompt = await room.says(room.rina)
        await room.asks(room.budi, f"/ubah {KEY} judul Judul dari Budi")
        await room.rina.sends("Judul dari Rina", reply_to=prompt)
        told = await room.says(room.rina)

    assert "Judul dari Budi" in told.text
    assert 'title: "Judul dari Budi"' in room.files["artikel-0.md"]


async def test_a_retraction_asks_for_its_reason(room: Newsroom) -> None:
    async with room.runs():
        await room.rina.presses(await open_menu(room), texts.RETRACT)
        prompt = await room.says(room.rina)
        await room.rina.sends(REASON, reply_to=prompt)
        done = await room.says(room.rina)
        again = await room.asks(room.rina, f"/tarik {KEY} {REASON}")

    assert done.text.startswith(texts.RETRACTED)
    assert "sudah ditarik" in again.text


async def test_claim_cards_that_cite_a_retracted_article_are_named(room: Newsroom) -> None:
    claims = room.corpus / "claims"
    claims.mkdir()
    (claims / "sewa.md").write_text(
        '---\nclaim: "KPU menyewa komputasi awan"\nclaimants: ["KPU"]\nfirst_made: 2024-03-13\n'
        f"topics: [alibaba-cloud]\n---\n## Klaim\n{BODY} [artikel-0.md]\n",
        encoding="utf-8",
    )
    async with room.runs():
        done = await room.asks(room.rina, f"/tarik {KEY} {REASON}")

    assert "claims/sewa.md:8: artikel artikel-0.md sudah ditarik" in done.text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("/koreksi", texts.HOW_TO_CORRECT),
        ("/tarik", texts.HOW_TO_RETRACT),
        ("/koreksi aaaaaaaaaa sesuatu", texts.UNKNOWN_ARTICLE),
        ("/tarik aaaaaaaaaa sesuatu", texts.UNKNOWN_ARTICLE),
        ("/ubah", texts.HOW_TO_EDIT),
        ("/ubah aaaaaaaaaa judul Sesuatu", texts.UNKNOWN_ARTICLE),
        ("/riwayat aaaaaaaaaa", texts.UNKNOWN_ARTICLE),
        ("/urung satu", texts.HOW_TO_UNDO),
        ("/urung 99", "99"),
    ],
)
async def test_a_command_that_says_too_little_is_explained(
    room: Newsroom, words: str, said: str
) -> None:
    async with room.runs():
        explained = await room.asks(room.rina, words)

    assert said in explained.text
