"""How a long evaluation tells how far it has come, without knowing a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Protocol, TypeVar

Item = TypeVar("Item")


class Watch(Protocol):
    """Hands through the items of a piece of work and may show how many are done."""

    def __call__(self, items: Sequence[Item], label: str) -> Iterable[Item]:
        """Yield `items` in order; `label` names the piece of work."""


def unwatched(items: Sequence[Item], label: str) -> Iterable[Item]:  # noqa: ARG001 - a Watch
    """Yield `items` and show nothing."""
    return items
