"""Updates come in by the webhook; whatever else knocks there is refused without a trace."""

import asyncio
import json
import logging
from collections.abc import AsyncIterator

import httpx
import pytest

from tests.fake_telegram import FakeTelegram, Fault, User
from tests.fake_telegram.webhook import SECRET_HEADER, bring_updates
from tests.web.running import SECRET, WEBHOOK, Bots, ServedBot

QUESTION = "Apakah Sirekap pakai Alibaba Cloud?"
JSON = {"Content-Type": "application/json"}
KNOWN = {**JSON, SECRET_HEADER: SECRET}


@pytest.fixture
async def served(bots: Bots) -> AsyncIterator[ServedBot]:
    """The bot behind its webhook; nobody brings updates but the test."""
    async with bots.serve() as served:
        yield served


async def post(
    served: ServedBot, body: object, headers: dict[str, str] | None = None
) -> httpx.Response:
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    return await served.client.post(
        WEBHOOK.path, content=content, headers=KNOWN if headers is None else headers
    )


async def count(served: ServedBot, line: str) -> float:
    """The value of a figure; 0 before it is first counted."""
    lines = (await served.client.get("/metrics")).text.splitlines()
    return next((float(each.split()[-1]) for each in lines if each.startswith(line + " ")), 0.0)


async def refused(served: ServedBot, reason: str) -> float:
    return await count(served, f'tanya_updates_refused_total{{reason="{reason}"}}')


@pytest.mark.usefixtures("served")
async def test_telegram_is_told_the_webhook_and_loses_nothing_that_waits(
    telegram: FakeTelegram,
) -> None:
    (told,) = telegram.calls_of("setWebhook")

    assert told["url"] == WEBHOOK.url
    assert told["secret_token"] == SECRET
    assert told["max_connections"] == 100
    assert told.get("drop_pending_updates", False) is False
    assert "my_chat_member" in told["allowed_updates"]
    assert not telegram.calls_of("getUpdates")


async def test_a_question_that_waited_is_answered(
    telegram: FakeTelegram, siti: User, served: ServedBot
) -> None:
    asked = await siti.sends(QUESTION)
    async with bring_updates(telegram, served.address) as delivery:
        answer = await telegram.bot_says(siti.chat)
        await delivery.ends()

    assert "Alibaba" in answer.text
    assert answer.reply_to == asked.message_id
    assert delivery.statuses == [200]


@pytest.mark.parametrize(
    ("method", "status"), [("GET", 405), ("PUT", 405), ("DELETE", 405), ("HEAD", 405)]
)
async def test_another_method_is_refused(served: ServedBot, method: str, status: int) -> None:
    answer = await served.client.request(method, WEBHOOK.path, headers=KNOWN)

    assert (answer.status_code, answer.content) == (status, b"")
    assert await refused(served, "method") == 1


@pytest.mark.parametrize("shown", [None, "", "rahasia-lain", SECRET + "x", SECRET[:-1], "\xe9"])
async def test_another_secret_is_refused_before_the_body_is_looked_at(
    served: ServedBot, shown: str | None
) -> None:
    headers = {name.encode(): value.encode() for name, value in JSON.items()}
    if shown is not None:
        headers[SECRET_HEADER.encode()] = shown.encode("latin-1")
    answer = await served.client.post(WEBHOOK.path, content=b"x" * 3_000_000, headers=headers)

    assert (answer.status_code, answer.content) == (403, b"")
    assert await refused(served, "secret") == 1


async def test_another_type_is_refused(served: ServedBot) -> None:
    headers = {SECRET_HEADER: SECRET, "Content-Type": "text/plain"}

    assert (await post(served, {"update_id": 1}, headers)).status_code == 415
    assert await refused(served, "type") == 1


