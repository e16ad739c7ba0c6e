"""What a question counts: "berapa persen", "berapa banyak TPS", "berapa kali"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.search.cues import list_words

_UNITS = list_words("persen kali tps kecamatan kabupaten provinsi daerah kursi")
"""Of these articles tell the number right before the word."""
_BETWEEN = list_words("banyak jumlah banyaknya jumlahnya total ratus ribu juta")
"""What may stand between "berapa" and what is counted."""


def read_unit(behind: Sequence[str]) -> tuple[str, ...]:
    """Return the unit that begins the words behind "berapa", or nothing."""
    first = next((word for word in behind if word not in _BETWEEN), "")
    return (first,) if first in _UNITS else ()
