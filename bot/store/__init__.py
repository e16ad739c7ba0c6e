"""What the bot must remember, in SQLite or PostgreSQL; every row expires."""

from bot.store.addresses import Address
from bot.store.answers import AnswerLog, SentAnswer
from bot.store.budgets import Budget
from bot.store.database import StoreError
from bot.store.deliveries import Delivery
from bot.store.feedback import Verdict
from bot.store.followers import Follower
from bot.store.groups import ZONES, GroupRules, QuietHours
from bot.store.hashes import KeyedHash
from bot.store.memory import Memory, open_memory
from bot.store.questions import Asked, QuestionBook
from bot.store.reports import Report
from bot.store.unanswered import UnansweredQuestion

__all__ = [
    "ZONES",
    "Address",
    "AnswerLog",
    "Asked",
    "Budget",
    "Delivery",
    "Follower",
    "GroupRules",
    "KeyedHash",
    "Memory",
    "QuestionBook",
    "QuietHours",
    "Report",
    "SentAnswer",
    "StoreError",
    "UnansweredQuestion",
    "Verdict",
    "open_memory",
]
