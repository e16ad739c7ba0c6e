"""Several bots over one database: each update is handled once, and none is lost with its bot."""

import asyncio
import contextlib
import json

import httpx
import pytest

from bot.chat.transport import arrivals, journal
from bot.store import LEASE_SECONDS
from tests.chat.clocks import MovingClock
from tests.fake_telegram import FakeTelegram, Fault, User
from tests.fake_telegram.api_spec import Json
from tests.fake_telegram.webhook import SECRET_HEADER, bring_updates
from tests.web.running import SECRET, WEBHOOK, Bots, ServedBot

QUESTION = "Apakah Sirekap pakai Alibaba Cloud?"
HEADERS = {"Content-Type": "application/json", SECRET_HEADER: SECRET}


async def post(served: ServedBot, update: Json) -> int:
    content = json.dumps(update).encode()
    answer: httpx.Response = await served.client.post(
        WEBHOOK.path, content=content, headers=HEADERS
    )
    return answer.status_code


def pick_up(telegram: FakeTelegram) -> list[Json]:
    """What waits at Telegram, for the test to bring it."""
    waiting = telegram.world.updates.waiting.copy()
    telegram.world.updates.waiting.clear()
    telegram.world.updates.delivered |= {each["update_id"]: each for each in waiting}
    return waiting


async def test_an_update_that_comes_to_two_replicas_is_answered_by_one(
    bots: Bots, telegram: FakeTelegram, siti: User
) -> None:
    async with bots.serve() as one, bots.serve() as other:
        for words in (QUESTION, "/bantuan", "/topik", "/privasi"):
            await siti.sends(words)
            (update,) = pick_up(telegram)
            statuses = await asyncio.gather(*(post(each, update) for each in (one, other) * 2))
            await telegram.bot_says(siti.chat)
            assert statuses == [200] * 4
        await telegram.nothing_said(siti.chat)


async def test_a_press_and_an_edit_that_come_twice_count_once(
    bots: Bots, telegram: FakeTelegram, siti: User
) -> None:
    async with bots.serve() as one, bots.serve() as other:
        asked = await siti.sends(QUESTION)
        await post(one, pick_up(telegram)[0])
        answer = await telegram.bot_says(siti.chat)
        await siti.presses(answer, "Berikutnya")
        (press,) = pick_up(telegram)
        await asyncio.gather(*(post(each, press) for each in (one, other)))
        await telegram.bot_edits(answer)
        await siti.edits(asked, "kenapa grafik sirekap dihilangkan?")
        (edit,) = pick_up(telegram)
        await asyncio.gather(*(post(each, edit) for each in (one, other)))
        await telegram.bot_edits(answer)
        await telegram.nothing_said(siti.chat)

    assert len(telegram.edits_of(answer)) == 2
    assert len(telegram.calls_of("answerCallbackQuery")) == 1


async def test_an_update_that_comes_again_after_a_restart_is_not_answered_again(
    bots: Bots, telegram: FakeTelegram, siti: User
) -> None:
    await siti.sends("/bantuan")
    (update,) = pick_up(telegram)
    async with bots.serve() as served:
        await post(served, update)
        await telegram.bot_says(siti.chat)
    async with bots.serve() as served:
        assert await post(served, update) == 200
        await telegram.nothing_said(siti.chat)
    telegram.world.updates.waiting.append(update)
    async with bots.serve(webhook=None):
        await telegram.bot_polls()
        await telegram.nothing_said(siti.chat)


async def test_what_a_bot_had_no_time_for_is_answered_after_the_restart(
    bots: Bots, telegram: FakeTelegram, siti: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.chat.service._FINISH_SECONDS", 0.2)
    telegram.faults.next("sendMessage", Fault.slow(20))
    await siti.sends(QUESTION)
    (update,) = pick_up(telegram)
    async with bots.serve() as served:
        assert await post(served, update) == 200
    async with bots.serve():
        assert "Alibaba" in (await telegram.bot_says(siti.chat)).text


async def test_a_replica_that_vanishes_leaves_its_messages_to_another(
    bots: Bots, telegram: FakeTelegram, siti: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "RENEW_SECONDS", 0.05)
    monkeypatch.setattr(arrivals, "RENEW_SECONDS", 0.05)
    telegram.faults.next("sendMessage", Fault.slow(20))
    await siti.sends(QUESTION)
    (update,) = pick_up(telegram)
    async with bots.serve() as lost:
        assert await post(lost, update) == 200
        # As if the process were gone: it neither asks for more time nor lets go.
        lost.service.arrivals._under_way.messages.clear()
        await lost.service.arrivals._lanes.stop()
        clock = MovingClock(monkeypatch)
        clock.skip(LEASE_SECONDS + 1)
        async with bots.serve(clock=clock):
            assert "Alibaba" in (await telegram.bot_says(siti.chat)).text
            await telegram.nothing_said(siti.chat)


async def test_a_bot_that_stops_refuses_what_comes_and_another_takes_it(
    bots: Bots, telegram: FakeTelegram, siti: User
) -> None:
    telegram.faults.next("sendMessage", Fault.slow(1))
    await siti.sends(QUESTION)
    (first,) = pick_up(telegram)
    async with contextlib.AsyncExitStack() as stack, bots.serve() as other:
        stopping = await stack.enter_async_context(bots.serve())
        assert await post(stopping, first) == 200
        finishing = asyncio.create_task(stopping.service.finish())
        await asyncio.sleep(0.05)
        budi = telegram.user("Budi")
        await budi.sends(QUESTION)
        assert (await stopping.client.get("/readyz")).status_code == 503
        async with bring_updates(telegram, stopping.address, other.address) as delivery:
            assert "Alibaba" in (await telegram.bot_says(budi.chat)).text
            await delivery.ends()
        assert "Alibaba" in (await telegram.bot_says(siti.chat)).text
        await finishing

    assert delivery.statuses == [503, 200]
