"""What moderators read about rights, drafts, and changes of articles."""

from __future__ import annotations

from datetime import timedelta, timezone
from typing import TYPE_CHECKING

from bot.texts.answers import format_date, format_number
from bot.texts.fields import name_field

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

# Rights

NO_RIGHT = "Hanya moderator yang bisa melakukan ini."
ONLY_CHIEFS = "Hanya moderator ketua yang bisa melakukan ini."
NO_ACCOUNT = "Itu bukan nomor pengguna Telegram. Isi angkanya saja, misalnya 12345678."
FIXED_PERSON = "Orang itu tercantum di setelan MODERATOR_IDS, jadi hanya bisa diubah di sana."
UNKNOWN_PERSON = "Tidak ada moderator dengan nomor atau tanda itu."
TAKEN_NAME = "Nama itu sudah dipakai moderator lain. Pilih nama lain."
COMMAND_LINE = "baris perintah"


def name_moderator(mark: str) -> str:
    """Return how a moderator without a chosen name is called."""
    return f"moderator {mark}"


def describe_long_name(limit: int) -> str:
    """Say that a name is too long."""
    return f"Nama itu terlalu panjang; paling banyak {limit} huruf."


# Publishing

FOUR_EYES = (
    "Draf ini milik Anda, jadi moderator lain yang menerbitkannya. Minta mereka memeriksanya."
)
DRAFT_CHANGED = "Draf ini baru saja diubah orang lain. Periksa isinya yang terbaru, lalu ulangi."
DRAFT_GONE = "Draf ini sudah diterbitkan atau dibuang."
SHORT_COPY = (
    "Isinya masih teks asli dari medianya. Lebih baik ditulis ulang dengan kata sendiri; kalau "
    "tetap mau diterbitkan begini, tegaskan dulu."
)


def describe_missing_field(field: str) -> str:
    """Say that a field is empty."""
    return f"{name_field(field)} belum diisi"


def describe_draft_problem(text: str, mend: str) -> str:
    """Say what is wrong with a draft by the rules of the corpus."""
    return f"{text}; {mend}"


def describe_same_address(key: str, title: str) -> str:
    """Say that the corpus has an article with the same address."""
    return f"halaman ini sudah ada di korpus: {title} (kunci {key}); perbaiki artikel itu saja"


def describe_long_copy(words: int, limit: int) -> str:
    """Say that an outlet's own text is too long to be published as it is."""
    return (
        f"isinya teks asli medianya sepanjang {format_number(words)} kata (paling banyak {limit}); "
        "tulis ulang dengan kata sendiri"
    )


# Undoing

NOTHING_TO_UNDO = "Tidak ada perubahan Anda yang bisa diurungkan."
ONLY_CHIEFS_UNDO = "Itu perubahan moderator lain; hanya ketua yang bisa mengurungkannya."


def describe_no_change(number: int) -> str:
    """Say that there is no change with this number."""
    return f"Tidak ada perubahan nomor {number}. Lihat nomornya di riwayat."


def describe_undone(number: int, by: int) -> str:
    """Say that a change is undone already."""
    return f"Perubahan {number} sudah diurungkan (perubahan {by})."


def describe_changed_since(number: int, file: str, changes: Iterable[object]) -> str:
    """Say that a change cannot be undone because its file was changed since, and how."""
    lines = "\n".join(f"- {change}" for change in changes)
    return (
        f"Perubahan {number} tidak bisa diurungkan, karena {file} sudah berubah sesudahnya:\n"
        f"{lines}\nUrungkan dulu yang lebih baru, atau ubah bagian itu langsung."
    )


# How a change ended


def describe_conflict(file: str, changes: Iterable[object]) -> str:
    """Say that a file was changed since it was shown, and how where that is known."""
    lines = "\n".join(f"- {change}" for change in changes)
    what = f":\n{lines}\n" if lines else ". "
    return f"{file} sudah diubah orang lain sejak Anda melihatnya{what}Baca isinya, lalu ulangi."


