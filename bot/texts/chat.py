"""Wording of the conversation on Telegram."""

from __future__ import annotations

from bot.texts.answers import WORDS as _ANSWERS
from bot.texts.conversation_words import ChatWords

# Buttons
NEXT = "Berikutnya"
PREVIOUS = "Sebelumnya"
OPEN_CLAIM = "Kartu klaim lengkap"

# Parts of answers
QUESTION = "Pertanyaan:"
UNTITLED = "Tanpa judul"
TOO_LONG_TO_QUOTE = "Kutipannya terlalu panjang untuk satu pesan. Silakan buka artikelnya."
CARD_IS_NO_VERDICT = (
    "Kartu ini merangkum siapa mengatakan apa. Saya tidak memutuskan siapa yang benar."
)
ABOUT_FORWARD = "Ini yang ada di sumber kami tentang pesan yang Anda teruskan."
ABOUT_FORWARDS = "Ini yang ada di sumber kami tentang pesan-pesan yang Anda teruskan."
ABOUT_LONG = (
    "Pesan Anda panjang. Kalau jawabannya kurang pas, tulis intinya saja dalam satu kalimat."
)

# Lists
TOPIC_HINT = "Tekan tombol topik, atau tulis /topik dan sebagian namanya."
CLAIM_HINT = "Tekan nomor klaim untuk membuka kartunya, atau tulis nomornya: /klaim 12."

# Short notices above the chat, at most 200 characters
CANNOT_REMEMBER = (
    "Maaf, ingatan bot sedang terganggu, jadi ini belum bisa dikerjakan. Pertanyaan tetap dijawab: "
    "ketik saja. Untuk yang lain, coba lagi beberapa menit lagi."
)
BUTTON_EXPIRED = "Tombol ini sudah kedaluwarsa. Silakan kirim lagi pertanyaan Anda."
BUTTON_UNKNOWN = "Tombol ini tidak saya kenali. Silakan tulis pertanyaan Anda."

# First contact
HELLO = "Halo! Saya Tanya Sirekap."
INVITATION = (
    "Silakan bertanya apa saja tentang Sirekap, aplikasi rekapitulasi suara milik KPU. Saya "
    "carikan bagian artikel yang menjawabnya, lengkap dengan media, tanggal, dan tautannya."
)
FORWARDING = "Menerima kabar yang meragukan? Teruskan saja pesannya ke sini."
PRIVACY_IN_SHORT = "Nama dan nomor telepon Anda tidak saya simpan; selengkapnya di /privasi."
TRY_ONE = "Silakan coba salah satu pertanyaan ini:"
EXAMPLES = (
    "Apa itu Sirekap?",
    "Apakah Sirekap memakai Alibaba Cloud?",
    "Mengapa grafik Sirekap dihilangkan?",
    "Apa putusan MK tentang Sirekap?",
)
LINK_EXPIRED = (
    "Tautan yang Anda buka tidak berlaku lagi, tetapi Anda bisa langsung bertanya di sini."
)

# Help
HELP_TITLE = "Cara bertanya"
HELP_TIPS = (
    "Tulis pertanyaan apa adanya, bahasa sehari-hari juga boleh.",
    (
        "Teruskan pesan yang ingin Anda periksa, boleh beberapa sekaligus. Foto saya baca dari "
        "keterangannya."
    ),
    "Salah tulis? Sunting pesan Anda, jawaban saya ikut berubah.",
    "Balas sebuah jawaban untuk bertanya lebih lanjut.",
    "Tombol “Berikutnya” atau /lagi menampilkan kutipan lain.",
)
COMMANDS_TITLE = "Perintah"
COMMANDS = {
    "bantuan": "Cara bertanya dan daftar perintah",
    "lagi": "Kutipan berikutnya untuk pertanyaan terakhir",
    "topik": "Daftar topik, atau isi satu topik: /topik alibaba",
    "klaim": "Daftar klaim dan kartunya: /klaim suara psi",
    "linimasa": "Urutan peristiwa: /linimasa maret 2024",
    "sumber": "Media apa saja yang dikutip",
    "lapor": "Melaporkan kutipan yang keliru",
    "tentang": "Apa bot ini dan bagaimana cara kerjanya",
    "privasi": "Apa yang disimpan dan berapa lama",
    "hapusdata": "Menghapus yang tersimpan tentang Anda",
}
UNKNOWN_COMMAND = (
    "Perintah itu belum saya kenal. Tulis saja pertanyaan Anda, atau buka /bantuan untuk melihat "
    "daftar perintah."
)
NOTHING_TO_CONTINUE = "Belum ada jawaban yang bisa dilanjutkan. Silakan tulis pertanyaan Anda."

