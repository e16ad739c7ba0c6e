"""Callback, inline and guest queries are answered once, and within the limits."""

from __future__ import annotations

import pytest

from tests.fake_telegram import FakeTelegram, User
from tests.fake_telegram.api_spec import Json
from tests.fake_telegram.conftest import Call

KEYBOARD = {"inline_keyboard": [[{"text": "Lagi", "callback_data": "a"}]]}


def _article(identifier: str = "a", text: str = "<b>isi</b>", **fields: object) -> Json:
    content = {"message_text": text, "parse_mode": "HTML"}
    article = {"type": "article", "id": identifier, "title": "Judul"}
    return article | {"input_message_content": content} | fields


async def _press(fake: FakeTelegram, call: Call, siti: User, *, expired: bool = False) -> str:
    await call("sendMessage", chat_id=siti.id, text="satu", reply_markup=KEYBOARD)
    query = await siti.presses(await fake.bot_says(siti.chat), "Lagi", expired=expired)
    return query.id


async def test_a_press_is_answered_once(fake: FakeTelegram, call: Call, siti: User) -> None:
    query = await _press(fake, call, siti)
    assert (await call("answerCallbackQuery", callback_query_id=query, text="a" * 200))["ok"]
    fake.assert_clean()
    await call("answerCallbackQuery", callback_query_id=query)
    await call("answerCallbackQuery", callback_query_id="unknown")
    await call("answerInlineQuery", inline_query_id=query, results=[])
    assert ["answered before" in v or "there is no" in v for v in fake.violations] == [True] * 3


async def test_a_long_notice_is_a_violation(fake: FakeTelegram, call: Call, siti: User) -> None:
    query = await _press(fake, call, siti)
    await call("answerCallbackQuery", callback_query_id=query, text="a" * 201)
    assert "201 characters" in fake.violations[0]


async def test_a_notice_opens_only_what_is_a_link(
    fake: FakeTelegram, call: Call, siti: User
) -> None:
    query = await _press(fake, call, siti)
    await call("answerCallbackQuery", callback_query_id=query, url="kompas")
    assert fake.violations == ["answerCallbackQuery: URL_INVALID"]
    assert (await call("answerCallbackQuery", callback_query_id=query, url="https://a.id"))["ok"]


async def test_an_expired_press_is_refused_without_blame(
    fake: FakeTelegram, call: Call, siti: User
) -> None:
    query = await _press(fake, call, siti, expired=True)
    answer = await call("answerCallbackQuery", callback_query_id=query)
    assert answer["description"].startswith("Bad Request: query is too old")
    fake.assert_clean()


async def test_a_button_left_spinning_fails_the_test(
    fake: FakeTelegram, call: Call, siti: User
) -> None:
    await _press(fake, call, siti)
    fake.assert_clean()
    await call("getUpdates")
    with pytest.raises(AssertionError, match="callback query of Siti was never answered"):
        fake.assert_clean()


async def test_an_inline_page_is_shown_and_chosen(
    fake: FakeTelegram, call: Call, siti: User
) -> None:
    query = await siti.types_inline("alibaba")
    button = {"text": "Tanya di obrolan", "start_parameter": "tanya_1"}
    results = [_article(reply_markup=KEYBOARD, description="Ringkas")]
    assert (
        await call(
            "answerInlineQuery",
            inline_query_id=query.id,
            results=results,
            next_offset="1.10",
            cache_time=60,
            button=button,
        )
    )["ok"]
    answer = await fake.answer_to(query)
    assert (answer.next_offset, answer.cache_time, answer.start_parameter) == (
        "1.10",
        60,
        "tanya_1",
    )
    first = answer.results[0]
    assert (first.title, first.description, first.html) == ("Judul", "Ringkas", "<b>isi</b>")

    group = fake.supergroup("Warga", [siti])
    sent = await siti.chooses(first, of=query, to=group)
    assert sent.json["via_bot"]["username"] == "tanya_sirekap_bot"
    chosen = (await call("getUpdates"))["result"][-2]["chosen_inline_result"]
    edit = {"inline_message_id": chosen["inline_message_id"], "text": "baru"}
    assert (await call("editMessageText", **edit))["result"] is True
    await call("editMessageText", **edit)
    await call("editMessageText", reply_markup={"inline_keyboard": [[]]}, **edit)
    assert "not modified" in fake.violations[0]
    assert "empty row" in fake.violations[1]


