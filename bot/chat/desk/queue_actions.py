"""What the buttons of the queue, the reports and the moderators' screen say to the bot."""

from __future__ import annotations

from dataclasses import dataclass

from bot.chat.code_fields import DIGEST, KEY, PLACE, TOKEN, Codes, choose_of
from bot.store import Decision


@dataclass(frozen=True, slots=True)
class ListQueue:
    """Show the questions without an answer from group `start` on, counted from 0."""

    start: int


@dataclass(frozen=True, slots=True)
class OpenGroup:
    """Show the group of questions with the wording `token`, and what can be done with it."""

    token: str


@dataclass(frozen=True, slots=True)
class DecideGroup:
    """Decide about a group of questions."""

    token: str
    decision: Decision


@dataclass(frozen=True, slots=True)
class ReopenGroup:
    """Take back what was decided about a group of questions."""

    token: str


@dataclass(frozen=True, slots=True)
class OfferLinks:
    """Propose the articles that may answer a group of questions."""

    token: str


@dataclass(frozen=True, slots=True)
class LinkGroup:
    """Add the wording of a group of questions to those of an article."""

    token: str
    key: str


@dataclass(frozen=True, slots=True)
class OpenScreen:
    """Show what waits for moderators."""


@dataclass(frozen=True, slots=True)
class ListReports:
    """Show the reports from number `start` on, counted from 0."""

    start: int


@dataclass(frozen=True, slots=True)
class OpenReport:
    """Show a report, by its id, and what can be done with it."""

    report: str


@dataclass(frozen=True, slots=True)
class CloseReport:
    """Take a report off the list, by its id."""

    report: str


@dataclass(frozen=True, slots=True)
class ListProblems:
    """Show the problems of the corpus from number `start` on, counted from 0."""

    start: int


@dataclass(frozen=True, slots=True)
class ListHeadlines:
    """Show the headlines that wait for a look from number `start` on, counted from 0."""

    start: int


@dataclass(frozen=True, slots=True)
class ConfirmHeadline:
    """Say that the headline of an article, whose file has the digest `seen`, is the source's.

    Then show the headlines from number `start` on, counted from 0.
    """

    key: str
    seen: str
    start: int


QueueAction = (
    ListQueue
    | OpenGroup
    | DecideGroup
    | ReopenGroup
    | OfferLinks
    | LinkGroup
    | OpenScreen
    | ListReports
    | OpenReport
    | CloseReport
    | ListProblems
    | ListHeadlines
    | ConfirmHeadline
)

QUEUE_CODES: Codes = {
    "ql1": (ListQueue, (PLACE,)),
    "qo1": (OpenGroup, (TOKEN,)),
    "qd1": (DecideGroup, (TOKEN, choose_of(Decision))),
    "qr1": (ReopenGroup, (TOKEN,)),
    "qp1": (OfferLinks, (TOKEN,)),
    "qk1": (LinkGroup, (TOKEN, KEY)),
    "ms1": (OpenScreen, ()),
    "ml1": (ListReports, (PLACE,)),
    "mo1": (OpenReport, (TOKEN,)),
    "mc1": (CloseReport, (TOKEN,)),
    "mp1": (ListProblems, (PLACE,)),
    "mh1": (ListHeadlines, (PLACE,)),
    "mk1": (ConfirmHeadline, (KEY, DIGEST, PLACE)),
}
"""Each kind of action by the beginning of its code."""
