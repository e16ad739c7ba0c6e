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
STOPPED = "Bot berhenti."
OTHER_INSTANCE = (
    "Bot yang sama sedang berjalan di tempat lain dengan token ini. Hentikan salah satunya."
)
SLOW_STOP = "Sebagian pekerjaan dihentikan sebelum selesai supaya bot bisa berhenti."
CANNOT_ANNOUNCE = "Kabar jawaban dan koreksi belum semuanya terkirim; dicoba lagi nanti."
CANNOT_PURGE = "Catatan yang kedaluwarsa belum bisa dihapus; dicoba lagi sejam kemudian."
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


def describe_unset(reason: str) -> str:
    """Return the line about a profile that couldn't be set at Telegram."""
    return f"Perintah dan keterangan bot belum bisa didaftarkan ({reason})."


def describe_polling_fault(reason: str) -> str:
    """Return the line about updates that couldn't be fetched."""
    return f"Pesan baru belum bisa diambil dari Telegram ({reason}); dicoba lagi."


def describe_incident(incident: str) -> str:
    """Return the line about an error while handling a message."""
    return f"Gangguan {incident} saat menangani pesan"


def describe_undelivered(reason: str) -> str:
    """Return the line about a reply that may not have arrived."""
    return f"Balasan mungkin tidak terkirim: {reason}"


def _switch(on: bool) -> str:
    return "menyala" if on else "mati"