# Profile, see https://core.telegram.org/bots/api#setmydescription
DESCRIPTION = (
    "Tanyakan apa saja tentang Sirekap, aplikasi rekapitulasi suara milik KPU.\n\n"
    "Setiap jawaban adalah kutipan artikel dengan media, tanggal, dan tautannya, supaya bisa Anda "
    "periksa sendiri. Kalau tidak ada di sumber kami, itu yang kami katakan.\n\n"
    "Ketuk Mulai, lalu tulis pertanyaan Anda."
)
SHORT_DESCRIPTION = "Jawaban tentang Sirekap, dikutip dari artikel yang bisa Anda periksa sendiri."

# About
ABOUT_TITLE = "Tentang bot ini"
ABOUT = (
    (
        "Saya mencarikan bagian artikel yang paling cocok dengan pertanyaan Anda tentang Sirekap. "
        "Setiap kalimat tentang Sirekap di jawaban saya kutip dari catatan kami atas sebuah "
        "artikel, dengan media, tanggal, dan tautannya."
    ),
    (
        "Saya tidak mengarang jawaban, tidak memihak, dan tidak memutuskan siapa yang benar. Kalau "
        "jawabannya tidak ada di sumber kami, itu yang saya katakan."
    ),
    "Bot ini bukan layanan resmi KPU. Programnya terbuka dan boleh diperiksa siapa saja.",
)
# Sources
SOURCES_TITLE = "Sumber jawaban"
SOURCES_ARE_NOTES = (
    "Isi artikel kami catat dengan kata-kata sendiri dan kutipan pendek. Hak cipta artikel tetap "
    "pada medianya; baca lengkapnya lewat tautan di setiap jawaban."
)
NO_SOURCES = "Belum ada sumber yang dimuat."

# Messages without a question
EMOJI_ONLY = "Saya baru bisa membaca tulisan. Apa yang ingin Anda ketahui tentang Sirekap?"
LINK_ONLY = (
    "Saya tidak bisa membuka tautan. Tulis isi kabarnya dalam satu dua kalimat, nanti saya carikan "
    "sumbernya."
)
STICKER = "Stikernya bagus, tetapi saya hanya bisa membaca tulisan. Silakan tulis pertanyaan Anda."
PICTURE = (
    "Saya belum bisa membaca gambar. Tulis isi kabar di gambar itu, nanti saya carikan sumbernya."
)
VIDEO = (
    "Saya belum bisa menonton video. Tulis isi kabar di video itu, nanti saya carikan sumbernya."
)
SOUND = "Saya belum bisa mendengarkan suara. Silakan tulis pertanyaan Anda."
FILE = "Saya belum bisa membuka berkas. Tulis isi kabarnya, nanti saya carikan sumbernya."
PLACE_OR_CONTACT = (
    "Lokasi dan kontak tidak saya perlukan, dan tidak saya simpan. Silakan tulis pertanyaan Anda."
)
POLL = "Saya tidak ikut jajak pendapat. Silakan tulis pertanyaan Anda tentang Sirekap."
OTHER = "Pesan seperti ini belum bisa saya baca. Silakan tulis pertanyaan Anda tentang Sirekap."

WORDS = ChatWords(
    answers=_ANSWERS,
    forward=ABOUT_FORWARD,
    forwards=ABOUT_FORWARDS,
    page="Kutipan lain, mulai nomor {first}",
    corpus="Sumber saya: {articles} artikel dari {outlets} media.",
    rest="{outlets} media lain: {articles}",
    apology=(
        "Maaf, ada gangguan di pihak kami. Silakan coba lagi sebentar lagi. Kalau masih terjadi, "
        "sebutkan kode {incident} kepada pengelola bot."
    ),
)

# What is imported by name; `spoken` has the same in both languages
describe_forwards = WORDS.describe_forwards
describe_page = WORDS.describe_page
describe_corpus = WORDS.describe_corpus
describe_count = WORDS.describe_count
describe_rest = WORDS.describe_rest
apologise = WORDS.apologise
