"""What is thrown at: each target takes any bytes and must end without an unknown error."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache
from itertools import pairwise

from bot.answers import Answerer
from bot.articles.article_file import Surroundings, read_article
from bot.articles.glossary_file import read_glossary
from bot.articles.report import Report
from bot.articles.sources import SourceFile
from bot.articles.taxonomy_file import read_taxonomy
from bot.chat import callbacks, deep_links
from bot.chat.inline import offsets
from bot.chat.markup import text
from bot.chat.scrubbing import scrub
from bot.desk import Draft, IntakeError, read_file
from bot.desk.files.article_files import render
from bot.desk.intake.inflating import Inflater
from bot.desk.values import KnownOutlets
from bot.search.sentences import split_sentences
from bot.search.tokens import tokenize
from tests.answers.made_up import make_answerer
from tests.articles.samples import ARTICLE, GLOSSARY, TODAY, TOPICS

Target = Callable[[bytes], None]

_MOST_UNPACKED = 64 * 1024


def _decode(data: bytes) -> str:
    return data.decode("utf-8", "replace")


def read_an_article(data: bytes) -> None:
    """An article file: whatever is accepted is written and read again as the same."""
    around = Surroundings(TODAY, None, {})
    article = read_article(SourceFile("articles/a.md", data), around, Report("articles/a.md"))
    if article is not None:
        written = render(Draft.of(article)).encode()
        again = read_article(SourceFile("articles/a.md", written), around, Report("a.md"))
        assert again is not None
        assert (again.body, again.citation) == (article.body, article.citation)


def read_yaml(data: bytes) -> None:
    """The lists of a moderator: topics and glossary."""
    read_glossary(SourceFile("glossary.yaml", data), Report("glossary.yaml"))
    read_taxonomy(SourceFile("topics.yaml", data), Report("topics.yaml"))


def take_in_a_page(data: bytes) -> None:
    """A saved web page."""
    _take_in("halaman.html", data)


def take_in_a_text(data: bytes) -> None:
    """A text as pasted from a browser."""
    _take_in("salinan.txt", data)


def _take_in(name: str, data: bytes) -> None:
    with suppress(IntakeError):
        intake = read_file(name, data, KnownOutlets(), Draft(), TODAY)
        assert intake.draft.body.strip()


def unpack_a_page(data: bytes) -> None:
    """What a site sends packed never becomes more than was asked for."""
    for packed in (data, zlib.compress(data)):
        with suppress(IntakeError):
            assert len(Inflater("gzip").inflate(packed, _MOST_UNPACKED)) <= _MOST_UNPACKED


def read_a_code(data: bytes) -> None:
    """What a button, a link or an inline page says to the bot: exact, or nothing."""
    code = _decode(data)
    action = callbacks.decode(code)
    assert action is None or callbacks.encode(action) == code
    deep_links.decode(code)
    offset = offsets.decode(code)
    assert offset is None or offsets.encode(offset) == code


def cut_a_text(data: bytes) -> None:
    """Tokens and sentences are parts of the text, in order, that do not overlap."""
    content = _decode(data)
    spans = [(token.start, token.end) for token in tokenize(content)]
    for found in (spans, split_sentences(content)):
        assert all(0 <= start < end <= len(content) for start, end in found)
        assert all(end <= start for (_, end), (start, _) in pairwise(found))


def render_a_text(data: bytes) -> None:
    """Nothing that somebody writes becomes a tag."""
    content = _decode(data)
    assert text(content).html.count("<") == 0
    scrub(content, "…")


def ask(data: bytes) -> None:
    """A question of any form, and one that follows it."""
    question = _decode(data)
    for answer in (
        _answerer().answer(question),
        _answerer().answer("kapan itu?", previous=question),
    ):
        for quotation in answer.quotations:
            assert quotation.passage.text in quotation.article.body


@cache
def _answerer() -> Answerer:
    return make_answerer()


TARGETS: Mapping[str, tuple[Target, tuple[bytes, ...]]] = {
    "article": (read_an_article, (ARTICLE.encode(),)),
    "yaml": (read_yaml, (GLOSSARY.encode(), TOPICS.encode())),
    "page": (take_in_a_page, (b"<!doctype html><title>x</title><article><p>KPU</article>",)),
    "pasted": (
        take_in_a_text,
        (b"Nasional\nJudul\n\nJAKARTA, KOMPAS.com - KPU. Rabu (13/3/2024)",),
    ),
    "packed": (unpack_a_page, (zlib.compress(b"0" * 100_000), io.BytesIO().getvalue())),
    "code": (read_a_code, (b"p1:0123456789abcdef:3", b"c1:sirekap-alibaba", b"m1:send")),
    "cut": (cut_a_text, ("Rp3,5 M. “Ya,” kata dr. A.B. Budi-budi (13/3/2024).".encode(),)),
    "render": (render_a_text, (b"<b>0812-3456-7890</b> &amp; a@b.co @nama",)),
    "question": (ask, (b"benarkah server sirekap di luar negri? https://contoh.id/x",)),
}
"""Each target with examples to begin from."""
