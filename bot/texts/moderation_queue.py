"""Wording of the moderators' queue of questions without an answer; Indonesian only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.texts.answers import cite, format_date, format_number

if TYPE_CHECKING:
    from datetime import date

    from bot.articles.values import Article

# The queue
QUEUE_TITLE = "Pertanyaan yang belum terjawab"
QUEUE_EMPTY = "Antrean kosong: tidak ada pertanyaan yang menunggu."
QUEUE_HINT = "Tekan nomornya, atau tulis /antrean lalu kodenya, misalnya:"
GROUP_TITLE = "Belum terjawab"
OTHER_WORDINGS = "Bunyi lain:"
GROUP_GONE = "Pertanyaan itu tidak lagi menunggu di antrean."
UNKNOWN_GROUP = "Tidak ada pertanyaan dengan kode itu di antrean. Daftarnya: /antrean"
BAD_STEP = (
    "Sesudah kodenya, tulis salah satu: tambah, tautkan, luar, spam, atau buka. Misalnya: "
    "/antrean a1b2c3 tautkan"
)
ADD_ARTICLE = "Tambah artikel"
LINK = "Tautkan ke artikel"
OUTSIDE = "Di luar cakupan"
SPAM = "Blokir spam"
REOPEN = "Batalkan"
STEP_WORDS = {
    "tambah": "wanted",
    "luar": "outside",
    "spam": "spam",
}
LINK_WORD = "tautkan"
REOPEN_WORD = "buka"
WANTED = (
    "Pertanyaannya dicatat: begitu artikelnya terbit, pertanyaan itu diperiksa lagi dan hasilnya "
    "dikabarkan di sini."
)
DECIDED = {
    "outside": "Ditandai di luar cakupan, dan yang menunggu kabar sudah diberi tahu:",
    "spam": "Diblokir. Kalimat yang sama tidak lagi masuk antrean:",
}
REOPENED = "Kembali ke antrean."
NOTHING_TO_REOPEN = "Pertanyaan itu sudah tidak tersimpan."
LINK_TITLE = "Artikel mana yang menjawab?"
LINK_EXPLAINED = (
    "Kalimatnya ditambahkan ke daftar pertanyaan artikel itu, jadi ikut terbaca orang lain. "
    "Perubahannya tercatat dan bisa diurungkan dengan /urung."
)
NO_NEAREST = "Tidak ada artikel yang mendekati."
ANSWERED_NOW = "Terjawab sekarang:"
STILL_OPEN = "Masih belum terjawab, jadi tetap di antrean:"
QUEUE_ANSWERED = "Pertanyaan yang dicarikan artikelnya kini terjawab:"
QUEUE_STILL_OPEN = "Ada artikel baru, tetapi pertanyaan ini belum terjawab:"


def describe_queue(first: int, last: int, total: int) -> str:
    """Say which part of the queue is shown."""
    return f"{first}–{last} dari {format_number(total)}"


def describe_askers(askers: int) -> str:
    """Return how many people asked."""
    return f"{format_number(askers)} penanya"


def describe_days(first: date, last: date) -> str:
    """Return when a question was asked first and last."""
    if first == last:
        return format_date(first)
    return f"{format_date(first)} sampai {format_date(last)}"


def describe_others(wordings: int) -> str:
    """Say how many other wordings a group has, or nothing when it has none."""
    return f"{format_number(wordings)} bunyi lain" if wordings else ""


def describe_wanted(since: date) -> str:
    """Say since when the article is being looked for."""
    return f"Artikelnya sedang dicari sejak {format_date(since)}."


def describe_code(code: str) -> str:
    """Return the code by which a group is typed."""
    return f"kode {code}"


def give_example(code: str) -> str:
    """Return a command that opens the group with a code."""
    return f"/antrean {code}"


def explain_linking(code: str) -> str:
    """Say how an article that is not proposed is linked."""
    return f"Artikel lain: tulis /antrean {code} {LINK_WORD} lalu kunci artikelnya."


def describe_nearest(number: int, article: Article) -> str:
    """Return a proposed article with its number and key."""
    return f"{number}. {cite(article.citation)} · {article.key}"


def describe_link(number: int, file: str) -> str:
    """Say that a wording was added to an article, by which change."""
    return f"Ditambahkan ke {file} (perubahan nomor {format_number(number)})."
