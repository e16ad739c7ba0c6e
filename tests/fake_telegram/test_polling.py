"""Updates are fetched, confirmed and filtered by the rules of getUpdates."""

from __future__ import annotations

import asyncio
import time

import pytest

from tests.fake_telegram import FakeTelegram
from tests.fake_telegram.conftest import Call


async def _texts(call: Call, **parameters: object) -> list[str]:
    updates = (await call("getUpdates", **parameters))["result"]
    return [update["message"]["text"] for update in updates]


async def test_updates_stay_until_a_higher_offset_confirms_them(
    fake: FakeTelegram, call: Call
) -> None:
    siti = fake.user("Siti")
    for text in ("satu", "dua", "tiga"):
        await siti.sends(text)
    assert await _texts(call, limit=2) == ["satu", "dua"]
    updates = (await call("getUpdates"))["result"]
    assert [u["update_id"] - updates[0]["update_id"] for u in updates] == [0, 1, 2]
    assert await _texts(call, offset=updates[1]["update_id"]) == ["dua", "tiga"]
    assert await _texts(call) == ["dua", "tiga"]
    assert await _texts(call, offset=-1) == ["tiga"]
    assert await _texts(call, offset=updates[2]["update_id"] + 1) == []


async def test_a_long_poll_ends_as_soon_as_something_happens(
    fake: FakeTelegram, call: Call
) -> None:
    siti = fake.user("Siti")
    poll = asyncio.create_task(_texts(call, timeout=30))
    await fake.bot_polls()
    await siti.sends("halo")
    assert await asyncio.wait_for(poll, 2) == ["halo"]


async def test_a_long_poll_ends_empty_after_its_timeout(call: Call) -> None:
    started = time.monotonic()
    assert await _texts(call, timeout=1) == []
    assert 0.9 < time.monotonic() - started < 3


async def test_a_second_poll_ends_the_first(fake: FakeTelegram, call: Call) -> None:
    first = asyncio.create_task(call("getUpdates", timeout=30))
    await fake.bot_polls()
    assert await _texts(call) == []
    assert (await asyncio.wait_for(first, 2))["error_code"] == 409


async def test_only_kinds_that_are_allowed_are_queued(fake: FakeTelegram, call: Call) -> None:
    siti = fake.user("Siti")
    await call("getUpdates", allowed_updates=["inline_query"])
    await siti.sends("halo")
    await siti.types_inline("alibaba")
    await call("getUpdates", allowed_updates=[])
    await siti.sends("lagi")
    kinds = [list(u)[1] for u in (await call("getUpdates"))["result"]]
    assert kinds == ["inline_query", "message"]


@pytest.mark.parametrize(
    "parameters",
    [{"allowed_updates": ["messages"]}, {"limit": 0}, {"limit": 101}, {"timeout": -1}],
)
async def test_bad_parameters_are_violations(
    fake: FakeTelegram, call: Call, parameters: dict[str, object]
) -> None:
    assert (await call("getUpdates", **parameters))["error_code"] == 400
    assert len(fake.violations) == 1


async def test_polling_and_a_webhook_exclude_each_other(fake: FakeTelegram, call: Call) -> None:
    await fake.user("Siti").sends("halo")
    assert (await call("setWebhook", url="https://a.id/hook"))["ok"]
    assert (await call("getWebhookInfo"))["result"]["pending_update_count"] == 1
    assert (await call("getUpdates"))["error_code"] == 409
    assert (await call("deleteWebhook", drop_pending_updates=True))["ok"]
    assert await _texts(call) == []
    assert len(fake.violations) == 1
