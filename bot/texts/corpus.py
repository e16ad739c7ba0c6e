"""What moderators read of `corpus check | list | stats`, and why a corpus cannot be read at all."""

from __future__ import annotations


def missing_folder(folder: str) -> str:
    """Say that the corpus folder does not exist or cannot be read."""
    return (
        f"Folder korpus {folder} tidak ada atau tidak bisa dibuka. "
        "Periksa CORPUS_DIR: isinya harus folder yang memuat articles/ dan topics.yaml."
    )


def empty_folder(folder: str) -> str:
    """Say that the corpus folder holds no article."""
    return (
        f"Folder korpus {folder} tidak memuat satu artikel pun. "
        "Taruh berkas artikel (.md) di dalam folder articles/, atau periksa CORPUS_DIR."
    )


def unsettled_folder(folder: str) -> str:
    """Say that files go on changing while they are read."""
    return (
        f"Berkas di folder korpus {folder} terus berubah selagi dibaca. "
        "Tunggu sampai salinan atau git pull selesai, lalu coba lagi."
    )


CORPUS = "melihat, memeriksa, dan merawat isi korpus"
CHECK = (
    "memeriksa berkas korpus; setiap masalah ditulis dengan berkas, baris, dan cara memperbaikinya"
)
CHECK_PATH = "berkas atau folder yang diperiksa (kalau kosong: seluruh korpus)"
LIST = "menampilkan daftar artikel, yang terlama lebih dulu"
STATS = "menghitung artikel menurut topik, media, tahun, dan jenis"
JSON = "tulis hasilnya sebagai JSON"
LIST_TOPIC = "hanya topik ini, misalnya alibaba-cloud"
LIST_OUTLET = "hanya media yang namanya memuat kata ini"
LIST_YEAR = "hanya artikel yang terbit tahun ini"
LIST_KIND = "hanya jenis ini, misalnya cek-fakta"
CHECKING = "Memeriksa korpus"
SUBCOMMANDS = "perintah"

DATE_AND_KEY = "Tanggal\ndan kunci"
TITLE, OUTLET, TOPIC, YEAR, KIND = "Judul", "Media", "Topik", "Tahun", "Jenis"
PERSPECTIVE = "Sudut pandang"
COUNT = "Artikel"
RETRACTED = "(ditarik)"
OTHER_OUTLETS = "media lain"
NOTHING_LISTED = "Tidak ada artikel yang cocok dengan pilihan itu."
NO_GOOD_ARTICLE = (
    "Tidak ada artikel yang bisa dipakai. Jalankan corpus check untuk melihat sebabnya."
)
WARNING_MARK = "peringatan: "


def unknown_choice(name: str, value: str, suggestion: str | None) -> str:
    """Say that a topic or kind given on the command line does not exist."""
    hint = f"Mungkin maksudnya: {suggestion}?" if suggestion else "Lihat topics.yaml."
    return f"{name} “{value}” tidak ada. {hint}"


def summarise_check(errors: int, warnings: int) -> str:
    """Say how a check ended."""
    if not errors and not warnings:
        return "Pemeriksaan selesai: tidak ada masalah."
    found = f"{errors} kesalahan dan {warnings} peringatan"
    if errors:
        return f"Pemeriksaan selesai: {found}. Berkas yang salah tidak dipakai sampai diperbaiki."
    return f"Pemeriksaan selesai: {found}. Semua berkas tetap dipakai."


def summarise_list(shown: int, total: int) -> str:
    """Say how many articles are listed."""
    return f"{shown} dari {total} artikel" if shown < total else f"{total} artikel"


def summarise_corpus(articles: int, claims: int, questions: int, since: str, until: str) -> str:
    """Say what is in the corpus; the days are written out."""
    return (
        f"{articles} artikel terbit {since} sampai {until}, "
        f"dengan {questions} contoh pertanyaan, dan {claims} kartu klaim."
    )
