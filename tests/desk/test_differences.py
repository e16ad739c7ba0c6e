"""What differs between two states of a file, as people would say it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.desk.changes.differences import compare, read_title
from tests.articles.samples import ARTICLE

LONG = " ".join(f"kata{number}" for number in range(60))


def tell(old: str | None, new: str | None) -> list[str]:
    before, after = (None if text is None else text.encode() for text in (old, new))
    return [str(line) for line in compare(before, after)]


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (
            'letak server"',
            'nama server"',
            ["judul: KPU menjelaskan letak server → KPU menjelaskan nama server"],
        ),
        ("Harian Contoh", "Kompas.com", ["media: Harian Contoh → Kompas.com"]),
        ("2024-03-13\n", "2024-03-14\n", ["tanggal terbit: 13 Maret 2024 → 14 Maret 2024"]),
        ("berita\n", "opini\n", ["jenis: berita → opini"]),
        ("[kpu]", "[kpu, bawaslu]", ["sudut pandang: kpu → kpu, bawaslu"]),
        ("[server]", "[algoritma]", ["topik: server → algoritma"]),
        ("outlet:", "title_from: url\noutlet:", ["judul belum dicocokkan"]),
        (
            "---\nAnggota",
            "retracted: {date: 2024-06-01, reason: Dicabut.}\n---\nAnggota",
            ["penarikan ditambah: 1 Juni 2024: Dicabut."],
        ),
        ('  - "Di', '  - "Apa?"\n  - "Di', ["pertanyaan ditambah: Apa?"]),
        (
            "berada di Jakarta",
            "berada di kota Bandung",
            ["paragraf 1: … server berada di Jakarta. → … server berada di kota Bandung."],
        ),
        (
            "Anggota KPU Budi",
            "Ketua KPU Budi",
            ["paragraf 1: Anggota KPU Budi Santoso … → Ketua KPU Budi Santoso …"],
        ),
        ("\n\nBiayanya", "\n\nBaru.\n\nBiayanya", ["paragraf 2 ditambah: Baru."]),
        ("outlet: Harian", "outlet:   Harian", ["hanya tata letak berkas yang berubah"]),
        ("---\nAnggota", "--\nAnggota", ["baris 11: --- → --"]),
    ],
)
def test_each_difference_is_one_line(old: str, new: str, told: list[str]) -> None:
    assert old in ARTICLE
    assert tell(ARTICLE, ARTICLE.replace(old, new, 1)) == told


def test_a_paragraph_that_is_gone_is_told_with_its_old_number() -> None:
    shorter = ARTICLE[: ARTICLE.index("\n\nBiayanya")]
    (line,) = tell(ARTICLE, shorter)
    assert line.startswith("paragraf 2 dihapus: Biayanya Rp3,5 miliar")


def test_long_paragraphs_are_told_shortly() -> None:
    (line,) = tell(ARTICLE, f"{ARTICLE}\n{LONG}\n")
    assert line.endswith("kata39 …")


def test_files_that_come_and_go_are_told_by_their_headline() -> None:
    assert tell(None, ARTICLE) == ["artikel baru: KPU menjelaskan letak server"]
    assert tell(ARTICLE, None) == ["artikel dihapus: KPU menjelaskan letak server"]
    assert tell(ARTICLE, ARTICLE) == []


@given(st.binary(max_size=200), st.binary(max_size=200))
def test_any_two_files_can_be_compared(old: bytes, new: bytes) -> None:
    assert bool(compare(old, new)) == (old != new)
    assert isinstance(read_title(old), str)
    assert all(str(line) for line in compare(old, new))
