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
REPLACE = "menyisihkan yang sudah ada ke folder tersembunyi di sebelahnya, lalu menggantinya"
ASIDE = "sebelum-pemulihan"

NO_KEY = "Arsip ini tidak memuat privacy.key, jadi bukan cadangan yang utuh."
DATABASE_DAMAGED = "Basis data di dalam arsip ini rusak. Pakai cadangan yang lain."
OTHER_DATABASE = (
    "Basis datanya bukan SQLite, jadi tidak ikut di arsip ini. Simpan dengan pg_dump, pulihkan "
    "dengan pg_restore."
)


def describe_written(name: str, corpus_files: int) -> str:
    """Say what was saved."""
    return f"Tersimpan di {name}: {format_number(corpus_files)} berkas korpus."


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


def describe_strange(name: str) -> str:
    """Say which entry of an archive does not belong there."""
    return f"Arsip ini memuat “{name[:100]}”, yang tidak dibuat oleh backup. Tidak ada yang diubah."


def describe_damaged(reason: str) -> str:
    """Say that an archive cannot be read."""
    return f"Arsip ini tidak bisa dibaca ({reason}). Tidak ada yang diubah."
