"""How the fields of codes are written: what fits, and how it is read and written."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from enum import Enum
from typing import Any, NamedTuple, TypeAlias


class CodeField(NamedTuple):
    """How a field of an action is written: what fits, and how it is read and written."""

    pattern: str
    read: Callable[[str], Any] = str
    write: Callable[[Any], str] = str


def choose_of(kind: type[Enum]) -> CodeField:
    """Return the field that holds one of the members of `kind`, by its value."""
    pattern = "|".join(re.escape(member.value) for member in kind)
    return CodeField(pattern, kind, lambda member: str(member.value))


TOKEN = CodeField("[0-9a-f]{16}")
KEY = CodeField("[a-z2-7]{10}")
MAYBE_KEY = CodeField(f"(?:{KEY.pattern})?")
PASSAGE = CodeField(r"[a-z2-7]{10}\.[1-9][0-9]{0,2}")
SLUG = CodeField("[a-z0-9]+(?:-[a-z0-9]+)*")
MAYBE_SLUG = CodeField(f"(?:{SLUG.pattern})?")
WORD = CodeField("[a-z]{1,12}")
SETTING = CodeField("[a-z0-9-]{1,12}")
DIGEST = CodeField("[0-9a-f]{8}")
MARK = CodeField("[a-z0-9]{4,8}")
PLACE = CodeField("0|[1-9][0-9]{0,2}", int)
NUMBER = CodeField("[1-9][0-9]{0,8}", int)
VERSION = CodeField("[1-9][0-9]{0,4}", int)
YES_OR_NO = CodeField("yes|no", lambda word: word == "yes", lambda sure: "yes" if sure else "no")

Codes: TypeAlias = Mapping[str, tuple[type[Any], tuple[CodeField, ...]]]
"""Kinds of actions by the beginning of their code; their fields follow, after colons."""
