"""What moderators read when they add, correct, retract and export: intake, refusals, outcomes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.texts.answers import format_date, format_number

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from bot.articles.values import Article

# What was understood

URL, PUBLISHED, PERSPECTIVES = "Alamat", "Terbit", "Sudut pandang"
QUESTION, AUTHOR, BODY = "Pertanyaan", "Penulis", "Isi"
UNKNOWN = "(belum diketahui)"
SUGGESTED = "(diusulkan)"
DROPPED = "Dibuang karena bukan isi artikel:"
ASKED = "Perlu Anda pastikan:"
NEIGHBOURS = "Mungkin sudah ada di korpus:"
PROBLEMS = "Masalah:"
_CLUTTER = {
    "kicker": "baris di atas judul",
    "subheadline": "anak judul",
    "headline": "judul",
    "repeated": "baris berulang",
    "dateline": "kota dan media",
    "timestamp": "waktu terbit",
    "author": "penulis atau editor",
    "read_also": "baca juga",
    "advertisement": "iklan atau ajakan",
    "comments": "komentar",
    "sharing": "tombol berbagi",
    "paging": "nomor halaman",
    "caption": "keterangan gambar",
    "navigation": "menu atau daftar tautan",
    "address": "alamat",
}
_DOUBTS = {
    "headline": "Judulnya yang terpilih, atau seharusnya baris ini? Kalau baris ini, "
    "pakai --title.",
    "no_headline": "Judulnya tidak ditemukan. Isi dengan --title.",
    "line": "Baris ini dibiarkan di isi. Bagian artikel, atau anak judul yang perlu dihapus?",
    "date_from_text": "Tanggal terbit diambil dari tanggal yang disebut di isi; cocokkan dengan "
    "halamannya, atau isi --published.",
    "weekday": "Nama harinya tidak cocok dengan tanggalnya; periksa, atau isi --published.",
    "other_site": "Halaman itu menyebut alamat di situs lain sebagai aslinya. Kalau benar, "
    "pakai --url.",
    "outlet_from_host": "Nama medianya belum dikenal; baru nama situsnya yang dipakai. "
    "Isi dengan --outlet.",
    "page_missing": "Halaman lanjutan ini tidak bisa diambil. Lengkapi isinya dari peramban.",
}
_OPTIONS = {
    "title": "--title",
    "outlet": "--outlet",
    "url": "--url",
    "published": "--published",
    "kind": "--kind",
    "perspectives": "--perspectives",
    "topics": "--topics",
    "body": "--ringkasan",
}


def name_clutter(clutter: str) -> str:
    """Return what a dropped line was taken for; `clutter` is the value of a `Clutter`."""
    return _CLUTTER[clutter]


def describe_doubt(doubt: str, about: str) -> str:
    """Return a question to the moderator; `doubt` is the value of a `Doubt`."""
    question = _DOUBTS[doubt]
    return f"“{about}”: {question}" if about else question


def describe_rest(count: int) -> str:
    """Say how many further lines a list has."""
    return f"dan {count} baris lain"


def describe_body(paragraphs: int, words: int) -> str:
    """Say how long a body is."""
    return f"{paragraphs} paragraf, {format_number(words)} kata"


def describe_missing(field: str) -> str:
    """Say that a field is empty and which option fills it."""
    return f"isian “{field}” belum ada; isi dengan {_OPTIONS[field]}"


def describe_same_address(file: str) -> str:
    """Say that the corpus has an article with the same address."""
    return f"alamat ini sudah ada di korpus: {file}; perbaiki berkas itu, jangan menambah yang baru"


def describe_neighbour(article: Article) -> str:
    """Return one line about an article that may report the same."""
    citation = article.citation
    return (
        f"{citation.title} ({citation.outlet}, {format_date(citation.published)}), {article.file}"
    )


# Verbatim texts

TO_REWRITE = (
    "<!-- TULIS ULANG DENGAN KATA SENDIRI: teks di bawah ini milik medianya. "
    "Sesudah ditulis ulang, hapus baris ini. -->"
)
VERBATIM = (
    "Isi ini masih teks asli dari medianya. Tulis ulang dengan kata sendiri: ubah isi berkas draf, "
    "atau tulis ringkasan di berkas lain dan pakai --ringkasan BERKAS. Caranya ada di "
    "corpus/README.md, bagian “Ringkasan dan hak cipta”."
)


def describe_long_verbatim(words: int, limit: int) -> str:
    """Say that an outlet's own text is too long to be published as it is."""
    return (
        f"isinya teks asli medianya sepanjang {format_number(words)} kata (paling banyak {limit}); "
        "tulis ulang dengan kata sendiri di berkas draf, atau pakai --ringkasan BERKAS"
    )


# How it ended


def describe_saved_draft(path: str) -> str:
    """Say where the draft is and what comes next."""
    return f"Draf disimpan di {path}\nKalau sudah betul, terbitkan: corpus add {path} --publish"


def describe_published(path: str, key: str) -> str:
    """Say that an article is in the corpus."""
    return f"Terbit: {path} (kunci {key})"


