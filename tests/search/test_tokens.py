"""Tokens: the words, numbers and names that search compares, and where they stand."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.search.tokens import MAX_TOKEN_LENGTH, fold, tokenize

INDONESIAN = st.text(
    st.sampled_from("aiueknrst KPU-'’.,:/0123456789@#_()\n\u200b\u202e\u0301éＫ𝐒İßﬁ")
    | st.characters(),
    max_size=60,
)


def words_of(text: str) -> list[str]:
    return [token.text for token in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Rp3,5", "rp 3,5"),
        ("Rp 3,5 miliar", "rp 3,5 miliar"),
        ("Rp.3.500.000", "rp 3500000"),
        ("Rp3,5M", "rp 3,5 m"),
        ("1.234.567", "1234567"),
        ("1.234.567,89", "1234567,89"),
        ("1,000", "1,000"),
        ("18.30", "18,30"),
        ("18:30", "18,30"),
        ("18.30WIB", "18,30 wib"),
        ("3,5%", "3,5"),
        ("03/2024", "03 2024"),
        ("2019-2024", "2019 2024"),
        ("pasal 378A", "pasal 378a"),
        ("TPS001", "tps001"),
    ],
)
def test_numbers_keep_their_decimals_and_lose_the_points_of_thousands(
    text: str, words: str
) -> None:
    assert words_of(text) == words.split()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("C.Hasil", "c hasil"),
        ("Ganjar-Mahfud", "ganjar mahfud"),
        ("Sri-Mulyani", "sri mulyani"),
        ("KPU-Bawaslu-DKPP", "kpu bawaslu dkpp"),
        ("Covid-19", "covid 19"),
        ("e-service", "e service"),
        ("di-judi", "di judi"),
        ("kpu.go.id", "kpu go id"),
        ("@kpu_id", "kpu id"),
        ("#sirekap", "sirekap"),
        ("(Sirekap)", "sirekap"),
    ],
)
def test_joined_words_are_read_one_by_one(text: str, words: str) -> None:
    assert words_of(text) == words.split()


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("KPU-nya", "kpu"),
        ("Sirekap-lah", "sirekap"),
        ("orang-orang", "orang"),
        ("anak-anaknya", "anak"),
        ("berubah-ubah", "berubah"),
        ("sebaik-baiknya", "sebaik"),
        ("ditutup-tutupi", "ditutup"),
        ("tolong-menolong", "tolong"),
        ("a-a", "a"),
        ("Asy'ari", "asy'ari"),
        ("Asy’ari", "asy'ari"),
        ("Jum`at", "jum'at"),
        ("'sirekap'", "sirekap"),
    ],
)
def test_what_is_one_word_stays_one(text: str, word: str) -> None:
    assert words_of(text) == [word]


@pytest.mark.parametrize(
    "text",
    [
        "𝐒𝐢𝐫𝐞𝐤𝐚𝐩",
        "Ⓢⓘⓡⓔⓚⓐⓟ",
        "ＳＩＲＥＫＡＰ",
        "śirėkap",
        "s\u0301irekap",
        "si\u200brekap",
        "si\u00adrekap",
        "\u202esirekap\u202c",
        "\u2067sire\u2060kap\u2069",
        "\ufeffSIREKAP\ufe0f",
    ],
)
def test_styled_accented_and_hidden_characters_change_no_word(text: str) -> None:
    assert words_of(text) == ["sirekap"]


@pytest.mark.parametrize("text", ["", " \n\t", "😀👍🏽", "?!…", "-", "_", "'"])
def test_what_holds_no_word_has_no_token(text: str) -> None:
    assert words_of(text) == []


def test_spans_point_at_the_words_as_written() -> None:
    text = "Kata KPU-nya, “si\u200brekap” di Rp3,5 dan orang-orang"

    assert [text[token.start : token.end] for token in tokenize(text)] == [
        *("Kata", "KPU", "si\u200brekap", "di", "Rp", "3,5", "dan", "orang")
    ]


@given(INDONESIAN)
@example("İ")
def test_folding_keeps_every_character_in_its_place(text: str) -> None:
    folded = fold(text)

    assert len(folded) == len(text)
    assert all(fold(character) == folded[i] for i, character in enumerate(text))


@given(INDONESIAN)
@example("a-a-a 1.1.1 x'y-z")
def test_spans_are_ordered_apart_and_never_empty(text: str) -> None:
    tokens = tokenize(text)

    assert all(0 <= token.start < token.end <= len(text) for token in tokens)
    assert all(left.end <= right.start for left, right in pairwise(tokens))


@given(INDONESIAN)
def test_every_token_is_short_lower_case_text_without_blanks(text: str) -> None:
    for word in words_of(text):
        assert 0 < len(word) <= MAX_TOKEN_LENGTH
        assert not any(character.isspace() or character == "-" for character in word)
        assert word == fold(word)


@given(INDONESIAN)
def test_a_token_read_again_is_itself(text: str) -> None:
    for word in words_of(text):
        assert words_of(word) == [word]


@pytest.mark.parametrize("run", ["a" * 300, "1" * 300, "1." * 300, "a-" * 300, "a'" * 300])
def test_long_runs_become_short_tokens(run: str) -> None:
    assert max(map(len, words_of(run))) <= MAX_TOKEN_LENGTH
