"""/antrean: what is missing is grouped and listed, and unknown codes are said to be none."""

import pytest

from bot.texts import chat as chat_texts
from bot.texts import moderation_queue as texts
from tests.chat.newsroom import Newsroom, room, site
from tests.chat.queued import GOLD, code_of, leave, open_group

__all__ = ["room", "site"]

SALARY = ("berapa gaji ketua KPU?", "Gaji ketua KPU berapa sih")


async def test_like_questions_are_one_group_with_people_and_days_but_no_id(
    room: Newsroom,
) -> None:
    async with room.runs():
        empty = await room.asks(room.rina, "/antrean")
        await leave(room, room.siti, SALARY[0])
        await leave(room, room.siti, SALARY[1])
        await leave(room, room.telegram.user("Ani"), SALARY[1])
        await leave(room, room.siti, GOLD)
        listed = await room.asks(room.budi, "/antrean")
        await room.budi.presses(listed, "1")
        group = await room.says(room.budi)

    assert empty.text == texts.QUEUE_EMPTY
    first, second = listed.text.split("\n1. ")[1].split("\n2. ")
    assert SALARY[1] in first
    assert "2 penanya" in first
    assert "1 bunyi lain" in first
    assert GOLD in second
    assert "1 penanya" in second
    assert SALARY[0] in group.text
    for message in (listed, group):
        assert "Siti" not in message.text
        assert str(room.siti.id) not in str(message.raw)


async def test_a_long_queue_is_paged(room: Newsroom) -> None:
    words = ["emas", "beras", "hujan", "motor", "kapal", "kucing", "sepatu"]
    async with room.runs():
        for number, word in enumerate(words):
            person = room.telegram.user(f"Orang {number}")
            await leave(room, person, f"berapa harga {word} {word}ku")
        listed = await room.asks(room.rina, "/antrean")
        further = await room.presses(room.rina, listed, chat_texts.NEXT)
        back = await room.presses(room.rina, further, chat_texts.PREVIOUS)

    assert "1–5 dari 7" in listed.text
    assert "6–7 dari 7" in further.text
    assert further.button_texts == ["6", "7", chat_texts.PREVIOUS]
    assert back.text == listed.text


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("zzz", texts.UNKNOWN_GROUP),
        ("aaaa", texts.UNKNOWN_GROUP),
        ("abcdef spam", texts.UNKNOWN_GROUP),
        ("abcdef buka", texts.NOTHING_TO_REOPEN),
    ],
)
async def test_an_unknown_code_is_said_to_be_none(room: Newsroom, words: str, said: str) -> None:
    async with room.runs():
        assert (await room.asks(room.rina, f"/antrean {words}")).text == said


async def test_an_unknown_step_is_told_the_known_ones(room: Newsroom) -> None:
    async with room.runs():
        group = await open_group(room)
        said = await room.asks(room.rina, f"/antrean {code_of(group)} hapus semua")

    assert said.text == texts.BAD_STEP
