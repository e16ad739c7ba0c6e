"""A reply as a value: what a message says and which buttons stand under it."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from bot.chat.callbacks import Action, encode
from bot.chat.markup import shorten

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.chat.markup import Markup
    from bot.chat.transport.envelopes import Json

_LABEL_UNITS = 60


@dataclass(frozen=True, slots=True)
class Button:
    """A button that does one thing.

    It sends the callback `data`, opens the `url`, copies the text `copy`, or shares what inline
    mode finds for the query `share`.
    """

    label: str
    data: str | None = None
    url: str | None = None
    copy: str | None = None
    share: str | None = None

    def describe(self) -> Json:
        """Return the button as https://core.telegram.org/bots/api#inlinekeyboardbutton has it."""
        described: Json = {"text": self.label}
        if self.data:
            described["callback_data"] = self.data
        if self.url:
            described["url"] = self.url
        if self.copy:
            described["copy_text"] = {"text": self.copy}
        if self.share is not None:
            described["switch_inline_query"] = self.share
        return described


Row = tuple[Button, ...]


# Without slots: what is made of it is kept, since the same reply goes to many.
@dataclass(frozen=True)
class Reply:
    """One message to send or to edit into place.

    `awaits` is said in the field where the person then writes, at most 64 characters: their next
    message replies to this one. It takes the place of buttons and only works in new messages.
    """

    content: Markup
    rows: tuple[Row, ...] = ()
    awaits: str = ""

    @cached_property
    def digest(self) -> str:
        """A SHA-256 over all that Telegram compares when a message is edited."""
        rows = [[_list_fields(button) for button in row] for row in self.rows]
        return hashlib.sha256(json.dumps([self.content.html, rows]).encode()).hexdigest()

    @cached_property
    def keyboard(self) -> Json | None:
        """The buttons as Telegram takes them, if there are any; not to be changed."""
        rows = [[button.describe() for button in row] for row in self.rows if row]
        return {"inline_keyboard": rows} if rows else None

    def drop_sharing(self) -> Reply:
        """Return the reply without the buttons that share something by inline mode."""
        rows = (tuple(button for button in row if not button.share) for row in self.rows)
        return replace(self, rows=tuple(rows))

    def drop_actions(self) -> Reply:
        """Return the reply without the buttons that send something to the bot."""
        rows = (tuple(button for button in row if not button.data) for row in self.rows)
        return replace(self, rows=tuple(row for row in rows if row))


def _list_fields(button: Button) -> list[str | None]:
    return [button.label, button.data, button.url, button.copy, button.share]


def make_button(label: str, action: Action) -> Button | None:
    """Return a button for `action`, or None when it has no code or nothing to read.

    A long label is cut at a word.
    """
    code, shown = encode(action), shorten(label, _LABEL_UNITS)
    return Button(shown, data=code) if code and shown else None


def stack(buttons: Iterable[Button | None]) -> tuple[Row, ...]:
    """Return one row for each button that there is."""
    return tuple((button,) for button in buttons if button)


def arrange(buttons: Iterable[Button | None], columns: int = 2) -> tuple[Row, ...]:
    """Return the buttons that there are in rows of `columns`."""
    shown = [button for button in buttons if button]
    return tuple(tuple(shown[first : first + columns]) for first in range(0, len(shown), columns))
