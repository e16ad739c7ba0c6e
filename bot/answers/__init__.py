"""Answers: from a question to quotations with their citations, without any messenger.

What other rooms use is named here; everything else may change freely.
"""

from bot.answers.answerer import Answerer
from bot.answers.opening import open_answerer
from bot.answers.values import Answer, Quotation, SmallTalk, Status, Understanding

__all__ = [
    "Answer",
    "Answerer",
    "Quotation",
    "SmallTalk",
    "Status",
    "Understanding",
    "open_answerer",
]
