"""What developers read about `eval`: help, faults in data sets and golden files, tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.texts.problems import Wording

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

EVAL = "mengukur seberapa tepat pencarian dan seberapa jujur bot mengaku tidak tahu"
EVAL_DATASET = (
    "folder himpunan data (corpus.jsonl, queries.jsonl, qrels.jsonl, unanswerable.jsonl); "
    "tanpa ini yang dipakai adalah pertanyaan acuan di tests/golden"
)
EVAL_JSON = "cetak angka sebagai satu objek JSON"
EVAL_UPDATE = "simpan angka hari ini ke tests/golden/figures.json dan tests/golden/README.md"
EVAL_FAILURES = "tampilkan juga sampai N pertanyaan yang paling meleset"

# Data sets


def describe_unreadable(path: Path, reason: str) -> str:
    """Say that a file of a data set cannot be opened."""
    return f"{path}: berkas tidak bisa dibuka ({reason}); periksa folder di --dataset."


def describe_empty(path: Path) -> str:
    """Say that a file of a data set has no lines."""
    return f"{path}:1: berkas ini kosong; isi dengan satu objek JSON per baris."


def describe_bad_json(place: str) -> str:
    """Say that a line is no JSON."""
    return f"{place}: baris ini bukan JSON yang utuh; tulis satu objek JSON per baris."


def describe_missing_text(place: str, name: str) -> str:
    """Say that an object lacks a text."""
    return f"{place}: isian “{name}” tidak ada atau bukan teks; tambahkan."


def describe_repeated_id(place: str, id_: str, first: str) -> str:
    """Say that an id is used twice."""
    return f"{place}: id “{id_}” sudah dipakai di {first}; beri id lain."


def describe_unknown_id(place: str, name: str, id_: str) -> str:
    """Say that a pair of question and passage names something that is not in the set."""
    file = "queries.jsonl" if name == "query" else "corpus.jsonl"
    return f"{place}: id “{id_}” di isian “{name}” tidak ada di {file}; perbaiki id itu."


def describe_unanswered(place: str, id_: str) -> str:
    """Say that a question has no passage that answers it."""
    return (
        f"{place}: pertanyaan “{id_}” tidak punya jawaban di qrels.jsonl; "
        "tambahkan di sana, atau pindahkan ke unanswerable.jsonl."
    )


# Golden files

NO_LIST = Wording("berkas ini bukan daftar", "awali setiap pertanyaan dengan “- q: …”")
NO_ENTRY = Wording("ini bukan pertanyaan", "tulis sebagai “- q: …” dengan isiannya di bawahnya")
NO_FILES = Wording("isian “files” kosong", "sebut paling sedikit satu artikel yang menjawab")
FOLLOWUP_ALONE = Wording(
    "“previous” dan “register: followup” harus ada bersama-sama",
    "tambahkan yang kurang, atau hapus yang lain",
)


def describe_no_golden_file(folder: str) -> Wording:
    """Say that a golden file cannot be opened."""
    return Wording(
        f"berkas tidak bisa dibuka di {folder}",
        "jalankan eval dari salinan kode sumber (git clone), atau pakai --dataset",
    )


def describe_missing_field(name: str) -> Wording:
    """Say that an entry lacks a field."""
    return Wording(f"isian “{name}” belum ada", f"tambahkan baris “{name}: …”")


def describe_unknown_value(name: str, value: str, known: Iterable[str]) -> Wording:
    """Say that a field has a value that is not one of those known."""
    return Wording(f"“{value}” tidak dikenal di “{name}”", f"pilih salah satu: {', '.join(known)}")


def describe_unknown_article(file: str) -> Wording:
    """Say that an article that should answer a question does not exist."""
    return Wording(
        f"artikel {file} tidak ada atau sedang ditarik", "periksa nama berkasnya di corpus/articles"
    )


def describe_missing_marks(marks: str) -> Wording:
    """Say that the README has no place for the figures."""
    return Wording("tempat untuk tabel angka tidak ada", f"tulis kedua penanda ini: {marks}")


def describe_repeated_question(text: str, first: str) -> Wording:
    """Say that a question comes twice."""
    return Wording(f"pertanyaan “{text}” sudah ada di {first}", "hapus salah satunya")


# Tables

WITHOUT_QUESTIONS = "Peringkat, isian questions artikel tidak dipakai"
WITH_QUESTIONS = "Peringkat, isian questions artikel dipakai"
DECLINING = "Dijawab “tidak ditemukan”"
FOUND = "Membedakan yang ada jawabannya dari yang tidak (ROC-AUC, 0,5 = menebak)"
FAILURES = "Yang paling meleset (isian questions artikel tidak dipakai)"
FORMS = {"text": "Seperti ditanyakan", "typo": "Dengan salah ketik", "slang": "Gaya obrolan"}

SOURCE = "Sumber"
KIND = "Jenis"
REGISTER = "Ragam"
COUNT = "Jumlah"
FIRST = "Pertama"
FIRST_THREE = "Tiga besar"
MRR = "MRR@5"
DECLINED = "Tidak ditemukan"
NEAR = "di antaranya “mungkin”"
NAMED = "Yang kurang disebut"
AUC = "AUC"
PLACE = "Urutan"
QUESTION = "Pertanyaan"
RIGHT_AND_BEST = "Artikel yang menjawab, dan yang muncul pertama"
NOWHERE = "tidak muncul"

_ROWS = {
    "all": "semua",
    "own": "pertanyaan artikel sendiri",
    "answerable": "ada jawabannya",
    "macro": "rata-rata sumber",
    "formal": "resmi",
    "colloquial": "percakapan",
    "typos": "salah ketik",
    "keywords": "kata kunci",
    "english": "bahasa Inggris",
    "rumour": "pesan berantai",
    "followup": "pertanyaan lanjutan",
    "off-topic": "di luar topik",
    "small-talk": "basa-basi",
    "nonsense": "tanpa arti",
    "near-topic": "dekat topik",
    "sirekap": "tentang Sirekap",
}


def name_row(name: str) -> str:
    """Return the Indonesian name of a register, kind or sum, or `name` itself."""
    return _ROWS.get(name, name)


def format_share(share: float) -> str:
    """Return a share as Indonesians write it: "0,847"."""
    return f"{share:.3f}".replace(".", ",")


def describe_best(file: str | None) -> str:
    """Say which article came first."""
    return f"pertama: {file or 'tidak ada'}"
