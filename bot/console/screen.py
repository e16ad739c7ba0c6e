"""The terminal as a place to write: width, colours, and nothing that could take control of it."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rich.console import Console
from rich.text import Text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from rich.console import ConsoleOptions, RenderResult

_WIDEST = 100
"""Columns; longer lines are tiring to read."""

_MARGIN = "   "

_CONTROLS = {
    **dict.fromkeys((*range(0x20), *range(0x7F, 0xA0)), "\ufffd"),
    # Marks that turn the direction of text around can make it look like other text.
    **dict.fromkeys((*range(0x202A, 0x202F), *range(0x2066, 0x206A)), "\ufffd"),
    ord("\n"): "\n",
    ord("\t"): " ",
}


@dataclass(frozen=True, slots=True)
class Indented:
    """Text that begins behind `lead` on each of its lines; after the first, spaces stand for it.

    `unbroken` text, such as an address that people copy, stays on one line however long.
    """

    text: Text
    lead: str
    unbroken: bool = False

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the lines, as rich asks for them, without spaces at their ends."""
        width = max(options.max_width - len(self.lead), 1)
        lines = [self.text.copy()] if self.unbroken else self.text.wrap(console, width)
        lead = self.lead
        for line in lines:
            line.rstrip()
            yield Text.assemble(lead, line, no_wrap=True, overflow="ignore")
            lead = " " * len(lead)


class _Screen(Console):
    def on_broken_pipe(self) -> None:
        # rich would exit with 1; the program has its own way to end.
        raise BrokenPipeError


Part = Text | Indented
"""What can be shown: a paragraph, or a block of its own shape."""


def open_screen() -> Console:
    """Return a console on standard output: styled on a terminal, plain wrapped text elsewhere."""
    console = _Screen(file=sys.stdout, highlight=False, markup=False, emoji=False)
    console.width = min(console.width, _WIDEST)
    return console


def clean(text: str) -> str:
    """Return `text` with a mark in place of each character that could steer a terminal.

    The length stays the same, so that spans into the text still fit.
    """
    return text.translate(_CONTROLS)


def show(screen: Console, parts: Iterable[Part]) -> None:
    """Print the parts one below the other; lines that must not be broken may run over the edge."""
    for part in parts:
        screen.print(Indented(part, "") if isinstance(part, Text) else part, crop=False)


def plain(text: str = "", style: str = "") -> Text:
    """Return cleaned text that is wrapped at spaces."""
    return Text(clean(text), style=style)


def indent(text: str | Text, style: str = "", lead: str = _MARGIN) -> Indented:
    """Return the text, cleaned, as a block behind `lead`."""
    return Indented(plain(text, style) if isinstance(text, str) else text, lead)


def address(url: str, lead: str = _MARGIN) -> Indented:
    """Return an address that stays on one line."""
    return Indented(plain(url, "cyan"), lead, unbroken=True)
