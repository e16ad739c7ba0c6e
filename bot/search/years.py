"""Years that a text names: times that it speaks of, as against counts and numbers of things."""

from __future__ import annotations

import re

_ELECTION = r"pemilu|pilpres|pileg|pilkada|pilgub|pilbup|pilwalkot|pilwali|elections?|tahun|thn"
_TIME = rf"\b(?:{_ELECTION}|situng|sirekap)\s+"
"""Behind these a figure is a year whatever follows."""
_MONTHS = r"(?:jan|feb|mar|apr|mei|jun|jul|agu|agt|sep|okt|nov|des)[a-z]*"
_THINGS = (
    r"tps|suara|orang|org|petugas|kpps|ppk|saksi|pemilih|desa|kelurahan|kecamatan|kursi|formulir"
    r"|kasus|laporan|keluhan|ratus|ribu|rb|juta|jt|miliar|triliun|votes|people"
)
"""What is counted in thousands."""
_UNITS = (
    rf"{_THINGS}|kabupaten|provinsi|putaran|persen|kali|detik|menit|jam|hari|minggu|bulan|tahun|thn"
)
_NUMBERED = r"\b(?:nomor|nomer|no\.?|pasal|tps|rp\.?|sebanyak|sekitar|hampir)\s?"
_LAW = r"\b\d+\s+(?:tahun|thn)\s+|(?<![\d/])\d+/"
"""What stands before the year of "UU 7 tahun 2017" or "UU 7/2017", which tells no time."""
_DAY = r"\b\d{1,2}[/.-]\d{1,2}[/.-]"
_YEAR = r"(?:19[4-9]|20[0-4])\d"
_ENDS = r"(?!\w|[.,]?\d)"
_YEARS = re.compile(
    rf"(?:{_NUMBERED}|{_LAW}){_YEAR}"
    rf"|(?:{_DAY}|{_TIME})(?P<told>{_YEAR}){_ENDS}"
    rf"|(?<![\w.,/])(?P<bare>{_YEAR}){_ENDS}(?!\s*(?:{_THINGS})\b)",
    re.IGNORECASE,
)
# Not 01 to 03, which are pairs of candidates.
_SHORT = re.compile(
    rf"(\b(?:{_ELECTION})\s+)['’‘]?(0[49]|1[4-9]|2\d|55|9[79]){_ENDS}"
    rf"(?!\s*(?:{_UNITS}|{_MONTHS})\b|\s*%)",
    re.IGNORECASE,
)
_PASSED = re.compile(
    rf"\b(?:setelah|sesudah|stlh|selepas|after)\s+(?:(?:tahun|thn)\s+)?({_YEAR}){_ENDS}",
    re.IGNORECASE,
)
_FIGURES = re.compile(r"\d\d")
_THIS_CENTURY = 50


def list_years(text: str) -> frozenset[int]:
    """Return the years that `text` names, written with four digits.

    Figures that are counted ("2019 TPS", "2.019") or number something ("TPS 2019", "UU 7/2017")
    are none.
    """
    if not _FIGURES.search(text):
        # Most questions; to look for years there takes twenty times as long.
        return frozenset()
    return frozenset(
        int(found["told"] or found["bare"])
        for found in _YEARS.finditer(text)
        if found["told"] or found["bare"]
    )


def list_passed_years(text: str) -> frozenset[int]:
    """Return the years after which a question asks for something: "kapan lagi setelah 2024"."""
    return frozenset(map(int, _PASSED.findall(text)))


def spell_years(text: str) -> str:
    """Write "pilkada 24" and "Pemilu '19" with four digits; other figures are left alone."""
    return _SHORT.sub(_spell, text) if _FIGURES.search(text) else text


def _spell(match: re.Match[str]) -> str:
    century = 20 if int(match[2]) < _THIS_CENTURY else 19
    return f"{match[1]}{century}{match[2]}"
