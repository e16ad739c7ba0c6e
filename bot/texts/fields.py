"""The fields of an article in Indonesian: names, as people type them, and what does not fit."""

from __future__ import annotations

FIELD_NAMES = {
    "title": "judul",
    "title_from": "pencocokan judul",
    "outlet": "media",
    "url": "alamat",
    "published": "tanggal terbit",
    "kind": "jenis",
    "perspectives": "sudut pandang",
    "topics": "topik",
    "question": "pertanyaan",
    "questions": "pertanyaan",
    "corrections": "koreksi",
    "retracted": "penarikan",
    "body": "isi",
}
"""What each field is called in sentences."""

_OTHER_NAMES = {
    "title": "judul headline",
    "title_from": "judul-cocok title-from",
    "outlet": "media penerbit sumber lembaga",
    "url": "alamat tautan link",
    "published": "terbit tanggal tgl",
    "kind": "jenis",
    "perspectives": "sudut-pandang sudut perspektif pihak",
    "topics": "topik tema topic",
    "question": "pertanyaan tanya",
    "questions": "daftar-pertanyaan pertanyaan-pertanyaan semua-pertanyaan",
    "body": "isi ringkasan teks",
}

FIELDS_BY_NAME = {
    name.replace("-", separator): field
    for field, names in _OTHER_NAMES.items()
    for name in (field, *names.split())
    for separator in ("-", " ", "")
}
"""The fields that can be set, by everything that they may be called."""

NOTHING_TYPED = "isinya kosong; tulis isinya"
NO_DAY = "itu bukan tanggal; tulis misalnya 13 Maret 2024, 13/3/2024, atau 2024-03-13"
WRONG_WEEKDAY = "nama harinya tidak cocok dengan tanggalnya; periksa, atau tulis tanpa nama hari"
CONFIRM_HEADLINE = "kosongkan kalau judulnya sudah dicocokkan dengan sumbernya"
QUESTION_THERE = "pertanyaan itu sudah ada; tulis yang lain"


def name_field(field: str) -> str:
    """Return the Indonesian name of `field`, such as `title` or `paragraph 2`."""
    kind, _, number = field.partition(" ")
    return f"paragraf {number}" if kind == "paragraph" else FIELD_NAMES.get(field, field)


def join_wording(text: str, mend: str) -> str:
    """Return what is wrong and how to mend it in one sentence."""
    return f"{text}; {mend}"


def describe_refusal(field: str, text: str) -> str:
    """Say what is wrong with a value."""
    end = "" if text.endswith("?") else "."
    return f"Isian “{name_field(field)}” belum diubah: {text}{end}"


def describe_unknown_field(typed: str, nearest: str | None) -> str:
    """Say that there is no such field."""
    if nearest:
        return f"Tidak ada isian “{typed}”. Mungkin maksudnya “{nearest}”?"
    known = ", ".join(
        dict.fromkeys(name for field, name in FIELD_NAMES.items() if field in _OTHER_NAMES)
    )
    return f"Tidak ada isian “{typed}”. Yang bisa diisi: {known}, atau paragraf dengan nomornya."


def describe_unknown_label(typed: str, known: str, *, is_near: bool) -> str:
    """Say that a topic, perspective or kind is not known, and what may be meant, or what is."""
    mend = f"mungkin maksudnya {known}?" if is_near else f"pilihannya: {known}"
    return f"“{typed.strip()}” tidak dikenal; {mend}"


def describe_future_day(day: str) -> str:
    """Say that a day lies in the future."""
    return f"tanggal {day} belum tiba; periksa tahun, bulan, dan harinya"


def describe_no_question(place: int, count: int) -> str:
    """Say that there is no question with this number."""
    return f"tidak ada pertanyaan nomor {place}; {_count(count, 'pertanyaan')}"


def describe_no_paragraph(place: int, count: int) -> str:
    """Say that there is no paragraph with this number."""
    return f"tidak ada paragraf {place}; {_count(count, 'paragraf')}"


def _count(count: int, what: str) -> str:
    return f"ada {count} {what}" if count else f"belum ada {what}"
