"""How a language writes days, numbers and lists of words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from datetime import date


class Counted(NamedTuple):
    """What is said of a number, with the gap {count}; `one` where one is not said like many."""

    many: str
    one: str = ""


@dataclass(frozen=True, kw_only=True)
class Writing:
    """The words and signs of one language in days, numbers and lists.

    Attributes:
        months: the names of the months, from January on.
        thousands: what separates the thousands of a number.
        either: what stands between two words of a choice.
        or_lastly: what stands before the last word of a choice of three or more.
    """

    months: tuple[str, ...]
    thousands: str
    either: str
    or_lastly: str

    def format_date(self, day: date) -> str:
        """Return the day in words, such as "13 Maret 2024"."""
        return f"{day.day} {self.format_month(day.month)} {day.year}"

    def format_month(self, month: int) -> str:
        """Return the name of a month, 1 to 12, such as "Maret"."""
        return self.months[month - 1]

    def format_number(self, number: int) -> str:
        """Return the number with separators of thousands, such as "4.096"."""
        return f"{number:,}".replace(",", self.thousands)

    def count(self, number: int, said: Counted) -> str:
        """Say a number of things, such as "2 klaim"."""
        words = said.one if number == 1 and said.one else said.many
        return words.format(count=self.format_number(number))

    def join_with_or(self, words: list[str]) -> str:
        """Join words as in "A, B, atau C"."""
        if len(words) < 3:  # noqa: PLR2004 - Indonesian puts the comma before "atau" from three on
            return self.either.join(words)
        return f"{', '.join(words[:-1])}{self.or_lastly}{words[-1]}"
