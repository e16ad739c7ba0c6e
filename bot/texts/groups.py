"""Wording of the bot in groups: short lines among people who talk to each other."""

from __future__ import annotations

# Commands in the menu of groups
GROUP_COMMANDS = {
    "tanya": "Tanya tentang Sirekap: /tanya apa itu Sirekap",
    "cek": "Balas sebuah kabar dengan ini untuk mengeceknya",
    "hapus": "Balas jawaban saya dengan ini untuk menghapusnya",
    "bantuan": "Cara bertanya di grup",
}
ADMIN_COMMANDS = {**GROUP_COMMANDS, "aturan": "Aturan bot di grup ini"}

# Buttons
CONTINUE = "Lanjut di obrolan pribadi"

# Lines instead of an answer
MISS = "Tidak ditemukan di sumber kami."
HOW_TO_ASK = "Tulis pertanyaannya sesudah perintah, misalnya: /tanya apa itu Sirekap"
HOW_TO_CHECK = "Balas pesan yang ingin dicek dengan /cek."
NOTHING_TO_CHECK = "Tidak ada yang bisa dicek di pesan itu."
NOTHING_TO_READ = "Pesan itu tidak berisi tulisan, jadi belum bisa saya cek."
IN_GROUPS = (
    "Di grup, tulis /tanya lalu pertanyaannya, atau balas sebuah kabar dengan /cek. Selebihnya di "
    "obrolan pribadi."
)

# Flood, said once, then silence
SLOW_DOWN = "Pelan-pelan, ya. Saya lanjutkan sebentar lagi; untuk sementara saya diam dulu."
GROUP_IS_BUSY = (
    "Pertanyaan di grup ini sedang ramai, jadi saya diam dulu beberapa menit. Silakan lanjut di "
    "obrolan pribadi."
)

# /hapus
HOW_TO_REMOVE = "Balas jawaban saya dengan /hapus untuk menghapusnya."
NOT_YOURS = "Jawaban itu hanya bisa dihapus oleh penanyanya atau admin grup."
TOO_OLD_TO_REMOVE = "Jawaban itu sudah terlalu lama, jadi hanya admin grup yang bisa menghapusnya."

# /aturan
RULES_TITLE = "Aturan bot di grup ini"
RULES_HINT = (
    "Yang bisa mengubahnya hanya admin grup, lewat tombol di bawah atau dengan menulis misalnya "
    "/aturan tanya admin, /aturan jawaban lengkap, /aturan tenang 22-5, /aturan tenang mati, "
    "/aturan zona WITA."
)
ONLY_ADMINS_CHANGE = "Hanya admin grup yang bisa mengubah aturan."
UNKNOWN_RULE = "Aturan itu belum saya kenal."
ANYBODY_ASKS = "Boleh bertanya: semua anggota"
ADMINS_ASK = "Boleh bertanya: admin saja"
COMPACT = "Jawaban: ringkas"
FULL = "Jawaban: lengkap"
NO_QUIET_HOURS = "Jam tenang: mati"
LET_ANYBODY_ASK = "Izinkan semua bertanya"
LET_ADMINS_ASK = "Batasi ke admin"
ANSWER_COMPACTLY = "Jawab ringkas"
ANSWER_FULLY = "Jawab lengkap"
END_QUIET_HOURS = "Matikan jam tenang"


def describe_quiet_hours(start: int, end: int, zone: str) -> str:
    """Say when the bot keeps silent."""
    return f"Jam tenang: pukul {_write_hours(start, end)} {zone}"


def offer_quiet_hours(start: int, end: int) -> str:
    """Offer that the bot keeps silent between two hours."""
    return f"Tenang {_write_hours(start, end)}"


def offer_zone(zone: str) -> str:
    """Offer to read quiet hours in another time zone."""
    return f"Pakai {zone}"


def _write_hours(start: int, end: int) -> str:
    return f"{start:02}.00–{end:02}.00"
