"""Wording of the parts of an answer, shared by the terminal and Telegram."""

from __future__ import annotations

from bot.answers.values import SmallTalk
from bot.texts.answer_words import AnswerWords
from bot.texts.writing import Counted

NOT_FOUND = "Jawabannya tidak ditemukan di sumber kami."
NO_JUDGEMENT = (
    "Ini bukan penilaian benar atau salah. Artinya hanya: artikel yang kami kumpulkan "
    "tidak memuat jawabannya."
)
NEAR = "Jawaban yang pas tidak ditemukan di sumber kami. Ini yang paling dekat:"
ALTERNATIVES = "Yang mana yang Anda maksud?"
ALTERNATIVES_IF_NEAR = "Mungkin yang Anda maksud:"
NO_MORE = "Tidak ada kutipan lain untuk pertanyaan ini."
EMPTY = "Tulis pertanyaan Anda dengan beberapa kata, misalnya: “Apa itu Sirekap?”"
NEAREST_TOPICS = "Topik yang terdekat:"
RELATED = "Pertanyaan terkait:"
LATER = "Ada putusan yang lebih baru dengan topik yang sama:"
ALSO_REPORTED = "Juga diberitakan oleh:"
CLAIM_CARD = "Kartu klaim:"
CLAIM_SOURCES = "Sumber kartu klaim:"

_SMALL_TALK = {
    SmallTalk.GREETING: (
        "Halo! Silakan bertanya tentang Sirekap. Setiap jawaban saya kutip dari artikel "
        "yang bisa Anda periksa sendiri."
    ),
    SmallTalk.THANKS: "Sama-sama. Kalau masih ada yang ingin ditanyakan tentang Sirekap, silakan.",
    SmallTalk.ABOUT_BOT: (
        "Saya Tanya Sirekap, program yang mencarikan bagian artikel tentang Sirekap, lengkap "
        "dengan media, tanggal, dan tautannya. Saya tidak mengarang jawaban dan tidak memihak."
    ),
    SmallTalk.FAREWELL: "Sampai jumpa. Terima kasih sudah bertanya.",
    SmallTalk.CHATTER: (
        "Saya hanya bisa mencarikan bagian artikel tentang Sirekap. Kalau ada yang ingin Anda "
        "ketahui soal itu, tulis saja pertanyaannya."
    ),
}

WORDS = AnswerWords(
    months=(
        *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
        *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
    ),
    thousands=".",
    either=" atau ",
    or_lastly=", atau ",
    small_talk=_SMALL_TALK,
    searched="Mencari: {pairs}.",
    pair="{searched}, bukan {written}",
    missing="Tidak ada sumber yang menyebut {words}.",
    untold="{words} hanya disebut di judul, bukan di isi artikel.",
    unheard="Tidak ada sumber yang memuat ucapan {words} soal itu.",
    astray="Sumber yang paling dekat tidak membahas {things}.",
    year="tahun {word}",
    there="pemilihan “{word}”",
    sources_until="Sumber sampai {day}.",
    speakers="sudut pandang: {names}",
    correction="Koreksi {day}: {text}",
    claimed="Disampaikan oleh {who}, pertama kali {day}.",
    appeared="Muncul pertama kali {day}.",
    outcome="Hasil: {label} ({by}, {day}).",
    remaining=Counted("Masih ada {count} kutipan lain."),
)

# What is imported by name; `spoken` has the same in both languages
format_date = WORDS.format_date
format_month = WORDS.format_month
format_number = WORDS.format_number
reply_to_small_talk = WORDS.reply_to_small_talk
describe_corrections = WORDS.describe_corrections
describe_missing = WORDS.describe_missing
describe_untold = WORDS.describe_untold
describe_unheard = WORDS.describe_unheard
describe_astray = WORDS.describe_astray
join_with_or = WORDS.join_with_or
describe_sources_until = WORDS.describe_sources_until
describe_source = WORDS.describe_source
cite = WORDS.cite
describe_correction = WORDS.describe_correction
describe_claimants = WORDS.describe_claimants
describe_outcome = WORDS.describe_outcome
describe_remaining = WORDS.describe_remaining
