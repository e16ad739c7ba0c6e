"""Codes that nobody was given are answered like any other, alarm no moderator, and do nothing."""

import re
from itertools import islice, product

import pytest

from bot.chat.callbacks import _CODES, decode
from tests.chat.conftest import StartBot
from tests.fake_telegram import BotMessage, FakeTelegram, User

PIECES = (
    *("0" * 16, "0" * 8, "f" * 16, "1", "0", "y", "n", "kpu", "alibaba-cloud", "abcde", ""),
    *("tanya", "admin", "semua", "abcdefghij", "abcdefghij:0", "helpful", "send", "publish"),
    *("k", "title", "wib", "22-5", "ringkas", "999999"),
)
"""What fields of codes may hold, some of it true."""

AT_MOST = 3
"""Codes of each kind."""


def list_codes() -> list[str]:
    """Return well-formed codes of every kind that can be made of `PIECES`."""
    codes: list[str] = []
    for beginning, (_, shapes) in _CODES.items():
        fitting = [[p for p in PIECES if re.fullmatch(each.pattern, p)] for each in shapes]
        made = (":".join([beginning, *fields]) for fields in product(*fitting))
        codes += islice((code for code in made if decode(code)), AT_MOST)
    return codes


def test_codes_of_most_kinds_are_forged() -> None:
    forged = {code.partition(":")[0] for code in list_codes()}

    assert len(forged) > 0.8 * len(_CODES)


@pytest.mark.parametrize("in_group", [False, True])
async def test_forged_codes_are_answered_without_an_incident(
    telegram: FakeTelegram,
    siti: User,
    start_bot: StartBot,
    caplog: pytest.LogCaptureFixture,
    in_group: bool,
) -> None:
    telegram.allow("message is not modified")
    telegram.allow("there are no administrators in the private chat")
    codes = list_codes()
    people = [telegram.user(f"Budi {number}") for number in range(len(codes) // 8 + 1)]
    group = telegram.supergroup("Warga", [siti, *people])
    async with start_bot():
        shown: list[BotMessage] = []
        for person in people:
            if in_group:
                await person.sends("/tanya apakah sirekap pakai alibaba cloud?", to=group)
                shown.append(await telegram.bot_says(group, within=30))
            else:
                await person.starts()
                shown.append(await telegram.bot_says(person.chat, within=30))
        for number, code in enumerate(codes):
            person, message = people[number // 8], shown[number // 8]
            press = await person.sends_callback(message, code)
            await telegram.answer_to(press, within=30)

    assert [each for each in caplog.records if each.getMessage().startswith("Gangguan")] == []
