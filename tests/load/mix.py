"""What people do on an election night, as updates, each with the answer that it must get."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count

from tests.load.bot_api import Json

_WEIGHTS = {"asks": 45, "asks in a group": 15, "types inline": 25, "starts": 15}
_SHARE_ASKED_BEFORE = 0.6
_SHARE_PAGED = 0.4
_SHARE_EDITED = 0.1
_POPULAR = 20
"""Questions that most people ask; the others differ from person to person."""

_OPENINGS = ("", "Benarkah begini: ", "Tolong dijelaskan, ", "Min, ", "Saya mau tanya, ", "Halo, ")
_ENDINGS = ("", " Terima kasih.", " Mohon dijawab.", " Saya bingung.", " Tolong ya.", " Serius?")
_KEYSTROKES = 4


@dataclass(frozen=True, slots=True)
class Step:
    """An update without its number, its kind for the tables, and the key of its answer."""

    kind: str
    update: Json
    answer: str


@dataclass(slots=True)
class Mix:
    """Draws what the next person does; every person and group is a new one."""

    questions: Sequence[str]
    rng: random.Random
    _numbers: count[int] = field(default_factory=lambda: count(100_000_000))

    def draw_deed(self) -> str:
        """Return what somebody does next."""
        return self.rng.choices(list(_WEIGHTS), list(_WEIGHTS.values()))[0]

    def ask(self) -> tuple[int, Step]:
        """Return a person and their question."""
        person = next(self._numbers)
        kind, words = self._draw_question()
        return person, self._write(person, words, kind)

    def start(self) -> Step:
        """Return the first contact of a person."""
        return self._write(next(self._numbers), "/start", "start")

    def ask_in_group(self) -> Step:
        """Return a question in a group."""
        person, group, number = (next(self._numbers) for _ in range(3))
        _, words = self._draw_question()
        message = _make_message(person, number, f"/tanya {words}")
        message["chat"] = {"id": -group, "type": "supergroup", "title": "Warga"}
        message["entities"] = [{"type": "bot_command", "offset": 0, "length": 6}]
        return Step("group command", {"message": message}, f"send {-group} {number}")

    def type_inline(self) -> list[Step]:
        """Return the queries of somebody who types a question in inline mode."""
        person, (_, words) = next(self._numbers), self._draw_question()
        parts = words.split()[: _KEYSTROKES + 1]
        return [self._make_query(person, " ".join(parts[:end])) for end in range(2, len(parts) + 1)]

    def press(self, person: int, answer: Json) -> Step | None:
        """Return a press of "Berikutnya" below an answer, unless all was shown or nobody cares."""
        rows = answer["reply_markup"].get("inline_keyboard", [])
        buttons = [button for row in rows for button in row if "Berikutnya" in button["text"]]
        if not buttons or self.rng.random() > _SHARE_PAGED:
            return None
        message = {name: answer[name] for name in ("message_id", "date", "chat", "text")}
        query = {
            "id": str(next(self._numbers)),
            "from": _describe(person),
            "chat_instance": str(person),
            "data": buttons[0]["callback_data"],
            "message": message,
        }
        return Step("page", {"callback_query": query}, f"edit {person} {answer['message_id']}")

    def edit(self, person: int, asked: Step, answer: Json) -> Step | None:
        """Return another question in place of the one that was `asked`, if they want to."""
        if self.rng.random() > _SHARE_EDITED:
            return None
        number, words = asked.update["message"]["message_id"], asked.update["message"]["text"]
        while words == asked.update["message"]["text"]:
            words = self._draw_question()[1]
        message = _make_message(person, number, words)
        message["edit_date"] = message["date"]
        return Step("edit", {"edited_message": message}, f"edit {person} {answer['message_id']}")

    def _draw_question(self) -> tuple[str, str]:
        if self.rng.random() < _SHARE_ASKED_BEFORE:
            return "asked before", self.rng.choice(self.questions[:_POPULAR])
        question = self.rng.choice(self.questions[_POPULAR:])
        return (
            "new question",
            f"{self.rng.choice(_OPENINGS)}{question}{self.rng.choice(_ENDINGS)}",
        )

    def _write(self, person: int, words: str, kind: str) -> Step:
        number = next(self._numbers)
        message = _make_message(person, number, words)
        if words.startswith("/"):
            message["entities"] = [{"type": "bot_command", "offset": 0, "length": len(words)}]
        return Step(kind, {"message": message}, f"send {person} {number}")

    def _make_query(self, person: int, words: str) -> Step:
        number = next(self._numbers)
        query = {"id": str(number), "from": _describe(person), "query": words, "offset": ""}
        return Step("inline keystroke", {"inline_query": query}, f"inline {number}")


def _make_message(person: int, number: int, words: str) -> Json:
    return {
        "message_id": number,
        "date": int(time.time()),
        "from": _describe(person),
        "chat": {"id": person, "type": "private", "first_name": "Siti"},
        "text": words,
    }


def _describe(person: int) -> Json:
    return {"id": person, "is_bot": False, "first_name": "Siti", "language_code": "id"}
