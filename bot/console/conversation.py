"""The conversation: questions, follow-ups, further pages, and commands that begin with a slash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.timeline_requests import ask_for_timeline
from bot.answers.values import Status
from bot.console.answer_view import render_answer, render_quotations
from bot.console.browsing import Browser
from bot.console.corpus_view import render_sources
from bot.console.questions import LONGEST
from bot.console.screen import plain, show
from bot.console.timeline_view import render_timeline
from bot.texts import answers as answer_texts
from bot.texts import console as texts

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from rich.console import Console

    from bot.answers import Answerer
    from bot.answers.live import LiveAnswerer
    from bot.answers.values import Answer
    from bot.console.listing import Listing

_PAGE = 3
"""Quotations on one page."""

_LEAVE = frozenset({"/keluar", "/exit", "/quit"})


class Conversation:
    """One person's conversation, in which each answer is from the files as they are then.

    It remembers the last question, how far its pages went, and what the numbers of the last list
    or choice stand for.
    """

    def __init__(self, live: LiveAnswerer, screen: Console) -> None:
        """Answer with `live`, write on `screen`."""
        self._live = live
        self._screen = screen
        self._question: str | None = None
        self._before: str | None = None
        self._shown = 0
        self._numbers: Mapping[str, str] = {}
        self._commands: Mapping[str, Callable[[str], None]] = {
            "/bantuan": self._help,
            "/help": self._help,
            "/start": self._help,
            "/lagi": self._continue,
            "/topik": lambda name: self._list(self._browser.find_topic(name)),
            "/klaim": lambda wanted: self._list(self._browser.find_claims(wanted)),
            "/linimasa": self._show_timeline,
            "/sumber": self._show_sources,
            "/tentang": self._show_about,
        }

    def greet(self) -> None:
        """Say what this is and how to begin."""
        self._say(texts.WELCOME, "bold")
        self._say(texts.INVITATION)
        self._say()

    def part(self) -> None:
        """Say good-bye."""
        self._say(texts.FAREWELL)

    def take(self, message: str) -> bool:
        """Reply to one line and return whether the conversation goes on."""
        self._live.renew()
        picked = self._numbers.get(message)
        command, _, argument = (picked or message).partition(" ")
        command = command.lower()
        if command in _LEAVE:
            return False
        if command in self._commands:
            self._commands[command](argument.strip())
        elif command.startswith("/"):
            self._say(texts.UNKNOWN_COMMAND)
        elif picked:
            self._ask_picked(picked)
        elif message:
            self._answer(message)
        self._say()
        return True

    @property
    def _answerer(self) -> Answerer:
        return self._live.current

    @property
    def _browser(self) -> Browser:
        return Browser(self._answerer)

    def _answer(self, message: str) -> None:
        if len(message) > LONGEST:
            self._say(texts.describe_cut(LONGEST), "italic")
        question = message[:LONGEST]
        answer = self._answerer.answer(question, previous=self._question, limit=_PAGE)
        self._show(answer, question, self._question)

    def _ask_picked(self, question: str) -> None:
        """Ask a question that was picked by its number; it stands on its own."""
        self._say(question, "bold")
        self._say()
        self._show(self._answerer.answer(question, limit=_PAGE), question, None)

    def _show(self, answer: Answer, question: str, before: str | None) -> None:
        show(self._screen, render_answer(answer, self._answerer.corpus))
        if answer.status not in {Status.SMALL_TALK, Status.EMPTY}:
            self._before, self._question = before, question
            self._numbers = _number(answer.alternatives)
            self._shown = 0
            if answer.alternatives:
                self._say(texts.PICK_HINT, "dim")
            self._offer_more(answer)

    def _continue(self, _argument: str) -> None:
        if self._question is None:
            self._say(texts.NOTHING_TO_CONTINUE)
            return
        answer = self._answerer.answer(
            self._question, previous=self._before, limit=_PAGE, offset=self._shown
        )
        timeline = answer.timeline
        if not (timeline.events if timeline else answer.quotations):
            self._say(answer_texts.NO_MORE)
            return
        corpus = self._answerer.corpus
        page = render_quotations(answer.quotations, corpus)
        show(self._screen, render_timeline(timeline) if timeline else page)
        self._offer_more(answer)

    def _offer_more(self, answer: Answer) -> None:
        """Count what is shown now, and say how to see what is left."""
        timeline = answer.timeline
        shown = len(timeline.events if timeline else answer.quotations)
        self._shown += shown
        if timeline and timeline.total > self._shown:
            self._say(texts.MORE_EVENTS_HINT, "dim")
        elif timeline is None and answer.remaining:
            remaining = answer_texts.describe_remaining(answer.remaining)
            self._say(f"{remaining} {texts.MORE_HINT}", "dim")

    def _show_timeline(self, subject: str) -> None:
        question = ask_for_timeline(subject)
        answer = self._answerer.answer(question, limit=_PAGE)
        if answer.timeline is None:
            self._list(self._browser.list_timelines())
        else:
            self._show(answer, question, None)

    def _list(self, listing: Listing) -> None:
        show(self._screen, listing.parts)
        self._numbers = listing.commands

    def _help(self, _argument: str) -> None:
        self._say(texts.HELP_TITLE, "bold")
        for command, purpose in texts.COMMAND_HELP.items():
            self._say(f"{command:<10} {purpose}")
        self._say()
        self._say(texts.HELP_TIPS)

    def _show_sources(self, _argument: str) -> None:
        show(self._screen, render_sources(self._answerer.corpus))

    def _show_about(self, _argument: str) -> None:
        self._say(texts.ABOUT)

    def _say(self, text: str = "", style: str = "") -> None:
        show(self._screen, [plain(text, style)])


def _number(questions: Sequence[str]) -> Mapping[str, str]:
    return {str(number): question for number, question in enumerate(questions, start=1)}
