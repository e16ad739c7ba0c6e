"""Whatever stands in a file, reading it never raises: it gives a value or a problem."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.articles import Severity
from bot.articles.marked_yaml import YamlError, parse_yaml
from tests.articles.samples import ARTICLE, CLAIM, GLOSSARY, TOPICS, read, write_corpus

NAMES = st.sampled_from(
    ["articles/x.md", "claims/x.md", "topics.yaml", "glossary.yaml", "articles/good.md"]
)
PIECES = st.sampled_from(
    ["---\n", "title: ", "[", "]", '"', "- ", "\n", "&a ", "*a", "!!x ", "## Klaim\n", "[good.md]",
     ": ", "{", "}", "#", "\t", "\r", "2024-02-30", "\u202e", "\ufeff", "|\n", "%", "...\n", "<b>"]
)  # fmt: skip


@st.composite
def damaged(draw: st.DrawFn) -> bytes:
    """Draw a good file with a piece cut out and another one put in."""
    text = draw(st.sampled_from([ARTICLE, CLAIM, GLOSSARY, TOPICS]))
    start = draw(st.integers(0, len(text)))
    end = draw(st.integers(start, len(text)))
    middle = draw(st.text(max_size=10) | PIECES)
    return (text[:start] + middle + text[end:]).encode("utf-8", "surrogatepass")


@settings(max_examples=150, deadline=None)
@given(NAMES, st.binary(max_size=200) | damaged())
def test_any_bytes_give_a_corpus_whose_problems_point_into_the_file(name: str, data: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        corpus = read(write_corpus(Path(folder), {name: data}))
    lines = data.count(b"\n") + 1
    for problem in corpus.problems:
        if problem.file == name:
            assert 1 <= problem.line <= lines
            assert problem.text
            assert problem.mend
    refused = {p.file for p in corpus.problems if p.severity is Severity.ERROR}
    served = {f"articles/{article.file}" for article in corpus.articles}
    assert not refused & served


def test_what_is_never_closed_is_reported_where_it_begins() -> None:
    for text in ("[", "a: 1\nb: [\n\n", 'a: 1\nb: "x\n\n'):
        with pytest.raises(YamlError) as caught:
            parse_yaml(text, 5)
        assert caught.value.line == 5 + text.rstrip().count("\n")


@given(st.text(max_size=100) | st.lists(PIECES, max_size=12).map("".join))
def test_any_text_is_yaml_or_refused_with_a_line(text: str) -> None:
    line = 5
    try:
        parse_yaml(text, 5)
    except YamlError as error:
        line = error.line
    assert 5 <= line <= 5 + len(text)
