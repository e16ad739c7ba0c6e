"""Typing slips: unknown words are read as known ones, and known words are never touched."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search.spelling import MAX_LENGTH, MIN_LENGTH, Speller, is_clipped

FREQUENCIES = {"sirekap": 900, "suara": 500, "server": 80, "surat": 40, "kata": 60, "kota": 60}
SPELLER = Speller(FREQUENCIES)


@pytest.mark.parametrize(
    ("slip", "word"),
    [
        ("sirkeap", "sirekap"),
        ("sirekapp", "sirekap"),
        ("siirekap", "sirekap"),
        ("sirekao", "sirekap"),
        ("aerver", "server"),
        ("srekap", "sirekap"),
        ("sirekaps", "sirekap"),
        ("sara", "suara"),
    ],
)
def test_swapped_doubled_neighbouring_missing_and_added_letters_are_mended(
    slip: str, word: str
) -> None:
    assert SPELLER.correct(slip) == word


@pytest.mark.parametrize("word", FREQUENCIES)
def test_a_known_word_is_left_alone_though_another_is_one_letter_away(word: str) -> None:
    assert SPELLER.correct(word) is None


@pytest.mark.parametrize(
    "word", ["", "srt", "sirekap1", "si-rekap", "sirekappp", "xyzzy", "s" * (MAX_LENGTH + 1)]
)
def test_what_is_short_long_no_word_or_too_far_is_left_alone(word: str) -> None:
    assert SPELLER.correct(word) is None


@pytest.mark.parametrize("slip", ["baswalu", "bawasul", "bauwasl"])
def test_a_long_common_word_may_have_its_letters_in_any_order(slip: str) -> None:
    assert Speller({"bawaslu": 60, "bawalu": 1}).correct(slip) == "bawaslu"


@pytest.mark.parametrize(("slip", "known"), [("swabalu", 60), ("bauwasl", 9)])
def test_jumbled_letters_need_the_first_in_its_place_and_a_common_word(
    slip: str, known: int
) -> None:
    assert Speller({"bawaslu": known}).correct(slip) is None


def test_the_key_beside_is_likelier_than_a_commoner_word() -> None:
    speller = Speller({"kata": 30, "kora": 90})

    assert speller.correct("kaya") == "kata"
    assert speller.correct("koea") == "kora"


def test_of_equal_slips_the_commoner_word_is_meant() -> None:
    assert Speller({"surat": 9, "surau": 3}).correct("surar") == "surat"
    assert Speller({"batas": 2, "bawas": 50}).correct("bamas") == "bawas"


def test_a_very_common_word_that_lost_a_vowel_is_read_in_three_letters() -> None:
    speller = Speller({"data": 400, "dita": 40, "edta": 900, "dotta": 900})

    assert speller.rank("dta") == ("data",)
    assert speller.correct("dat") == "data"
    assert speller.correct("ata") is None


def test_a_common_word_is_read_in_a_short_one_that_begins_wrong() -> None:
    speller = Speller({"tahun": 200, "akun": 30, "rusak": 39})

    assert speller.rank("ahun") == ("tahun", "akun")
    assert speller.correct("usak") is None


@pytest.mark.parametrize("slip", ["keslahan", "kesalahaan", "kesalhaan"])
def test_dropped_vowels_doubled_and_swapped_letters_are_slips_for_certain(slip: str) -> None:
    assert Speller({"kesalahan": 9}).rank_certain(slip) == ("kesalahan",)


@pytest.mark.parametrize(("word", "known"), [("balasan", "alasan"), ("bertamu", "bertemu")])
def test_another_or_an_added_letter_may_make_another_word(word: str, known: str) -> None:
    speller = Speller({known: 9})

    assert speller.rank(word) == (known,)
    assert speller.rank_certain(word) == ()


@pytest.mark.parametrize(
    ("clipped", "word"), [("kslhn", "kesalahan"), ("srkap", "sirekap"), ("bwslu", "bawaslu")]
)
def test_a_word_that_lost_several_vowels_is_read(clipped: str, word: str) -> None:
    speller = Speller({"kesalahan": 20, "sirekap": 900, "bawaslu": 200, "bwsl": 2, "kaslahn": 1})

    assert speller.correct(clipped) == word


@pytest.mark.parametrize("word", ["ksgn", "sltn", "elaln", "sln"])
def test_what_lost_several_vowels_has_its_first_letter_and_every_consonant(word: str) -> None:
    assert Speller({"kesalahan": 20, "selatan": 9, "alalan": 90, "salin": 9}).correct(word) is None


def test_a_vowel_between_two_consonants_is_one_that_chat_leaves_out() -> None:
    speller = Speller({"salah": 77, "suara": 700, "daerah": 51, "sipil": 13})

    assert speller.rank_clipped("slah") == ("salah",)
    assert [speller.rank_clipped(word) for word in ("sara", "darah", "spil")] == [(), (), ()]


def test_a_short_word_is_read_as_one_that_is_not_rare() -> None:
    speller = Speller({"baca": 11, "bica": 9, "abca": 90})

    assert speller.rank("bca") == ()
    assert speller.rank_short("bca") == ("baca",)
    assert speller.rank_short("slah") == ()


def test_without_known_words_nothing_is_mended() -> None:
    assert Speller({}).correct("sirekap") is None


@given(
    st.dictionaries(st.text("asiurek", min_size=3, max_size=7), st.integers(1, 99), max_size=30),
    st.text("asiurekx", min_size=1, max_size=8),
)
def test_what_is_meant_is_a_known_word_one_slip_or_some_vowels_away(
    frequencies: dict[str, int], word: str
) -> None:
    corrected = Speller(frequencies).correct(word)

    near = {known for known in frequencies if is_one_slip(word, known)}
    clipped = {known for known in frequencies if is_clipped(word, known)}
    if clipped - near:
        assert corrected is None or corrected in near | clipped
    elif word in frequencies or len(word) < MIN_LENGTH - 1 or not near:
        assert corrected is None
    elif len(word) <= MIN_LENGTH:
        assert corrected is None or corrected in near
    else:
        assert corrected in near


def is_one_slip(written: str, meant: str) -> bool:
    """Tell by comparing, where the speller lists every slip."""
    shorter, longer = sorted((written, meant), key=len)
    if len(longer) - len(shorter) == 1:
        return any(longer[:i] + longer[i + 1 :] == shorter for i in range(len(longer)))
    places = [i for i, pair in enumerate(zip(written, meant, strict=False)) if len({*pair}) > 1]
    if len(longer) != len(shorter) or not 1 <= len(places) <= 2:
        return False
    first, last = places[0], places[-1]
    swapped = last - first == 1 and written[first] + written[last] == meant[last] + meant[first]
    return first == last or swapped
