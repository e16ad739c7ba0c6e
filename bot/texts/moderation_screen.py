"""Wording of the moderators' screen: reports, problems, headlines, alerts; Indonesian only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.texts.answers import cite, format_date, format_number

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from bot.articles.values import Article, Problem

# Reports
REPORTS_TITLE = "Laporan tentang kutipan"
NO_REPORTS = "Tidak ada laporan yang menunggu."
REPORT_GONE = "Laporan itu sudah selesai atau kedaluwarsa."
REPORT_HINT = "Tekan nomornya, atau tulis /moderasi laporan lalu kodenya, misalnya:"
PASSAGE_GONE = "Kutipannya tidak ada lagi di korpus."
NO_NOTE = "Tanpa catatan."
OPEN_ARTICLE = "Buka artikel"
CORRECT = "Koreksi"
RETRACT = "Tarik"
CLOSE = "Selesai"
CLOSED = "Laporan ini sudah selesai."
CLOSE_WORD = "selesai"


def describe_report(day: date, note: str) -> str:
    """Return when a report came, and what the reader said."""
    return f"{format_date(day)} · {note or NO_NOTE}"


def describe_listed_report(number: int, day: date, code: str) -> str:
    """Return a report in a list: its number, its day, and the code by which it is typed."""
    return f"{number}. {format_date(day)} · kode {code}"


def give_report_example(code: str) -> str:
    """Return the command that opens a report."""
    return f"/moderasi {REPORTS_WORD} {code}"


# The screen
SCREEN_TITLE = "Meja moderator"
SCREEN_HINT = "Tekan tombolnya, atau tulis /moderasi lalu laporan, masalah, atau judul."
DRAFTS = "Draf"
QUEUE = "Antrean"
REPORTS = "Laporan"
PROBLEMS = "Masalah"
HEADLINES = "Judul"
ALL_DONE = "Tidak ada yang menunggu. Terima kasih!"
BACK = "Meja moderator"
REPORTS_WORD = "laporan"
PROBLEMS_WORD = "masalah"
HEADLINES_WORD = "judul"


def describe_waiting(counts: Mapping[str, int]) -> list[str]:
    """Return a line for each kind of thing that waits, by the names of its count."""
    told = {
        "drafts": "draf belum terbit",
        "reviews": "draf menunggu persetujuan orang kedua",
        "groups": "pertanyaan belum terjawab",
        "reports": "laporan pembaca",
        "problems": "masalah di berkas korpus",
        "headlines": "judul belum dicocokkan dengan sumbernya",
    }
    return [
        f"• {format_number(counts[name])} {what}" for name, what in told.items() if counts[name]
    ]


# Problems of the corpus
PROBLEMS_TITLE = "Masalah di korpus"
CHECKING = "Sedang memeriksa seluruh korpus. Ini bisa makan waktu setengah menit."
NO_PROBLEMS = "Tidak ada masalah di korpus."


def describe_problem(problem: Problem) -> str:
    """Return what is wrong, and what to do."""
    return f"{problem.text}; {problem.mend}"


# Headlines
HEADLINES_TITLE = "Judul yang belum dicocokkan"
HEADLINES_EXPLAINED = (
    "Judul ini disusun dari alamatnya. Buka sumbernya: kalau sama tekan “Cocok”, kalau beda tekan "
    "“Ganti” dan tulis judul yang benar."
)
HEADLINE_HINT = "Atau tulis /moderasi judul, kunci artikelnya, lalu “cocok”, misalnya:"
NO_HEADLINES = "Semua judul sudah dicocokkan."
HEADLINE_CONFIRMED = "Dicatat: judulnya cocok."
CONFIRM_WORD = "cocok"


def describe_headline(number: int, article: Article) -> str:
    """Return a headline with its number, outlet, day and key."""
    return f"{number}. {cite(article.citation)} · {article.key}"


def give_headline_example(key: str) -> str:
    """Return the command that confirms the headline of an article."""
    return f"/moderasi {HEADLINES_WORD} {key} {CONFIRM_WORD}"


def open_source(number: int) -> str:
    """Return the label of the button that opens the source."""
    return f"{number}. Sumber"


def confirm_headline(number: int) -> str:
    """Return the label of the button that confirms a headline."""
    return f"{number}. Cocok"


def replace_headline(number: int) -> str:
    """Return the label of the button that replaces a headline."""
    return f"{number}. Ganti"


# Alerts
STORE_FAILS = (
    "Basis data sedang tidak bisa dipakai. Warga tetap dijawab, tetapi antrean, draf, dan tombol "
    "halaman menunggu sampai pulih. Sebabnya ada di log."
)


def describe_incident(kind: str, incident: str) -> str:
    """Say that an error happened, of what kind, and how to find it in the log."""
    return f"Gangguan di bot: {kind}. Cari “{incident}” di log."


def describe_repeats(kind: str, repeats: int) -> str:
    """Say how often an error happened again since it was told."""
    return f"{kind} terjadi {format_number(repeats)} kali lagi sejak kabar sebelumnya."
