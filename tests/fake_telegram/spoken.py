"""What the bot said, as values that tests look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tests.fake_telegram.api_spec import Json
from tests.fake_telegram.entities import render_html
from tests.fake_telegram.markup import utf16_slice


@dataclass(frozen=True, slots=True)
class Button:
    """A button of an inline or a reply keyboard; what it does is the one field that is set."""

    text: str
    data: str | None = None
    url: str | None = None
    inline_query: str | None = None
    inline_query_here: str | None = None
    copy_text: str | None = None


def words_of(message: Json) -> str:
    """Return a message's text or caption, empty if it has neither."""
    words: str = message.get("text") or message.get("caption") or ""
    return words


Rows = tuple[tuple[Button, ...], ...]


def buttons_of(markup: Json | None) -> Rows:
    """Return the rows of a keyboard, empty when there is none."""
    rows = (markup or {}).get("inline_keyboard") or (markup or {}).get("keyboard") or []
    return tuple(tuple(_button(raw) for raw in row) for row in rows)


def _button(raw: Json) -> Button:
    return Button(
        text=raw["text"],
        data=raw.get("callback_data"),
        url=raw.get("url"),
        inline_query=raw.get("switch_inline_query"),
        inline_query_here=raw.get("switch_inline_query_current_chat"),
        copy_text=(raw.get("copy_text") or {}).get("text"),
    )


@dataclass(frozen=True, slots=True)
class Spoken:
    """A text by the bot: plain text, entities (offsets in UTF-16 units) and keyboard."""

    text: str
    entities: tuple[Json, ...]
    buttons: Rows
    raw: Json

    @property
    def html(self) -> str:
        """The text as Telegram's HTML."""
        return render_html(self.text, self.entities)

    @property
    def links(self) -> list[tuple[str, str]]:
        """Address and visible text of each link that the bot made, in order."""
        links = (entity for entity in self.entities if entity["type"] == "text_link")
        return [(entity["url"], self.part(entity)) for entity in links]

    @property
    def addresses(self) -> list[str]:
        """What Telegram makes a link by itself: written addresses, and names like "Kompas.com"."""
        return self.parts("url")

    @property
    def button_texts(self) -> list[str]:
        """The labels of all buttons, row by row."""
        return [button.text for row in self.buttons for button in row]

    def part(self, entity: Json) -> str:
        """Return the text that an entity covers."""
        return utf16_slice(self.text, entity["offset"], entity["length"])

    def parts(self, kind: str) -> list[str]:
        """Return the texts of all entities of a type, for example "bold" or "blockquote"."""
        return [self.part(entity) for entity in self.entities if entity["type"] == kind]

    def button(self, label: str) -> Button:
        """Return the button whose label contains `label`.

        Raises:
            AssertionError: no button or several fit.
        """
        buttons = [button for row in self.buttons for button in row]
        fitting = [b for b in buttons if b.text == label] or [b for b in buttons if label in b.text]
        assert len(fitting) == 1, f"{len(fitting)} buttons fit {label!r}: {self.button_texts}"
        return fitting[0]


@dataclass(frozen=True, slots=True)
class BotMessage(Spoken):
    """A message of the bot, as it was when sent or after one edit (`is_edit`)."""

    chat_id: int
    message_id: int
    reply_to: int | None = None
    thread_id: int | None = None
    is_edit: bool = False


@dataclass(frozen=True, slots=True)
class CallbackAnswer:
    """The bot's answer to a press of a button; empty text shows nothing."""

    text: str
    alert: bool
    url: str | None = None


@dataclass(frozen=True, slots=True)
class InlineResult(Spoken):
    """One result of an inline query; text, entities and buttons are those of the message sent."""

    id: str
    title: str
    description: str


@dataclass(frozen=True, slots=True)
class InlineAnswer:
    """The bot's answer to an inline query. `start_parameter` is that of the button above."""

    results: Sequence[InlineResult]
    next_offset: str
    cache_time: int
    is_personal: bool
    button_text: str | None
    start_parameter: str | None
