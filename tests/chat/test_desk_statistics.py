"""/statistik: what was asked is counted where it is asked, and shown in three forms."""

import csv
import io
from collections import Counter

import pytest
from PIL import Image

from bot.desk.figures import split_name
from bot.store import open_memory
from bot.texts import follow_up
from bot.texts import moderation_figures as texts
from tests.chat.clocks import MovingClock
from tests.chat.conftest import KEY
from tests.chat.corpora import QUESTION
from tests.chat.newsroom import Newsroom, room
from tests.fake_telegram import BotMessage

__all__ = ["room"]

MISS = "qwrtp zxcvb"


def read_file(room: Newsroom, message: BotMessage) -> bytes:
    """Return the content of the file or picture that the bot sent."""
    raw = message.raw
    identifier = (raw.get("document") or raw["photo"][0])["file_id"]
    return room.telegram.world.files[identifier]


def read_table(room: Newsroom, message: BotMessage) -> list[list[str]]:
    content = read_file(room, message).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(content, newline="")))


async def count_stored(room: Newsroom) -> dict[str, Counter[str]]:
    """Return what the store has counted, by kind."""
    url = f"sqlite:///{room.corpus.parent / 'memory.db'}"
    async with open_memory(url, KEY) as memory:
        listed = await memory.statistics.list_since(memory.statistics.get_today())
    counts: dict[str, Counter[str]] = {}
    for each in listed:
        kind, what = split_name(each.name)
        counts.setdefault(kind, Counter())[what] += each.count
    return counts


async def test_the_figures_come_as_a_picture_in_words_and_as_a_table(room: Newsroom) -> None:
    async with room.runs():
        answer = await room.asks(room.siti, QUESTION)
        await room.presses(room.siti, answer, follow_up.HELPFUL)
        await room.asks(room.siti, MISS)
        consent = await room.asks(room.siti, f"/kirim {MISS}")
        await room.presses(room.siti, consent, follow_up.SEND)
        await room.rina.sends("/statistik")
        picture, table = await room.says(room.rina), await room.says(room.rina)

    image = Image.open(io.BytesIO(read_file(room, picture)))
    assert (image.format, image.size) == ("PNG", (960, 1280))
    assert texts.describe_total(2) in picture.text
    assert texts.describe_outcome(texts.FOUND, 1, 2) in picture.text
    assert texts.describe_outcome(texts.NOT_FOUND, 1, 2) in picture.text
    assert texts.describe_feedback(1, 0) in picture.text
    assert "Alibaba Cloud (1)" in picture.text
    assert f"{MISS} (1)" in picture.text
    assert table.raw["document"]["file_name"] == "statistik.csv"
    head, *rows = read_table(room, table)
    assert tuple(head) == texts.COUNT_COLUMNS
    assert {tuple(row[1:]) for row in rows} >= {
        ("hasil", "found", "1"),
        ("hasil", "not_found", "1"),
        ("penilaian", "helpful", "1"),
        ("tempat bertanya", "private", "2"),
        ("topik", "alibaba-cloud", "1"),
        ("belum terjawab", MISS, "1"),
    }
    assert str(room.siti.id) not in str(rows)


async def test_without_questions_the_figures_say_so(room: Newsroom) -> None:
    async with room.runs():
        await room.rina.sends("/statistik 7")
        picture, table = await room.says(room.rina), await room.says(room.rina)

    assert texts.NO_QUESTIONS in picture.text
    assert len(read_table(room, table)) == 1


@pytest.mark.parametrize("span", ["0", "366", "-1", "tujuh", "7 8", "٣"])
async def test_a_span_that_is_none_is_refused(room: Newsroom, span: str) -> None:
    async with room.runs():
        assert (await room.asks(room.rina, f"/statistik {span}")).text == texts.BAD_SPAN


async def test_questions_are_counted_wherever_they_are_asked(room: Newsroom) -> None:
    group = room.telegram.supergroup("Warga", members=[room.siti])
    away = room.telegram.supergroup("Tetangga", members=[room.siti], bot="left")
    room.telegram.settings.inline_feedback = True
    async with room.runs():
        await room.asks(room.siti, QUESTION)
        await room.asks(room.siti, "halo")
        await room.siti.sends(f"/tanya {QUESTION}", to=group)
        await room.telegram.bot_says(group)
        query = await room.siti.types_inline("alibaba")
        results = (await room.telegram.answer_to(query)).results
        await room.siti.chooses(results[0], of=query, to=group)
        bot = room.telegram.world.bot.username
        guest = await room.siti.mentions_guest(f"@{bot} {QUESTION}", to=away)
        await room.telegram.answer_to(guest)
        await room.asks(room.siti, "/bantuan")

    counts = await count_stored(room)
    assert counts["channel"] == Counter(private=1, group=1, inline=1, guest=1)
    assert counts["status"] == Counter(found=4)
    assert counts["topic"]["alibaba-cloud"] == 3


async def test_turning_pages_and_news_are_no_questions(room: Newsroom, clock: MovingClock) -> None:
    async with room.runs():
        answer = await room.asks(room.siti, QUESTION)
        await room.asks(room.siti, "/lagi")
        await room.siti.presses(answer, follow_up.SOURCES)
        await room.says(room.siti)
        await clock.passes(12)
        during = await count_stored(room)

    assert during["status"] == Counter(found=1)
    assert await count_stored(room) == during


async def test_what_was_counted_last_is_written_when_the_bot_stops(room: Newsroom) -> None:
    async with room.runs():
        await room.asks(room.siti, QUESTION)
        await room.asks(room.siti, MISS)
    async with room.runs():
        await room.asks(room.siti, MISS)

    assert (await count_stored(room))["status"] == Counter(found=1, not_found=2)
