"""/ekspor: four files that anybody may have."""

import csv
import io
import json
import zipfile

from bot.texts import moderation_figures as texts
from bot.texts import moderation_screen
from tests.chat.corpora import QUESTION
from tests.chat.newsroom import Newsroom, room
from tests.fake_telegram import BotMessage

__all__ = ["room"]


def read_file(room: Newsroom, message: BotMessage) -> bytes:
    return room.telegram.world.files[message.raw["document"]["file_id"]]


async def test_corpus_claims_history_and_counts_come_as_files(room: Newsroom) -> None:
    async with room.runs():
        for _ in range(5):
            await room.asks(room.siti, QUESTION)
        await room.asks(room.siti, "qwrtp zxcvb")
        await room.asks(room.rina, "/koreksi artikel-0.md Angkanya diralat.")
        await room.rina.sends("/ekspor")
        files = [await room.says(room.rina) for _ in range(4)]

    names = [file.raw["document"]["file_name"] for file in files]
    assert names == ["korpus.zip", "klaim.jsonld", "riwayat.csv", "jumlah-pertanyaan.csv"]
    assert [file.text for file in files] == [texts.describe_file(name) for name in names]
    contents = [read_file(room, file) for file in files]
    with zipfile.ZipFile(io.BytesIO(contents[0])) as archive:
        packed = archive.read("articles/artikel-0.md").decode()
    assert packed == room.files["artikel-0.md"]
    assert "Angkanya diralat." in packed
    assert json.loads(contents[1]) == []
    history = list(csv.reader(io.StringIO(contents[2].decode("utf-8-sig"), newline="")))
    assert [row[2] for row in history[1:]] == ["koreksi"]
    counts = list(csv.reader(io.StringIO(contents[3].decode("utf-8-sig"), newline="")))
    assert ["hasil", "found", "5"] in [row[1:] for row in counts]
    assert not [row for row in counts[1:] if int(row[3]) < 5]
    for person in (room.siti, room.rina):
        assert str(person.id).encode() not in b"".join(contents)


async def test_the_menu_of_moderators_names_every_command(room: Newsroom) -> None:
    async with room.runs():
        await room.asks(room.rina, "/bantuan")
        scope = {"type": "chat", "chat_id": room.rina.chat.id}
        named = room.telegram.commands(scope)

    assert {"antrean", "statistik", "ekspor", "moderasi"} <= set(named)
    assert moderation_screen.SCREEN_TITLE
