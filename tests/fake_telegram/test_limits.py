"""Every documented limit of what a bot sends is held."""

from __future__ import annotations

import pytest

from tests.fake_telegram import FakeTelegram, User
from tests.fake_telegram.api_spec import Json
from tests.fake_telegram.conftest import Call

HTML = {"parse_mode": "HTML"}
COMMAND = {"command": "tanya", "description": "Tanya"}


def _keyboard(*rows: list[Json]) -> Json:
    return {"text": "a", "reply_markup": {"inline_keyboard": list(rows)}}


def _button(**action: object) -> Json:
    return _keyboard([{"text": "x"} | action])


GOOD = [
    {"text": "a" * 4096},
    {"text": "<b>" + "a" * 4096 + "</b>"} | HTML,
    {"text": "😀" * 2048},
    {"text": "<b>a</b> " * 100} | HTML,
    _button(callback_data="é" * 32),
    _button(url="https://t.me/tanya_sirekap_bot?start=a"),
    _button(switch_inline_query=""),
    _button(copy_text={"text": "a" * 256}),
    _keyboard([{"text": "x", "callback_data": str(n)} for n in range(8)]),
    {"text": "a", "reply_markup": {"keyboard": [[{"text": "b"}]]}},
    {"text": "ab", "entities": [{"type": "bold", "offset": 0, "length": 2}]},
]
BAD = [
    ({"text": "a" * 4097}, "4097 UTF-16 units"),
    ({"text": "😀" * 2049}, "4098 UTF-16 units"),
    ({"text": "  \n"}, "text is empty"),
    ({"text": "<b></b>"} | HTML, "text is empty"),
    ({"text": "<b>a</b> " * 101} | HTML, "101 entities"),
    ({"text": "<b>a"} | HTML, "can't parse entities"),
    ({"text": "*a*", "parse_mode": "MarkdownV2"}, "only HTML"),
    (
        {"text": "ab", "entities": [{"type": "bold", "offset": 1, "length": 2}]},
        "outside of the text",
    ),
    ({"text": "ab", "entities": [{"type": "loud", "offset": 0, "length": 2}]}, "'loud' is not"),
    ({"text": "ab", "entities": [{"type": "text_link", "offset": 0, "length": 2}]}, "url is"),
    ({"text": "ab", "entities": []} | HTML, "exclude each other"),
    (_button(callback_data=""), "0 bytes"),
    (_button(callback_data="é" * 33), "66 bytes"),
    (_button(url="kompas"), "url is invalid"),
    (_button(copy_text={"text": ""}), "copy_text"),
    (_button(), "exactly one action"),
    (_button(url="https://a.id", callback_data="a"), "exactly one action"),
    (_button(callback_data="a", style="pink"), "style 'pink'"),
    (_button(web_app={"url": "http://a.id"}), "must be https"),
    (_keyboard([]), "empty row"),
    (_keyboard([{"text": " ", "callback_data": "a"}]), "no text"),
    (_keyboard([{"text": "x", "callback_data": "a"}] * 9), "more than 8 buttons"),
    (_keyboard(*[[{"text": "x", "callback_data": "a"}]] * 101), "more than 100 buttons"),
]


@pytest.mark.parametrize("parameters", GOOD)
async def test_a_message_at_the_limit_passes(
    fake: FakeTelegram, call: Call, siti: User, parameters: Json
) -> None:
    assert (await call("sendMessage", chat_id=siti.id, **parameters))["ok"]
    fake.assert_clean()


@pytest.mark.parametrize(("parameters", "problem"), BAD)
async def test_a_message_beyond_a_limit_is_a_violation(
    fake: FakeTelegram, call: Call, siti: User, parameters: Json, problem: str
) -> None:
    answer = await call("sendMessage", chat_id=siti.id, **parameters)
    assert answer["error_code"] == 400
    assert any(problem in violation for violation in fake.violations), fake.violations
    await fake.nothing_said(siti.chat, for_seconds=0)


@pytest.mark.parametrize(
    ("markup", "problem"),
    [
        ({"keyboard": [[{"text": "a"}] * 13]}, "more than 12 buttons"),
        ({"keyboard": [[{"text": "a"}]] * 301}, "more than 300 buttons"),
        ({"keyboard": [[{"text": ""}]]}, "no text"),
        ({"keyboard": [[{"text": "a"}]], "input_field_placeholder": "a" * 65}, "64 characters"),
        ({"force_reply": True, "input_field_placeholder": "a" * 65}, "64 characters"),
    ],
)
async def test_reply_keyboards_have_limits_too(
    fake: FakeTelegram, call: Call, siti: User, markup: Json, problem: str
) -> None:
    await call("sendMessage", chat_id=siti.id, text="a", reply_markup=markup)
    assert any(problem in violation for violation in fake.violations), fake.violations