@pytest.mark.parametrize(
    ("parameters", "problem"),
    [
        ({"results": [_article(str(n)) for n in range(51)]}, "51 results"),
        ({"results": [_article(), _article()]}, "must be unique"),
        ({"results": [_article("")]}, "1 to 64 bytes"),
        ({"results": [_article("a" * 65)]}, "1 to 64 bytes"),
        ({"results": [_article(text="")]}, "message_text is empty"),
        ({"results": [_article(text="a" * 4097)]}, "4097 UTF-16 units"),
        ({"results": [_article(text="<b>a")]}, "can't parse entities"),
        ({"results": [_article(url="kompas")]}, "url is invalid"),
        ({"results": [_article(hide_url=True)]}, "results[0].hide_url is not known"),
        ({"results": [_article(reply_markup={"inline_keyboard": [[]]})]}, "empty row"),
        ({"results": [_article(title=" ")]}, "no title"),
        ({"results": [{"type": "article", "id": "a", "title": "a"}]}, "content is required"),
        ({"results": [{"type": "novel", "id": "a"}]}, "of no known type: 'novel'"),
        ({"results": [], "next_offset": "a" * 65}, "next_offset"),
        ({"results": [], "cache_time": -1}, "cache_time"),
        ({"results": [], "button": {"text": "a"}}, "either web_app or start_parameter"),
        ({"results": [], "button": {"text": "a", "start_parameter": "?"}}, "'?' is invalid"),
        ({"results": [], "button": {"text": " ", "start_parameter": "a"}}, "has no text"),
    ],
)
async def test_an_inline_page_beyond_a_limit_is_a_violation(
    fake: FakeTelegram, call: Call, siti: User, parameters: Json, problem: str
) -> None:
    query = await siti.types_inline("alibaba")
    answer = await call("answerInlineQuery", inline_query_id=query.id, **parameters)
    assert answer["error_code"] == 400
    assert any(problem in violation for violation in fake.violations), fake.violations


async def test_inline_and_guest_answers_need_their_modes(
    fake: FakeTelegram, call: Call, siti: User
) -> None:
    fake.settings.supports_inline_queries = fake.settings.supports_guest_queries = False
    query = await siti.types_inline("alibaba")
    await call("answerInlineQuery", inline_query_id=query.id, results=[])
    await call("answerGuestQuery", guest_query_id="1", result=_article())
    assert ["switched off" in violation for violation in fake.violations] == [True, True]


async def test_a_guest_is_answered_once(fake: FakeTelegram, call: Call, siti: User) -> None:
    group = fake.supergroup("Orang lain", [siti], bot="left")
    rumour = await siti.sends("Server di Cina!", to=group)
    query = await siti.mentions_guest("@tanya_sirekap_bot cek", to=group, reply_to=rumour)
    message = (await call("getUpdates"))["result"][-1]["guest_message"]
    assert message["guest_query_id"] == query.id
    assert message["reply_to_message"]["text"] == "Server di Cina!"
    await call("answerGuestQuery", guest_query_id=query.id, result=_article("a" * 65))
    assert "1 to 64 bytes" in fake.violations[0]
    fake.allow("1 to 64 bytes")
    answer = await call("answerGuestQuery", guest_query_id=query.id, result=_article())
    assert answer["result"] == {"inline_message_id": f"guest-{query.id}"}
    assert (await fake.answer_to(query)).text == "isi"
    fake.assert_clean()
    await call("answerGuestQuery", guest_query_id=query.id, result=_article())
    assert "answered before" in fake.violations[0]
