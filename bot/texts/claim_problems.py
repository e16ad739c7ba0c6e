"""What is wrong with a claim card, and how to mend it, for people who do not program."""

from __future__ import annotations

from bot.texts.problems import Wording, suggest


def unknown_section(heading: str, known: str) -> Wording:
    """Say that a heading is not one of the sections of a claim card."""
    return Wording(f"judul bagian “{heading}” tidak dikenal", f"pakai salah satu: {known}")


def repeated_section(heading: str) -> Wording:
    """Say that a section comes twice."""
    return Wording(f"bagian “{heading}” ditulis dua kali", "gabungkan keduanya")


def section_order(heading: str, known: str) -> Wording:
    """Say that a section stands in the wrong place."""
    return Wording(f"bagian “{heading}” salah urutan", f"urutannya: {known}")


def empty_section(heading: str) -> Wording:
    """Say that a section has no paragraph."""
    return Wording(f"bagian “{heading}” kosong", "isi, atau hapus judulnya")


def unknown_source(name: str, nearest: str | None) -> Wording:
    """Say that a cited article does not exist or was left out."""
    return Wording(
        f"artikel {name} tidak ada di korpus, atau tidak dipakai karena ada kesalahan",
        suggest(nearest, "periksa nama berkasnya, atau perbaiki artikel itu dulu"),
    )


def retracted_source(name: str) -> Wording:
    """Say that a cited article was retracted."""
    return Wording(
        f"artikel {name} sudah ditarik", "ganti dengan sumber lain, atau hapus kalimatnya"
    )


def not_in_sources(word: str) -> Wording:
    """Say that a name or figure is in none of the cited articles."""
    return Wording(
        f"“{word}” tidak ada di artikel yang dirujuk", "periksa ejaannya, atau tambahkan sumbernya"
    )


CLAIM_SECTION_MISSING = Wording(
    "kartu klaim belum punya bagian Klaim", "tulis ## Klaim, lalu satu paragraf dengan sumbernya"
)
LINE_OUTSIDE_SECTION = Wording(
    "kalimat ini tidak berada di bawah judul bagian", "tulis judulnya dulu, misalnya ## Klaim"
)
LINE_WITHOUT_SOURCE = Wording(
    "kalimat ini tidak punya sumber",
    "tulis nama berkas artikelnya di ujung paragraf: [nama-berkas.md]",
)
SOURCE_IN_THE_MIDDLE = Wording(
    "sumber ditulis di tengah paragraf", "pindahkan [nama-berkas.md] ke ujung paragraf"
)
