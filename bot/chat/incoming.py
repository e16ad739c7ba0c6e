"""What people send: which updates are for whom, and what a text is before it is a question."""

from __future__ import annotations

import re
import unicodedata
from enum import Enum

from telegram.ext import filters

# Every handler names its kind of update: a bare text filter also takes edits and channel posts.
PRIVATE = filters.UpdateType.MESSAGE & filters.ChatType.PRIVATE
PRIVATE_EDIT = filters.UpdateType.EDITED_MESSAGE & filters.ChatType.PRIVATE
GROUP = filters.UpdateType.MESSAGE & filters.ChatType.GROUPS

# Possessive, and only from where a word begins: else a long word would be read from each letter.
_LINK = re.compile(
    r"(?:https?://|www\.)\S+|(?<![\w.-])[\w-]++(?:\.[\w-]++)*\.[a-z]{2,6}/\S*", re.IGNORECASE
)
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Cn", "Co", "Zs", "Zl", "Zp"})


class TextKind(Enum):
    """What a text holds."""

    QUESTION = "question"
    EMPTY = "empty"
    SIGNS = "signs"
    LINK = "link"


def classify(content: str) -> TextKind:
    """Tell a question from a text without words: nothing visible, only signs, only links."""
    rest = _LINK.sub("", content)
    if any(map(str.isalnum, rest)):
        return TextKind.QUESTION
    if rest != content:
        return TextKind.LINK
    is_empty = all(unicodedata.category(char) in _INVISIBLE for char in content)
    return TextKind.EMPTY if is_empty else TextKind.SIGNS
