"""What every feature is given: where answers come from and what is remembered."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from telegram.ext import Application, CallbackContext, ExtBot

from bot.chat.examples import Examples
from bot.chat.metrics import Metrics
from bot.chat.pages import Pages
from bot.chat.tally import Tally
from bot.chat.transport.urgency import Urgency

if TYPE_CHECKING:
    from bot.answers import Answerer
    from bot.answers.live import LiveAnswerer
    from bot.chat.alerts import Alarm
    from bot.chat.audience import Audience
    from bot.desk import Desk
    from bot.store import Memory

App: TypeAlias = Application[Any, Any, Any, Any, Any, Any]
Context: TypeAlias = CallbackContext[
    ExtBot[Urgency], dict[Any, Any], dict[Any, Any], dict[Any, Any]
]


@dataclass(frozen=True, slots=True)
class Host:
    """Who answers, the memory, the moderators' desk, and questions known to have an answer."""

    live: LiveAnswerer
    memory: Memory
    desk: Desk
    audience: Audience
    alarm: Alarm
    examples: Examples = field(default_factory=Examples)
    tally: Tally = field(default_factory=Tally)
    metrics: Metrics = field(default_factory=Metrics)
    pages: Pages = field(default_factory=Pages)

    @property
    def answerer(self) -> Answerer:
        """The present answerer.

        Another one may take its place at any moment: what belongs together, such as an answer and
        the corpus to render it with, comes from one that was taken once.
        """
        return self.live.current
