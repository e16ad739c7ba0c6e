"""Updates before they are read: what must be known of them to put them into their order."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

import orjson
from telegram import Update

from bot.chat.application import ALLOWED_UPDATES

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from bot.chat.transport.journal import Batch

Json: TypeAlias = dict[str, Any]

_OTHER = "other"

_SAID = frozenset({Update.MESSAGE, Update.EDITED_MESSAGE})
KEPT = frozenset({*_SAID, Update.MY_CHAT_MEMBER})
"""The kinds of what is written down until it is handled."""


@dataclass(slots=True, eq=False)
class Envelope:
    """An update as JSON, which takes a tenth of the memory of what the library makes of it.

    Attributes:
        id: of the update.
        kind: of the update; "other" for one that no feature handles.
        line: those with the same one are handled one after the other.
        typist: who types, if it is an inline query.
        began: when it arrived, in seconds of the event loop.
        body: the JSON.
        batch: what it is written down with, if it arrived in a rush.
    """

    id: int
    kind: str
    line: Hashable
    typist: int | None
    began: float
    body: bytes
    batch: Batch | None = None
    _is_finished: bool = False
    _finished: asyncio.Future[None] | None = None

    @property
    def is_kept(self) -> bool:
        """Tell whether it is written down until it is handled."""
        return self.kind in KEPT

    def watch(self) -> asyncio.Future[None]:
        """Return what is done once it is handled, or will not be."""
        if self._finished is None:
            # Only now: of ten thousand that wait, hardly any is watched.
            self._finished = asyncio.get_running_loop().create_future()
            if self._is_finished:
                self._finished.set_result(None)
        return self._finished

    def finish(self) -> None:
        """Note that it is handled, or will not be."""
        self._is_finished = True
        if self._finished is not None and not self._finished.done():
            self._finished.set_result(None)


def close_envelope(raw: Json, began: float) -> Envelope:
    """Return the envelope of an update as Telegram sends it, with an integer `update_id`."""
    number, kind = int(raw["update_id"]), find_kind(raw)
    content = raw.get(kind)
    content = content if isinstance(content, dict) else {}
    typist = _find_id(content, "from") if kind == Update.INLINE_QUERY else None
    return Envelope(number, kind, _find_line(number, kind, content), typist, began, encode(raw))


def find_kind(raw: Json) -> str:
    """Return the kind of an update, out of those that features handle, or "other"."""
    for kind in ALLOWED_UPDATES:
        if kind in raw:
            return kind
    return _OTHER


def encode(raw: Json | Sequence[Json]) -> bytes:
    """Return the JSON of an update as Telegram sends it, or of many, as a list."""
    try:
        return orjson.dumps(raw)
    except TypeError:
        # Halves of surrogate pairs and the like.
        return json.dumps(raw).encode()


def decode(body: bytes) -> Json:
    """Return the JSON of an envelope."""
    update: Json = _load(body)
    return update


def is_batch(body: bytes) -> bool:
    """Tell whether this is the JSON of many envelopes, as a list."""
    return body.startswith(b"[")


def decode_batch(body: bytes) -> list[Json]:
    """Return the JSON of each."""
    updates: list[Json] = _load(body)
    return updates


def _load(body: bytes) -> Any:  # noqa: ANN401 - whatever was written down
    try:
        return orjson.loads(body)
    except ValueError:
        return json.loads(body)


def _find_line(number: int, kind: str, content: Json) -> Hashable:
    """Return the line of an update: that of its chat and sort, or one of its own.

    An edit that arrives while its question is being answered waits for the answer that it edits,
    and two quick presses of a button do not both turn the same page; a press does not wait for
    messages, which may wait for Telegram.
    """
    message = content.get("message") if kind == Update.CALLBACK_QUERY else content
    chat = _find_id(message, "chat") if isinstance(message, dict) else None
    if chat is None:
        return number
    return ("said" if kind in _SAID else kind, chat)


def _find_id(content: Json, name: str) -> int | None:
    owner = content.get(name)
    found = owner.get("id") if isinstance(owner, dict) else None
    return found if isinstance(found, int) else None
