"""Wording of time lines, topics and lists of claims, shared by the terminal and Telegram."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.texts.answers import format_date, format_month, format_number

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from bot.answers.values import Period, Timeline

# Time lines
TIMELINE = "Linimasa topik ini"
DAYS_OF_PUBLICATION = "Yang tercantum tanggal terbit artikel; peristiwanya sendiri bisa lebih awal."
NO_TIMELINE = "Linimasa untuk itu tidak ada di sumber kami. Yang ada:"
TIMELINE_TOPICS = "Menurut topik:"
TIMELINE_MONTHS = "Menurut bulan terbit:"
TIMELINE_HINT = "Tulis misalnya /linimasa maret 2024, atau tekan salah satu topik."
ALL_EVENTS = "peristiwa penting seputar Sirekap"

# Topics
TOPICS_TITLE = "Topik"
UNKNOWN_TOPIC = "Topik itu tidak ada. Yang ada:"
CLAIMS_OF_TOPIC = "Klaim di topik ini:"
MOST_CITED = "Artikel yang paling sering dikutip kartu klaim:"

# Claims
CLAIM = "Klaim"
CLAIMS_TITLE = "Klaim tentang Sirekap"
CLAIMS_ARE_NO_VERDICT = (
    "Yang tercantum adalah apa yang dikatakan orang, bukan apa yang benar. Setiap kartu memuat "
    "siapa yang mengatakannya, siapa yang menjawab, dan sumbernya."
)
UNKNOWN_CLAIM = "Klaim atau topik itu tidak ada. Yang ada:"
NO_CLAIMS = "Belum ada kartu klaim di topik ini."


def describe_period(period: Period) -> str:
    """Return the month or year, such as "Maret 2024" or "2024"."""
    return f"{format_month(period.month)} {period.year}" if period.month else str(period.year)


def describe_timeline(timeline: Timeline) -> str:
    """Return the title of a time line: what it is about."""
    about = timeline.topic.name if timeline.topic else ""
    if timeline.subject:
        about = f"“{timeline.subject}”"
    when = describe_period(timeline.period) if timeline.period else ""
    return f"Linimasa: {', '.join(filter(None, (about, when))) or ALL_EVENTS}"


def describe_events(first: int, last: int, total: int) -> str:
    """Say which events of how many a page shows."""
    if (first, last) == (1, total):
        return f"{format_number(total)} peristiwa, urut menurut tanggal."
    if first == last:
        return f"Peristiwa {first} dari {format_number(total)}, urut menurut tanggal."
    return f"Peristiwa {first} sampai {last} dari {format_number(total)}, urut menurut tanggal."


def list_months(months: Iterable[int]) -> str:
    """Return the months of a year in one line, such as "Juli, Agustus"."""
    return ", ".join(map(format_month, months))


def describe_topic_size(articles: int, claims: int) -> str:
    """Return how many articles and claims a topic has."""
    size = f"{format_number(articles)} artikel"
    return f"{size}, {format_number(claims)} klaim" if claims else size


def describe_topic_days(first: date, last: date) -> str:
    """Say from when to when the articles of a topic were published."""
    if first == last:
        return f"Terbit {format_date(first)}."
    return f"Terbit {format_date(first)} sampai {format_date(last)}."


def describe_claims(first: int, last: int, total: int) -> str:
    """Say which claims of how many a page shows."""
    if (first, last) == (1, total):
        return f"{format_number(total)} klaim."
    return f"{first} sampai {last} dari {format_number(total)} klaim."
