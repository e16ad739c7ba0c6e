"""Who is no moderator gets nowhere, and learns nothing: neither by commands nor by buttons."""

import pytest

from bot.articles import article_key
from bot.chat.callbacks import Action, encode
from bot.chat.desk import actions as desk
from bot.texts import chat as texts
from bot.texts import chat_en, moderation
from bot.texts import moderation_changes as change_texts
from bot.texts import moderation_drafts as wording
from tests.chat.newsroom import QUESTION, SUMMARY, Newsroom, room, site
from tests.desk.news_site import Site
from tests.fake_telegram import BotMessage

__all__ = ["room", "site"]

KEY = article_key("https://www.kompas.com/berita")
COMMANDS = [
    "/tambah https://www.kompas.com/satu",
    "/tambah",
    "/draf",
    f"/koreksi {KEY} Angkanya keliru.",
    f"/koreksi {KEY}",
    f"/ubah {KEY} judul Judul lain",
    f"/tarik {KEY} Alasan.",
    "/urung",
    "/urung 1 ya",
    "/riwayat",
    "/moderasi",
    "/antrean",
    "/statistik",
    "/ekspor",
    "/moderasi tambah 500000003",
    "/moderasi keluarkan b5rfm",
    "/moderasi nama Siti",
]


async def find_draft_id(room: Newsroom, site: Site) -> tuple[BotMessage, str]:
    """Make a draft that could be published, and return its preview and its whole id."""
    preview = await room.takes_in(room.rina, site.url("/antariksa"))
    preview = await room.fills(room.rina, preview, "Isi", SUMMARY)
    data = preview.button(wording.PUBLISH).data
    assert data
    return preview, data.split(":")[1]


def list_actions(draft: str) -> list[Action]:
    """Return an action of each kind that would do something for a moderator."""
    steps = [desk.StepDraft(draft, 2, step) for step in desk.DraftStep]
    return [
        *steps,
        desk.AskSource(),
        desk.TakeIn("0" * 16),
        desk.Continue("0" * 16, draft),
        desk.AskField(draft, "title", "0" * 8),
        desk.ListLabels(draft, 2, desk.LabelField.TOPICS),
        desk.SwitchLabel(draft, 2, desk.LabelField.KIND, "analisis"),
        desk.Decide(draft, 2, accept=True),
        desk.DropQuestion(draft, 2, 0),
        desk.ListDrafts(0),
        desk.OpenEditing(KEY),
        desk.EditArticle(KEY, "title", "0" * 8),
        desk.ChooseKind(KEY, "analisis", "0" * 8),
        desk.AskReason(KEY),
        desk.UndoChange(1, sure=True),
        desk.ListHistory(0, KEY),
        desk.DismissPerson("b5rfm", sure=True),
    ]


async def test_an_outsiders_command_is_one_that_the_bot_does_not_know(room: Newsroom) -> None:
    async with room.runs():
        await room.asks(room.rina, f"/koreksi {KEY} Angkanya keliru.")
        before = room.files
        for command in COMMANDS:
            outsider = room.telegram.user("Orang lain")
            said = await room.asks(outsider, command)
            other = await room.asks(outsider, "/perintahyangtidakada")
            assert said.text == other.text == texts.UNKNOWN_COMMAND, command
            assert said.buttons == other.buttons, command
            assert room.files == before, command


async def test_it_is_unknown_in_the_language_of_the_outsider(room: Newsroom) -> None:
    jane = room.telegram.user("Jane", language_code="en")
    async with room.runs():
        said = await room.asks(jane, "/tambah https://www.kompas.com/satu")
        preview = await room.asks(room.rina, f"/koreksi {KEY}")
        press = await jane.sends_callback(said, encode(desk.OpenEditing(KEY)) or "")
        assert (await room.telegram.answer_to(press)).text == chat_en.BUTTON_UNKNOWN
        assert preview.buttons

    assert said.text == chat_en.UNKNOWN_COMMAND


async def test_an_outsiders_press_is_one_that_the_bot_does_not_know(
    room: Newsroom, site: Site
) -> None:
    async with room.runs():
        preview, draft = await find_draft_id(room, site)
        before = room.files
        actions = list_actions(draft)
        for action in actions:
            code = encode(action)
            assert code
            outsider = room.telegram.user("Orang lain")
            own = await room.asks(outsider, "/bantuan")
            for message in (own, preview):
                press = await outsider.sends_callback(message, code)
                answer = await room.telegram.answer_to(press)
                assert (answer.text, answer.alert) == (texts.BUTTON_UNKNOWN, False), code
            await room.telegram.nothing_said(outsider.chat, for_seconds=0.02)
            assert room.telegram.edits_of(own) == []
        now = await room.asks(room.rina, f"/draf {draft}")

    kinds = {type(action) for action in actions}
    assert kinds == {kind for kind, _ in desk.DESK_CODES.values()}, "each kind of button was tried"
    assert room.files == before
    assert now.text == preview.text


