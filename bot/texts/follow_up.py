"""Wording of what can be done with an answer, and with a question that has none."""

from __future__ import annotations

from bot.texts.answers import WORDS as _ANSWERS
from bot.texts.conversation_words import FollowUpWords

# Buttons below answers
READ_ON = "Selengkapnya"
SOURCES = "Sumber"
SHARE = "Bagikan"
HELPFUL = "Membantu"
UNHELPFUL = "Tidak"

BUTTON_COMMANDS_TITLE = "Tombol dan perintahnya"
BUTTON_COMMANDS = {
    "lagi": "sama dengan “Berikutnya”",
    "selengkapnya": "isi lengkap artikel pertama, atau nomor lain: /selengkapnya 2",
    "sumberjawaban": "daftar sumber jawaban beserta tautannya",
    "bagikan": "membagikan jawaban ke obrolan lain",
    "membantu": "jawabannya membantu",
    "tidak": "jawabannya tidak membantu; alasannya: /tidak 1, 2, atau 3",
    "kirim": "mengirim pertanyaan tak terjawab ke moderator: /kirim lalu pertanyaannya",
    "kabari": "menunggu jawabannya: /kabari lalu pertanyaan yang sudah dikirim",
    "kabarkoreksi": "kabar koreksi artikel: /kabarkoreksi mati atau nyala",
}
"""Typed equivalents of buttons: they concern the latest answer, or the one that is replied to."""

NO_ANSWER_YET = "Belum ada jawaban untuk itu. Silakan tulis pertanyaan Anda."

# Whole articles
OTHER_ARTICLES = "Artikel lain di jawaban ini:"
ARTICLE_GONE = "Artikel itu tidak ada lagi di sumber kami."

# Sources of an answer
SOURCES_OF_ANSWER = "Sumber jawaban ini"

# Sharing
SHARE_HINT = "Tekan “Bagikan” dan pilih obrolannya, atau tulis di obrolan mana saja:"
SHARE_LINK_HINT = "Tautan ke jawaban ini, berlaku 90 hari:"

# Verdicts
THANKS_FOR_HELPFUL = "Terima kasih, senang bisa membantu."
THANKS_FOR_REASON = "Terima kasih, ini membantu kami memperbaiki jawaban."
RATED_BEFORE = "Penilaian Anda atas jawaban ini sudah tercatat. Terima kasih."
WHAT_WAS_WRONG = "Apa yang kurang dari jawaban itu?"
WHAT_WAS_WRONG_SHORT = "Apa yang kurang? Pilih alasannya di bawah jawaban."
WRONG_PASSAGE = "Kutipannya keliru"
NOT_ASKED = "Bukan itu pertanyaan saya"
DISAGREE = "Saya tidak setuju"
REASON_HINT = "Tekan salah satu, atau tulis /tidak 1, /tidak 2, atau /tidak 3 menurut urutannya."

# Reports
REPORT = "Laporkan"
WHICH_QUOTATION = "Kutipan nomor berapa yang keliru? Tekan nomornya, atau tulis misalnya:"
REPORT_EXAMPLE = "/lapor 2 angkanya salah"
REPORTED = "Terima kasih. Laporan Anda sudah diteruskan kepada moderator, tanpa nama Anda."
REPORTED_BEFORE = "Kutipan ini sudah Anda laporkan. Terima kasih."
TOO_MANY_REPORTS = "Laporan Anda sudah banyak hari ini. Silakan lanjutkan besok, terima kasih."
NOTHING_TO_REPORT = "Balas sebuah jawaban dengan /lapor untuk melaporkan kutipannya."

# Questions without an answer
SUBMIT = "Kirim ke moderator"
CONSENT = (
    "Pertanyaan ini akan dikirim kepada moderator, persis seperti tertulis di bawah, tanpa nama "
    "dan nomor Anda. Mereka mencari artikel yang menjawabnya, dan boleh memuat pertanyaannya di "
    "sana sebagai contoh. Kirim?"
)
CONSENT_HINT = (
    "Tekan tombolnya, atau balas pesan ini dengan /kirim. Kalau tidak jadi, abaikan saja. "
    "Di antrean moderator, pertanyaan disimpan paling lama 90 hari."
)
SEND = "Ya, kirim"
DROP = "Batal"
DROPPED = "Baik, tidak ada yang dikirim."
SUBMITTED = "Terima kasih, pertanyaan Anda sudah masuk antrean moderator:"
RECEIVED = "Terima kasih atas pertanyaan Anda."
OUTSIDE_BEFORE = (
    "Terima kasih. Pertanyaan ini sudah pernah dilihat moderator: di luar cakupan kami, karena "
    "yang kami kumpulkan hanya artikel tentang Sirekap."
)
FOLLOW_OFFER = "Ingin dikabari sekali kalau artikelnya sudah ada?"
FOLLOW = "Kabari saya"
FOLLOWED = "Baik, Anda dikabari sekali kalau jawabannya sudah ada, paling lama 90 hari dari kini."
NOTHING_TO_SUBMIT = "Balas pertanyaan Anda dengan /kirim, atau tulis /kirim lalu pertanyaannya."
NOTHING_TO_FOLLOW = "Pertanyaan itu belum ada di antrean moderator. Kirim dulu dengan /kirim."
TOO_MANY_QUESTIONS = "Pertanyaan Anda sudah banyak hari ini. Silakan lanjutkan besok, terima kasih."
REMOVED = "[dihapus]"
"""Stands for a phone number and the like in a question."""

# What people hear later, without having asked just then
ANSWER_ARRIVED = "Pertanyaan yang Anda titipkan kini ada jawabannya."
OUTSIDE = (
    "Pertanyaan yang Anda titipkan sudah dilihat moderator: di luar cakupan kami, karena yang kami "
    "kumpulkan hanya artikel tentang Sirekap. Terima kasih sudah bertanya."
)
ARTICLES_CHANGED = "Ada perubahan pada artikel yang pernah saya kirimkan kepada Anda:"
CORRECTIONS_OFF = "Matikan kabar koreksi"
CORRECTIONS_ON = "Nyalakan kabar koreksi"
CORRECTIONS_ARE_OFF = (
    "Kabar koreksi mati, dan catatan artikel yang pernah Anda terima sudah dihapus. Nyalakan lagi "
    "dengan /kabarkoreksi nyala."
)
CORRECTIONS_ARE_ON = (
    "Kabar koreksi menyala: kalau artikel yang Anda terima dikoreksi atau ditarik, Anda dikabari "
    "sekali. Matikan dengan /kabarkoreksi mati."
)
SWITCH_OFF = ("mati", "off")
SWITCH_ON = ("nyala", "hidup", "on")
SURE = ("ya", "yes")

WORDS = FollowUpWords(
    answers=_ANSWERS,
    copy="Salin tautan {number}",
    report=REPORT,
    retraction="Ditarik {day}: {reason}",
)

# What is imported by name; `spoken` has the same in both languages
number_article = WORDS.number_article
copy_link = WORDS.copy_link
report_source = WORDS.report_source
describe_retraction = WORDS.describe_retraction
