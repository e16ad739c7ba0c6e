"""Who is next: the updates of a chat in their order, and chats from both ends of the line."""

from __future__ import annotations

from bisect import insort
from collections import deque
from itertools import count
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Hashable

T = TypeVar("T")

_BEFORE_ALL = -(2**62)
_RUSH = 8
"""As long as no more wait, the order is that of arrival."""


class Turns(Generic[T]):
    """What waits for its turn, by chat; of each chat one at a time is under way.

    In a rush, chats are taken from both ends in turn: the one that has waited longest, then the
    one that came last, and so on; in the order of arrival, everybody would wait for all the others.
    So nobody waits more than twice as long as in that order, and who comes during a rush is served
    at once while newcomers are fewer than half of what can be served. See "adaptive LIFO" in
    https://queue.acm.org/detail.cfm?id=2839461.
    """

    def __init__(self) -> None:
        """Begin without any chat."""
        self._numbers, self._earlier_numbers = count(), count(_BEFORE_ALL)
        self._following: dict[Hashable, deque[tuple[int, T]] | None] = {}
        """For each chat that waits or is served: what comes after that."""
        self._first: dict[int, tuple[Hashable, T]] = {}
        self._order: list[int] = []
        """The numbers of what is first in its chat, the lowest first."""
        self._takes_last = False

    def __len__(self) -> int:
        """Return how many chats wait, not counting those that are being served."""
        return len(self._order)

    def add(self, chat: Hashable, item: T, *, is_left_over: bool = False) -> None:
        """Let `item` wait after what is of the same chat.

        What is left over from others came before everything else.
        """
        number = next(self._earlier_numbers if is_left_over else self._numbers)
        if chat not in self._following:
            self._following[chat] = None
            self._queue(number, chat, item)
            return
        following = self._following[chat]
        if following is None:
            # Few chats have more than one; ten thousand empty ones take time and memory.
            following = self._following[chat] = deque()
        following.append((number, item))

    def take(self) -> tuple[Hashable, T]:
        """Return what is next, and its chat, of which nothing else is taken until `finish`.

        Raises:
            IndexError: when nothing waits that may be taken.
        """
        self._takes_last = len(self._order) > _RUSH and not self._takes_last
        number = self._order.pop(-1 if self._takes_last else 0)
        return self._first.pop(number)

    def finish(self, chat: Hashable) -> None:
        """Let what comes next in `chat` wait for its turn."""
        following = self._following[chat]
        if not following:
            del self._following[chat]
            return
        number, item = following.popleft()
        self._queue(number, chat, item)

    def _queue(self, number: int, chat: Hashable, item: T) -> None:
        self._first[number] = (chat, item)
        if not self._order or number > self._order[-1]:
            self._order.append(number)
        else:
            insort(self._order, number)
