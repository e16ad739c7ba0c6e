"""Figures as people write them, brought to the articles' form: dates in digits, spelt numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

MONTHS = (
    *("januari", "februari", "maret", "april", "mei", "juni"),
    *("juli", "agustus", "september", "oktober", "november", "desember"),
)
_PART_OF_MONTH = re.compile(
    rf"\b(?:awal|pertengahan|tengah|akhir)\s+(?:bulan\s+)?({'|'.join(MONTHS)})\b", re.IGNORECASE
)
_SHORT_MONTHS = {
    **dict(zip("jan feb mar apr mei jun jul agu sep okt nov des".split(), MONTHS, strict=True)),
    **dict.fromkeys(("agt", "ags", "agust", "aug"), "agustus"),
    "peb": "februari",
    "sept": "september",
    "oct": "oktober",
    "nop": "november",
}
# "Des" is short for a village as well: it is a month only before a year.
_SHORT_MONTH = re.compile(
    rf"(?<=\d )(?!des)({'|'.join(_SHORT_MONTHS)})\b"
    rf"|\b({'|'.join(_SHORT_MONTHS)})(?=\.? (?:20)?\d\d\b)",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_DATE = re.compile(r"\b(\d{1,2})[/.-](\d{1,2})[/.-]((?:20)?\d{2})\b")
_UNITS = {
    word: value
    for value, word in enumerate(
        "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas".split()
    )
}
_SMALL = {"belas": 10, "puluh": 10, "ratus": 100}
_LARGE = {"ribu": 1_000, "juta": 1_000_000, "miliar": 10**9, "milyar": 10**9, "triliun": 10**12}
_WHOLE = {"seratus": 100, "seribu": 1_000, "sejuta": 1_000_000}
_FIRST = _UNITS.keys() | _WHOLE.keys()
"""Words that a number begins with."""
_SPOKEN_ALONE = 10
"""Below this a number is as often written in words as in digits, and is left as it is."""


def spell_dates(text: str) -> str:
    """Write "13/3/2024", "13-03-24" and "13 mar 24" as "13 maret 2024" or "13 maret 24".

    "Pertengahan Maret" becomes "Maret": articles name days, so that a part of a month finds
    nothing. Impossible dates are left alone.
    """
    if _DIGIT.search(text):
        # To look for dates takes ten times as long as to look for this.
        text = _SHORT_MONTH.sub(_spell_month, _DATE.sub(_spell_date, text))
    return _PART_OF_MONTH.sub(r"\1", text)


def read_numerals(words: Sequence[str]) -> list[str]:
    """Replace runs of number words by digits: `tujuh belas persen` by `17 persen`.

    A large unit stays a word behind digits, as articles write it: `tiga koma lima miliar` becomes
    `3,5 miliar`, `dua puluh juta` becomes `20 juta`.
    """
    if _FIRST.isdisjoint(words):
        return list(words)
    read: list[str] = []
    place = 0
    while place < len(words):
        end, digits = _read_run(words, place)
        if end > place + 1 or (end > place and _value(words[place]) >= _SPOKEN_ALONE):
            read.append(digits)
            place = end
        else:
            read.append(words[place])
            place += 1
    return read


def _spell_date(match: re.Match[str]) -> str:
    year = f"20{match[3][-2:]}"
    try:
        day = date(int(year), int(match[2]), int(match[1]))
    except ValueError:
        return match[0]
    return f"{day.day} {MONTHS[day.month - 1]} {year}"


def _spell_month(match: re.Match[str]) -> str:
    return _SHORT_MONTHS[match[0].lower()]


def _value(word: str) -> int:
    return _UNITS.get(word, _WHOLE.get(word, -1))


def _read_run(words: Sequence[str], start: int) -> tuple[int, str]:
    """Return where the number at `start` ends and its digits; ends at `start` if there is none."""
    end, total, current = start, 0, -1
    while end < len(words):
        word = words[end]
        if _value(word) >= 0 and (current < 0 or current % 10 == 0):
            current = max(current, 0) + _value(word)
        elif word in _SMALL and current >= 0:
            current = current + 10 if word == "belas" else _multiply_last(current, _SMALL[word])
        elif word == "ribu" and current >= 0 and _continues(words, end + 1):
            total, current = total + current * _LARGE[word], 0
        else:
            break
        end += 1
    digits = str(total + max(current, 0))
    if end > start and words[end : end + 1] == ["koma"] and _value_at(words, end + 1) >= 0:
        return end + 2, f"{digits},{_value(words[end + 1])}"
    return end, digits


def _multiply_last(current: int, factor: int) -> int:
    """Apply "puluh" or "ratus" to the last unit read: `seratus dua puluh` is 100 + 2 · 10."""
    unit = current % 10
    return current - unit + unit * factor


def _value_at(words: Sequence[str], place: int) -> int:
    return _value(words[place]) if place < len(words) else -1


def _continues(words: Sequence[str], place: int) -> bool:
    return _value_at(words, place) >= 0
