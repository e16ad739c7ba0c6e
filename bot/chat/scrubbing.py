"""Taking out of a text what points to a person: it is about to be read by moderators."""

from __future__ import annotations

import re

# Digits that may stand in groups, as people write cards and telephone numbers.
_GAP = r"[ .\-]?"
# Only from where a word begins: else a long one would be read again from each of its letters.
_E_MAIL = r"(?<![\w.+-])[\w.+-]++@[\w-]++(?:\.[\w-]++)+"
_ID_CARD = rf"(?<!\d)\d(?:{_GAP}\d){{15,}}(?!\d)"
_PHONE = rf"(?<![\w.])(?:\+\d|\(0|0(?=[2-9])|62(?={_GAP}8))[()]?(?:[ .()\-]{{0,2}}\d){{7,14}}(?!\d)"
_PLAIN_DIGITS = r"(?<!\d)\d{9,}(?!\d)"
_USER_NAME = r"@\w{4,32}"

_PERSONAL = re.compile("|".join((_E_MAIL, _ID_CARD, _PHONE, _PLAIN_DIGITS, _USER_NAME)))

# Links to articles hold long numbers, by which the articles are found; those to people, theirs.
_LINK = re.compile(
    r"((?:https?://|www\.)(?!(?:\w+\.)?(?:wa\.me|whatsapp\.com|t\.me|telegram\.me)\b)[^\s@]+)",
    re.IGNORECASE,
)
_GAP_MARK = "…"


def scrub(content: str, placeholder: str) -> str:
    """Return `content` on one line with `placeholder` for what may point to a person.

    That is e-mail addresses, telephone numbers, numbers of 16 or more digits in groups (identity
    and family cards), other numbers of nine or more digits, and user names. Numbers of votes with
    dots between the thousands stay.
    """
    return " ".join(_PERSONAL.sub(placeholder, content).split())


def scrub_question(question: str) -> str:
    """Return a question as it may be kept: with an ellipsis for what may point to a person.

    Links stay as they are, but for those to somebody's chat.
    """
    parts = _LINK.split(question)
    parts[::2] = [_PERSONAL.sub(_GAP_MARK, part) for part in parts[::2]]
    return "".join(parts)
