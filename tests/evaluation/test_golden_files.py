"""Golden files: what is read, and what is refused with file, line and mend."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.articles import Corpus, load_corpus
from bot.evaluation import GoldenSetError, read_golden_set
from tests.console.running import ROOT

QUESTION = '- q: "apa itu sirekap?"\n  register: colloquial\n  files:\n    - {file}\n'
FOLLOWUP = (
    '- previous: "apa itu sirekap?"\n  q: "kapan?"\n  register: followup\n  kind: new\n'
    "  files: [{file}]\n"
)
UNANSWERABLE = '- q: "berapa gaji KPPS?"\n  kind: near-topic\n  missing: [gaji]\n'


@pytest.fixture(scope="module")
def corpus() -> Corpus:
    return load_corpus(ROOT / "corpus")


def write(folder: Path, corpus: Corpus, questions: str, unanswerable: str = UNANSWERABLE) -> Path:
    text = questions.format(file=corpus.articles[0].file)
    (folder / "questions.yaml").write_text(text, "utf-8")
    (folder / "unanswerable.yaml").write_text(unanswerable, "utf-8")
    return folder


def refuse(folder: Path, corpus: Corpus) -> str:
    with pytest.raises(GoldenSetError) as caught:
        read_golden_set(folder, corpus)
    return str(caught.value)


def test_entries_come_back_with_all_that_they_say(tmp_path: Path, corpus: Corpus) -> None:
    golden = read_golden_set(write(tmp_path, corpus, QUESTION + FOLLOWUP), corpus)

    plain, followup = golden.answerable
    assert (plain.text, plain.register, plain.previous) == ("apa itu sirekap?", "colloquial", None)
    assert plain.files == {corpus.articles[0].file}
    assert (followup.text, followup.previous, followup.new) == ("kapan?", "apa itu sirekap?", True)
    assert golden.unanswerable[0].missing == ("gaji",)


@pytest.mark.parametrize(
    ("questions", "line", "problem"),
    [
        (QUESTION.replace("q:", "pertanyaan:"), 1, "isian “pertanyaan” tidak dikenal"),
        (QUESTION.replace("  register: colloquial\n", ""), 1, "isian “register” belum ada"),
        (QUESTION.replace("colloquial", "gaul"), 2, "“gaul” tidak dikenal di “register”"),
        (QUESTION.replace("{file}", "2030-01-01-tidak-ada.md"), 4, "artikel 2030-01-01-tidak-ada"),
        (QUESTION + "    - {file}\n", 5, "“{file}”"),
        (QUESTION.replace("\n    - {file}", " []"), 1, "isian “files” kosong"),
        (QUESTION.replace("\n    - {file}", " {file}"), 3, "“files”"),
        (QUESTION.replace('"apa itu sirekap?"', "2024"), 1, "“q” terbaca bukan sebagai teks"),
        (QUESTION.replace("apa itu sirekap?", " "), 1, "isian “q” kosong"),
        (QUESTION + QUESTION.replace("apa itu", "APA  ITU"), 5, "sudah ada di questions.yaml:1"),
        (FOLLOWUP.replace('previous: "apa itu sirekap?"\n  ', ""), 1, "“previous” dan"),
        (QUESTION + '  previous: "halo"\n', 1, "“previous” dan"),
        (FOLLOWUP.replace("new", "old"), 4, "“old” tidak dikenal di “kind”"),
        ("- apa itu sirekap?\n", 1, "ini bukan pertanyaan"),
        ("q: apa itu sirekap\n", 1, "berkas ini bukan daftar"),
        ("", 1, "berkas ini bukan daftar"),
        ('- q: "apa', 1, "tanda petik tidak ditutup"),
    ],
)
def test_a_fault_is_named_with_its_line(
    tmp_path: Path, corpus: Corpus, questions: str, line: int, problem: str
) -> None:
    message = refuse(write(tmp_path, corpus, questions), corpus)

    assert message.startswith(f"questions.yaml:{line}: ")
    assert problem.format(file=corpus.articles[0].file) in message
    assert len(message.splitlines()) == 1


def test_every_fault_of_both_files_is_reported_at_once(tmp_path: Path, corpus: Corpus) -> None:
    folder = write(
        tmp_path,
        corpus,
        QUESTION.replace("colloquial", "gaul") + FOLLOWUP.replace("new", "old"),
        UNANSWERABLE.replace("near-topic", "lain"),
    )

    assert [line.split(": ")[0] for line in refuse(folder, corpus).splitlines()] == [
        "questions.yaml:2",
        "questions.yaml:8",
        "unanswerable.yaml:2",
    ]


def test_a_question_cannot_both_have_an_answer_and_have_none(
    tmp_path: Path, corpus: Corpus
) -> None:
    folder = write(
        tmp_path, corpus, QUESTION, UNANSWERABLE.replace("berapa gaji KPPS?", "Apa itu Sirekap?")
    )

    assert refuse(folder, corpus).startswith("unanswerable.yaml:1: ")


def test_a_missing_file_is_named(tmp_path: Path, corpus: Corpus) -> None:
    (write(tmp_path, corpus, QUESTION) / "unanswerable.yaml").unlink()

    assert refuse(tmp_path, corpus).startswith("unanswerable.yaml:1: berkas tidak bisa dibuka")


def test_a_retracted_article_answers_nothing(tmp_path: Path, corpus: Corpus) -> None:
    retracted = Corpus(corpus.revision, (), (), corpus.taxonomy, corpus.glossary)

    assert "tidak ada atau sedang ditarik" in refuse(write(tmp_path, corpus, QUESTION), retracted)
