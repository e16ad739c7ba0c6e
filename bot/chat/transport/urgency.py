"""How soon a call to Telegram must be made, compared with others."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

_NEW_MESSAGES = ("send", "copy", "forward")
_CHANGES = ("edit", "delete", "stop")


class Urgency(IntEnum):
    """The classes of calls, most urgent first.

    `AT_ONCE` is whatever somebody waits for in front of a spinning button or an open list, and
    questions to Telegram itself: it never waits. `ANSWER` is what a message or a press asked for.
    `NOTICE` is for one person who did not ask just now, `BROADCAST` for many.
    """

    AT_ONCE = 1
    ANSWER = 2
    NOTICE = 3
    BROADCAST = 4


def makes_message(endpoint: str) -> bool:
    """Tell whether a method puts a new message into a chat."""
    return endpoint.startswith(_NEW_MESSAGES) and endpoint != "sendChatAction"


def find_chat(endpoint: str, data: dict[str, Any]) -> int | None:
    """Return the chat whose limits a call counts for, or None for a call that is made at once."""
    chat = data.get("chat_id")
    if not isinstance(chat, int):
        return None
    return chat if makes_message(endpoint) or endpoint.startswith(_CHANGES) else None
