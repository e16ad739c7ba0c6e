"""What moderators read in their chat: commands, taking in, fields; Indonesian only."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

COMMANDS = {
    "tambah": "Menambah artikel: /tambah lalu tautan atau teksnya",
    "draf": "Draf artikel yang belum terbit",
    "koreksi": "Mengoreksi artikel: /koreksi KUNCI isi koreksinya",
    "ubah": "Mengubah isian artikel: /ubah KUNCI judul Judul yang benar",
    "tarik": "Menarik artikel: /tarik KUNCI alasannya",
    "urung": "Mengurungkan perubahan terakhir",
    "riwayat": "Siapa mengubah apa: /riwayat, atau /riwayat KUNCI",
    "moderasi": "Yang menunggu: draf, antrean, laporan, masalah, judul",
    "antrean": "Pertanyaan yang belum terjawab",
    "statistik": "Statistik 30 hari, atau lain: /statistik 7",
    "ekspor": "Korpus, klaim, riwayat, dan hitungan sebagai berkas",
}
"""Commands that the menu of a moderator has before those of citizens."""

# Fields, their names, and the words by which they are typed after /draf
FIELDS = {
    "title": "Judul",
    "outlet": "Media",
    "url": "Alamat",
    "published": "Tanggal",
    "kind": "Jenis",
    "perspectives": "Sudut pandang",
    "topics": "Topik",
    "questions": "Pertanyaan",
    "body": "Isi",
}
FIELD_WORDS = {
    "judul": "title",
    "media": "outlet",
    "alamat": "url",
    "tautan": "url",
    "tanggal": "published",
    "terbit": "published",
    "jenis": "kind",
    "sudut": "perspectives",
    "perspektif": "perspectives",
    "topik": "topics",
    "tanya": "questions",
    "pertanyaan": "questions",
    "isi": "body",
    "ringkasan": "body",
}
_SECOND_WORDS = {"sudut": "pandang", "tanggal": "terbit"}
STEP_WORDS = {
    "terbitkan": "publish",
    "simpan": "keep",
    "buang": "discard",
    "baca": "read",
    "dibuang": "dropped",
}

SURE_TO_PUBLISH = "begini"
DECISION_WORDS = {"ya": True, "tidak": False}
"""What decides the first open doubt: done as proposed, or left as it is."""

# Taking in
ADD = "Tambahkan ke korpus"
NEW_DRAFT = "Jadikan draf"
FETCHING = "Sedang mengambil halamannya…"
READING_FILE = "Sedang membaca berkasnya…"
ASK_SOURCE = "Artikel baru"
ASK_SOURCE_HOW = (
    "balas pesan ini dengan tautannya, dengan teks yang Anda salin dari peramban, atau dengan "
    "berkas .md, .html, atau .txt."
)
AWAIT_SOURCE = "Tautan atau teks artikelnya"
NO_LINK_THERE = (
    "Di pesan yang Anda balas tidak ada tautan atau teks artikel. Tulis /tambah lalu tautannya."
)
WRONG_FILE = (
    "Yang bisa dibaca hanya berkas .md, .html, dan .txt. Salin saja teks artikelnya, lalu tulis "
    "/tambah dan tempelkan."
)
FILE_NOT_DELIVERED = "Berkasnya belum bisa diambil dari Telegram. Silakan kirim sekali lagi."
TEXT_FULL = (
    "Teksnya mungkin terpotong oleh Telegram. Kalau masih ada lanjutannya, kirim sebagai balasan "
    "untuk pesan ini."
)

# Prompts
_ASKED = {
    "title": "balas dengan judul persis seperti di sumbernya.",
    "outlet": "balas dengan nama media atau lembaganya.",
    "url": "balas dengan alamat lengkap halamannya, diawali https://.",
    "published": "balas dengan tanggal terbitnya, misalnya 13 Maret 2024.",
    "kind": "balas dengan jenis artikelnya.",
    "perspectives": "balas dengan siapa yang bersuara, dipisah koma.",
    "topics": "balas dengan topiknya, dipisah koma.",
    "questions": "balas dengan satu pertanyaan yang dijawab artikel ini, seperti orang bertanya.",
    "body": "balas dengan ringkasan memakai kata Anda sendiri, satu baris kosong antarparagraf.",
}


def strip_second_word(word: str, value: str) -> str:
    """Return the value behind names of two words, such as "sudut pandang", of which one is read."""
    second = _SECOND_WORDS.get(word.casefold(), "")
    first, _, rest = value.partition(" ")
    return rest.strip() if second and first.casefold() == second else value


def ask_field(field: str) -> str:
    """Return what a prompt asks for."""
    return _ASKED[field]


def describe_present(value: str) -> str:
    """Say what a field holds now."""
    return f"Sekarang: {value}"


def list_choices(choices: Iterable[str]) -> str:
    """Name the values that fit."""
    return f"Pilihannya: {', '.join(choices)}."


def describe_changed_field(field: str, now: str) -> str:
    """Say that a field was changed by somebody else while its new value was being written."""
    return (
        f"{FIELDS[field]} sudah diubah orang lain sementara Anda menulis, jadi nilai Anda belum "
        f"dipakai. Sekarang: “{now}”. Kalau nilai Anda yang benar, tekan “{FIELDS[field]}” lagi."
    )


def continue_draft(mark: str) -> str:
    """Return the label of the button that adds a text to a draft."""
    return f"Sambungkan ke draf {mark}"


def describe_twin(mark: str, owner: str) -> str:
    """Say that another draft has the same address."""
    by = f" milik {owner}" if owner else ""
    return f"Alamat ini juga ada di draf {mark}{by}. Lihat dulu: /draf {mark}."
