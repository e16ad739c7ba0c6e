"""What every feature is given: where answers come from and what is remembered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

from telegram.ext import Application, CallbackContext, ExtBot

from bot.chat.urgency import Urgency

if TYPE_CHECKING:
    from bot.answers import Answerer
    from bot.store import Memory

App: TypeAlias = Application[Any, Any, Any, Any, Any, Any]
Context: TypeAlias = CallbackContext[
    ExtBot[Urgency], dict[Any, Any], dict[Any, Any], dict[Any, Any]
]


@dataclass(frozen=True, slots=True)
class Host:
    """The answerer, the memory, a few questions that are known to have an answer, and moderators.

    `moderators` are the ids of their Telegram accounts, which are those of their private chats.
    """

    answerer: Answerer
    memory: Memory
    examples: tuple[str, ...] = ()
    moderators: frozenset[int] = frozenset()