async def test_web_apps_are_for_private_chats(fake: FakeTelegram, call: Call, siti: User) -> None:
    button = _button(web_app={"url": "https://a.id"})
    assert (await call("sendMessage", chat_id=siti.id, **button))["ok"]
    group = fake.group("Warga", [siti])
    await call("sendMessage", chat_id=group.id, **button)
    assert "private chats only" in fake.violations[0]


async def test_inline_buttons_need_inline_mode(fake: FakeTelegram, call: Call, siti: User) -> None:
    fake.settings.supports_inline_queries = False
    await call("sendMessage", chat_id=siti.id, **_button(switch_inline_query="a"))
    assert "needs inline mode" in fake.violations[0]


@pytest.mark.parametrize(
    ("method", "parameters", "problem"),
    [
        ("setMyCommands", {"commands": [COMMAND | {"command": "Tanya"}]}, "'Tanya' is invalid"),
        ("setMyCommands", {"commands": [COMMAND | {"command": "a" * 33}]}, "is invalid"),
        ("setMyCommands", {"commands": [COMMAND | {"description": ""}]}, "1 to 256"),
        ("setMyCommands", {"commands": [COMMAND | {"description": "a" * 257}]}, "1 to 256"),
        ("setMyCommands", {"commands": [COMMAND, COMMAND]}, "comes twice"),
        ("setMyCommands", {"commands": [COMMAND], "language_code": "ind"}, "language code"),
        (
            "setMyCommands",
            {"commands": [COMMAND | {"command": f"c{n}"} for n in range(101)]},
            "more than 100",
        ),
        (
            "setMyCommands",
            {"commands": [COMMAND], "scope": {"type": "chat", "chat_id": 42}},
            "chat not found",
        ),
        ("setMyDescription", {"description": "a" * 513}, "513 characters"),
        ("setMyShortDescription", {"short_description": "a" * 121}, "121 characters"),
        ("setMyName", {"name": "a" * 65}, "65 characters"),
        ("sendChatAction", {"chat_id": 42, "action": "typing"}, "chat not found"),
        ("setWebhook", {"url": "http://a.id"}, "HTTPS URL"),
        ("setWebhook", {"url": "https://a.id:1234"}, "only on ports"),
        ("setWebhook", {"url": "https://a.id", "secret_token": "a b"}, "unallowed characters"),
        ("setWebhook", {"url": "https://a.id", "max_connections": 101}, "max_connections"),
        ("getFile", {"file_id": "x"}, "invalid file_id"),
    ],
)
async def test_a_profile_beyond_a_limit_is_a_violation(
    fake: FakeTelegram, call: Call, method: str, parameters: Json, problem: str
) -> None:
    assert (await call(method, **parameters))["error_code"] == 400
    assert any(problem in violation for violation in fake.violations), fake.violations


async def test_an_unknown_chat_action_is_a_violation(
    fake: FakeTelegram, call: Call, siti: User
) -> None:
    assert (await call("sendChatAction", chat_id=siti.id, action="typing"))["ok"]
    await call("sendChatAction", chat_id=siti.id, action="thinking")
    assert len(fake.violations) == 1


async def test_captions_have_a_limit_of_their_own(
    fake: FakeTelegram, call: Call, siti: User
) -> None:
    assert (await call("sendPhoto", chat_id=siti.id, photo="id", caption="a" * 1024))["ok"]
    await call("sendPhoto", chat_id=siti.id, photo="id", caption="a" * 1025)
    assert fake.violations == ["sendPhoto: caption has 1025 UTF-16 units, at most 1024 are allowed"]


async def test_commands_and_texts_are_kept_by_scope_and_language(
    fake: FakeTelegram, call: Call
) -> None:
    groups = {"type": "all_group_chats"}
    await call("setMyCommands", commands=[COMMAND])
    await call("setMyCommands", commands=[COMMAND | {"command": "ask"}], language_code="en")
    await call("setMyCommands", commands=[COMMAND | {"command": "cek"}], scope=groups)
    await call("setMyShortDescription", short_description="Tanya Sirekap")
    assert fake.commands() == ["tanya"]
    assert fake.commands(language="en") == ["ask"]
    assert fake.commands("all_group_chats") == ["cek"]
    assert fake.profile_text("short_description") == "Tanya Sirekap"
    assert (await call("getMyCommands"))["result"] == [COMMAND]
    await call("deleteMyCommands")
    assert fake.commands() == []
    fake.assert_clean()