def describe_refusal(path: str) -> str:
    """Say that an article was not published and where its draft is."""
    return f"Belum diterbitkan. Perbaiki masalah di atas; drafnya ada di {path}"


def describe_conflict(file: str) -> str:
    """Say that somebody changed a file meanwhile."""
    return f"{file} baru saja diubah orang lain, jadi tidak ditimpa. Baca isinya, lalu ulangi."


def describe_unusual_form(file: str) -> str:
    """Say that a file has a form in which a field cannot be added safely."""
    return (
        f"Bentuk bagian kepala {file} tidak biasa, jadi tidak diubah otomatis. "
        "Ubah sendiri menurut corpus/README.md."
    )


def describe_comment(file: str) -> str:
    """Say that a field holds a comment, which rewriting it would lose."""
    return (
        f"Di isian itu ada catatan (#) yang akan hilang, jadi {file} tidak diubah otomatis. "
        "Ubah sendiri menurut corpus/README.md."
    )


def describe_other_address(file: str) -> str:
    """Say that an article cannot get the address of another page."""
    return (
        f"Alamat itu milik halaman lain, dan dari alamatlah artikel dikenali, jadi {file} tidak "
        "diubah. Kalau alamatnya memang keliru: tarik artikel ini dengan alasannya, lalu tambahkan "
        "artikel baru dengan alamat yang betul."
    )


def describe_bad_text(file: str, problems: Iterable[str]) -> str:
    """Say why a text cannot be written into a file."""
    return f"{file} tidak diubah: {'; '.join(problems)}."


def describe_unknown_key(key: str, nearest: str | None) -> str:
    """Say that no article has a key."""
    hint = f"Mungkin maksudnya {nearest}?" if nearest else "Lihat kuncinya dengan corpus list."
    return f"Tidak ada artikel dengan kunci “{key}”. {hint}"


def describe_already_retracted(file: str, day: date, reason: str) -> str:
    """Say that an article is retracted already."""
    return f"{file} sudah ditarik pada {format_date(day)}: {reason}"


def describe_retracted(file: str, reason: str) -> str:
    """Say that an article is retracted now."""
    return f"Ditarik: {file}. Artikel ini tidak akan dikutip lagi. Alasan: {reason}"


def describe_corrected(file: str, text: str) -> str:
    """Say that a correction was added."""
    return f"Koreksi dicatat di {file}: {text}"


def describe_citing_claims(files: Iterable[str]) -> str:
    """Say which claim cards cite an article that is no longer quoted."""
    return f"Kartu klaim ini masih merujuknya dan perlu diperbaiki: {', '.join(files)}"


# Command line

ADD = "menambah artikel dari alamat web, berkas HTML, teks yang ditempel, atau berkas .md"
ADD_SOURCE = "alamat web (https://…), berkas .html, .txt, atau .md"
ADD_URL = "alamat halaman aslinya"
ADD_OUTLET = "nama media atau lembaga"
ADD_PUBLISHED = "tanggal terbit, misalnya 2024-03-13"
ADD_TITLE = "judul persis seperti di sumbernya"
ADD_KIND = "jenis artikel, misalnya berita"
ADD_PERSPECTIVES = "siapa yang bersuara, dipisah koma, misalnya kpu,bawaslu"
ADD_TOPICS = "topik, dipisah koma, misalnya alibaba-cloud"
ADD_QUESTION = "pertanyaan yang dijawab artikel ini; boleh diulang"
ADD_SUMMARY = "berkas teks berisi ringkasan dengan kata sendiri, sebagai ganti teks asli"
ADD_PUBLISH = "langsung terbitkan ke korpus kalau tidak ada masalah"
BAD_DAY = "bukan tanggal; tulis tahun-bulan-hari, misalnya 2024-03-13"
RETRACT = "menarik artikel: tidak lagi dikutip, tetapi tetap tersimpan"
CORRECT = "mencatat koreksi bertanggal pada artikel"
UNDO = "mengurungkan perubahan terakhir dari baris perintah, atau perubahan dengan nomornya"
NUMBER = "nomor perubahan (lihat corpus history)"
HISTORY = "menampilkan siapa mengubah apa dan kapan, yang terbaru lebih dulu"
HISTORY_KEY = "hanya artikel ini (kunci atau nama berkasnya)"
HISTORY_LIMIT = "paling banyak sekian perubahan"
NO_CHANGES = "Belum ada perubahan yang dicatat."
KEY = "kunci artikel (lihat corpus list) atau nama berkasnya"
REASON = "alasan penarikan, satu kalimat"
CORRECTION = "isi koreksi, satu atau dua kalimat"
EXPORT = "menulis isi korpus untuk program lain"
EXPORT_FORMAT = "jsonl: satu artikel per baris; claimreview: kartu klaim sebagai ClaimReview"
PROVIDER = "Tanya Sirekap"


def name_labels(ids: Iterable[str], names: Mapping[str, str]) -> str:
    """Return labels with their ids, such as "KPU (kpu), Bawaslu (bawaslu)"."""
    return ", ".join(f"{names[id_]} ({id_})" if id_ in names else id_ for id_ in ids)
