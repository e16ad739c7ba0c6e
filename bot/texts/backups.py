"""Wording of `backup` and `restore`, for those who run the bot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.texts.answers import format_number

if TYPE_CHECKING:
    from pathlib import Path

BACKUP = "menyimpan basis data, kunci privasi, dan korpus ke satu arsip; bot boleh tetap berjalan"
BACKUP_FILE = "berkas .tar.gz yang dibuat; - menulis ke keluaran standar"
RESTORE = "memulihkan isi arsip dari backup; hentikan bot lebih dulu"
RESTORE_FILE = "berkas .tar.gz dari backup; - membaca masukan standar"
AT_RESTART = "memeriksa arsip sekarang, memulihkannya saat bot dimulai lagi; bot boleh berjalan"
REPLACE = "menyisihkan yang sudah ada ke folder tersembunyi di sebelahnya, lalu menggantinya"
ASIDE = "sebelum-pemulihan"

NO_KEY = "Arsip ini tidak memuat privacy.key, jadi bukan cadangan yang utuh."
DATABASE_DAMAGED = "Basis data di dalam arsip ini rusak. Pakai cadangan yang lain."
DATABASE_PRESENT = (
    "Basis data ini sudah berisi. Hentikan bot, lalu ulangi dengan --replace; yang lama disisihkan."
)
OTHER_KEY = (
    "PRIVACY_KEY di setelan bukan kunci arsip ini. Tidak ada yang diubah. Pasang kunci itu "
    "(privacy.key di dalam arsip) sebagai PRIVACY_KEY, lalu ulangi; atau ulangi dengan --other-key "
    "jika kunci itu tidak boleh dipakai lagi."
)
OTHER_KEY_KEPT = (
    "PRIVACY_KEY di setelan bukan kunci arsip ini. Jalankan new-key sebelum bot dimulai: semua "
    "orang di dalam arsip dilupakan."
)
ANY_KEY = "tetap memulihkan arsip yang kuncinya bukan PRIVACY_KEY; sesudahnya jalankan new-key"
STAGED = (
    "Arsip ini utuh. Mulai ulang bot, dan isinya dipulihkan sebelum bot menjawab lagi; yang lama "
    "disisihkan."
)


def describe_written(corpus_files: int, *, database: bool) -> str:
    """Say what was saved."""
    with_database = "basis data, " if database else ""
    return f"Tersimpan: {with_database}kunci privasi, {format_number(corpus_files)} berkas korpus."


def describe_restored(corpus_files: int, *, database: bool) -> str:
    """Say what was put back."""
    with_database = "basis data, " if database else ""
    return f"Pulih: {with_database}kunci privasi, {format_number(corpus_files)} berkas korpus."


def describe_present(path: Path) -> str:
    """Say what is in the way of a restoration."""
    return f"{path} sudah ada. Hentikan bot, lalu ulangi dengan --replace; yang lama disisihkan."


def describe_existing(path: Path) -> str:
    """Say that an archive of that name exists."""
    return f"{path} sudah ada. Pilih nama lain; cadangan lama tidak ditimpa."


def describe_other_schema(revision: str) -> str:
    """Say that a database is not of this release."""
    return (
        f"Basis data ini ditulis oleh versi bot yang lain (skema {revision}). Buat cadangan dengan "
        "versi itu, atau jalankan versi ini sekali lebih dulu."
    )


def describe_unrestored(reason: str) -> str:
    """Say that a restoration which was to be finished at the start failed, and is still to come."""
    return f"Pemulihan belum selesai ({reason}). Bot mencobanya lagi pada mulai berikutnya."


def describe_strange(name: str) -> str:
    """Say which entry of an archive does not belong there."""
    return f"Arsip ini memuat “{name[:100]}”, yang tidak dibuat oleh backup. Tidak ada yang diubah."


def describe_damaged(reason: str) -> str:
    """Say that an archive cannot be read."""
    return f"Arsip ini tidak bisa dibaca ({reason}). Tidak ada yang diubah."
