"""Calls are read and type-checked as the description of the API says."""

from __future__ import annotations

import json

import aiohttp
import pytest

from tests.fake_telegram import FakeTelegram, User
from tests.fake_telegram.conftest import Call


async def test_a_correct_call_takes_effect_and_breaks_no_rule(
    fake: FakeTelegram, call: Call, siti: User
) -> None:
    answer = await call(
        "sendMessage",
        chat_id=siti.id,
        text="<b>Halo</b>, <a href='https://kpu.go.id'>KPU</a> &amp; warga",
        parse_mode="HTML",
        link_preview_options={"is_disabled": True},
        reply_markup={"inline_keyboard": [[{"text": "Lagi", "callback_data": "v1:2"}]]},
    )
    assert answer["ok"]
    said = await fake.bot_says(siti.chat)
    assert said.text == "Halo, KPU & warga"
    assert said.links == [("https://kpu.go.id", "KPU")]
    assert said.addresses == []
    assert said.button("Lagi").data == "v1:2"
    fake.assert_clean()


@pytest.mark.parametrize(
    ("parameters", "problem"),
    [
        ({"chat_id": 1}, "text is required"),
        ({"chat_id": 1, "text": "a", "txt": "b"}, "txt is not known"),
        ({"chat_id": 1, "text": 5}, "text should be String"),
        ({"chat_id": True, "text": "a"}, "chat_id should be Integer"),
        ({"chat_id": 1, "text": "a", "protect_content": 1}, "protect_content should be Boolean"),
        ({"chat_id": 1, "text": "a", "entities": {}}, "entities should be an array"),
        (
            {"chat_id": 1, "text": "a", "entities": [{"type": "bold", "offset": 0}]},
            "entities[0].length is required",
        ),
        (
            {"chat_id": 1, "text": "a", "link_preview_options": {"disabled": True}},
            "link_preview_options.disabled is not known",
        ),
        (
            {"chat_id": 1, "text": "a", "reply_markup": {"inline_keyboard": [[{"url": "x"}]]}},
            "reply_markup.inline_keyboard[0][0].text is required",
        ),
        ({"chat_id": 1, "text": "a", "reply_markup": "nonsense"}, "reply_markup should be"),
    ],
)
async def test_an_ill_typed_call_is_refused_and_is_a_violation(
    fake: FakeTelegram, call: Call, parameters: dict[str, object], problem: str
) -> None:
    answer = await call("sendMessage", **parameters)
    assert (answer["ok"], answer["error_code"]) == (False, 400)
    assert any(problem in violation for violation in fake.violations), fake.violations
    with pytest.raises(AssertionError, match="broke rules"):
        fake.assert_clean()


async def test_a_union_is_told_apart_by_its_type_field(fake: FakeTelegram, call: Call) -> None:
    await call("setMyCommands", commands=[], scope={"type": "planet"})
    await call("setMyCommands", commands=[], scope={"type": "chat"})
    assert [v.removeprefix("setMyCommands: ") for v in fake.violations] == [
        "scope is of no known type: 'planet'",
        "scope.chat_id is required",
    ]


async def test_a_wrong_token_is_unauthorized_and_no_violation(fake: FakeTelegram) -> None:
    async with (
        aiohttp.ClientSession() as session,
        session.get(f"{fake.base_url}123:wrong/getMe") as response,
    ):
        assert response.status == 401
        assert await response.json() == {
            "ok": False,
            "error_code": 401,
            "description": "Unauthorized",
        }
    fake.assert_clean()


async def test_an_unknown_method_is_not_found(fake: FakeTelegram, call: Call) -> None:
    assert (await call("sendTelepathy"))["error_code"] == 404
    assert fake.violations == ["sendTelepathy: the method is not known"]


async def test_forms_carry_json_in_their_fields(fake: FakeTelegram, siti: User) -> None:
    markup = json.dumps({"inline_keyboard": [[{"text": "Lagi", "callback_data": "a"}]]})
    fields = {"chat_id": str(siti.id), "text": "123", "reply_markup": markup}
    async with (
        aiohttp.ClientSession() as session,
        session.post(f"{fake.base_url}{fake.token}/sendMessage", data=fields) as response,
    ):
        assert response.status == 200
    assert (await fake.bot_says(siti.chat)).text == "123"
    fake.assert_clean()


@pytest.mark.parametrize("attached", [False, True])
async def test_a_file_comes_as_a_part_of_its_own_or_attached(
    fake: FakeTelegram, siti: User, attached: bool
) -> None:
    form = aiohttp.FormData({"chat_id": str(siti.id), "caption": "Ekspor"})
    form.add_field("berkas" if attached else "document", b"a;b", filename="data.csv")
    if attached:
        form.add_field("document", "attach://berkas")
    url = f"{fake.base_url}{fake.token}/sendDocument"
    async with aiohttp.ClientSession() as session, session.post(url, data=form) as response:
        document = (await response.json())["result"]["document"]
        assert (document["file_name"], document["file_size"]) == ("data.csv", 3)
    assert (await fake.bot_says(siti.chat)).text == "Ekspor"
    fake.assert_clean()


async def test_an_attachment_that_is_not_there_is_a_violation(
    fake: FakeTelegram, call: Call, siti: User
) -> None:
    await call("sendDocument", chat_id=siti.id, document="attach://nothing")
    assert "document should be" in fake.violations[0]


async def test_an_uploaded_file_can_be_downloaded(
    fake: FakeTelegram, call: Call, siti: User
) -> None:
    form = aiohttp.FormData({"chat_id": str(siti.id)})
    form.add_field("document", b"isi", filename="a.txt")
    async with aiohttp.ClientSession() as session:
        url = f"{fake.base_url}{fake.token}/sendDocument"
        async with session.post(url, data=form) as response:
            sent = (await response.json())["result"]["document"]
        path = (await call("getFile", file_id=sent["file_id"]))["result"]["file_path"]
        async with session.get(f"{fake.base_file_url}{fake.token}/{path}") as response:
            assert await response.read() == b"isi"


async def test_a_body_that_is_no_json_is_a_violation(fake: FakeTelegram) -> None:
    url = f"{fake.base_url}{fake.token}/getMe"
    headers = {"Content-Type": "application/json"}
    async with aiohttp.ClientSession(headers=headers) as session:
        for body in ("{", "[]"):
            async with session.post(url, data=body) as response:
                assert response.status == 400
    assert fake.violations == [
        "getMe: the body is no JSON",
        "getMe: the body is JSON, but not an object",
    ]


async def test_a_file_that_nobody_sent_is_not_found(fake: FakeTelegram) -> None:
    url = f"{fake.base_file_url}{fake.token}/files/file-9"
    async with aiohttp.ClientSession() as session, session.get(url) as response:
        assert response.status == 404
