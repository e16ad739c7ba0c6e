"""Every fault inside an article is reported with its line, and the rest is still served."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.articles import Severity
from tests.articles.samples import ARTICLE, other_article, read, write_corpus

LONG = "a" * 1501
BODY = ARTICLE.partition("\n---\n")[2]

FAULTS = {
    "no front matter": (BODY, 1, "bagian kepala"),
    "front matter not closed": (ARTICLE.replace("\n---\n", "\n\n", 1), 10, "tidak ditutup"),
    "front matter is no mapping": ("---\n- satu\n---\nIsi.\n", 2, "bukan daftar isian"),
    "front matter is empty": ("---\n---\nIsi.\n", 2, "bukan daftar isian"),
    "empty file": (" \n\n", 1, "kosong"),
    "missing title": (other_article('title: "KPU menjelaskan letak server"\n'), 2, "“title”"),
    "missing outlet": (other_article("outlet: Harian Contoh\n"), 2, "“outlet”"),
    "missing url": (other_article("url: https://contoh.id/berita/dua\n"), 2, "“url”"),
    "missing published": (other_article("published: 2024-03-13\n"), 2, "“published”"),
    "missing kind": (other_article("kind: berita\n"), 2, "“kind”"),
    "missing perspectives": (other_article("perspectives: [kpu]\n"), 2, "“perspectives”"),
    "missing topics": (other_article("topics: [server]\n"), 2, "“topics”"),
    "empty title": (other_article('"KPU menjelaskan letak server"', '""'), 2, "kosong"),
    "null outlet": (other_article("Harian Contoh"), 3, "kosong"),
    "no topics": (other_article("topics: [server]", "topics: []"), 8, "kosong"),
    "number as outlet": (other_article("Harian Contoh", "2024"), 3, "tanda petik"),
    "boolean as outlet": (other_article("Harian Contoh", "yes"), 3, "tanda petik"),
    "list as outlet": (other_article("Harian Contoh", "[satu]"), 3, "bukan daftar"),
    "text as topics": (other_article("[server]", "server"), 8, "kurung siku"),
    "topic twice": (other_article("[server]", "[server, server]"), 8, "dua kali"),
    "unknown field": (other_article("questions:", "pertanyaan:"), 9, "“pertanyaan”"),
    "misspelt field": (other_article("questions:", "qestions:"), 9, "“questions”"),
    "unknown kind": (other_article("kind: berita", "kind: brita"), 6, "“berita”"),
    "unknown perspective": (other_article("[kpu]", "[kpux]"), 7, "“kpu”"),
    "unknown topic": (other_article("[server]", "[sever]"), 8, "“server”"),
    "quoted date": (other_article("2024-03-13\n", '"2024-03-13"\n'), 5, "tanpa tanda petik"),
    "date in words": (other_article("2024-03-13\n", "13 Maret 2024\n"), 5, "bukan tanggal"),
    "date with time": (other_article("2024-03-13\n", "2024-03-13 10:00:00\n"), 5, "bukan tanggal"),
    "date as list": (other_article("2024-03-13\n", "[2024-03-13]\n"), 5, "bukan daftar"),
    "no such day": (other_article("2024-03-13\n", "2024-02-30\n"), 5, "kalender"),
    "future date": (other_article("2024-03-13\n", "2026-01-16\n"), 5, "belum tiba"),
    "no scheme": (other_article("https://contoh.id", "contoh.id"), 4, "http://"),
    "other scheme": (other_article("https://", "ftp://"), 4, "http://"),
    "no host": (other_article("https://contoh.id/", "https:///"), 4, "nama situs"),
    "bad port": (other_article("contoh.id/", "contoh.id:99999/"), 4, "nama situs"),
    "credentials": (other_article("https://", "https://a:b@"), 4, "kata sandi"),
    "space in address": (other_article("/berita/dua", "/berita dua"), 4, "spasi"),
    "long address": (other_article("/berita/dua", "/" + "a" * 2048), 4, "terlalu panjang"),
    "same address": (ARTICLE, 4, "good.md"),
    "same page": (other_article("contoh.id/berita/dua", "m.contoh.id/berita/satu/amp?utm_source=x"),
                  4, "good.md"),
    "title_from": (other_article("outlet:", "title_from: judul\noutlet:"), 3, "“url”"),
    "correction is no list": (other_article("questions:", "corrections: salah\nquestions:"),
                              9, "daftar"),
    "correction is no mapping": (other_article("questions:", "corrections: [salah]\nquestions:"),
                                 9, "salah bentuk"),
    "correction without text": (
        other_article("questions:", "corrections:\n  - {date: 2024-04-01}\nquestions:"),
        10, "“text”"),
    "correction with unknown field": (
        other_article("questions:", 'corrections:\n  - {date: 2024-04-01, text: "a", by: "b"}\n'
                      "questions:"), 10, "“by”"),
    "correction in the future": (
        other_article("questions:", 'corrections:\n  - {date: 2027-04-01, text: "a"}\nquestions:'),
        10, "belum tiba"),
    "retraction is no mapping": (other_article("questions:", "retracted: true\nquestions:"),
                                 9, "salah bentuk"),
    "retraction without reason": (
        other_article("questions:", "retracted: {date: 2024-04-01}\nquestions:"), 9, "“reason”"),
    "empty body": (ARTICLE.replace("/satu", "/dua").replace(BODY, "\n\n"), 12, "tidak punya isi"),
    "empty paragraph": (other_article("Jakarta.\n\n", "Jakarta.\n\n\n"), 14, "paragraf kosong"),
    "fault below blank lines": (other_article("---\nAnggota", "---\n\n\n<b>Anggota"), 14, "<b>"),
    "long paragraph": (other_article("Biayanya", LONG), 14, "terlalu panjang"),
    "long title": (other_article("KPU menjelaskan", LONG), 2, "terlalu panjang"),
    "control character in body": (other_article("Biayanya", "Biaya\x07nya"), 14, "U+0007"),
    "escape character in body": (other_article("Biayanya", "\x1b[31mBiaya"), 14, "U+001B"),
    "lone carriage return": (other_article("Biayanya", "Biaya\rnya"), 14, "U+000D"),
    "zero-width space in body": (other_article("Biayanya", "Biaya\u200bnya"), 14, "U+200B"),
    "bidi override in title": (other_article("KPU menj", "KPU\u202e menj"), 2, "U+202E"),
    "line separator": (other_article("Biayanya", "Biaya\u2028nya"), 14, "U+2028"),
    "escaped control character": (other_article("KPU menj", "KPU\\u202e menj"), 2, "U+202E"),
    "line break in title": (other_article("KPU menj", "KPU\\n menj"), 2, "ganti baris"),
    "HTML in body": (other_article("Biayanya", "<b>Biayanya</b>"), 14, "<b>"),
    "HTML with attributes": (other_article("Biayanya", '<a href="x">Biaya'), 14, "HTML"),
    "HTML comment": (other_article("Biayanya", "<!-- x -->"), 14, "HTML"),
    "HTML entity": (other_article("Biayanya", "Biaya&nbsp;nya"), 14, "&nbsp;"),
    "HTML in title": (other_article("KPU menj", "<i>KPU</i> menj"), 2, "<i>"),
    "HTML in question": (other_article("Di mana", "<br>Di mana"), 10, "<br>"),
    "question as number": (other_article('"Di mana letak server?"', "2024"), 10, "tanda petik"),
    "field twice": (other_article("kind:", "outlet: Lain\nkind:"), 6, "baris 3"),
    "anchor": (other_article("Harian Contoh", "&a Harian"), 3, "tanda & atau *"),
    "alias": (other_article("[server]", "*a"), 8, "tanda & atau *"),
    "tag": (other_article("Harian Contoh", "!!python/name:os.system x"), 3, "tanda !"),
    "unquoted colon": (other_article("Harian Contoh", "Harian: Contoh"), 3, "titik dua"),
    "special start": (other_article("Harian Contoh", "@harian"), 3, "tanda khusus"),
    "unclosed quote": (other_article('- "Di mana letak server?"', '- "Di mana'), 10, "petik"),
    "unclosed bracket": (other_article("[server]", "[server"), 8, "tidak terbaca"),
    "deep nesting": (other_article("[server]", "[[[[[[[[[[server]]]]]]]]]]"), 8, "terlalu dalam"),
    "list as name": (other_article("kind: berita", "? [kind]\n: berita"), 6, "harus berupa kata"),
    "second document": (other_article("kind: berita", "...\nkind: berita"), 7, "tidak terbaca"),
}  # fmt: skip


@pytest.mark.parametrize("name", FAULTS)
def test_a_fault_is_reported_with_file_line_and_mend_and_the_rest_is_served(
    tmp_path: Path, name: str
) -> None:
    text, line, words = FAULTS[name]
    corpus = read(write_corpus(tmp_path, {"articles/mistake.md": text}))
    problem = corpus.problems[0]
    assert (problem.file, problem.line) == ("articles/mistake.md", line)
    assert words in str(problem)
    assert problem.mend
    assert problem.severity is Severity.ERROR
    assert len(corpus.problems) == 1
    assert [article.file for article in corpus.articles] == ["good.md"]
    assert len(corpus.claims) == 1


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (b"\xef\xbb\xbf" + other_article().encode(), 1, "BOM"),
        (other_article("Jakarta.\n\n", "Jakarta.\n \n").encode(), 13, "spasi"),
    ],
    ids=["byte order mark", "blank line with spaces"],
)
def test_a_blemish_is_reported_but_the_article_is_served(
    tmp_path: Path, text: bytes, line: int, words: str
) -> None:
    corpus = read(write_corpus(tmp_path, {"articles/blemish.md": text}))
    (problem,) = corpus.problems
    assert (problem.file, problem.line) == ("articles/blemish.md", line)
    assert problem.severity is Severity.WARNING
    assert words in problem.text
    assert [article.file for article in corpus.articles] == ["blemish.md", "good.md"]


def test_all_faults_of_a_file_are_reported_at_once(tmp_path: Path) -> None:
    text = other_article("[server]", "[sever]").replace("2024-03-13\n", "2030-01-01\n")
    text = text.replace("Biayanya", "<b>Biayanya</b>")
    corpus = read(write_corpus(tmp_path, {"articles/mistakes.md": text}))
    assert sorted(problem.line for problem in corpus.problems) == [5, 8, 14]


def test_harmless_signs_are_no_faults(tmp_path: Path) -> None:
    text = other_article("Biayanya", "Jika 3 < 5 & 7 > 2 \u2013 “kata” \U0001f642 a\tb, biayanya")
    corpus = read(write_corpus(tmp_path, {"articles/signs.md": text}))
    assert corpus.problems == ()
    assert len(corpus.articles) == 2


def test_text_that_is_not_utf8_is_reported_with_its_line(tmp_path: Path) -> None:
    data = other_article("Biayanya", "Biaya").encode() + b"\xff\xfe"
    corpus = read(write_corpus(tmp_path, {"articles/latin.md": data}))
    (problem,) = corpus.problems
    assert (problem.file, problem.line) == ("articles/latin.md", 15)
    assert "UTF-8" in problem.text
