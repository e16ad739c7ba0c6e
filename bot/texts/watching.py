"""What moderators, and those who run the bot, read about a corpus that people are editing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.texts.answers import format_number

if TYPE_CHECKING:
    from bot.articles.values import Problem

BROKEN = "Ada yang perlu diperbaiki di korpus"
STILL_SERVING = "Sebelum diperbaiki, bot menjawab dari isi terakhir yang benar."
MENDED = "Sudah beres"

CANNOT_REFRESH = "Perubahan korpus belum bisa dibaca; dicoba lagi."
CANNOT_REPORT = "Masalah korpus belum bisa dilaporkan kepada moderator; dicoba lagi."


def name_place(problem: Problem) -> str:
    """Return the file and the line of a problem."""
    return f"{problem.file}, baris {problem.line}"


def describe_fault(problem: Problem) -> str:
    """Return what is wrong as a sentence."""
    return _begin(problem.text) + "."


def describe_mend(problem: Problem) -> str:
    """Return how to mend it as a sentence."""
    return f"Perbaikan: {problem.mend}."


def describe_more_problems(count: int) -> str:
    """Say that there are `count` further problems."""
    return f"Masih ada {format_number(count)} masalah lain. Lihat /moderasi."


def describe_more_files(count: int) -> str:
    """Say that `count` further files are mended."""
    return f"dan {format_number(count)} berkas lain"


def _begin(words: str) -> str:
    # The name of a file stays as it is.
    first = words.partition(" ")[0]
    return words[:1].upper() + words[1:] if first.isalpha() else words
