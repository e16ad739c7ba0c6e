"""What moderators' buttons say to the bot; their codes are those of `bot.chat.callbacks`.

Codes come back from people's devices and may be old, forwarded or forged: who presses is asked for
their rights again, and what was changed meanwhile is compared with what they carry.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from bot.chat.code_fields import (
    DIGEST,
    KEY,
    MARK,
    MAYBE_KEY,
    NUMBER,
    PLACE,
    SLUG,
    TOKEN,
    VERSION,
    WORD,
    YES_OR_NO,
    Codes,
    choose_of,
)

LONGEST_LABEL = 32
"""Characters of a label for which a code has room."""


@dataclass(frozen=True, slots=True)
class AskSource:
    """Ask for something to take in."""


@dataclass(frozen=True, slots=True)
class TakeIn:
    """Take in the link or text that is remembered under this token."""

    token: str


@dataclass(frozen=True, slots=True)
class Continue:
    """Add the text that is remembered under this token to a draft."""

    token: str
    draft: str


class DraftStep(Enum):
    """What can be done with a draft as a whole."""

    SHOW = "show"
    READ = "read"
    LIST_DROPPED = "dropped"
    LIST_QUESTIONS = "asks"
    PUBLISH = "publish"
    PUBLISH_SURELY = "surely"
    KEEP = "keep"
    OFFER_DISCARD = "away"
    DISCARD = "discard"


@dataclass(frozen=True, slots=True)
class StepDraft:
    """Go a step with a draft, as it was in its version `version`."""

    draft: str
    version: int
    step: DraftStep


@dataclass(frozen=True, slots=True)
class AskField:
    """Ask for a new value of a field of a draft.

    `seen` is a digest of the value that the moderator sees, "0" times eight for any.
    """

    draft: str
    field: str
    seen: str


class LabelField(Enum):
    """The fields whose values are chosen from a list."""

    KIND = "k"
    PERSPECTIVES = "p"
    TOPICS = "t"


@dataclass(frozen=True, slots=True)
class ListLabels:
    """Show the choice of labels for a field of a draft."""

    draft: str
    version: int
    field: LabelField


@dataclass(frozen=True, slots=True)
class SwitchLabel:
    """Give a draft a label, or take it away; `label` is shortened to `LONGEST_LABEL`."""

    draft: str
    version: int
    field: LabelField
    label: str


@dataclass(frozen=True, slots=True)
class Decide:
    """Decide a doubt about a draft: accept what it proposes, or leave everything as it is."""

    draft: str
    version: int
    accept: bool


@dataclass(frozen=True, slots=True)
class DropQuestion:
    """Take away the question at a place, counted from 0, of a draft."""

    draft: str
    version: int
    place: int


@dataclass(frozen=True, slots=True)
class ListDrafts:
    """Show the drafts from number `start` on, counted from 0."""

    start: int


@dataclass(frozen=True, slots=True)
class OpenEditing:
    """Show what can be changed of an article."""

    key: str


@dataclass(frozen=True, slots=True)
class EditArticle:
    """Ask for a new value of a field of an article, whose file has the digest `seen`."""

    key: str
    field: str
    seen: str


@dataclass(frozen=True, slots=True)
class ChooseKind:
    """Set the kind of an article, whose file has the digest `seen`."""

    key: str
    kind: str
    seen: str


@dataclass(frozen=True, slots=True)
class AskReason:
    """Ask why an article is retracted."""

    key: str


@dataclass(frozen=True, slots=True)
class UndoChange:
    """Undo a change, or show first what that would undo."""

    number: int
    sure: bool


@dataclass(frozen=True, slots=True)
class ListHistory:
    """Show the changes from number `start` on, counted from 0: all, or those of an article."""

    start: int
    key: str = ""


@dataclass(frozen=True, slots=True)
class DismissPerson:
    """Take away the rights of the person with a mark, or ask first."""

    mark: str
    sure: bool


DraftAction = (
    AskSource
    | TakeIn
    | Continue
    | StepDraft
    | AskField
    | ListLabels
    | SwitchLabel
    | Decide
    | DropQuestion
    | ListDrafts
)
ArticleAction = OpenEditing | EditArticle | ChooseKind | AskReason | UndoChange | ListHistory
DeskAction = DraftAction | ArticleAction | DismissPerson

DESK_CODES: Codes = {
    "ds1": (AskSource, ()),
    "dn1": (TakeIn, (TOKEN,)),
    "da1": (Continue, (TOKEN, TOKEN)),
    "d1": (StepDraft, (TOKEN, VERSION, choose_of(DraftStep))),
    "df1": (AskField, (TOKEN, WORD, DIGEST)),
    "dc1": (ListLabels, (TOKEN, VERSION, choose_of(LabelField))),
    "dl1": (SwitchLabel, (TOKEN, VERSION, choose_of(LabelField), SLUG)),
    "dd1": (Decide, (TOKEN, VERSION, YES_OR_NO)),
    "dq1": (DropQuestion, (TOKEN, VERSION, PLACE)),
    "di1": (ListDrafts, (PLACE,)),
    "x1": (OpenEditing, (KEY,)),
    "xf1": (EditArticle, (KEY, WORD, DIGEST)),
    "xk1": (ChooseKind, (KEY, SLUG, DIGEST)),
    "xr1": (AskReason, (KEY,)),
    "xu1": (UndoChange, (NUMBER, YES_OR_NO)),
    "xh1": (ListHistory, (PLACE, MAYBE_KEY)),
    "xp1": (DismissPerson, (MARK, YES_OR_NO)),
}
"""Each kind of moderators' action by the beginning of its code."""
