"""topics.yaml and glossary.yaml: what is read of them, and what happens when they are wrong."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.articles import Glossary, Severity, Topic
from tests.articles.samples import GLOSSARY, TOPICS, errors, places, read, write_corpus


def test_topics_keep_their_order_names_and_descriptions(tmp_path: Path) -> None:
    taxonomy = read(write_corpus(tmp_path)).taxonomy
    assert taxonomy.topics[0] == Topic("server", "Server", "Letak server.")
    assert [topic.id for topic in taxonomy.topics] == ["server", "algoritma"]
    assert list(taxonomy.perspectives.items()) == [("kpu", "KPU"), ("bawaslu", "Bawaslu")]
    assert taxonomy.kinds == {"berita": "Berita", "opini": "Opini"}


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ('name: "Server", ', "", 2),
        ("id: algoritma", "id: server", 3),
        ("id: server", "id: no", 2),
        ("id: algoritma", "id: Algoritma Baru", 3),
        ('"Algoritma"', '"Dugaan algoritma yang terlalu panjang"', 3),
        ("  - {id: kpu", "  - {kode: kpu", 5),
        ("kinds:", "jenis:", 7),
        ("topics:\n", "topik:\n", 1),
        ('"KPU"', '"<b>KPU</b>"', 5),
        ("  - {id: bawaslu", "  - bawaslu\n  - {id: bawaslu", 6),
    ],
)
def test_a_fault_in_topics_is_reported_and_articles_are_read_unchecked(
    tmp_path: Path, old: str, new: str, line: int
) -> None:
    corpus = read(write_corpus(tmp_path, {"topics.yaml": TOPICS.replace(old, new, 1)}))
    assert ("topics.yaml", line) in places(corpus)
    assert {problem.file for problem in errors(corpus)} == {"topics.yaml"}
    assert len(corpus.articles) == 1
    assert len(corpus.claims) == 1


@pytest.mark.parametrize("content", [None, b"\xff", b"", b"- satu", b"[", b"\n" * 300_000])
def test_missing_or_unreadable_topics_are_an_error_but_articles_are_served(
    tmp_path: Path, content: bytes | None
) -> None:
    folder = write_corpus(tmp_path, {"topics.yaml": content or b""})
    if content is None:
        (folder / "topics.yaml").unlink()
    corpus = read(folder)
    assert {(p.file, p.severity) for p in corpus.problems} == {("topics.yaml", Severity.ERROR)}
    assert len(corpus.articles) == 1
    assert corpus.taxonomy.topics == ()


def test_the_glossary_is_read_with_lists_commas_and_variants(tmp_path: Path) -> None:
    text = """\
expand:
  Pake: memakai, menggunakan
  knp: [kenapa, mengapa]
  "01": Anies
stop: [Apa, bagaimana sih]
names:
  - Sirekap, Sirecap, Sirekab
  - Bekasi
"""
    corpus = read(write_corpus(tmp_path, {"glossary.yaml": text}))
    assert corpus.problems == ()
    assert corpus.glossary == Glossary(
        expand={
            "pake": ("memakai", "menggunakan"),
            "knp": ("kenapa", "mengapa"),
            "01": ("Anies",),
        },
        stop=frozenset({"apa", "bagaimana sih"}),
        names=frozenset({"Sirekap", "Bekasi"}),
        variants={"Sirecap": "Sirekap", "Sirekab": "Sirekap"},
    )


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("expand:\n  ya: betul\n  yes: betul\n", 3, 'tanda petik: "yes"'),
        ("expand:\n  pake: no\n", 2, 'tanda petik: "no"'),
        ("expand:\n  01: Anies\n", 2, 'tanda petik: "01"'),
        ("expand:\n  pake:\n", 2, "tanda petik"),
        ("expand: [pake]\n", 1, "salah bentuk"),
        ("expand:\n  pake: memakai\n  pake: lain\n", 3, "baris 2"),
        ("expand:\n  pake: {a: b}\n", 2, "bukan daftar"),
        ("stop:\n  - apa\n  - off\n", 3, 'tanda petik: "off"'),
        ("stop: apa\n", 1, "kurung siku"),
        ("names:\n  - Sirekap,, Sirecap\n", 2, "koma"),
        ("names:\n  - 2024\n", 2, 'tanda petik: "2024"'),
        ("ekspan:\n  a: b\n", 1, "“expand”"),
        ("- apa\n", 1, "bukan daftar isian"),
        ("expand: {a: b\n", 1, "tidak terbaca"),
    ],
)
def test_a_fault_in_the_glossary_is_reported_with_its_line(
    tmp_path: Path, text: str, line: int, words: str
) -> None:
    corpus = read(write_corpus(tmp_path, {"glossary.yaml": text}))
    (problem,) = corpus.problems
    assert (problem.file, problem.line, problem.severity) == ("glossary.yaml", line, Severity.ERROR)
    assert words in str(problem)
    assert len(corpus.articles) == 1


def test_the_good_lines_of_a_faulty_glossary_are_kept(tmp_path: Path) -> None:
    corpus = read(write_corpus(tmp_path, {"glossary.yaml": GLOSSARY.replace("- apa", "- off")}))
    assert corpus.glossary.expand == {"pake": ("memakai",)}
    assert corpus.glossary.stop == frozenset()


def test_a_word_that_stands_twice_is_only_pointed_out(tmp_path: Path) -> None:
    corpus = read(write_corpus(tmp_path, {"glossary.yaml": "stop:\n  - apa\n  - apa\n"}))
    assert places(corpus) == [("glossary.yaml", 3)]
    assert corpus.problems[0].severity is Severity.WARNING


def test_a_missing_glossary_is_only_pointed_out(tmp_path: Path) -> None:
    folder = write_corpus(tmp_path)
    (folder / "glossary.yaml").unlink()
    corpus = read(folder)
    assert places(corpus) == [("glossary.yaml", 1)]
    assert corpus.problems[0].severity is Severity.WARNING
    assert corpus.glossary == Glossary({}, frozenset(), frozenset(), {})
