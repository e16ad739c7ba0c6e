"""A crowd that Telegram brings by webhook: taken in at once by a bot that is the only replica."""

import asyncio
import time

import pytest

from bot.chat.transport.division import EVERY_SECONDS
from tests.fake_telegram import FakeTelegram, Fault, User
from tests.fake_telegram.webhook import bring_updates
from tests.web.replicas import RunPair, database_url, run_pair
from tests.web.running import Bots

__all__ = ["database_url", "run_pair"]

QUESTION = "Apakah Sirekap pakai Alibaba Cloud?"
CONNECTIONS = 10
COUNTED = 2 * EVERY_SECONDS
"""Seconds after which each replica knows how many there are."""


async def send_crowd(telegram: FakeTelegram, people: int) -> list[User]:
    """Let so many ask while Telegram is slow to take the answers."""
    telegram.world.updates.webhook["max_connections"] = CONNECTIONS
    crowd = [telegram.user(f"Warga {number}") for number in range(people)]
    for person in crowd:
        telegram.faults.next("sendMessage", Fault.slow(2))
        await person.sends(QUESTION)
    return crowd


async def all_are_answered(telegram: FakeTelegram, crowd: list[User]) -> None:
    for person in crowd:
        assert "Alibaba" in (await telegram.bot_says(person.chat, within=60)).text


async def test_the_only_replica_takes_a_crowd_without_waiting_for_its_answers(
    telegram: FakeTelegram, bots: Bots
) -> None:
    async with bots.serve() as served:
        await asyncio.sleep(0.2)
        crowd = await send_crowd(telegram, 120)
        began = time.perf_counter()
        async with bring_updates(telegram, served.address) as delivery:
            await delivery.ends(within=60)
            took = time.perf_counter() - began
        await all_are_answered(telegram, crowd)

    # If each waited for half a second, as many as there are connections at once:
    assert took < 0.5 * len(crowd) / CONNECTIONS


async def test_one_of_several_replicas_lets_telegram_wait_for_each_answer_of_a_crowd(
    telegram: FakeTelegram, run_pair: RunPair, database_url: str
) -> None:
    if database_url.startswith("sqlite"):
        pytest.skip("SQLite is for one replica")
    async with run_pair():
        await asyncio.sleep(COUNTED)
        began = time.perf_counter()
        crowd = await send_crowd(telegram, 40)
        waiting = telegram.world.updates.waiting
        assert await telegram.world.pulse.until(lambda: not waiting or None, 60)
        took = time.perf_counter() - began
        await all_are_answered(telegram, crowd)

    assert took >= 0.5 * len(crowd) / CONNECTIONS


async def test_what_one_person_says_in_a_crowd_is_answered_in_its_order(
    telegram: FakeTelegram, siti: User, bots: Bots
) -> None:
    async with bots.serve() as served:
        await asyncio.sleep(0.2)
        crowd = await send_crowd(telegram, 60)
        asked = [await siti.sends(f"asdfgh {number}") for number in range(5)]
        async with bring_updates(telegram, served.address):
            answers = [await telegram.bot_says(siti.chat, within=60) for _ in asked]
            await all_are_answered(telegram, crowd)

    assert [each.reply_to for each in answers] == [each.message_id for each in asked]
