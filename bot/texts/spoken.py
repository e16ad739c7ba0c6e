"""The texts of the conversation, in the language of the person whom the bot is talking to.

Import the modules from here where a person reads what they say: `from bot.texts.spoken import
chat as texts`. Their names and types are those of the Indonesian modules; the English ones, whose
names end in `_en`, have the same texts, and the same functions as methods of their `WORDS`. A text
is looked up when it is used, so it must not be kept in a constant or a default value.
"""

from __future__ import annotations

from contextlib import contextmanager
from contextvars import ContextVar
from enum import Enum
from typing import TYPE_CHECKING

from bot.texts import answers as _answers
from bot.texts import answers_en as _answers_en
from bot.texts import browsing as _browsing
from bot.texts import browsing_en as _browsing_en
from bot.texts import chat as _chat
from bot.texts import chat_en as _chat_en
from bot.texts import follow_up as _follow_up
from bot.texts import follow_up_en as _follow_up_en
from bot.texts import groups as _groups
from bot.texts import groups_en as _groups_en
from bot.texts import links as _links
from bot.texts import links_en as _links_en
from bot.texts import privacy as _privacy
from bot.texts import privacy_en as _privacy_en

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

    from bot.texts import answers, browsing, chat, follow_up, groups, links, privacy

__all__ = [
    "Language",
    "answers",
    "browsing",
    "chat",
    "choose_language",
    "follow_up",
    "get_language",
    "groups",
    "links",
    "privacy",
    "speak",
    "speaking",
]


class Language(Enum):
    """The languages that the bot speaks; quotations are Indonesian in both."""

    INDONESIAN = "id"
    ENGLISH = "en"


_INDONESIAN_CODES = frozenset({"id", "ms", "in", "jv", "su"})

_language = ContextVar("language", default=Language.INDONESIAN)


def choose_language(code: str | None) -> Language:
    """Return the language for somebody whose Telegram has the IETF language tag `code`.

    Malay, Javanese and Sundanese readers get Indonesian, and so do those who do not say.
    """
    if not code or code.replace("_", "-").partition("-")[0].lower() in _INDONESIAN_CODES:
        return Language.INDONESIAN
    return Language.ENGLISH


def get_language() -> Language:
    """Return the language that is spoken in this task."""
    return _language.get()


def speak(language: Language) -> None:
    """Speak `language` in this task, and in those that it starts from now on."""
    _language.set(language)


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Speak `language` for as long as the context lasts."""
    former = _language.set(language)
    try:
        yield
    finally:
        _language.reset(former)


class _Spoken:
    """Looks every text up in the module of the language that is spoken, or in its `WORDS`."""

    def __init__(self, indonesian: ModuleType, english: ModuleType) -> None:
        self._modules = {Language.INDONESIAN: indonesian, Language.ENGLISH: english}

    def __getattr__(self, name: str) -> object:
        module = self._modules[_language.get()]
        return getattr(module if hasattr(module, name) else module.WORDS, name)


if not TYPE_CHECKING:
    answers = _Spoken(_answers, _answers_en)
    browsing = _Spoken(_browsing, _browsing_en)
    chat = _Spoken(_chat, _chat_en)
    follow_up = _Spoken(_follow_up, _follow_up_en)
    groups = _Spoken(_groups, _groups_en)
    links = _Spoken(_links, _links_en)
    privacy = _Spoken(_privacy, _privacy_en)
