"""What moderators read about changes, their history, and each other; Indonesian only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.texts.changes import format_moment
from bot.texts.moderation import ask_field

if TYPE_CHECKING:
    from datetime import datetime

# Which article
HOW_TO_CORRECT = (
    "Tulis /koreksi, kunci artikelnya, lalu isi koreksinya. Misalnya: /koreksi xu2tzmsghb "
    "Sebelumnya tertulis 20 Februari 2024; yang betul 21 Februari 2024. Kuncinya boleh diganti "
    "alamat atau nama berkasnya. Bisa juga balas sebuah jawaban dengan /koreksi."
)
HOW_TO_RETRACT = (
    "Tulis /tarik, kunci artikelnya, lalu alasannya. Misalnya: /tarik xu2tzmsghb Dicabut oleh "
    "medianya. Bisa juga balas sebuah jawaban dengan /tarik."
)
HOW_TO_EDIT = (
    "Tulis /ubah, kunci artikelnya, isian, lalu nilainya. Misalnya: /ubah xu2tzmsghb judul Judul "
    "yang benar. Isian lain: media, tanggal, jenis, sudut, topik, tanya, isi."
)
UNKNOWN_ARTICLE = (
    "Artikel itu tidak ditemukan. Sebut kuncinya (ada di /riwayat), alamatnya, atau nama berkasnya."
)
ARTICLE_CHANGED = "Artikel ini sudah berubah sejak tampil di sini. Yang terbaru sekarang tampil."
WHICH_ARTICLE = "Artikel yang mana?"
WHICH_ARTICLE_HINT = "Tekan tombolnya, atau tulis perintahnya lagi dengan kuncinya."

# Correcting
CHANGE_WHAT = "Apa yang mau diubah?"
NOTE_CORRECTION = "Catat koreksi"
RETRACT = "Tarik"
CHANGE_MORE = "Ubah yang lain"
SEE_HISTORY = "Riwayat"
SEE_ARTICLE = "Lihat artikelnya"
CORRECTED = "Koreksi dicatat. Mereka yang pernah menerima artikel ini dikabari."
EDITED = "Sudah diubah."
RETRACTED = "Artikel ditarik dan tidak dikutip lagi. Mereka yang pernah menerimanya dikabari."
ASK_CORRECTION = (
    "balas dengan isi koreksinya, satu atau dua kalimat: apa yang keliru dan apa yang betul. "
    "Tanggalnya ditulis otomatis."
)
ASK_REASON = "balas dengan alasannya, satu kalimat. Alasan itu dibaca warga."
ONE_PARAGRAPH = "Untuk mengganti satu paragraf saja, awali dengan nomornya, misalnya 2: …"
AWAIT_CORRECTION = "Sebelumnya tertulis …; yang betul …"
AWAIT_REASON = "Alasan penarikan"

# Undoing
UNDO = "Urungkan"
UNDO_THIS = "Urungkan perubahan ini?"
UNDO_SURELY = "Ya, urungkan"
OPEN_ARTICLE = "Buka artikelnya"
UNDONE = "Sudah diurungkan."
UNDO_FURTHER = "Urungkan yang sebelumnya"
HOW_TO_UNDO = "Tulis /urung, atau /urung dan nomor perubahannya. Nomornya ada di /riwayat."

# History
HISTORY = "Riwayat perubahan"
NO_HISTORY = "Belum ada perubahan yang tercatat."
NEWER, OLDER = "Lebih baru", "Lebih lama"
SOMEBODY = "seorang moderator"
_ACTIONS = {
    "publish": "menerbitkan",
    "correct": "mengoreksi",
    "edit": "mengubah",
    "retract": "menarik",
    "undo": "mengurungkan",
    "link": "menambah pertanyaan pada",
}

# Moderators
HOW_TO_ADMIT = (
    "Teruskan pesan orang itu ke sini, atau bagikan kontaknya, lalu balas pesan itu dengan "
    "/moderasi tambah. Bisa juga dengan nomor akunnya: /moderasi tambah 123456789."
)
HIDDEN_ACCOUNT = (
    "Telegram tidak memberitahukan akun orang itu. Minta ia menyebut nomor akunnya, lalu tulis "
    "misalnya /moderasi tambah 123456789."
)
HOW_TO_DISMISS = (
    "Tulis /moderasi keluarkan dan tanda moderatornya, misalnya /moderasi keluarkan k3f9q."
)
HOW_TO_RENAME = (
    "Tulis /moderasi nama dan nama yang ingin tampil di riwayat, misalnya /moderasi nama Rina."
)
CHIEF_WORD = "ketua"
DISMISS = "Ya, keluarkan"
KEEP_PERSON = "Batal"
NOBODY_DISMISSED = "Tidak ada yang dikeluarkan."
WELCOME = (
    "Anda sekarang moderator Tanya Sirekap. Mulai dengan /tambah lalu tautan artikelnya. Nama "
    "yang tampil di riwayat bisa Anda pilih dengan /moderasi nama."
)
NOT_MET_YET = "Ia perlu membuka bot ini dan menekan Mulai sekali, supaya bisa dikabari."


def describe_article(key: str, title: str) -> str:
    """Return a line about an article."""
    return f"{title} (kunci {key})"


def describe_change(number: int, at: datetime, who: str, action: str, title: str) -> str:
    """Return a line about a change: number, when, who, what."""
    done = _ACTIONS.get(action, action)
    return f"{number}. {format_moment(at)}: {who or SOMEBODY} {done} “{title}”"


def ask_edit(field: str) -> str:
    """Return what a prompt asks for."""
    return ask_field(field) + (f" {ONE_PARAGRAPH}" if field == "body" else "")


def describe_undone(number: int) -> str:
    """Say by which change a change was undone."""
    return f"Sudah diurungkan oleh nomor {number}."


def describe_undoes(number: int) -> str:
    """Say which change a change undid."""
    return f"Mengurungkan nomor {number}."


def type_undo(number: int) -> str:
    """Say how to confirm without a button."""
    return f"Atau tulis /urung {number} ya"


def describe_more(count: int) -> str:
    """Say how many more things differ."""
    return f"… dan {count} lagi"


def undo_number(number: int) -> str:
    """Return the label of the button that undoes a change."""
    return f"Urungkan {number}"


def describe_admitted(who: str, *, is_chief: bool) -> str:
    """Say that somebody is a moderator or chief now."""
    return f"Ditambahkan sebagai ketua: {who}." if is_chief else f"Ditambahkan: {who}."


def ask_dismissal(who: str) -> str:
    """Ask whether somebody is to be no moderator any more."""
    return f"Keluarkan {who} dari moderator?"


def describe_dismissed(who: str) -> str:
    """Say that somebody is no moderator any more."""
    return f"{who} bukan moderator lagi."


def describe_renamed(who: str) -> str:
    """Say what a moderator is called from now on."""
    return f"Di riwayat, Anda sekarang tampil sebagai {who}."
