"""Fields typed by hand: names, dates, labels and lists as people write them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.articles import load_corpus
from bot.desk.drafts.field_values import find_field, set_field
from bot.desk.errors import DraftFieldError
from bot.desk.values import Draft
from bot.texts.fields import FIELDS_BY_NAME
from tests.articles.samples import SHIPPED

TODAY = date(2026, 11, 1)
TAXONOMY = load_corpus(SHIPPED).taxonomy
DRAFT = Draft(
    title="Judul",
    title_from="url",
    perspectives=("kpu",),
    topics=("algoritma",),
    questions=("Satu?", "Dua?"),
    body="Paragraf satu.\n\nParagraf dua.\n\nParagraf tiga.",
)


def put(field: str, value: str) -> Draft:
    return set_field(DRAFT, find_field(field), value, TAXONOMY, TODAY)


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        *(("Judul", "title"), ("JUDUL:", "title"), ("media", "outlet"), ("tautan", "url")),
        *(
            ("tgl", "published"),
            ("sudut pandang", "perspectives"),
            ("sudut-pandang", "perspectives"),
        ),
        *(("topik", "topics"), ("pertanyaan", "question"), ("daftar pertanyaan", "questions")),
        *(("isi", "body"), ("paragraf 2", "paragraph 2"), ("Alinea ke-03", "paragraph 3")),
        *((name, name) for name in ("title", "title_from", "kind", "questions", "body")),
    ],
)
def test_a_field_has_many_names(typed: str, field: str) -> None:
    assert find_field(typed) == field


@pytest.mark.parametrize(
    "typed", ["", "key", "corrections", "retracted", "file", "paragraf", "paragraf -1"]
)
def test_what_is_no_field_is_refused(typed: str) -> None:
    with pytest.raises(DraftFieldError, match="Tidak ada isian"):
        find_field(typed)


@pytest.mark.parametrize(
    "written",
    [
        "13 Maret 2024",
        "13/3/2024",
        "2024-03-13",
        "Rabu (13/3/2024)",
        "rabu, 13 mar 2024",
        "13-03-24",
    ],
)
def test_days_are_read_as_indonesians_write_them(written: str) -> None:
    assert put("terbit", written).published == date(2024, 3, 13)


@pytest.mark.parametrize(
    ("field", "value", "name", "result"),
    [
        ("jenis", "cek fakta", "kind", "cek-fakta"),
        ("jenis", "berita", "kind", "berita"),
        ("sudut pandang", "KPU", "perspectives", ("kpu",)),
        ("sudut pandang", "+bawaslu", "perspectives", ("kpu", "bawaslu")),
        ("topik", "Dugaan algoritma, alibaba-cloud", "topics", ("algoritma", "alibaba-cloud")),
        ("topik", "+alibaba-cloud\n-algoritma", "topics", ("alibaba-cloud",)),
        ("pertanyaan", "Tiga?", "questions", ("Satu?", "Dua?", "Tiga?")),
        ("pertanyaan", "-1", "questions", ("Dua?",)),
        ("questions", "A?\n\nB?\nA?", "questions", ("A?", "B?")),
        ("questions", "-", "questions", ()),
        ("questions", "-2", "questions", ("Satu?",)),
        ("judul", "  Judul\n baru ", "title", "Judul baru"),
        ("alamat", "https://contoh.id/a?utm_source=x#y", "url", "https://contoh.id/a"),
        ("isi", "Satu.\nDua.", "body", "Satu.\n\nDua."),
        ("paragraf 1", "Lain.", "body", "Lain.\n\nParagraf dua.\n\nParagraf tiga."),
        ("paragraf 1", "-", "body", "Paragraf dua.\n\nParagraf tiga."),
        ("paragraf 2", "", "body", "Paragraf satu.\n\nParagraf tiga."),
        ("paragraf 3", "-", "body", "Paragraf satu.\n\nParagraf dua."),
        ("paragraf 4", "Baru.", "body", f"{DRAFT.body}\n\nBaru."),
    ],
)
def test_a_value_is_understood(field: str, value: str, name: str, result: object) -> None:
    changed = put(field, value)

    assert getattr(changed, name) == result
    expected = replace(DRAFT, **{name: result})  # type: ignore[arg-type]
    assert changed == (replace(expected, title_from=None) if name == "title" else expected)


@pytest.mark.parametrize(
    ("field", "value", "told"),
    [
        ("terbit", "kemarin", "“tanggal terbit” belum diubah: itu bukan tanggal"),
        ("terbit", "30 Februari 2024", "bukan tanggal"),
        ("jenis", "brita", r"mungkin maksudnya Berita \(berita\)\?$"),
        ("jenis", "", "pilihannya: "),
        ("topik", "alibaba-clod", r"\(alibaba-cloud\)\?$"),
        ("topik", " , ", "kosong"),
        ("topik", "+", "tidak dikenal"),
        ("pertanyaan", "satu?", "sudah ada"),
        ("pertanyaan", "-3", "ada 2 pertanyaan"),
        ("pertanyaan", "a" * 301, "terlalu panjang"),
        ("media", "", "kosong"),
        ("alamat", "ftp://contoh.id", "https://"),
        ("alamat", "https://a:b@contoh.id/x", "sandi"),
        ("title_from", "url", "kosongkan"),
        ("isi", " \n ", "kosong"),
        ("isi", "<script>", "HTML"),
        ("paragraf 0", "a", "tidak ada paragraf 0; ada 3 paragraf"),
        ("paragraf 5", "a", "tidak ada paragraf 5"),
        ("paragraf 4", "", "tidak ada paragraf 4"),
    ],
)
def test_what_does_not_fit_is_named_with_its_mend(field: str, value: str, told: str) -> None:
    with pytest.raises(DraftFieldError, match=told):
        put(field, value)


@given(st.sampled_from(sorted({*FIELDS_BY_NAME, "paragraf 1", "paragraf 4"})), st.text())
def test_whatever_is_typed_is_taken_or_refused_in_words(field: str, value: str) -> None:
    try:
        changed = put(field, value)
    except DraftFieldError as error:
        refusal = str(error)
    else:
        refusal = ""
        assert changed.body
    assert not refusal or refusal.endswith((".", "?"))
