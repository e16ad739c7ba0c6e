"""Passages: whole sentences of one article, of a size that can be read at a glance."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from bot.articles.values import Article, Citation
from bot.search.passages import MAX_WORDS, MIN_WORDS, split_passages
from bot.search.sentences import split_sentences


def article_of(body: str) -> Article:
    citation = Citation("Judul", "Media", "https://contoh.id/1", date(2024, 3, 1))
    return Article("abcdefghij", "contoh.md", citation, "berita", ("kpu",), ("audit",), body)


def sentence_of(words: int) -> str:
    return " ".join(["Kata", *["kata"] * (words - 1)]) + "."


def paragraph_of(*sentences: int) -> str:
    return " ".join(map(sentence_of, sentences))


def sizes_of(*paragraphs: str) -> list[int]:
    body = "\n\n".join(paragraphs)
    return [len(passage.text.split()) for passage in split_passages(article_of(body))]


def test_a_paragraph_of_fitting_size_is_a_passage_of_its_own() -> None:
    assert sizes_of(paragraph_of(20, 20), paragraph_of(50, 60), paragraph_of(45)) == [40, 110, 45]


def test_a_short_paragraph_joins_its_smaller_neighbour() -> None:
    assert sizes_of(paragraph_of(60), paragraph_of(20), paragraph_of(50)) == [60, 70]
    assert sizes_of(paragraph_of(50), paragraph_of(20), paragraph_of(60)) == [70, 60]
    assert sizes_of(paragraph_of(49), paragraph_of(37), paragraph_of(39)) == [49, 76]


def test_a_short_paragraph_joins_the_neighbour_with_which_it_fits() -> None:
    assert sizes_of(paragraph_of(100), paragraph_of(30), paragraph_of(70)) == [100, 100]
    assert sizes_of(paragraph_of(70), paragraph_of(30), paragraph_of(100)) == [100, 100]


def test_a_short_paragraph_that_fits_nowhere_stays_alone() -> None:
    assert sizes_of(paragraph_of(100), paragraph_of(30), paragraph_of(90)) == [100, 30, 90]
    assert sizes_of(paragraph_of(7)) == [7]


def test_a_run_of_tiny_paragraphs_is_gathered() -> None:
    assert sizes_of(*[paragraph_of(10)] * 12) == [40, 40, 40]


def test_a_long_paragraph_is_cut_evenly_at_sentence_ends() -> None:
    assert sizes_of(paragraph_of(*[10] * 12)) == [60, 60]
    assert sizes_of(paragraph_of(*[10] * 24)) == [80, 80, 80]
    assert sizes_of(paragraph_of(30, 90, 30)) == [30, 90, 30]


def test_a_single_long_sentence_stays_whole() -> None:
    assert sizes_of(paragraph_of(150)) == [150]
    assert sizes_of(paragraph_of(50, 150, 50)) == [50, 150, 50]


def test_passages_are_numbered_from_one_within_their_article() -> None:
    passages = split_passages(article_of(f"{sentence_of(50)}\n\n{sentence_of(60)}"))
    assert [passage.key for passage in passages] == ["abcdefghij.1", "abcdefghij.2"]
    assert {passage.article for passage in passages} == {"abcdefghij"}


def test_a_passage_is_of_the_year_of_its_article_and_of_those_that_the_headline_names() -> None:
    dated = article_of(paragraph_of(40))
    titled = replace(dated, citation=replace(dated.citation, title="Sirekap dan Pemilu 2029"))

    assert [passage.years for passage in split_passages(dated)] == [{2024}]
    assert [passage.years for passage in split_passages(titled)] == [{2024, 2029}]


def test_an_article_without_text_has_no_passages() -> None:
    assert split_passages(article_of("")) == []


def test_a_body_of_many_tiny_paragraphs_is_gathered_into_few_passages() -> None:
    assert len(split_passages(article_of("Ya.\n\n" * 40_000))) == 1000


BODIES = st.lists(
    st.lists(st.integers(1, 130), min_size=1, max_size=6).map(lambda sizes: paragraph_of(*sizes)),
    max_size=6,
).map("\n\n".join)


@given(st.one_of(BODIES, st.text()))
def test_passages_are_literal_and_hold_every_sentence_once(body: str) -> None:
    passages = split_passages(article_of(body))
    end_before = 0
    for passage in passages:
        end = passage.start + len(passage.text)
        assert end_before <= passage.start
        assert body[passage.start : end] == passage.text
        assert body[end_before : passage.start].strip() == ""
        end_before = end
    assert body[end_before:].strip() == ""
    bounds = [(passage.start, passage.start + len(passage.text)) for passage in passages]
    for start, end in split_sentences(body):
        assert sum(left <= start and end <= right for left, right in bounds) == 1


@given(st.one_of(BODIES, st.text()))
def test_a_passage_alone_has_the_sentences_that_it_has_in_the_body(body: str) -> None:
    inside = [
        (passage.start + start, passage.start + end)
        for passage in split_passages(article_of(body))
        for start, end in split_sentences(passage.text)
    ]
    assert inside == split_sentences(body)


@given(BODIES)
def test_only_single_sentences_exceed_the_upper_size(body: str) -> None:
    for passage in split_passages(article_of(body)):
        single = len(split_sentences(passage.text)) == 1
        assert len(passage.text.split()) <= MAX_WORDS or single


@given(BODIES)
def test_no_two_neighbours_could_be_joined_to_one_of_fitting_size_if_both_are_short(
    body: str,
) -> None:
    sizes = [len(passage.text.split()) for passage in split_passages(article_of(body))]
    for left, right in pairwise(sizes):
        assert max(left, right) >= MIN_WORDS