def describe_nothing_changed(file: str) -> str:
    """Say that an article is like that already."""
    return f"{file} sudah seperti itu; tidak ada yang berubah."


def describe_missing_file(file: str) -> str:
    """Say that an article's file was removed."""
    return f"{file} sudah tidak ada di korpus."


NO_FOLDER = "Folder artikelnya sedang tidak ada. Tunggu sebentar, lalu ulangi."
BUSY = "Ada perubahan lain yang belum selesai. Tunggu sebentar, lalu ulangi."
UNWRITABLE = (
    "Berkasnya tidak bisa ditulis, jadi tidak ada yang berubah. Mungkin tempat penyimpanan penuh "
    "atau izin foldernya kurang; minta pengelola bot memeriksanya. Sebabnya: "
)
NO_WORK_TREE = (
    "Perubahan tersimpan, tetapi tidak dicatat di git: folder korpus tidak berada di dalam "
    "repositori git. Matikan CORPUS_GIT, atau taruh korpus di repositori."
)
GIT_SILENT = "git gagal tanpa penjelasan"
GIT_TOO_SLOW = "git terlalu lama menjawab"
_COMMITS = {
    "publish": "Terbitkan",
    "correct": "Koreksi",
    "edit": "Ubah",
    "link": "Tambah pertanyaan",
    "retract": "Tarik",
}


def describe_commit(action: str, title: str, undoes: int | None) -> str:
    """Return the message of a commit; `action` is the value of an `Action`."""
    if undoes is not None:
        return f"Urungkan perubahan {undoes}: {title}"
    return f"{_COMMITS[action]}: {title}"


def describe_git_failure(reason: str) -> str:
    """Say that a change stands without its commit."""
    return f"Perubahan tersimpan, tetapi tidak dicatat di git: {reason}"


def describe_unclear_change(file: str) -> str:
    """Say that a crash fell together with a change of somebody else."""
    return (
        f"Bot berhenti di tengah perubahan {file}, dan sejak itu berkasnya diubah orang lain. "
        "Berkasnya dibiarkan seperti adanya; periksa isinya."
    )


# History

_ACTIONS = {
    "publish": "artikel terbit",
    "correct": "koreksi",
    "edit": "perubahan",
    "link": "pertanyaan baru",
    "retract": "penarikan",
    "undo": "pengurungan",
}
_JAKARTA = timezone(timedelta(hours=7))


def name_action(action: str) -> str:
    """Return what was done; `action` is the value of an `Action`."""
    return _ACTIONS[action]


def format_moment(moment: datetime) -> str:
    """Return a moment in western Indonesia, such as "13 Maret 2024, 14.05 WIB"."""
    local = moment.astimezone(_JAKARTA)
    return f"{format_date(local.date())}, {local:%H.%M} WIB"


def describe_change(number: int, at: datetime, action: str, who: str) -> str:
    """Return the line above a change: its number, what it was, who made it and when."""
    by = f" oleh {who}" if who else ""
    return f"{number}. {name_action(action).capitalize()}{by}, {format_moment(at)}"


def describe_undoing(number: int) -> str:
    """Say which change was undone."""
    return f"mengurungkan perubahan {number}"


def describe_undone_by(number: int) -> str:
    """Say which change undid this one."""
    return f"sudah diurungkan oleh perubahan {number}"


# Differences


def describe_difference(field: str, old: str, new: str) -> str:
    """Return one line about one thing that differs, such as "judul: … → …"."""
    if field == "layout":
        return "hanya tata letak berkas yang berubah"
    if field == "file":
        return f"artikel baru: {new}" if new else f"artikel dihapus: {old}"
    if field == "title_from":
        return "judul sudah dicocokkan" if old else "judul belum dicocokkan"
    kind, _, number = field.partition(" ")
    name = f"baris {number}" if kind == "line" else name_field(field)
    if old and new:
        return f"{name}: {old} → {new}"
    return f"{name} ditambah: {new}" if new else f"{name} dihapus: {old}"
