"""What moderators do, without Telegram: intake, drafts, publishing, amending, exporting.

What other rooms use is named here; everything else may change freely.
"""

from bot.desk.amending import correct, find_article, retract
from bot.desk.drafting import Prepared, prepare, publish
from bot.desk.errors import (
    AmendError,
    DeskError,
    FetchError,
    IntakeError,
    NoArticleError,
    PublishError,
)
from bot.desk.exporting import describe_article, list_reviews
from bot.desk.fetching import Fetcher, FetchRules
from bot.desk.intake import read_address, read_file, read_text, use_summary
from bot.desk.outlets import list_outlets
from bot.desk.values import Draft, Intake

__all__ = [
    "AmendError",
    "DeskError",
    "Draft",
    "FetchError",
    "FetchRules",
    "Fetcher",
    "Intake",
    "IntakeError",
    "NoArticleError",
    "Prepared",
    "PublishError",
    "correct",
    "describe_article",
    "find_article",
    "list_outlets",
    "list_reviews",
    "prepare",
    "publish",
    "read_address",
    "read_file",
    "read_text",
    "retract",
    "use_summary",
]