async def test_a_moderators_button_does_nothing_outside_of_their_own_chat(
    room: Newsroom, site: Site
) -> None:
    async with room.runs():
        preview, _ = await find_draft_id(room, site)
        await room.asks(room.budi, "/draf")
        code = preview.button(wording.PUBLISH).data or ""
        press = await room.budi.sends_callback(preview, code)
        assert (await room.telegram.answer_to(press)).text == texts.BUTTON_UNKNOWN

    assert len(room.files) == 2


async def test_forged_and_broken_codes_do_nothing(room: Newsroom, site: Site) -> None:
    async with room.runs():
        preview, draft = await find_draft_id(room, site)
        for code in (
            f"d1:{draft}:0:publish",
            f"d1:{draft}:2:PUBLISH",
            f"d1:{draft}:2:publish:x",
            f"d2:{draft}:2:publish",
            f"d1:{draft[:15]}:2:publish",
            "xu1:0:yes",
            "xh1:0:" + "a" * 11,
            f"dl1:{draft}:2:t:" + "x" * 60,
        ):
            press = await room.rina.sends_callback(preview, code)
            assert (await room.telegram.answer_to(press)).text == texts.BUTTON_UNKNOWN, code

    assert len(room.files) == 2


async def test_labels_and_fields_that_do_not_exist_change_nothing(
    room: Newsroom, site: Site
) -> None:
    room.telegram.allow("message is not modified")
    async with room.runs():
        preview, draft = await find_draft_id(room, site)
        for action in (
            desk.SwitchLabel(draft, 2, desk.LabelField.TOPICS, "tidak-ada"),
            desk.AskField(draft, "password", "0" * 8),
            desk.AskField("f" * 16, "title", "0" * 8),
            desk.OpenEditing("a" * 10),
            desk.UndoChange(999, sure=True),
            desk.TakeIn("f" * 16),
        ):
            press = await room.rina.sends_callback(preview, encode(action) or "")
            await room.telegram.answer_to(press)
        now = await room.asks(room.rina, f"/draf {draft}")
        while "Draf" not in now.text:
            now = await room.says(room.rina)

    assert "Topik: Server dan Alibaba Cloud" in now.text
    assert len(room.files) == 2


async def test_a_former_moderator_is_an_outsider_again(room: Newsroom, site: Site) -> None:
    async with room.runs():
        await room.siti.starts()
        await room.says(room.siti)
        await room.asks(room.rina, f"/moderasi tambah {room.siti.id}")
        await room.says(room.siti)
        preview = await room.takes_in(room.siti, site.url("/antariksa"))
        await room.siti.presses(preview, "Judul")
        prompt = await room.says(room.siti)
        mark = next(word for word in preview.text.splitlines()[0].split() if len(word) == 5)
        asked = await room.asks(room.rina, f"/moderasi keluarkan {mark}")
        await room.presses(room.rina, asked, change_texts.DISMISS)

        press = await room.siti.presses(preview, wording.PUBLISH)
        assert (await room.telegram.answer_to(press)).text == texts.BUTTON_UNKNOWN
        assert (await room.asks(room.siti, "/draf")).text == texts.UNKNOWN_COMMAND
        await room.siti.sends("Judul baru", reply_to=prompt)
        answered = await room.says(room.siti)

    assert "Draf" not in answered.text, "the reply is taken for a question"
    assert len(room.files) == 2


async def test_a_reply_of_an_outsider_to_a_forged_prompt_is_a_question(room: Newsroom) -> None:
    async with room.runs():
        own = await room.asks(room.siti, "/bantuan")
        await room.siti.sends(QUESTION, reply_to=own)
        answer = await room.says(room.siti)

    assert "Draf" not in answer.text


@pytest.mark.parametrize("command", COMMANDS)
async def test_in_groups_a_moderators_command_is_like_any_unknown_one(
    room: Newsroom, command: str
) -> None:
    name, _, rest = command.partition(" ")
    before = room.files
    async with room.runs():
        group = room.telegram.supergroup("Warga", members=[room.rina, room.siti])
        await room.rina.sends(command, to=group)
        await room.telegram.nothing_said(group, for_seconds=0.1)
        await room.rina.sends(f"{name}@tanya_sirekap_bot {rest}".strip(), to=group)
        said = await room.telegram.bot_says(group)
        await room.siti.sends("/entah@tanya_sirekap_bot", to=group)
        other = await room.telegram.bot_says(group)

    assert said.text == other.text
    assert room.files == before


async def test_only_moderators_see_their_commands_in_the_menu(room: Newsroom) -> None:
    scope = {"type": "chat", "chat_id": room.rina.id}
    async with room.runs():
        await room.asks(room.rina, "/draf")
        own = room.telegram.commands(scope)
        everybody = room.telegram.commands("all_private_chats")
        citizens = room.telegram.commands({"type": "chat", "chat_id": room.siti.id})

    assert own == [*moderation.COMMANDS, *texts.COMMANDS]
    assert set(moderation.COMMANDS) <= {command.split()[0][1:] for command in COMMANDS}
    assert citizens == []
    assert not set(moderation.COMMANDS) & set(everybody)
