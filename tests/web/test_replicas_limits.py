"""Budgets hold across replicas: who asks two bots in turn may ask no more than who asks one."""

import asyncio
import time
from collections.abc import Callable

import pytest

from bot.chat import flood
from bot.chat.transport.delivery import Delivery
from bot.texts import groups as texts
from tests.fake_telegram import FakeTelegram, User
from tests.web.replicas import RunPair, database_url, run_pair

__all__ = ["database_url", "run_pair"]

QUESTIONS = 2 * flood.PERSON.burst + 2


@pytest.fixture
def standing() -> Callable[[], float]:
    """A clock that stands still, so that no budget recovers on a slow machine."""
    now = time.time()
    return lambda: now


async def test_a_person_in_a_group_has_one_budget_and_gets_one_notice(
    telegram: FakeTelegram, siti: User, run_pair: RunPair, standing: Callable[[], float]
) -> None:
    group = telegram.group("Warga", [siti])
    async with run_pair(clock=standing) as pair:
        for _ in range(QUESTIONS):
            await siti.sends("/tanya Apakah Sirekap pakai Alibaba Cloud?", to=group)
        for _ in range(flood.PERSON.burst + 1):
            await telegram.bot_says(group, within=30)
        await telegram.nothing_said(group, for_seconds=1)
        counts = await pair.count_updates()

    said = [message.text for message in group.said]
    assert said.count(texts.SLOW_DOWN) == 1
    assert len(said) == flood.PERSON.burst + 1
    assert counts == (QUESTIONS // 2, QUESTIONS // 2)


async def test_what_telegram_lets_a_bot_send_is_divided(
    run_pair: RunPair, database_url: str
) -> None:
    expected = 1 if database_url.startswith("sqlite") else 2
    async with run_pair() as pair, asyncio.timeout(20):
        limiters = [served.service.bot.rate_limiter for served in (pair.one, pair.other)]
        parts: set[int] = set()
        while parts != {expected}:
            await asyncio.sleep(0.05)
            parts = {each._pace._parts for each in limiters if isinstance(each, Delivery)}


async def test_a_group_has_one_budget(
    telegram: FakeTelegram, run_pair: RunPair, standing: Callable[[], float]
) -> None:
    people = [telegram.user(f"Warga {number}") for number in range(flood.GROUP.burst + 4)]
    group = telegram.group("Warga", people)
    async with run_pair(clock=standing):
        for person in people:
            await person.sends("/tanya Apakah Sirekap pakai Alibaba Cloud?", to=group)
        for _ in range(flood.GROUP.burst + 1):
            await telegram.bot_says(group, within=30)
        await telegram.nothing_said(group, for_seconds=1)

    answers = [message for message in group.said if message.text != texts.GROUP_IS_BUSY]
    assert len(answers) == flood.GROUP.burst
    assert len(group.said) == flood.GROUP.burst + 1
