"""What is shown with numbers to pick from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bot.console.screen import Part


@dataclass(frozen=True, slots=True)
class Listing:
    """The parts to show, and the command that each number in them stands for."""

    parts: tuple[Part, ...]
    commands: Mapping[str, str] = field(default_factory=dict)
