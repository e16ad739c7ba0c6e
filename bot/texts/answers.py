"""Wording of the parts of an answer, shared by the terminal and Telegram."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.values import SmallTalk

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from bot.articles.values import Citation, Correction, Outcome

_MONTHS = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)

NOT_FOUND = "Jawabannya tidak ditemukan di sumber kami."
NO_JUDGEMENT = (
    "Ini bukan penilaian benar atau salah. Artinya hanya: artikel yang kami kumpulkan "
    "tidak memuat jawabannya."
)
NEAR = "Jawaban yang pas tidak ditemukan di sumber kami. Mungkin ini yang Anda maksud:"
NO_MORE = "Tidak ada kutipan lain untuk pertanyaan ini."
EMPTY = "Tulis pertanyaan Anda dengan beberapa kata, misalnya: “Apa itu Sirekap?”"
NEAREST_TOPICS = "Topik yang terdekat:"
RELATED = "Pertanyaan terkait:"
LATER = "Ada putusan yang lebih baru dengan topik yang sama:"
ALSO_REPORTED = "Juga diberitakan oleh:"
CLAIM_CARD = "Kartu klaim:"
CLAIM_SOURCES = "Sumber kartu klaim:"

_SMALL_TALK = {
    SmallTalk.GREETING: (
        "Halo! Silakan bertanya tentang Sirekap. Setiap jawaban saya kutip dari artikel "
        "yang bisa Anda periksa sendiri."
    ),
    SmallTalk.THANKS: "Sama-sama. Kalau masih ada yang ingin ditanyakan tentang Sirekap, silakan.",
    SmallTalk.ABOUT_BOT: (
        "Saya Tanya Sirekap, program yang mencarikan bagian artikel tentang Sirekap, lengkap "
        "dengan media, tanggal, dan tautannya. Saya tidak mengarang jawaban dan tidak memihak."
    ),
    SmallTalk.FAREWELL: "Sampai jumpa. Terima kasih sudah bertanya.",
    SmallTalk.CHATTER: (
        "Saya hanya bisa mencarikan bagian artikel tentang Sirekap. Kalau ada yang ingin Anda "
        "ketahui soal itu, tulis saja pertanyaannya."
    ),
}


def format_date(day: date) -> str:
    """Return the day as Indonesians write it, such as "13 Maret 2024"."""
    return f"{day.day} {format_month(day.month)} {day.year}"


def format_month(month: int) -> str:
    """Return the name of a month, 1 to 12, such as "Maret"."""
    return _MONTHS[month - 1]


def format_number(number: int) -> str:
    """Return the number with Indonesian thousands separators, such as "4.096"."""
    return f"{number:,}".replace(",", ".")


def reply_to_small_talk(kind: SmallTalk | None) -> str:
    """Return a kind reply to a message that asks nothing."""
    return _SMALL_TALK[kind or SmallTalk.GREETING]


def describe_corrections(corrections: Mapping[str, str]) -> str:
    """Say which words were searched for instead of those written, or nothing when none was."""
    if not corrections:
        return ""
    pairs = "; ".join(f"{searched}, bukan {written}" for written, searched in corrections.items())
    return f"Mencari: {pairs}."


def describe_missing(missing: Iterable[str]) -> str:
    """Say which words of the question no source mentions, or nothing when none is missing."""
    words = [f"“{word}”" for word in missing]
    return f"Tidak ada sumber yang menyebut {join_with_or(words)}." if words else ""


def join_with_or(words: list[str]) -> str:
    """Join words as in "A, B, atau C"."""
    if len(words) < 3:  # noqa: PLR2004 - Indonesian puts the comma before "atau" from three on
        return " atau ".join(words)
    return f"{', '.join(words[:-1])}, atau {words[-1]}"


def describe_sources_until(day: date | None) -> str:
    """Say how new the sources are, or nothing for an empty corpus."""
    return f"Sumber sampai {format_date(day)}." if day else ""


def describe_source(outlet: str, published: date, kind: str, speakers: Iterable[str]) -> str:
    """Return the line under a headline: outlet, day, kind, and whose views the article carries."""
    parts = [outlet, format_date(published), kind]
    names = ", ".join(speakers)
    return " · ".join([*parts, f"sudut pandang: {names}"] if names else parts)


def cite(citation: Citation) -> str:
    """Return a citation in one line, without its link: "Judul (Media, 13 Maret 2024)"."""
    return f"{citation.title} ({citation.outlet}, {format_date(citation.published)})"


def describe_correction(correction: Correction) -> str:
    """Return a dated correction of an article."""
    return f"Koreksi {format_date(correction.date)}: {correction.text}"


def describe_claimants(claimants: Iterable[str], first_made: date) -> str:
    """Say who made a claim and when it was first made."""
    who = "; ".join(claimants)
    since = f"pertama kali {format_date(first_made)}"
    return f"Disampaikan oleh {who}, {since}." if who else f"Muncul {since}."


def describe_outcome(outcome: Outcome) -> str:
    """Say how a claim ended, attributed and dated."""
    return f"Hasil: {outcome.label} ({outcome.by}, {format_date(outcome.date)})."


def describe_remaining(count: int) -> str:
    """Say how many further quotations there are."""
    return f"Masih ada {format_number(count)} kutipan lain."
