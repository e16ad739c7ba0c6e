"""Small corpora, written as the files that moderators write."""

import shutil
from pathlib import Path

from bot.answers import Answerer
from bot.answers.live import LiveAnswerer

REAL = Path(__file__).resolve().parents[2] / "corpus"

QUESTION = "Apakah Sirekap menyewa Alibaba Cloud?"
ARTICLE = """\
---
title: "{title}"
outlet: Kompas.com
url: https://www.kompas.com/berita
published: 2024-03-13
kind: berita
perspectives: [kpu]
topics: [alibaba-cloud]
questions:
  - "{question}"
{extra}---
{body}
"""


def write_corpus(folder: Path, *articles: str) -> Path:
    """Write articles, with the topics and stop words of the real corpus, and return `folder`.

    To read the whole of its glossary takes longer than all else that a bot does in most tests.
    """
    (folder / "articles").mkdir(parents=True)
    shutil.copy(REAL / "topics.yaml", folder / "topics.yaml")
    (folder / "glossary.yaml").write_text(_shorten_glossary(), encoding="utf-8")
    for number, article in enumerate(articles):
        (folder / "articles" / f"artikel-{number}.md").write_text(article, encoding="utf-8")
    return folder


def _shorten_glossary() -> str:
    glossary = (REAL / "glossary.yaml").read_text(encoding="utf-8")
    stop_words = glossary.partition("\nstop:\n")[2].partition("\nnames:\n")[0]
    return f"stop:\n{stop_words}\nnames:\n  - Sirekap, Sirecap, Sirekab\n"


def make_article(body: str, *, title: str = "Judul berita", extra: str = "") -> str:
    """Return an article file that answers `QUESTION`; `extra` are lines of the front matter."""
    return ARTICLE.format(title=title, question=QUESTION, extra=extra, body=body)


def answer_from(folder: Path, *articles: str) -> Answerer:
    """Return an answerer over a small corpus of its own in `folder`."""
    return serve(folder, *articles).current


def serve(folder: Path, *articles: str) -> LiveAnswerer:
    """Return what a bot serves that has a small corpus of its own in `folder`."""
    return LiveAnswerer.open(write_corpus(folder / "corpus", *articles), folder / "cache")
