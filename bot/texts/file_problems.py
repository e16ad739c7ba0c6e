"""What is wrong with a file as a whole, its front matter or its YAML, and how to mend it."""

from __future__ import annotations

from bot.texts.problems import Wording

# Files and folders

FILE_UNREADABLE = Wording("berkas tidak bisa dibuka", "periksa izin baca berkas ini")
NOT_A_FILE = Wording(
    "ini bukan berkas biasa", "ganti dengan berkas teks, atau pindahkan ke luar folder korpus"
)
LINK_OUTSIDE = Wording("tautan ini keluar dari folder korpus", "salin berkas aslinya ke sini")
UNEXPECTED_FILE = Wording(
    "berkas ini tidak dikenal dan tidak dibaca",
    "hapus, atau ganti namanya kalau ini artikel (berakhiran .md)",
)
BAD_NAME = Wording(
    "nama berkas hanya boleh memuat huruf kecil a-z, angka, dan tanda hubung, lalu .md",
    "ganti namanya, misalnya 2024-03-13-kompas-sidang-sirekap.md",
)
EMPTY_FILE = Wording("berkas ini kosong", "isi berkas ini, atau hapus")
BYTE_ORDER_MARK = Wording(
    "ada tanda tak terlihat (BOM) di awal berkas", "simpan ulang sebagai UTF-8 tanpa BOM"
)
NOT_UTF8 = Wording("berkas ini tidak disimpan sebagai UTF-8", "simpan ulang dengan pilihan UTF-8")
UNCHECKED_TOPICS = Wording(
    "topics.yaml tidak ada atau tidak bisa dibaca, jadi topik dan jenis tidak diperiksa",
    "kembalikan berkas topics.yaml",
)
NO_GLOSSARY = Wording(
    "glossary.yaml tidak ada atau tidak bisa dibaca, jadi pencarian berjalan tanpa kamus",
    "kembalikan berkas glossary.yaml",
)

FOLDER_GONE = Wording(
    "folder korpus tidak ada, kosong, atau tidak bisa dibuka",
    "kembalikan isinya; sampai saat itu jawaban diambil dari isi yang terakhir terbaca",
)
FOLDER_UNSETTLED = Wording(
    "berkas di folder korpus terus berubah, jadi isi yang baru belum terbaca",
    "tunggu sampai salinan atau git pull selesai",
)


def too_large(limit_kib: int) -> Wording:
    """Say that a file is larger than `limit_kib`."""
    return Wording(
        f"berkas lebih besar dari {limit_kib} KiB", "ringkas isinya; satu berkas untuk satu artikel"
    )


# Front matter and YAML

FRONT_MATTER_MISSING = Wording(
    "berkas tidak diawali bagian kepala", "tulis --- di baris pertama, lalu isian, lalu --- lagi"
)
FRONT_MATTER_OPEN = Wording(
    "bagian kepala tidak ditutup", "tulis --- sendirian di baris sesudah isian terakhir"
)
FRONT_MATTER_SHAPE = Wording(
    "bagian ini bukan daftar isian", "tulis satu isian per baris: nama, titik dua, spasi, isi"
)
YAML_BROKEN = Wording(
    "baris ini atau baris sebelumnya tidak terbaca",
    "periksa tanda petik, tanda kurung, titik dua, dan jarak di awal baris",
)
YAML_COLON = Wording(
    "ada titik dua di tengah isi, atau baris ini menjorok salah",
    "tulis isinya di antara tanda petik, dan samakan jarak di awal baris",
)
YAML_START = Wording(
    "isi diawali tanda khusus (@, %, `), atau baris ini memuat tab",
    "tulis isinya di antara tanda petik, dan ganti tab dengan spasi",
)
YAML_QUOTE = Wording("tanda petik tidak ditutup", "tambahkan tanda petik penutup")
YAML_ALIAS = Wording(
    "tanda & atau * di awal isi tidak dipakai di sini", "tulis isinya di antara tanda petik"
)
YAML_TAG = Wording(
    "tanda ! di awal isi tidak dipakai di sini", "tulis isinya di antara tanda petik"
)
YAML_DEPTH = Wording("isian bertingkat terlalu dalam", "tulis isinya sebagai daftar sederhana")
YAML_KEY = Wording("nama isian harus berupa kata", "tulis nama isian, titik dua, spasi, lalu isi")
YAML_DOCUMENTS = Wording("ada --- atau ... di tengah isian", "hapus baris itu")


def duplicate_key(name: str, first_line: int) -> Wording:
    """Say that a field or word was already given on `first_line`."""
    return Wording(
        f"“{name}” sudah ditulis di baris {first_line}", "gabungkan, lalu hapus salah satunya"
    )
