"""Changes of articles are listed and undone, by those who may."""

from bot.articles import article_key
from bot.texts import moderation_changes as texts
from tests.chat.newsroom import Newsroom, room

__all__ = ["room"]

KEY = article_key("https://www.kompas.com/berita")


OTHER_KEY = article_key("https://www.kompas.com/lain")


CORRECTION = "Sebelumnya tertulis menyewa; yang betul membeli."


REASON = "Dicabut oleh medianya."


async def test_any_number_of_changes_is_undone_one_after_another(room: Newsroom) -> None:
    before = room.files
    async with room.runs():
        await room.asks(room.budi, f"/koreksi {KEY} {CORRECTION}")
        await room.asks(room.budi, f"/ubah {KEY} judul Judul kedua")
        await room.asks(room.budi, f"/tarik {OTHER_KEY} {REASON}")
        asked = await room.asks(room.budi, "/urung")
        assert REASON in asked.text
        undone = await room.presses(room.budi, asked, texts.UNDO_SURELY)
        asked = await room.presses(room.budi, undone, texts.UNDO_FURTHER)
        assert "Judul kedua" in asked.text
        undone = await room.presses(room.budi, asked, texts.UNDO_SURELY)
        asked = await room.presses(room.budi, undone, texts.UNDO_FURTHER)
        undone = await room.presses(room.budi, asked, texts.UNDO_SURELY)
        nothing = await room.asks(room.budi, "/urung")

    assert room.files == before
    assert texts.UNDO_FURTHER not in undone.button_texts
    assert len(nothing.text.split()) > 3
    assert nothing.buttons == ()


async def test_only_a_chief_undoes_what_others_did(room: Newsroom) -> None:
    async with room.runs():
        await room.asks(room.rina, f"/koreksi {KEY} {CORRECTION}")
        refused = await room.asks(room.budi, "/urung 1 ya")
        assert CORRECTION in room.files["artikel-0.md"]
        await room.asks(room.budi, f"/ubah {OTHER_KEY} judul Judul kedua")
        asked = await room.asks(room.rina, "/urung 2")
        assert "Judul kedua" in asked.text
        undone = await room.asks(room.rina, "/urung 2 ya")

    assert len(refused.text.split()) > 3
    assert undone.text.startswith(texts.UNDONE)
    assert "Judul kedua" not in room.files["artikel-1.md"]


async def test_what_was_edited_by_hand_since_is_not_undone(room: Newsroom) -> None:
    async with room.runs():
        await room.asks(room.rina, f"/koreksi {KEY} {CORRECTION}")
        path = room.corpus / "articles" / "artikel-0.md"
        edited = path.read_text(encoding="utf-8").replace("Judul berita", "Judul dari editor")
        path.write_text(edited, encoding="utf-8")
        refused = await room.asks(room.rina, "/urung 1 ya")

    assert "Judul dari editor" in refused.text
    assert path.read_text(encoding="utf-8") == edited


async def test_the_history_tells_who_changed_what_and_when_page_by_page(room: Newsroom) -> None:
    async with room.runs():
        await room.asks(room.budi, "/moderasi nama Budi Santoso")
        for number in range(7):
            await room.asks(room.budi, f"/ubah {KEY} judul Judul nomor {number}")
        await room.asks(room.rina, f"/koreksi {OTHER_KEY} {CORRECTION}")
        newest = await room.asks(room.rina, "/riwayat")
        older = await room.presses(room.rina, newest, texts.OLDER)
        back = await room.presses(room.rina, older, texts.NEWER)
        only = await room.asks(room.rina, f"/riwayat {OTHER_KEY}")

    assert newest.text.startswith(f"{texts.HISTORY}\n\n8. ")
    assert CORRECTION in newest.text
    assert "Budi Santoso mengubah “Judul nomor 6”" in newest.text
    assert "Judul nomor 5 → Judul nomor 6" in newest.text
    assert "\n\n3. " in older.text or older.text.startswith(f"{texts.HISTORY}\n\n3. ")
    assert back.text == newest.text
    assert CORRECTION in only.text
    assert "Budi Santoso" not in only.text


async def test_a_history_of_nothing_says_so(room: Newsroom) -> None:
    async with room.runs():
        none = await room.asks(room.rina, "/riwayat")

    assert none.text == texts.NO_HISTORY
