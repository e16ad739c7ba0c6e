"""Wording of the bot in groups: short lines among people who talk to each other."""

from __future__ import annotations

from bot.texts.conversation_words import GroupWords

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

# Said below a button that stopped spinning before what it asked for failed
PRESS_FAILED = "Maaf, tombol ini gagal dikerjakan. Silakan coba lagi beberapa menit lagi."

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

WORDS = GroupWords(
    hours="{start:02}.00–{end:02}.00",
    quiet="Jam tenang: pukul {hours} {zone}",
    offer="Tenang {hours}",
    other_zone="Pakai {zone}",
)

# What is imported by name; `spoken` has the same in both languages
describe_quiet_hours = WORDS.describe_quiet_hours
offer_quiet_hours = WORDS.offer_quiet_hours
offer_zone = WORDS.offer_zone
