"""Faults meet the next calls, in order, and then all is well again."""

from __future__ import annotations

import asyncio
import time

import aiohttp
import pytest

from tests.fake_telegram import FakeTelegram, Fault, User
from tests.fake_telegram.conftest import Call


async def test_a_flood_wait_names_its_seconds_and_passes(
    fake: FakeTelegram, call: Call, siti: User
) -> None:
    fake.faults.next("sendMessage", Fault.flood(retry_after=3), times=2)
    for _ in range(2):
        answer = await call("sendMessage", chat_id=siti.id, text="a")
        assert (answer["error_code"], answer["parameters"]) == (429, {"retry_after": 3})
    assert (await call("sendMessage", chat_id=siti.id, text="b"))["ok"]
    assert (await fake.bot_says(siti.chat)).text == "b"
    assert fake.faults.pending == 0
    fake.assert_clean()


async def test_an_error_answer_can_be_chosen(fake: FakeTelegram, call: Call, siti: User) -> None:
    fake.faults.next("sendMessage", Fault.error(403, "Forbidden: user is deactivated"))
    answer = await call("sendMessage", chat_id=siti.id, text="a")
    assert answer["description"] == "Forbidden: user is deactivated"
    fake.assert_clean()


async def test_who_waits_until_a_fault_is_met_is_woken_at_once(
    fake: FakeTelegram, call: Call
) -> None:
    fake.faults.next("getMe", Fault.error(400, "Bad Request"))
    met = asyncio.create_task(fake.world.pulse.until(lambda: not fake.faults.pending or None, 60))
    await asyncio.sleep(0)
    await call("getMe")
    async with asyncio.timeout(10):
        assert await met


@pytest.mark.parametrize(
    ("fault", "status", "start"),
    [
        (Fault.server_error(500), 500, "<html>"),
        (Fault.server_error(502), 502, "<html>"),
        (Fault.broken_json(), 200, '{"ok": true'),
    ],
)
async def test_a_broken_server_answers_no_json(
    fake: FakeTelegram, fault: Fault, status: int, start: str
) -> None:
    fake.faults.next("getMe", fault)
    url = f"{fake.base_url}{fake.token}/getMe"
    async with aiohttp.ClientSession() as session, session.get(url) as response:
        assert response.status == status
        assert (await response.text()).startswith(start)


@pytest.mark.parametrize("after_effect", [False, True])
async def test_a_connection_can_break_before_or_after_the_effect(
    fake: FakeTelegram, call: Call, siti: User, after_effect: bool
) -> None:
    fake.faults.next("sendMessage", Fault.connection_reset(after_effect=after_effect))
    with pytest.raises(aiohttp.ClientError):
        await call("sendMessage", chat_id=siti.id, text="a")
    assert len(siti.chat.said) == int(after_effect)


async def test_a_slow_call_is_answered_late(fake: FakeTelegram, call: Call) -> None:
    fake.faults.next("getMe", Fault.slow(0.3))
    started = time.monotonic()
    assert (await call("getMe"))["ok"]
    assert time.monotonic() - started >= 0.3
    fake.faults.next("getMe", Fault.slow(30))
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(call("getMe"), 0.1)
