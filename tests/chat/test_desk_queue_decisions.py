"""/antrean: a group is decided on by a tap or by a word, and who waits hears of it."""

import pytest

from bot.texts import follow_up, follow_up_en
from bot.texts import moderation_queue as texts
from tests.chat.newsroom import Newsroom, room, site
from tests.chat.queued import GOLD, code_of, leave, open_group

__all__ = ["room", "site"]


@pytest.mark.parametrize("typed", [False, True])
async def test_spam_is_blocked_and_its_next_sender_is_thanked_without_fuss(
    room: Newsroom, typed: bool
) -> None:
    async with room.runs():
        group = await open_group(room)
        if typed:
            blocked = await room.asks(room.rina, f"/antrean {code_of(group)} spam")
        else:
            blocked = await room.presses(room.rina, group, texts.SPAM)
        again = await leave(room, room.telegram.user("Ani"), f"{GOLD.upper()}!!")
        listed = await room.asks(room.rina, "/antrean")
        english = room.telegram.user("Jane", language_code="en")
        thanked = await leave(room, english, GOLD)

    assert blocked.text.startswith(texts.DECIDED["spam"])
    assert again.text == follow_up.RECEIVED
    assert again.button_texts == []
    assert thanked.text == follow_up_en.RECEIVED
    assert listed.text == texts.QUEUE_EMPTY


@pytest.mark.parametrize("typed", [False, True])
async def test_who_waits_is_told_that_a_question_is_beyond_our_scope(
    room: Newsroom, typed: bool
) -> None:
    async with room.runs():
        group = await open_group(room)
        if typed:
            decided = await room.asks(room.rina, f"/antrean {code_of(group)} luar")
        else:
            decided = await room.presses(room.rina, group, texts.OUTSIDE)
        told = await room.says(room.siti)
        again = await leave(room, room.telegram.user("Ani"), GOLD)
        await room.telegram.nothing_said(room.siti.chat)

    assert decided.text.startswith(texts.DECIDED["outside"])
    assert told.text.startswith(follow_up.OUTSIDE)
    assert told.parts("blockquote") == [GOLD]
    assert again.text == follow_up.OUTSIDE_BEFORE


@pytest.mark.parametrize("typed", [False, True])
async def test_a_decision_is_taken_back(room: Newsroom, typed: bool) -> None:
    async with room.runs():
        group = await open_group(room)
        blocked = await room.presses(room.rina, group, texts.SPAM)
        if typed:
            code = code_of(group)
            back = await room.asks(room.budi, f"/antrean {code} buka")
        else:
            back = await room.presses(room.rina, blocked, texts.REOPEN)
        listed = await room.asks(room.rina, "/antrean")

    assert back.parts("blockquote") == [GOLD]
    assert GOLD in listed.text


async def test_a_group_that_somebody_else_dealt_with_is_gone(room: Newsroom) -> None:
    async with room.runs():
        group = await open_group(room)
        await room.asks(room.budi, f"/antrean {code_of(group)} spam")
        said = []
        for label in group.button_texts:
            press = await room.rina.presses(group, label)
            said.append((await room.telegram.answer_to(press)).text)

    assert said == [texts.GROUP_GONE] * 4
