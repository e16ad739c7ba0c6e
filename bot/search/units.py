"""What a question counts: "berapa persen", "berapa banyak TPS", "berapa kali"."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from bot.search.cues import list_words

COUNTING = list_words("berapa berapakah seberapa brapa brp brpa")
_DATED = list_words("tanggal tgl tahun thn jam pukul nomor")
"""Words before "berapa" that ask for a time, or for a name of figures."""

_UNITS = list_words("persen kali tps kecamatan kabupaten provinsi daerah kursi")
"""Of these articles tell the number right before the word."""
_BETWEEN = list_words("banyak jumlah banyaknya jumlahnya total ratus ribu juta")
"""What may stand between "berapa" and what is counted."""


def find_counted(words: Sequence[str]) -> Sequence[str] | None:
    """Return the words behind "berapa …", "how many …", or None if nothing is counted."""
    for place, (former, word) in enumerate(pairwise(("", *words))):
        asked = word in COUNTING and former not in _DATED
        if asked or (former == "how" and word in {"many", "much"}):
            return words[place + 1 :]
    return None


def read_unit(behind: Sequence[str]) -> tuple[str, ...]:
    """Return the unit that begins the words behind "berapa", or nothing."""
    first = next((word for word in behind if word not in _BETWEEN), "")
    return (first,) if first in _UNITS else ()
