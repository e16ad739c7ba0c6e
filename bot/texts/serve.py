"""Wording for those who run the bot: what the log and standard error say."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.texts.answers import format_date, format_number

if TYPE_CHECKING:
    from datetime import date

NOT_CONFIGURED = (
    "Setelan TELEGRAM_BOT_TOKEN belum diisi. Buat bot lewat @BotFather (perintah /newbot), lalu "
    "isikan tokennya di .env. Tanpa token, bot bisa dicoba di terminal: python -m bot chat"
)
RESTORED = "Isi arsip sudah dipulihkan."
STOPPED = "Bot berhenti."
NO_ANSWER = "tidak ada jawaban"
NOT_TRUSTED = (
    "sertifikatnya tidak dipercaya; periksa jam mesin ini, pasang paket ca-certificates, atau "
    "isi SSL_CERT_FILE di lingkungan"
)
NO_AUTHORITIES = (
    "Mesin ini tidak punya sertifikat otoritas (CA), jadi sambungan ke Telegram tidak bisa "
    "dipercaya. Pasang paket ca-certificates, atau isi SSL_CERT_FILE di lingkungan dengan nama "
    "berkas yang memuatnya."
)
OTHER_INSTANCE = (
    "Bot yang sama sedang berjalan di tempat lain dengan token ini. Hentikan salah satunya."
)
SLOW_STOP = "Sebagian pekerjaan dihentikan sebelum selesai supaya bot bisa berhenti."
CANNOT_ANNOUNCE = "Kabar jawaban dan koreksi belum semuanya terkirim; dicoba lagi nanti."
CANNOT_COUNT = "Hitungan pertanyaan belum bisa disimpan; dicoba lagi sebentar lagi."
CANNOT_TEND_DESK = "Meja moderator belum bisa diurus; dicoba lagi nanti."
OTHER_KEY = (
    "Kunci privasi (PRIVACY_KEY, atau privacy.key di DATA_DIR) bukan kunci basis data ini. Pasang "
    "lagi kunci yang lama. Kalau kunci memang diganti, hentikan semua bot, lalu jalankan "
    "tanya-sirekap new-key."
)
NEW_KEY = (
    "memakai kunci privasi yang sekarang untuk basis data ini, sesudah kunci diganti; siapa pun "
    "yang dikenal dengan kunci lama dilupakan (hentikan semua bot lebih dulu)"
)
SAME_KEY = "Kunci privasi tidak berubah; tidak ada yang dihapus."
UNKNOWN_FAULT = "gangguan di bot ini"
HANDLING_FAILED = "Sebuah pesan gagal ditangani."
LEFT_GROUP = "Bot keluar dari sebuah grup karena tidak boleh menulis di sana."


def describe_refusal(api_url: str) -> str:
    """Return one line about a token that the Bot API server refuses."""
    return (
        f"Server Bot API {api_url} menolak TELEGRAM_BOT_TOKEN. Salin lagi token bot ini dari "
        "@BotFather (/mybots), lalu jalankan ulang."
    )


def describe_unreachable(api_url: str, reason: str) -> str:
    """Return one line about a Bot API server that doesn't answer."""
    return (
        f"Server Bot API {api_url} tidak bisa dihubungi ({reason}). Periksa sambungan internet dan "
        "TELEGRAM_API_URL."
    )


def describe_bad_database(reason: str) -> str:
    """Return one line about a database that can't be opened."""
    return f"Basis data tidak bisa dibuka ({reason}). Periksa DATABASE_URL dan izin DATA_DIR."


def describe_newer_schema(revision: str) -> str:
    """Return why a database of a later release is not touched."""
    return f"ditulis oleh versi bot yang lebih baru, skema {revision}; jalankan versi itu"


def describe_other_encoding(encoding: str) -> str:
    """Return why a database that can't keep every text is not used."""
    return (
        f"pengodeannya {encoding}, padahal harus UTF8; buat dengan CREATE DATABASE … "
        "ENCODING 'UTF8' TEMPLATE template0"
    )


def describe_unreadable_update(reason: str) -> str:
    """Return the line about an update that can't be read, and is skipped."""
    return f"Sebuah kiriman dari Telegram tidak bisa dibaca dan dilewati ({reason})."


def describe_new_key(rows: int) -> str:
    """Return what changing the privacy key did."""
    return (
        "Basis data ini sekarang memakai kunci privasi yang baru. Dihapus atau dikosongkan karena "
        f"hanya berlaku dengan kunci lama: {format_number(rows)} baris."
    )


def describe_unreadable(rows: int) -> str:
    """Return the line about rows that no key of ours opens any more."""
    return (
        f"{format_number(rows)} catatan yang dikunci dengan kunci privasi lain dihapus; tidak ada "
        "yang bisa membacanya lagi."
    )


def describe_outage(reason: str) -> str:
    """Return the line about a database that fails while the bot runs."""
    return (
        f"Basis data sedang tidak bisa dipakai ({reason}). Pertanyaan tetap dijawab, tetapi tanpa "
        "tombol halaman dan tanpa ingatan. Menunggu sampai pulih: hitungan, kabar jawaban dan "
        "koreksi, meja moderator, dan penghapusan catatan kedaluwarsa."
    )


def describe_store_back(seconds: float) -> str:
    """Return the line about a database that works again after so many seconds."""
    return (
        f"Basis data bisa dipakai lagi. Gangguannya {format_number(round(seconds))} detik; yang "
        "menunggu dikerjakan sekarang."
    )


def describe_start(username: str, articles: int, passages: int, newest: date | None) -> str:
    """Return the line that says who started, with how many sources."""
    until = f", terbaru {format_date(newest)}" if newest else ""
    return (
        f"@{username} siap: {format_number(articles)} artikel, {format_number(passages)} kutipan"
        f"{until}."
    )


def describe_modes(*, privacy: bool, inline: bool) -> str:
    """Return the line about the modes that BotFather switches."""
    return f"Mode privasi grup {_switch(privacy)}, mode inline {_switch(inline)}."


def describe_unlistenable(reason: str) -> str:
    """Return one line about an address that can't be listened on."""
    return (
        f"Alamat di HTTP_LISTEN tidak bisa dipakai ({reason}). Pilih porta lain, atau hentikan "
        "program lain yang memakainya."
    )


def describe_refused_webhook(reason: str) -> str:
    """Return one line about a webhook that Telegram doesn't take."""
    return f"Server Bot API menolak webhook ini ({reason}). Periksa WEBHOOK_URL."


def describe_unset(reason: str) -> str:
    """Return the line about a profile that couldn't be set at Telegram."""
    return f"Perintah dan keterangan bot belum bisa didaftarkan ({reason})."


def describe_polling_fault(reason: str) -> str:
    """Return the line about updates that couldn't be fetched."""
    return f"Pesan baru belum bisa diambil dari Telegram ({reason}); dicoba lagi."


def describe_incident(incident: str) -> str:
    """Return the line about an error while handling a message."""
    return f"Gangguan {incident} saat menangani pesan"


def describe_failure(complaint: str, incident: str) -> str:
    """Return the line about an error beside the conversation."""
    return f"{complaint} (gangguan {incident})"


def describe_undelivered(reason: str) -> str:
    """Return the line about a reply that may not have arrived."""
    return f"Balasan mungkin tidak terkirim: {reason}"


def _switch(on: bool) -> str:
    return "menyala" if on else "mati"
