"""Wording of the figures, in words and in the picture, and of exports; Indonesian only."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.texts.answers import format_date, format_number

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

# Figures, in words and in the picture
FIGURES_TITLE = "Statistik Tanya Sirekap"
FOUND = "Terjawab"
NEAR = "Mendekati"
NOT_FOUND = "Tidak ditemukan"
PER_DAY = "Pertanyaan per hari"
FEEDBACK = "Penilaian pembaca"
TOP_TOPICS = "Topik terbanyak"
TOP_MISSES = "Belum terjawab"
NO_QUESTIONS = "Belum ada pertanyaan yang tercatat."
NO_TOPICS = "Belum ada."
NO_MISSES = "Antrean kosong."
_SHORT_MONTHS = (
    *("Jan", "Feb", "Mar", "Apr", "Mei", "Jun", "Jul", "Agu", "Sep", "Okt", "Nov", "Des"),
)


def format_short(day: date) -> str:
    """Return a day for a narrow place, such as "13 Mar"."""
    return f"{day.day} {_SHORT_MONTHS[day.month - 1]}"


def describe_span(first: date, last: date) -> str:
    """Return the span of days that figures are of."""
    return f"{format_date(first)} sampai {format_date(last)}"


def describe_share(count: int, total: int) -> str:
    """Return a count and its share of a total, which is not zero."""
    return f"{format_number(count)} ({round(100 * count / total)}%)"


def describe_feedback(helpful: int, unhelpful: int) -> str:
    """Return how many said that an answer helped, and how many that it did not."""
    if not helpful and not unhelpful:
        return "Belum ada penilaian."
    return f"Membantu {format_number(helpful)}, tidak membantu {format_number(unhelpful)}"


def describe_askers(askers: int) -> str:
    """Return how many people asked."""
    return f"{format_number(askers)} penanya"


TABLE = "Hitungan harian dan pertanyaan yang belum terjawab, untuk moderator saja."
PICTURE_HINT = "Angka yang sama sebagai tabel ada di berkas berikut."
BAD_SPAN = "Tulis jumlah hari 1 sampai 365, misalnya: /statistik 90"


def describe_total(total: int) -> str:
    """Return how many questions were asked."""
    return f"{format_number(total)} pertanyaan"


def describe_outcome(name: str, count: int, total: int) -> str:
    """Return an outcome with its count and share."""
    return f"{name}: {describe_share(count, total)}"


def describe_busiest(day: date, count: int) -> str:
    """Return the day with most questions."""
    return f"Hari teramai: {format_date(day)} ({format_number(count)})"


def describe_list(title: str, entries: Mapping[str, int]) -> str:
    """Return names with their counts in one line."""
    listed = "; ".join(f"{name} ({format_number(count)})" for name, count in entries.items())
    return f"{title}: {listed}"


# Exports
_EXPORTED = {
    "korpus": "Seluruh isi korpus: artikel, kartu klaim, topik, dan kamus.",
    "klaim": "Klaim yang sudah diputus, sebagai ClaimReview (JSON-LD).",
    "riwayat": "Riwayat perubahan; moderator tercatat dengan nama samaran.",
    "jumlah": "Hitungan harian tanpa identitas; angka di bawah 5 tidak dimuat.",
}
"""What each exported file holds, by the first word of its name."""


def describe_file(name: str) -> str:
    """Say what an exported file holds."""
    return _EXPORTED[re.split(r"\W", name)[0]]


def describe_large(name: str) -> str:
    """Say that a file is too large to be sent."""
    return f"{name} lebih besar daripada yang boleh dikirim bot (50 MB)."


ACTIONS = {
    "publish": "terbit",
    "correct": "koreksi",
    "edit": "sunting",
    "link": "tautkan pertanyaan",
    "retract": "tarik",
    "undo": "urung",
}
AUDIT_COLUMNS = ("nomor", "waktu", "tindakan", "kunci", "berkas", "oleh", "mengurungkan")
COUNT_COLUMNS = ("tanggal", "jenis", "nama", "jumlah")
COUNT_KINDS = {
    "status": "hasil",
    "verdict": "penilaian",
    "topic": "topik",
    "channel": "tempat bertanya",
}
MISSING = "belum terjawab"
