"""Pages of answers as they were made last: many people ask the same, and see the same."""

from __future__ import annotations

import weakref
from collections import OrderedDict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.store import SentAnswer

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable

    from bot.answers import Answer, Answerer
    from bot.articles.values import Article
    from bot.chat.reply import Reply
    from bot.store import Asked

_MOST = 512


@dataclass(frozen=True, slots=True)
class Page:
    """A page of an answer; `token` is None when there is nothing to turn to.

    `articles` are those whose quotations or events it shows.
    """

    reply: Reply
    token: str | None
    start: int
    shown: int
    articles: tuple[Article, ...] = ()

    def as_sent(self, message: int) -> SentAnswer:
        """Return what is to be remembered once it stands in the chat as `message`."""
        return SentAnswer(message, self.token, self.start, self.shown, self.reply.digest)


@dataclass(frozen=True, slots=True)
class MadePage:
    """A page of `answer`, and the questions that its buttons need, with their tokens."""

    page: Page
    answer: Answer
    questions: tuple[tuple[str, Asked], ...]


class Pages:
    """The latest few hundred pages of one answerer; they stay in memory, nowhere else."""

    def __init__(self) -> None:
        """Begin with none."""
        self._kept: OrderedDict[Hashable, MadePage] = OrderedDict()
        self._find_maker: Callable[[], Answerer | None] = lambda: None

    def find(self, answerer: Answerer, key: Hashable) -> MadePage | None:
        """Return the page that was kept under `key`, if it is by `answerer`."""
        if key not in self._kept or self._find_maker() is not answerer:
            return None
        self._kept.move_to_end(key)
        return self._kept[key]

    def keep(self, answerer: Answerer, key: Hashable, made: MadePage) -> None:
        """Keep a page by `answerer`; `key` is all else that it depends on."""
        if self._find_maker() is not answerer:
            self._kept.clear()
            # A former one, whose index is large, must not stay for the sake of its pages.
            self._find_maker = weakref.ref(answerer)
        self._kept[key] = made
        if len(self._kept) > _MOST:
            self._kept.popitem(last=False)
