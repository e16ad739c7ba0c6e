"""Wording about settings, for those who run the bot: what is wrong and how to mend it."""

from __future__ import annotations

NOT_FROM_BOTFATHER = (
    "bukan token bot Telegram; salin seluruh token dari @BotFather, "
    "bentuknya angka, titik dua, lalu huruf dan angka"
)
BAD_API_URL = (
    "bukan alamat server Bot API; isi alamat dasarnya saja, misalnya https://api.telegram.org, "
    "tanpa nama pengguna, tanda tanya, atau tanda pagar"
)
NO_SUCH_HOME = (
    "memakai ~ untuk pengguna yang tidak ada di komputer ini; tulis alamat foldernya secara lengkap"
)
BAD_DATABASE_URL = (
    "bukan alamat basis data yang dikenal; isi postgresql://pengguna:sandi@server/nama, "
    "atau kosongkan supaya memakai SQLite di DATA_DIR"
)
NO_POSTGRES_DRIVER = (
    "meminta PostgreSQL, tetapi pustakanya belum terpasang; "
    "pasang dengan `uv sync --extra postgres`"
)
BAD_PRIVACY_KEY = (
    "harus berupa sedikitnya 64 angka heksadesimal; buat dengan "
    '`python3 -c "import secrets; print(secrets.token_hex(32))"`, '
    "atau kosongkan supaya dibuatkan sekali di DATA_DIR"
)
BAD_LOG_LEVEL = "tidak dikenal; pilih DEBUG, INFO, WARNING, ERROR, atau CRITICAL"
BAD_LOG_FORMAT = "tidak dikenal; pilih text atau json"
BAD_MODERATOR_IDS = (
    "harus berupa nomor pengguna Telegram, dipisah koma, misalnya 12345678:ketua,87654321; "
    "nama dengan @ tidak bisa dipakai"
)
BAD_SWITCH = "hanya mengenal on dan off"
BAD_ALLOW_HOSTS = (
    "harus berupa nama situs atau nama:port, dipisah koma, misalnya berita.lokal,127.0.0.1:8000; "
    "tanpa https:// dan tanpa garis miring"
)
BAD_WEBHOOK_URL = (
    "bukan alamat webhook; isi alamat https:// yang bisa dibuka dari internet di porta 443, 80, "
    "88, atau 8443, misalnya https://bot.example.org/telegram, tanpa nama pengguna, tanda tanya, "
    "atau tanda pagar"
)
BAD_WEBHOOK_PATH = (
    "memakai bagian setelah nama situs yang tidak bisa dipakai; isi misalnya /telegram, dengan "
    "huruf, angka, titik, dan tanda hubung saja, dan bukan /healthz, /readyz, atau /metrics"
)
UNFIT_FOR_TELEGRAM = (
    "harus terdiri dari 1 sampai 256 huruf, angka, garis bawah, atau tanda hubung; buat dengan "
    '`python3 -c "import secrets; print(secrets.token_urlsafe(32))"`'
)
UNGUARDED_WEBHOOK = (
    "belum diisi, padahal WEBHOOK_URL diisi; tanpa rahasia itu siapa pun bisa menyamar sebagai "
    'Telegram; buat dengan `python3 -c "import secrets; print(secrets.token_urlsafe(32))"`'
)
BAD_LISTEN = (
    "harus berupa alamat dan porta, misalnya 127.0.0.1:8080 atau 0.0.0.0:8080; "
    "alamat IPv6 ditulis dalam kurung siku"
)


def describe_problem(name: str, text: str) -> str:
    """Return one line about the setting `name`."""
    return f"Setelan {name} {text}."


def describe_unreadable_file(path: str) -> str:
    """Return one line about a `.env` file that cannot be read as UTF-8 text."""
    return f"Berkas {path} tidak bisa dibaca; periksa izinnya dan simpan sebagai teks UTF-8."


def describe_bad_key_file(path: str) -> str:
    """Return one line about a privacy key file that holds something else."""
    return (
        f"Berkas {path} bukan kunci privasi yang sah; kembalikan dari cadangan, atau hapus supaya "
        "dibuatkan yang baru (ingatan tentang pengguna lama tidak akan dikenali lagi)."
    )
