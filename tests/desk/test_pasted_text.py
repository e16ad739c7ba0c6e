"""Of a text as a browser gives it the article stays, whatever its form."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.desk.errors import NoArticleError
from bot.desk.intake.reading import read_file, use_summary
from bot.desk.values import Draft
from tests.desk.pasted import FIRST, HEADLINE, KNOWN, PASTED, SECOND, THIRD, body_of, read


def test_a_whole_page_as_copied_gives_the_article() -> None:
    intake = read(PASTED)

    assert intake.draft.title == HEADLINE
    assert intake.draft.outlet == "Tribun Kaltim"
    assert intake.draft.published == date(2024, 3, 15)
    assert intake.author == "Rita Noor Shobah"
    assert body_of(intake) == [FIRST, SECOND, "Tanggapan majelis", THIRD]
    assert intake.verbatim


@pytest.mark.parametrize("text", ["", " \n\n", "Facebook Twitter", "KPU", "https://contoh.id/a"])
def test_a_text_without_an_article_is_refused(text: str) -> None:
    with pytest.raises(NoArticleError, match="paragraf"):
        read(text)


def test_a_file_that_is_too_large_is_refused() -> None:
    data = PASTED.encode() + b"\n" * 5 * 1024 * 1024
    with pytest.raises(NoArticleError, match="lebih besar dari 5 MiB"):
        read_file("a.txt", data, KNOWN, Draft(), date.max)


def test_paragraphs_that_a_mail_program_wrapped_are_joined() -> None:
    words = FIRST.split()
    lines, line = [], ""
    for word in words:
        line = f"{line} {word}".strip()
        if len(line) > 60:
            lines.append(line)
            line = ""
    wrapped = "\n".join(filter(None, [*lines, line]))

    assert body_of(read(f"{HEADLINE}\n\n{wrapped}\n\n{SECOND}")) == [FIRST, SECOND]


def test_unseen_characters_and_strange_line_ends_are_cleaned() -> None:
    text = f"{HEADLINE}\r\n\r\n{FIRST.replace(' ', chr(0xA0), 1)}\u200b\u2028\ufeff{SECOND}\r"

    assert body_of(read(text)) == [FIRST, SECOND]


def test_a_paragraph_too_long_for_a_file_is_cut_between_sentences() -> None:
    paragraph = " ".join([SECOND] * 40)
    parts = body_of(read(f"{HEADLINE}\n\n{paragraph}"))

    assert " ".join(parts) == paragraph
    assert all(len(part) <= 1500 and part.endswith("2023.") for part in parts)


def test_a_summary_in_own_words_takes_the_place_of_the_text() -> None:
    summary = "KPU menyatakan memakai layanan Alibaba Cloud bagi Sirekap sejak 2023, kata Luqman."
    intake = use_summary(read(PASTED), summary)

    assert intake.draft.body == summary
    assert not intake.verbatim
    assert intake.asked == ()


def test_a_summary_that_copies_the_text_is_still_the_text() -> None:
    assert use_summary(read(PASTED), f"{FIRST}\n\n{SECOND}").verbatim


@given(st.text(st.characters(codec="utf-8"), max_size=400))
def test_any_text_is_read_or_refused_and_the_body_is_part_of_it(text: str) -> None:
    try:
        intake = read(text)
    except NoArticleError:
        return
    kept = "".join(text.split())
    for paragraph in body_of(intake):
        assert paragraph.strip() == paragraph != ""
        if text.isascii() and text.isprintable():
            assert "".join(paragraph.split()) in kept


@given(st.lists(st.sampled_from(PASTED.splitlines()), max_size=40))
def test_any_order_of_the_lines_of_a_page_is_read_or_refused(lines: list[str]) -> None:
    try:
        intake = read("\n".join(lines))
    except NoArticleError:
        return

    assert set(body_of(intake)) <= {FIRST, SECOND, THIRD, f"{THIRD} (*)", *lines}
