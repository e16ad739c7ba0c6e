"""A good article file becomes the value that it describes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from bot.articles import Citation, Correction, Retraction, article_key
from tests.articles.samples import ARTICLE, other_article, read, write_corpus


def test_every_field_is_kept(tmp_path: Path) -> None:
    article = read(write_corpus(tmp_path)).by_file["good.md"]
    assert article.citation == Citation(
        "KPU menjelaskan letak server",
        "Harian Contoh",
        "https://contoh.id/berita/satu",
        date(2024, 3, 13),
    )
    assert article.key == article_key("http://www.contoh.id/berita/satu/")
    assert (article.kind, article.perspectives, article.topics) == ("berita", ("kpu",), ("server",))
    assert article.questions == ("Di mana letak server?",)
    assert article.question_lines == (10,)
    assert (article.title_from, article.corrections, article.retracted) == (None, (), None)


def test_the_body_is_kept_literally_without_surrounding_blank_lines(tmp_path: Path) -> None:
    head, _, body = ARTICLE.partition("\n---\n")
    text = f"{head}\n---\n\n\n{body}\n\n".replace("/satu", "/dua")
    articles = read(write_corpus(tmp_path, {"articles/spaced.md": text})).by_file
    assert articles["spaced.md"].body == articles["good.md"].body == body.strip()


def test_windows_line_ends_make_no_difference(tmp_path: Path) -> None:
    data = other_article().replace("\n", "\r\n").encode()
    corpus = read(write_corpus(tmp_path, {"articles/windows.md": data}))
    assert corpus.problems == ()
    assert corpus.by_file["windows.md"].body == corpus.by_file["good.md"].body


def test_corrections_retraction_and_rebuilt_titles_are_kept(tmp_path: Path) -> None:
    extra = (
        "title_from: url\n"
        'corrections:\n  - {date: 2024-04-01, text: "Satu."}\n'
        '  - {date: 2024-04-02, text: "Dua."}\n'
        'retracted: {date: 2024-05-01, reason: "Keliru."}\nquestions:'
    )
    corpus = read(write_corpus(tmp_path, {"articles/old.md": other_article("questions:", extra)}))
    article = corpus.by_file["old.md"]
    assert article.title_from == "url"
    assert article.corrections == (
        Correction(date(2024, 4, 1), "Satu."),
        Correction(date(2024, 4, 2), "Dua."),
    )
    assert article.retracted == Retraction(date(2024, 5, 1), "Keliru.")


def test_an_article_of_today_is_accepted(tmp_path: Path) -> None:
    text = other_article("2024-03-13\n", "2026-01-15\n")
    assert read(write_corpus(tmp_path, {"articles/today.md": text})).newest == date(2026, 1, 15)
