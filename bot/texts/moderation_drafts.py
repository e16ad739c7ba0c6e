"""What moderators read about drafts: preview, doubts, what becomes of them; Indonesian only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.texts.answers import format_date, format_number
from bot.texts.desk import name_clutter
from bot.texts.moderation import FIELDS

if TYPE_CHECKING:
    from datetime import date

# The preview
UNKNOWN = "(belum diketahui)"
SUGGESTED = "(diusulkan)"
PREVIEW = "Begini tampil di layar warga"
ANSWERED = "Pertanyaan yang sudah dijawabnya"
MISSES = "Pertanyaan yang belum memunculkannya di tiga teratas"
NEIGHBOURS = "Mungkin sudah ada di korpus"
PROBLEMS = "Yang harus dibereskan dulu"
VERBATIM = (
    "Isinya masih teks asli medianya. Tulis ulang dengan kata sendiri: tekan “Isi”, lalu balas "
    "dengan ringkasan Anda."
)
REPLY_ADDS = "Balas pesan ini dengan teks untuk menambah isinya."
READ_BODY = "Baca isinya"
PUBLISH = "Terbitkan"
PUBLISH_SURELY = "Terbitkan begini"
NOT_YET = "Belum bisa terbit; yang masih kurang tertulis di bawah."
CONFIRM = "Setujui dan terbitkan"
SUBMIT = "Ajukan"
KEEP = "Simpan"
DISCARD = "Buang"
BACK = "Kembali"
OPEN_DRAFT = "Buka draf"
DONE_CHOOSING = "Selesai"
ADD_QUESTION = "Tambah pertanyaan"
NO_BODY = "Draf ini belum ada isinya."
NOTHING_DROPPED = "Tidak ada yang dibuang dari sumbernya."
DROPPED_TITLE = "Dibuang karena bukan isi artikel"

# Doubts: the question, what accepting does, what leaving does
_DOUBTS = {
    "headline": "Judulnya yang tertulis di atas, atau seharusnya baris ini?",
    "no_headline": "Judulnya tidak ditemukan. Tekan “Judul” untuk menuliskannya.",
    "line": "Baris ini bagian artikel, atau anak judul yang perlu dihapus?",
    "date_from_text": "Tanggal terbit diambil dari tanggal ini, yang disebut di isinya. Benar?",
    "weekday": "Nama hari ini tidak cocok dengan tanggalnya. Tanggal di atas sudah benar?",
    "other_site": "Halaman itu menyebut alamat di situs lain sebagai aslinya. Pakai alamat ini?",
    "outlet_from_host": "Nama medianya belum dikenal, baru nama situsnya. Sudah benar?",
    "page_missing": "Halaman lanjutan ini tidak bisa diambil. Lengkapi isinya dari peramban.",
}
_ACCEPT = {
    "headline": "Pakai baris ini",
    "line": "Hapus baris ini",
    "other_site": "Pakai alamat ini",
}
_LEAVE = {
    "headline": "Judul di atas benar",
    "line": "Bagian artikel",
    "other_site": "Alamat di atas benar",
    "page_missing": "Sudah saya lengkapi",
}
RIGHT = "Sudah benar"

# What becomes of a draft
SURE_TO_DISCARD = "Buang draf ini? Isinya tidak bisa dikembalikan."
DISCARD_SURELY = "Ya, buang"
DISCARDED = "Draf dibuang."
DRAFT_GONE = "Draf itu sudah tidak ada: sudah terbit, dibuang, atau kedaluwarsa."
STALE = "Draf ini sudah berubah sejak tampil di sini. Yang terbaru sekarang tampil."
WAITS = "Menunggu persetujuan moderator lain"
SUBMITTED = "Draf diajukan. Moderator lain sudah diberi tahu; artikelnya terbit begitu disetujui."
NOBODY_TO_CONFIRM = (
    "Draf diajukan, tetapi belum ada moderator lain yang bisa menyetujuinya. Minta ketua menambah "
    "moderator dengan /moderasi tambah."
)
OWN_DRAFT = "Draf Anda sendiri perlu disetujui moderator lain."
PLEASE_CONFIRM = "Ada draf yang menunggu persetujuan Anda"
SEE_ANSWER = "Lihat sebagai jawaban"
PUBLISHED = "Terbit:"
ANSWERS_NOW = "Mulai sekarang artikel ini menjawab pertanyaan warga."
NO_DRAFTS = "Belum ada draf. Mulai dengan /tambah lalu tautan artikelnya."
DRAFTS_TITLE = "Draf yang belum terbit"
HOW_TO_TYPE = (
    "Sebut kode draf, isian, lalu nilainya: /draf {mark} judul Judul yang benar. Isian lain: "
    "media, alamat, tanggal, jenis, sudut, topik, tanya, isi. Tanpa nilai, saya yang bertanya. "
    "Untuk seluruh draf: /draf {mark} terbitkan, simpan, buang, baca, atau dibuang. Yang perlu "
    "dipastikan dijawab dengan ya atau tidak."
)
UNKNOWN_DRAFT = "Draf dengan kode itu tidak ada. Lihat daftarnya dengan /draf."


def name_draft(mark: str) -> str:
    """Return what a draft is called; `mark` is the beginning of its id."""
    return f"Draf {mark}"


def describe_typing(mark: str) -> str:
    """Say how to do without buttons."""
    return f"Tanpa tombol: /draf {mark} bantuan."


def type_confirmation(mark: str) -> str:
    """Say how to confirm without a button."""
    return f"Atau tulis /draf {mark} terbitkan begini"


def describe_doubt(doubt: str) -> str:
    """Return the question to the moderator; `doubt` is the value of a `Doubt`."""
    return _DOUBTS[doubt]


def accept_doubt(doubt: str) -> str:
    """Return the label that does what a doubt proposes, or nothing when it proposes nothing."""
    return _ACCEPT.get(doubt, "")


def leave_doubt(doubt: str) -> str:
    """Return the label that leaves the draft as it is."""
    return _LEAVE.get(doubt, RIGHT)


def count_doubts(number: int) -> str:
    """Return the heading of a doubt, when so many are open."""
    return f"Perlu Anda pastikan (masih {number})" if number > 1 else "Perlu Anda pastikan"


def describe_missing(field: str) -> str:
    """Say that a required field is empty."""
    return f"{FIELDS[field]} belum diisi."


def describe_same_address(file: str) -> str:
    """Say that the corpus has the address already."""
    return f"Alamat ini sudah ada di korpus ({file}). Perbaiki artikel itu dengan /koreksi."


def describe_long_verbatim(words: int, limit: int) -> str:
    """Say that an outlet's own text is too long to be published."""
    return (
        f"Isinya teks asli medianya sepanjang {format_number(words)} kata, padahal paling banyak "
        f"{format_number(limit)}. Tulis ringkasannya dengan kata sendiri."
    )


