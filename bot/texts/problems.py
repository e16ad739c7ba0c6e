"""What is wrong with a file of the corpus, and how to mend it, for people who do not program."""

from __future__ import annotations

from typing import NamedTuple


class Wording(NamedTuple):
    """A problem in plain words and how to mend it."""

    text: str
    mend: str


def suggest(nearest: str | None, otherwise: str) -> str:
    """Ask whether the nearest known word was meant, or give the general advice."""
    return f"mungkin maksudnya “{nearest}”?" if nearest else otherwise


# Fields

BAD_ID = Wording(
    "id hanya boleh memuat huruf kecil a-z, angka, dan tanda hubung", "misalnya hasil-resmi"
)


def unknown_field(name: str, nearest: str | None) -> Wording:
    """Say that a field is not one of those that are read."""
    return Wording(f"isian “{name}” tidak dikenal", suggest(nearest, "hapus isian ini"))


def missing_field(name: str) -> Wording:
    """Say that a required field is absent or empty."""
    return Wording(f"isian “{name}” belum ada", f"tambahkan baris {name}: di bagian kepala")


def empty_field(name: str) -> Wording:
    """Say that a field has no content."""
    return Wording(f"isian “{name}” kosong", "isi, atau hapus baris ini kalau tidak wajib")


def not_text(name: str, written: str) -> Wording:
    """Say that YAML reads an unquoted value as something other than text."""
    return Wording(
        f"isian “{name}” terbaca bukan sebagai teks: {written}", f'beri tanda petik: "{written}"'
    )


def not_single(name: str) -> Wording:
    """Say that one value was expected and a list was given."""
    return Wording(f"isian “{name}” harus satu teks, bukan daftar", "tulis satu isi saja")


def not_list(name: str) -> Wording:
    """Say that a list was expected."""
    return Wording(
        f"isian “{name}” harus berupa daftar", f"tulis di dalam kurung siku: {name}: [satu, dua]"
    )


def not_fields(name: str, example: str) -> Wording:
    """Say that a group of fields was expected."""
    return Wording(f"isian “{name}” salah bentuk", f"tulis seperti ini: {example}")


def repeated(name: str, value: str) -> Wording:
    """Say that a list holds the same value twice."""
    return Wording(f"“{value}” ditulis dua kali di “{name}”", "hapus salah satunya")


def unknown_value(name: str, value: str, nearest: str | None) -> Wording:
    """Say that a topic, perspective or kind is not in topics.yaml."""
    return Wording(
        f"“{value}” tidak ada di daftar {name} pada topics.yaml",
        suggest(nearest, "pilih salah satu yang ada di topics.yaml"),
    )


def fixed_value(name: str, allowed: str) -> Wording:
    """Say that a field takes only one value."""
    return Wording(f"isian “{name}” hanya boleh “{allowed}”", f"tulis {allowed}, atau hapus baris")


# Dates


def not_a_date(name: str, written: str) -> Wording:
    """Say that a value is not written as a date."""
    return Wording(
        f"isian “{name}” bukan tanggal: {written}",
        "tulis tahun-bulan-hari tanpa tanda petik, misalnya 2024-03-13",
    )


def no_such_day(name: str, written: str) -> Wording:
    """Say that a date is not in the calendar."""
    return Wording(
        f"tanggal {written} di “{name}” tidak ada di kalender", "periksa bulan dan harinya"
    )


def future_day(name: str, written: str) -> Wording:
    """Say that a date lies in the future."""
    return Wording(f"tanggal {written} di “{name}” belum tiba", "periksa tahun, bulan, dan harinya")


# Addresses

ADDRESS_SCHEME = Wording("alamat tidak diawali http:// atau https://", "salin alamat lengkapnya")
ADDRESS_HOST = Wording("alamat tidak memuat nama situs yang benar", "salin alamat lengkapnya")
ADDRESS_CREDENTIALS = Wording(
    "alamat memuat nama pengguna atau kata sandi", "hapus bagian sebelum tanda @"
)
ADDRESS_CHARACTERS = Wording(
    "alamat memuat spasi atau huruf yang tidak boleh ada di alamat", "salin ulang dari peramban"
)


def duplicate_address(first: str, second: str) -> Wording:
    """Say that two files have the same address and which of them is kept."""
    return Wording(
        f"alamat ini sama dengan alamat di {first}, jadi {second} tidak dipakai",
        "gabungkan isinya, lalu hapus salah satu berkas",
    )


# Text

EMPTY_BODY = Wording("artikel tidak punya isi", "tulis ringkasannya di bawah bagian kepala")
EMPTY_PARAGRAPH = Wording(
    "ada paragraf kosong", "sisakan satu baris kosong saja di antara dua paragraf"
)
BLANK_WITH_SPACES = Wording("baris kosong ini memuat spasi", "hapus spasinya")
LINE_BREAK = Wording("isi ini memuat ganti baris", "tulis dalam satu baris")


def long_paragraph(length: int, limit: int) -> Wording:
    """Say that a paragraph has more than `limit` characters."""
    return Wording(
        f"paragraf terlalu panjang ({length} huruf, paling banyak {limit})",
        "pecah menjadi beberapa paragraf yang masing-masing bisa dibaca sendiri",
    )


def long_text(name: str, length: int, limit: int) -> Wording:
    """Say that a field has more than `limit` characters."""
    return Wording(
        f"isian “{name}” terlalu panjang ({length} huruf, paling banyak {limit})", "pendekkan"
    )


def hidden_character(code: int) -> Wording:
    """Say that a text holds a character that nobody sees."""
    return Wording(
        f"ada huruf tak terlihat (U+{code:04X})", "hapus, lalu ketik ulang kata di sekitarnya"
    )


def html_code(code: str) -> Wording:
    """Say that a text holds HTML."""
    return Wording(f"ada kode HTML: {code}", "hapus kodenya, sisakan teksnya")


# Glossary

GLOSSARY_COMMA = Wording(
    "ada koma tanpa kata di sebelahnya", "hapus komanya, atau tulis ejaan lain sesudahnya"
)


# Questions that an article or a card brings itself


def article_not_found(question: str, instead: str | None) -> Wording:
    """Say that an article's own question does not bring it among the first three."""
    shown = f" (yang tampil lebih dulu: {instead})" if instead else ""
    return Wording(
        f"pertanyaan “{question}” tidak memunculkan artikel ini di tiga teratas{shown}",
        "pakai kata-kata khas artikel ini di pertanyaan, atau hapus pertanyaannya",
    )


def card_not_found(question: str, instead: str | None) -> Wording:
    """Say that a claim card's own question does not bring the card."""
    shown = f" (yang muncul: {instead})" if instead else ""
    return Wording(
        f"pertanyaan “{question}” tidak memunculkan kartu ini{shown}",
        "tulis pertanyaannya lebih mirip dengan klaimnya",
    )
