"""/moderasi: one screen with what waits, and the lists behind it."""

import pytest

from bot.texts import chat as chat_texts
from bot.texts import follow_up
from bot.texts import moderation_queue as queue_texts
from bot.texts import moderation_screen as texts
from tests.chat.corpora import QUESTION
from tests.chat.newsroom import Newsroom, room, site
from tests.desk.news_site import Site
from tests.fake_telegram import BotMessage, User

__all__ = ["room", "site"]

FROM_URL = "title_from: url\n"


def guess_headlines(room: Newsroom, *files: str) -> None:
    """Mark headlines as rebuilt from their addresses."""
    for name in files:
        path = room.corpus / "articles" / name
        text = path.read_text(encoding="utf-8").replace("outlet:", f"{FROM_URL}outlet:", 1)
        path.write_text(text, encoding="utf-8")


async def report(room: Newsroom, note: str = "") -> None:
    """Let a citizen report the first quotation of an answer to both moderators."""
    for moderator in (room.rina, room.budi):
        await room.asks(moderator, "/bantuan")
    await room.asks(room.siti, QUESTION)
    await room.asks(room.siti, f"/lapor 1 {note}")
    for moderator in (room.rina, room.budi):
        assert note in (await room.says(moderator)).text


async def open_screen(room: Newsroom, person: User) -> BotMessage:
    """Open the screen, whatever else a moderator is told meanwhile."""
    said = await room.asks(person, "/moderasi")
    while not said.text.startswith(texts.SCREEN_TITLE):
        said = await room.says(person)
    return said


async def open_list(room: Newsroom, label: str) -> BotMessage:
    """Open the screen and one of its lists."""
    screen = await open_screen(room, room.rina)
    return await room.presses(room.rina, screen, label)


async def test_the_screen_counts_what_waits_and_leads_there(room: Newsroom, site: Site) -> None:
    guess_headlines(room, "artikel-0.md", "artikel-1.md")
    broken = room.corpus / "articles" / "rusak.md"
    broken.write_text("---\ntitle: x\n", encoding="utf-8")
    async with room.runs():
        await report(room, "angkanya salah")
        consent = await room.asks(room.siti, "/kirim harga emas hari ini")
        await room.presses(room.siti, consent, follow_up.SEND)
        await room.takes_in(room.rina, site.url("/antariksa"))
        screen = await open_screen(room, room.budi)
        queue = await room.presses(room.budi, screen, texts.QUEUE)

    lines = screen.text.split("\n")
    assert lines[0] == texts.SCREEN_TITLE
    assert lines[1:5] == [
        "• 1 draf belum terbit",
        "• 1 pertanyaan belum terjawab",
        "• 1 laporan pembaca",
        f"• {screen.text.split(' masalah')[0].split('• ')[-1]} masalah di berkas korpus",
    ]
    assert "• 2 judul belum dicocokkan dengan sumbernya" in lines
    assert queue.text.startswith(queue_texts.QUEUE_TITLE)


async def test_with_nothing_to_do_the_screen_says_thanks(room: Newsroom) -> None:
    async with room.runs():
        screen = await room.asks(room.rina, "/moderasi")

    assert texts.ALL_DONE in screen.text
    assert screen.button_texts == [
        texts.DRAFTS,
        texts.QUEUE,
        texts.REPORTS,
        texts.PROBLEMS,
        texts.HEADLINES,
    ]


@pytest.mark.parametrize("typed", [False, True])
async def test_a_report_is_opened_and_closed(room: Newsroom, typed: bool) -> None:
    async with room.runs():
        await report(room, "angkanya salah")
        listed = await open_list(room, texts.REPORTS)
        if typed:
            code = listed.text.split("kode ", 1)[1][:6]
            opened = await room.asks(room.rina, f"/moderasi laporan {code}")
            closed = await room.asks(room.rina, f"/moderasi laporan {code} selesai")
        else:
            await room.rina.presses(listed, "1")
            opened = await room.says(room.rina)
            closed = await room.presses(room.rina, opened, texts.CLOSE)
        again = await room.asks(room.budi, "/moderasi laporan")
        press = await room.rina.presses(opened, texts.CLOSE)
        late = await room.telegram.answer_to(press)

    assert "angkanya salah" in listed.text
    assert "KPU menyewa komputasi awan" in opened.parts("blockquote")[0]
    assert opened.button_texts == [texts.OPEN_ARTICLE, texts.CORRECT, texts.RETRACT, texts.CLOSE]
    assert str(room.siti.id) not in str(opened.raw)
    assert closed.text == texts.CLOSED
    assert again.text == texts.NO_REPORTS
    assert late.text == texts.REPORT_GONE