async def test_a_body_beyond_a_mebibyte_is_refused(served: ServedBot) -> None:
    whole = json.dumps({"update_id": 1, "x": "y" * 1024 * 1024}).encode()

    async def in_pieces() -> AsyncIterator[bytes]:
        for first in range(0, len(whole), 65_536):
            yield whole[first : first + 65_536]

    assert (await post(served, whole)).status_code == 413
    answer = await served.client.post(WEBHOOK.path, content=in_pieces(), headers=KNOWN)
    assert answer.status_code == 413
    assert await refused(served, "size") == 2


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        (b"", "no json"),
        (b"{", "no json"),
        (b"\xff\xfe", "no json"),
        (b"[" * 100_000, "no json"),
        (b"[]", "no update"),
        (b"null", "no update"),
        (b"{}", "no update"),
        (b'{"update_id": "1"}', "no update"),
        (b'{"update_id": -1}', "no update"),
        (b'{"update_id": 99999999999999999999}', "no update"),
    ],
)
async def test_a_body_that_is_no_update_is_refused_and_counted(
    served: ServedBot, body: bytes, reason: str
) -> None:
    assert (await post(served, body)).status_code == 400
    assert await refused(served, reason) == 1


async def test_an_update_that_cannot_be_read_is_done_with(
    served: ServedBot, caplog: pytest.LogCaptureFixture
) -> None:
    answer = await post(served, {"update_id": 7, "message": {"text": "rahasia tetangga"}})

    # Anything else would bring it again for a day.
    assert answer.status_code == 200
    assert await refused(served, "unreadable") == 1
    assert "tidak bisa dibaca" in caplog.text
    assert "tetangga" not in caplog.text


async def test_what_is_refused_leaves_no_trace_of_its_values(
    served: ServedBot, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    for name in ("httpx", "httpcore"):
        logging.getLogger(name).setLevel(logging.WARNING)
    await post(served, {"update_id": "nilai-aneh"}, {**JSON, SECRET_HEADER: "tebakan-penyusup"})
    await post(served, b'{"update_id": "nilai-aneh"')
    await served.client.get("/telegram-lain?token=tebakan-penyusup")

    assert "tebakan-penyusup" not in caplog.text
    assert "nilai-aneh" not in caplog.text
    assert SECRET not in caplog.text


async def test_a_replayed_update_is_answered_once(
    telegram: FakeTelegram, siti: User, served: ServedBot
) -> None:
    await siti.sends("/bantuan")
    (*_, update) = telegram.world.updates.waiting
    telegram.world.updates.waiting.clear()
    statuses = [(await post(served, update)).status_code for _ in range(5)]
    await telegram.bot_says(siti.chat)
    await telegram.nothing_said(siti.chat)

    assert statuses == [200] * 5
    assert await refused(served, "repeated") == 4


async def test_two_messages_of_one_person_keep_their_order(
    telegram: FakeTelegram, siti: User, served: ServedBot
) -> None:
    asked = [await siti.sends(f"asdfgh {number}") for number in range(5)]
    async with bring_updates(telegram, served.address):
        answers = [await telegram.bot_says(siti.chat) for _ in asked]

    assert [each.reply_to for each in answers] == [each.message_id for each in asked]


async def test_a_slow_answer_keeps_no_connection_of_telegrams_for_long(
    telegram: FakeTelegram, siti: User, served: ServedBot
) -> None:
    telegram.faults.next("sendMessage", Fault.slow(3))
    await siti.sends(QUESTION)
    (*_, update) = telegram.world.updates.waiting
    telegram.world.updates.waiting.clear()
    async with asyncio.timeout(2):
        assert (await post(served, update)).status_code == 200
    assert "Alibaba" in (await telegram.bot_says(siti.chat, within=8)).text


async def test_a_full_bot_lets_telegram_come_again(
    telegram: FakeTelegram, siti: User, served: ServedBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.chat.transport.under_way._MOST_MESSAGES", 2)
    budi = [telegram.user(f"Budi {number}") for number in range(6)]
    for person in (siti, *budi):
        await person.sends(QUESTION)
    async with bring_updates(telegram, served.address) as delivery:
        for person in (siti, *budi):
            assert "Alibaba" in (await telegram.bot_says(person.chat, within=20)).text

    assert 503 in delivery.statuses
    assert await refused(served, "busy") >= 1
