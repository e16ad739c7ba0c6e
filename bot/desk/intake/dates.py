"""Days as Indonesian news pages write them: "Rabu (13/3/2024)", "13 Maret 2024", "13/03/24"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

_WEEKDAYS = (*("senin", "selasa", "rabu", "kamis", "ju['’]?mat", "sabtu", "(?:minggu|ahad)"),)
_MONTHS = (
    *("jan(?:uari|uary)?", "feb(?:ruari|ruary)?", "mar(?:et|ch)?", "apr(?:il)?", "mei|may"),
    *("jun[ie]?", "jul[iy]?", "agu(?:stus|s)?|agt|aug(?:ust)?", "sept?(?:ember)?"),
    *("okt(?:ober)?|oct(?:ober)?", "nov(?:ember)?|nop(?:ember)?", "des(?:ember)?|dec(?:ember)?"),
)
_WEEKDAY = "|".join(f"(?P<d{number}>{name})" for number, name in enumerate(_WEEKDAYS))
_MONTH = "|".join(f"(?P<m{number}>{name})" for number, name in enumerate(_MONTHS, start=1))
_DAY = re.compile(
    rf"(?:\b(?:{_WEEKDAY})\b[\s,]*\(?\s*)?"
    r"(?<![\d/.-])(?P<day>0?[1-9]|[12]\d|3[01])"
    rf"(?:\s*[/-]\s*(?P<month>0?[1-9]|1[0-2])\s*[/-]\s*|\s+(?:{_MONTH})\.?\s+)"
    r"(?P<year>(?:19|20)\d\d|\d\d)(?![\d/])\)?",
    re.IGNORECASE,
)
_IN_ADDRESS = re.compile(
    r"/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/-]|\d{4,6}/)"
)
_CENTURY = 2000


@dataclass(frozen=True, slots=True)
class Mention:
    """A day that a text names.

    `text` is how it is written; `weekday_fits` is False when the text names another day of the
    week than the date has.
    """

    day: date
    text: str
    weekday_fits: bool = True


def find_days(text: str) -> Iterator[Mention]:
    """Yield the days that `text` names with their year, in order; day goes before month."""
    for found in _DAY.finditer(text):
        named = next((number for number in range(1, 13) if found[f"m{number}"]), 0)
        year = int(found["year"])
        day = _make_day(
            year if year > _CENTURY // 2 else _CENTURY + year,
            named or int(found["month"]),
            found["day"],
        )
        weekday = next((number for number in range(7) if found[f"d{number}"]), None)
        if day is not None:
            text = found[0] if "(" in found[0] else found[0].rstrip(")")
            yield Mention(day, text, weekday in {None, day.weekday()})


def read_day(text: str) -> Mention | None:
    """Return the day that `text` is, as "2024-03-13" or as Indonesian pages write it, or None."""
    written = text.strip()
    try:
        return Mention(date.fromisoformat(written), written)
    except ValueError:
        return next(find_days(written), None)


def find_day_in_address(url: str) -> date | None:
    """Return the day in the path of `url` (`/2024/03/15/`, `/20240315/`), or None."""
    found = _IN_ADDRESS.search(url)
    return _make_day(int(found[1]), int(found[2]), found[3]) if found else None


def _make_day(year: int, month: int, day: str) -> date | None:
    try:
        return date(year, month, int(day))
    except ValueError:
        return None
