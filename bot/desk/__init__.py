"""What moderators do, without Telegram: intake, drafts, publishing, amending, exporting.

What other rooms use is named here; everything else may change freely.
"""

from bot.desk.changes.amending import find_article
from bot.desk.changes.change_values import Change, OpenArticle
from bot.desk.changes.changing import ChangeDesk
from bot.desk.desk import Desk, DeskRules, open_desk, open_operator_desk
from bot.desk.drafts.drafting import MOST_VERBATIM_WORDS, Prepared, prepare
from bot.desk.drafts.tray_values import EndingDraft, Review, TrayDraft
from bot.desk.errors import (
    AmendError,
    DeskError,
    FetchError,
    FileConflictError,
    FourEyesError,
    IntakeError,
    NoArticleError,
    NoRightError,
    PublishError,
    StaleDraftError,
    UnconfirmedError,
    UndoError,
)
from bot.desk.exporting import describe_article, list_reviews
from bot.desk.intake.fetching import Fetcher, FetchRules
from bot.desk.intake.outlets import list_outlets
from bot.desk.intake.reading import read_address, read_file, read_text, use_summary
from bot.desk.intake.settling import extend, settle
from bot.desk.rights import OPERATOR, Person
from bot.desk.shelf import Shelf
from bot.desk.values import Draft, Intake

__all__ = [
    "MOST_VERBATIM_WORDS",
    "OPERATOR",
    "AmendError",
    "Change",
    "ChangeDesk",
    "Desk",
    "DeskError",
    "DeskRules",
    "Draft",
    "EndingDraft",
    "FetchError",
    "FetchRules",
    "Fetcher",
    "FileConflictError",
    "FourEyesError",
    "Intake",
    "IntakeError",
    "NoArticleError",
    "NoRightError",
    "OpenArticle",
    "Person",
    "Prepared",
    "PublishError",
    "Review",
    "Shelf",
    "StaleDraftError",
    "TrayDraft",
    "UnconfirmedError",
    "UndoError",
    "describe_article",
    "extend",
    "find_article",
    "list_outlets",
    "list_reviews",
    "open_desk",
    "open_operator_desk",
    "prepare",
    "read_address",
    "read_file",
    "read_text",
    "settle",
    "use_summary",
]
