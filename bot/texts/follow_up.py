"""Wording of what can be done with an answer, and with a question that has none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.texts.answers import cite, format_date

if TYPE_CHECKING:
    from bot.articles.values import Article

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
    "dan nomor Anda. Mereka mencari artikel yang menjawabnya. Kirim?"
)
CONSENT_HINT = (
    "Tekan tombolnya, atau balas pesan ini dengan /kirim. Kalau tidak jadi, abaikan saja. "
    "Moderator menyimpannya paling lama 90 hari."
)
SEND = "Ya, kirim"
DROP = "Batal"
DROPPED = "Baik, tidak ada yang dikirim."
SUBMITTED = "Terima kasih, pertanyaan Anda sudah masuk antrean moderator:"
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

# For moderators
REPORT_ARRIVED = "Laporan tentang kutipan"


def number_article(number: int, outlet: str) -> str:
    """Return the label of the button that opens a further article of an answer."""
    return f"{number}. {outlet}"


def copy_link(number: int) -> str:
    """Return the label of the button that copies the address of a source."""
    return f"Salin tautan {number}"


def report_source(number: int) -> str:
    """Return the label of the button that reports a quotation."""
    return f"{REPORT} {number}"


def describe_retraction(article: Article) -> str:
    """Say that and why an article was retracted, or nothing while it stands."""
    if article.retracted is None:
        return ""
    return f"Ditarik {format_date(article.retracted.date)}: {article.retracted.reason}"


def describe_report(passage: str, article: Article, note: str) -> str:
    """Return what moderators read of a report, before the passage itself."""
    said = f"Catatan pelapor: {note}" if note else "Tanpa catatan."
    return f"{passage} · {article.file}\n{cite(article.citation)}\n{said}"
