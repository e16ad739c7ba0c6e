"""Too many messages: one polite notice, then silence until the budget has recovered.

Budgets are in the store, where all replicas spend from the same ones.
"""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING

from bot.chat.markup import text
from bot.chat.reply import Reply
from bot.chat.sending import send_reply
from bot.store import Budget, StoreError
from bot.texts.spoken import groups as texts

if TYPE_CHECKING:
    from telegram import Bot

    from bot.chat.host import Host
    from bot.chat.sending import Place

PRIVATE = Budget("private", burst=30, seconds=3)
"""Nobody types as fast; a person may forward some thirty messages at once."""

PERSON = Budget("person in groups", burst=5, seconds=20)
GROUP = Budget("group", burst=10, seconds=6)
"""Below the 20 messages a minute that Telegram lets bots send to a group."""

_NOTICE_SECONDS = 600


class Spending(Enum):
    """Whether something is within a budget; `NOTICE` when it is not, and that is still unsaid."""

    WITHIN = "within"
    NOTICE = "notice"
    SILENCE = "silence"


async def spend(host: Host, budget: Budget, spender: int) -> Spending:
    """Spend from the budget of a person or a chat."""
    is_within = await host.memory.budgets.spend(budget, spender)
    return await _judge(host, budget, spender, is_within=is_within)


async def spend_in_private(host: Host, person: int) -> Spending:
    """Spend from the budget of a person for private chats; see `judge_in_private`."""
    is_within = await host.memory.budgets.spend(PRIVATE, person)
    return await judge_in_private(host, person, is_within=is_within)


async def judge_in_private(host: Host, person: int, *, is_within: bool) -> Spending:
    """Judge what was spent from the budget of a person; that of moderators has no end.

    They work through drafts and queues, with many presses one after another.
    """
    spending = await _judge(host, PRIVATE, person, is_within=is_within)
    if spending is Spending.WITHIN or await host.desk.rights.find_role(person):
        return Spending.WITHIN
    return spending


async def _judge(host: Host, budget: Budget, spender: int, *, is_within: bool) -> Spending:
    if is_within:
        return Spending.WITHIN
    deed = f"beyond the budget: {budget.name}"
    try:
        is_first = await host.memory.marks.put(spender, deed, seconds=_NOTICE_SECONDS)
    except StoreError:
        is_first = False
    return Spending.NOTICE if is_first else Spending.SILENCE


async def ask_to_slow_down(bot: Bot, place: Place) -> None:
    """Say what `Spending.NOTICE` stands for."""
    await send_reply(bot, place, Reply(text(texts.SLOW_DOWN)))
