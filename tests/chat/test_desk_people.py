"""Chiefs admit and dismiss moderators in the chat; each chooses a name."""

import pytest

from bot.texts import changes as desk_texts
from bot.texts import chat as chat_texts
from bot.texts import moderation
from bot.texts import moderation_changes as texts
from bot.texts import moderation_drafts as wording
from tests.chat.newsroom import Newsroom, room
from tests.fake_telegram import Fault, contents

__all__ = ["room"]


def menu_of(room: Newsroom) -> list[str]:
    """Return the commands that only Siti sees."""
    return room.telegram.commands({"type": "chat", "chat_id": room.siti.id})


async def meet(room: Newsroom) -> None:
    """Let Siti meet the bot."""
    await room.siti.starts()
    await room.says(room.siti)


@pytest.mark.parametrize("way", ["forward", "contact", "number"])
async def test_a_chief_admits_a_moderator(room: Newsroom, way: str) -> None:
    async with room.runs():
        await meet(room)
        if way == "number":
            await room.rina.sends(f"/moderasi tambah {room.siti.id}")
        else:
            if way == "forward":
                shown = await room.rina.forwards("Halo", origin=room.siti)
            else:
                shown = await room.rina.sends(contents.contact("Siti", user_id=room.siti.id))
            await room.says(room.rina)
            await room.rina.sends("/moderasi tambah", reply_to=shown)
        said = await room.says(room.rina)
        welcome = await room.says(room.siti)
        drafts = await room.asks(room.siti, "/draf")

    assert said.text.startswith("Ditambahkan: moderator ")
    assert welcome.text == texts.WELCOME
    assert drafts.text == wording.NO_DRAFTS
    assert menu_of(room)[: len(moderation.COMMANDS)] == list(moderation.COMMANDS)


async def test_who_was_admitted_before_meeting_the_bot_sees_the_commands_once_they_do(
    room: Newsroom,
) -> None:
    fault = Fault.error(400, "Bad Request: chat not found")
    async with room.runs():
        await room.asks(room.rina, "/draf")
        room.telegram.faults.next("getMyCommands", fault)
        await room.asks(room.rina, f"/moderasi tambah {room.siti.id}")
        assert menu_of(room) == []
        await meet(room)

    assert menu_of(room)[: len(moderation.COMMANDS)] == list(moderation.COMMANDS)


async def test_rights_last_over_a_restart_and_end_with_dismissal(room: Newsroom) -> None:
    async with room.runs():
        await meet(room)
        said = await room.asks(room.rina, f"/moderasi tambah {room.siti.id}")
        await room.says(room.siti)
        mark = said.text.rstrip(".").split()[-1]
    async with room.runs():
        assert (await room.asks(room.siti, "/draf")).text == wording.NO_DRAFTS
        asked = await room.asks(room.rina, f"/moderasi keluarkan {mark}")
        kept = await room.presses(room.rina, asked, texts.KEEP_PERSON)
        assert kept.text == texts.NOBODY_DISMISSED
        asked = await room.asks(room.rina, f"/moderasi keluarkan {room.siti.id}")
        gone = await room.presses(room.rina, asked, texts.DISMISS)
        after = await room.asks(room.siti, "/draf")

    assert gone.text.endswith("bukan moderator lagi.")
    assert after.text == chat_texts.UNKNOWN_COMMAND
    assert menu_of(room) == []


async def test_a_dismissal_is_confirmed_by_typing(room: Newsroom) -> None:
    async with room.runs():
        await meet(room)
        await room.asks(room.rina, f"/moderasi tambah {room.siti.id}")
        await room.says(room.siti)
        gone = await room.asks(room.rina, f"/Moderasi keluarkan {room.siti.id} ya")
        after = await room.asks(room.siti, "/draf")

    assert gone.text.endswith("bukan moderator lagi.")
    assert after.text == chat_texts.UNKNOWN_COMMAND


async def test_a_new_chief_admits_others(room: Newsroom) -> None:
    other = room.telegram.user("Dewi")
    async with room.runs():
        await meet(room)
        said = await room.asks(room.rina, f"/moderasi tambah ketua {room.siti.id}")
        await room.says(room.siti)
        admitted = await room.asks(room.siti, f"/moderasi tambah {other.id}")

    assert said.text.startswith("Ditambahkan sebagai ketua: ")
    assert texts.NOT_MET_YET in admitted.text


@pytest.mark.parametrize("words", ["tambah 500000003", "keluarkan b5rfm"])
async def test_who_is_no_chief_changes_nobody(room: Newsroom, words: str) -> None:
    async with room.runs():
        await meet(room)
        refused = await room.asks(room.budi, f"/moderasi {words}")
        outsider = await room.asks(room.siti, "/draf")

    assert refused.text == desk_texts.ONLY_CHIEFS
    assert outsider.text == chat_texts.UNKNOWN_COMMAND


async def test_what_cannot_be_done_is_explained(room: Newsroom) -> None:
    async with room.runs():
        how = await room.asks(room.rina, "/moderasi tambah")
        hidden = await room.rina.forwards("Halo", origin="Tanpa nama")
        await room.says(room.rina)
        await room.rina.sends("/moderasi tambah", reply_to=hidden)
        unknown = await room.says(room.rina)
        fixed = await room.asks(room.rina, f"/moderasi keluarkan {room.budi.id}")
        await room.rina.presses(fixed, texts.DISMISS)
        refused = await room.says(room.rina)
        nobody = await room.asks(room.rina, "/moderasi keluarkan zzzzz")
        unnamed = await room.asks(room.rina, "/moderasi nama")

    assert how.text == texts.HOW_TO_ADMIT
    assert unknown.text == texts.HIDDEN_ACCOUNT
    assert refused.text == desk_texts.FIXED_PERSON
    assert nobody.text == texts.HOW_TO_DISMISS
    assert unnamed.text == texts.HOW_TO_RENAME


async def test_a_name_is_shown_in_place_of_the_mark(room: Newsroom) -> None:
    async with room.runs():
        named = await room.asks(room.budi, "/moderasi nama Budi Santoso")
        taken = await room.asks(room.rina, "/moderasi nama budi santoso")

    assert named.text == texts.describe_renamed("Budi Santoso")
    assert taken.text == desk_texts.TAKEN_NAME
