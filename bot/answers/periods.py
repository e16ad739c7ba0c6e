"""Months and years as people write them: "Maret 2024", "2024-03", "03/2024", "maret", "2024"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date

from bot.answers.values import Period

_NAMES = (
    *("jan(?:uari|uary)?", "feb(?:ruari|ruary)?", "mar(?:et|ch)", "apr(?:il)?", "mei|may"),
    *("jun[ie]?", "jul[iy]?", "agu(?:stus|s)?|agt|aug(?:ust)?", "sept?(?:ember)?"),
    *("okt(?:ober)?|oct(?:ober)?", "nov(?:ember)?|nop(?:ember)?", "des(?:ember)?|dec(?:ember)?"),
)
_NAMED = "|".join(f"(?P<m{number}>{names})" for number, names in enumerate(_NAMES, start=1))
_YEAR = r"(?:19|20)\d\d"
_PERIOD = re.compile(
    rf"\b(?:(?P<iso>{_YEAR})[-/](?P<iso_month>0?[1-9]|1[0-2])"
    rf"|(?P<month>0?[1-9]|1[0-2])[-/](?P<month_year>{_YEAR})"
    rf"|(?:{_NAMED})(?:\s+(?P<year>{_YEAR}))?"
    rf"|(?P<alone>{_YEAR}))(?:\b|(?=nya\b))",
    re.IGNORECASE,
)


def take_period(text: str, days: Iterable[date]) -> tuple[Period | None, str]:
    """Return the first period that `text` names, and `text` without it.

    Args:
        text: what a person wrote.
        days: of the corpus; a month without a year is the one with the most days among them.
    """
    found = _PERIOD.search(text)
    if found is None:
        return None, text
    rest = f"{text[: found.start()]} {text[found.end() :]}"
    return _read_period(found, days), " ".join(rest.split())


def list_months(days: Iterable[date]) -> list[Period]:
    """Return the months that have one of `days`, in order."""
    return [Period(year, month) for year, month in sorted({(d.year, d.month) for d in days})]


def _read_period(found: re.Match[str], days: Iterable[date]) -> Period:
    if found["alone"]:
        return Period(int(found["alone"]))
    if found["iso"]:
        return Period(int(found["iso"]), int(found["iso_month"]))
    if found["month_year"]:
        return Period(int(found["month_year"]), int(found["month"]))
    month = next(number for number in range(1, 13) if found[f"m{number}"])
    if found["year"]:
        return Period(int(found["year"]), month)
    years = Counter(day.year for day in days if day.month == month)
    return Period(max(years, key=lambda year: (years[year], year), default=0), month)