def describe_body(paragraphs: int, words: int) -> str:
    """Say how long a body is."""
    return f"{format_number(paragraphs)} paragraf, {format_number(words)} kata"


def list_dropped(count: int) -> str:
    """Return the label of the button that lists what was dropped."""
    return f"Yang dibuang ({format_number(count)})"


def describe_dropped(line: str, clutter: str) -> str:
    """Return a dropped line and what it was taken for."""
    return f"{line} ({name_clutter(clutter)})"


def describe_rest(count: int) -> str:
    """Say how many more there are."""
    return f"… dan {format_number(count)} lagi"


def drop_question(number: int) -> str:
    """Return the label of the button that takes a question away."""
    return f"Hapus nomor {number}"


def describe_kept(day: date) -> str:
    """Say until when a draft is kept and how it is found again."""
    return f"Draf ini tersimpan sampai {format_date(day)}. Buka lagi dengan /draf."


def describe_draft(mark: str, title: str, owner: str) -> str:
    """Return a line of the list of drafts."""
    return " · ".join(filter(None, (mark, title or UNKNOWN, owner)))


def name_key(key: str) -> str:
    """Name the key of an article."""
    return f"(kunci {key})"


def describe_confirmation(who: str) -> str:
    """Tell the owner of a draft who published it."""
    return f"Draf Anda disetujui dan diterbitkan oleh {who}."


def describe_expiring(day: date) -> str:
    """Tell the owner when their draft will be deleted."""
    return (
        f"Draf Anda ini akan dihapus pada {format_date(day)} karena sudah lama tidak disentuh. "
        "Kalau masih perlu, buka lalu tekan “Simpan”."
    )
