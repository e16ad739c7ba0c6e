"""What the bot must remember, in SQLite or PostgreSQL.

Every row expires, but for who is a moderator and what was changed in the corpus.
"""

from bot.store.addresses import Address
from bot.store.answers import AnswerLog, SentAnswer
from bot.store.audit import Action, AuditLine, AuditLog, Intent, StaleIntentError
from bot.store.budgets import Budget
from bot.store.days import find_day
from bot.store.decisions import Decided, Decision
from bot.store.deliveries import Delivery
from bot.store.drafts import DraftBook, DraftState, StoredDraft
from bot.store.feedback import Verdict
from bot.store.followers import Follower
from bot.store.groups import ZONES, GroupRules, QuietHours
from bot.store.hashes import KeyedHash
from bot.store.key_check import OtherKeyError, adopt_key
from bot.store.memory import Memory, open_memory
from bot.store.moderators import Moderator, ModeratorBook, Role
from bot.store.outage import StoreError
from bot.store.questions import Asked, QuestionBook
from bot.store.reports import Report
from bot.store.statistics import DailyCount
from bot.store.submitters import Submitted
from bot.store.unanswered import UnansweredQuestion
from bot.store.updates import LEASE_SECONDS, ArrivedUpdate

__all__ = [
    "LEASE_SECONDS",
    "ZONES",
    "Action",
    "Address",
    "AnswerLog",
    "ArrivedUpdate",
    "Asked",
    "AuditLine",
    "AuditLog",
    "Budget",
    "DailyCount",
    "Decided",
    "Decision",
    "Delivery",
    "DraftBook",
    "DraftState",
    "Follower",
    "GroupRules",
    "Intent",
    "KeyedHash",
    "Memory",
    "Moderator",
    "ModeratorBook",
    "OtherKeyError",
    "QuestionBook",
    "QuietHours",
    "Report",
    "Role",
    "SentAnswer",
    "StaleIntentError",
    "StoreError",
    "StoredDraft",
    "Submitted",
    "UnansweredQuestion",
    "Verdict",
    "adopt_key",
    "find_day",
    "open_memory",
]