async def test_a_report_leads_to_correcting_its_article(room: Newsroom) -> None:
    async with room.runs():
        await report(room)
        listed = await open_list(room, texts.REPORTS)
        await room.rina.presses(listed, "1")
        opened = await room.says(room.rina)
        await room.rina.presses(opened, texts.CORRECT)
        editing = await room.says(room.rina)

    assert "Judul berita" in editing.text


async def test_problems_are_those_of_the_check(room: Newsroom) -> None:
    broken = room.corpus / "articles" / "rusak.md"
    broken.write_text("---\ntitle: x\n", encoding="utf-8")
    async with room.runs():
        checking = await open_list(room, texts.PROBLEMS)
        listed = await room.telegram.bot_edits(checking, within=10)
    broken.unlink()
    async with room.runs():
        healed = await room.asks(room.rina, "/moderasi masalah")

    assert checking.text == texts.CHECKING
    assert "articles/rusak.md:" in listed.text
    assert healed.text == texts.NO_PROBLEMS


async def test_many_problems_are_paged(room: Newsroom) -> None:
    for number in range(8):
        broken = room.corpus / "articles" / f"rusak-{number}.md"
        broken.write_text("---\ntitle: x\n", encoding="utf-8")
    async with room.runs():
        checking = await open_list(room, texts.PROBLEMS)
        listed = await room.telegram.bot_edits(checking, within=10)
        further = await room.presses(room.rina, listed, chat_texts.NEXT)
        back = await room.presses(room.rina, further, texts.BACK)

    assert "rusak-0.md" in listed.text
    assert "rusak-7.md" in further.text
    assert back.text.startswith(texts.SCREEN_TITLE)


@pytest.mark.parametrize("typed", [False, True])
async def test_a_headline_is_compared_with_its_source_and_confirmed(
    room: Newsroom, typed: bool
) -> None:
    guess_headlines(room, "artikel-0.md")
    async with room.runs():
        listed = await open_list(room, texts.HEADLINES)
        sources = [button.url for row in listed.buttons for button in row if button.url]
        if typed:
            key = listed.text.split(" · ", 1)[1][:10]
            said = await room.asks(room.rina, f"/moderasi judul {key} cocok")
            assert said.text == texts.HEADLINE_CONFIRMED
        else:
            press = await room.rina.presses(listed, texts.confirm_headline(1))
            answer = await room.telegram.answer_to(press)
            assert answer.text == texts.HEADLINE_CONFIRMED
        left = await room.asks(room.rina, "/moderasi judul")
        history = await room.asks(room.rina, "/riwayat")

    assert sources == ["https://www.kompas.com/berita"]
    assert FROM_URL not in room.files["artikel-0.md"]
    assert left.text == texts.NO_HEADLINES
    assert "Judul berita" in history.text


async def test_another_headline_is_set_by_replying(room: Newsroom) -> None:
    guess_headlines(room, "artikel-0.md")
    async with room.runs():
        listed = await open_list(room, texts.HEADLINES)
        await room.rina.presses(listed, texts.replace_headline(1))
        prompt = await room.says(room.rina)
        await room.rina.sends("KPU Menyewa Alibaba Cloud", reply_to=prompt)
        await room.says(room.rina)
        left = await room.asks(room.rina, "/moderasi judul")

    assert "KPU Menyewa Alibaba Cloud" in room.files["artikel-0.md"]
    assert FROM_URL not in room.files["artikel-0.md"]
    assert left.text == texts.NO_HEADLINES


async def test_a_headline_whose_file_was_changed_meanwhile_is_not_confirmed(
    room: Newsroom,
) -> None:
    guess_headlines(room, "artikel-0.md")
    async with room.runs():
        listed = await open_list(room, texts.HEADLINES)
        path = room.corpus / "articles" / "artikel-0.md"
        changed = path.read_text(encoding="utf-8").replace("Judul berita", "Judul baru")
        path.write_text(changed, encoding="utf-8")
        await room.rina.presses(listed, texts.confirm_headline(1))
        told = await room.says(room.rina)

    assert FROM_URL in room.files["artikel-0.md"]
    assert "artikel-0.md" in told.text


async def test_other_words_show_the_screen(room: Newsroom) -> None:
    async with room.runs():
        screen = await room.asks(room.rina, "/moderasi apa saja")
        gone = await room.asks(room.rina, "/moderasi laporan abcdef")

    assert screen.text.startswith(texts.SCREEN_TITLE)
    assert gone.text == texts.REPORT_GONE
