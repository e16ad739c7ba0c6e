"""An outsider who tries commands and buttons of the queue and the screen gets nowhere."""

import pytest

from bot.texts import chat as texts
from bot.texts import follow_up, moderation_queue
from tests.chat.newsroom import Newsroom, room

__all__ = ["room"]

TOKEN, KEY = "0123456789abcdef", "abcdefgh23"
COMMANDS = [
    *("/antrean", "/antrean abcdef spam", "/queue", "/statistik", "/statistik 7", "/stats"),
    *("/ekspor", "/export", "/moderasi", "/moderasi laporan", "/moderasi masalah"),
    *("/moderasi judul", f"/moderasi judul {KEY} cocok"),
]
CODES = [
    *("ql1:0", f"qo1:{TOKEN}", f"qd1:{TOKEN}:spam", f"qd1:{TOKEN}:wanted", f"qr1:{TOKEN}"),
    *(f"qp1:{TOKEN}", f"qk1:{TOKEN}:{KEY}", "ms1", "ml1:0", f"mo1:{TOKEN}", f"mc1:{TOKEN}"),
    *("mp1:0", "mh1:0", f"mk1:{KEY}:01234567:0"),
]


async def test_commands_are_unknown_to_outsiders(room: Newsroom) -> None:
    async with room.runs():
        said = [(await room.asks(room.siti, command)).text for command in COMMANDS]

    assert said == [texts.UNKNOWN_COMMAND] * len(COMMANDS)
    assert room.telegram.calls_of("sendDocument") == []
    assert room.telegram.calls_of("sendPhoto") == []


async def test_buttons_are_unknown_to_outsiders(room: Newsroom) -> None:
    async with room.runs():
        message = await room.asks(room.siti, "/bantuan")
        said = []
        for code in CODES:
            press = await room.siti.sends_callback(message, code)
            said.append((await room.telegram.answer_to(press)).text)
        await room.telegram.nothing_said(room.siti.chat)

    assert said == [texts.BUTTON_UNKNOWN] * len(CODES)


@pytest.mark.parametrize("command", ["/antrean", "/statistik", "/ekspor", "/moderasi"])
async def test_commands_do_nothing_in_groups(room: Newsroom, command: str) -> None:
    group = room.telegram.supergroup("Warga", members=[room.rina, room.siti])
    async with room.runs():
        await room.rina.sends(command, to=group)
        await room.telegram.nothing_said(group)


async def test_who_is_no_moderator_any_more_can_do_nothing_with_old_buttons(
    room: Newsroom,
) -> None:
    async with room.runs():
        consent = await room.asks(room.siti, "/kirim harga emas hari ini")
        await room.presses(room.siti, consent, follow_up.SEND)
        listed = await room.asks(room.budi, "/antrean")
    async with room.runs(moderators=frozenset({room.rina.id})):
        press = await room.budi.presses(listed, "1")
        assert (await room.telegram.answer_to(press)).text == texts.BUTTON_UNKNOWN
        assert (await room.asks(room.budi, "/antrean")).text == texts.UNKNOWN_COMMAND
        kept = await room.asks(room.rina, "/antrean")

    assert moderation_queue.QUEUE_TITLE in kept.text
