"""Finds figures and days in Indonesian and English text, in one comparable form."""

from __future__ import annotations

import re
from collections.abc import Iterator

Day = tuple[int, int]

MONTHS = {
    "januari": 1, "february": 2, "februari": 2, "january": 1, "maret": 3, "march": 3, "april": 4,
    "mei": 5, "may": 5, "juni": 6, "june": 6, "juli": 7, "july": 7, "agustus": 8, "august": 8,
    "september": 9, "oktober": 10, "october": 10, "november": 11, "desember": 12, "december": 12,
}  # fmt: skip
_MONTH = "|".join(MONTHS)
_DAY_MONTH = re.compile(
    rf"\b(?:(\d{{1,2}})\s*(?:[-–]|dan|sampai|hingga)\s*)?(\d{{1,2}})\s+({_MONTH})\b", re.IGNORECASE
)
_MONTH_DAY = re.compile(rf"\b({_MONTH})\s+(\d{{1,2}})\b", re.IGNORECASE)
_SLASHED = re.compile(r"\b(\d{1,2})[/-](\d{1,2})[/-](\d{4})\b")
_FIGURE = re.compile(
    r"(\d+(?:[.,:/]\d+)*)(?:\s?(%|(?:persen|percent|ribu|thousand|juta|million|miliar|billion"
    r"|triliun|trillion|[MT])\b))?"
)
_UNITS = {
    "%": "persen",
    "percent": "persen",
    "thousand": "ribu",
    "million": "juta",
    "M": "miliar",
    "billion": "miliar",
    "T": "triliun",
    "trillion": "triliun",
}
_GROUP_POINT = re.compile(r"\.(?=\d{3}(?!\d))")
_GROUP_COMMA = re.compile(r",(?=\d{3}(?!\d))")


def find_days(text: str) -> Iterator[tuple[str, Day]]:
    """Yield each day as written, with its number and its month."""
    for match in _DAY_MONTH.finditer(text):
        month = MONTHS[match[3].lower()]
        yield from ((match[0], (int(day), month)) for day in match.group(1, 2) if day)
    for match in _MONTH_DAY.finditer(text):
        yield match[0], (int(match[2]), MONTHS[match[1].lower()])
    for match in _SLASHED.finditer(text):
        yield match[0], (int(match[1]), int(match[2]))


def find_figures(text: str) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield each figure as written, with its comparable forms; days of a month are left out.

    A unit (percent, thousands, millions …) is part of the figure. There are two forms, because a
    point groups thousands in Indonesian, and a comma in English.
    """
    rest = _MONTH_DAY.sub(" ", _DAY_MONTH.sub(" ", _SLASHED.sub(r" \3", text)))
    for match in _FIGURE.finditer(rest):
        unit = match[2] and " " + _UNITS.get(match[2], match[2])
        forms = {group.sub("", match[1]) for group in (_GROUP_POINT, _GROUP_COMMA)}
        yield match[0], frozenset(form + (unit or "") for form in forms)
