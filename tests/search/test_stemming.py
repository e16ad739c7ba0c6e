"""Stems: those of the installed Sastrawi, except where names are concerned."""

from __future__ import annotations

import subprocess
import sys
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st
from Sastrawi.Stemmer.StemmerFactory import StemmerFactory

from bot.search.stemming import Stemmer
from bot.search.stemming.roots import load_roots

SASTRAWI = StemmerFactory().create_stemmer().delegatedStemmer
PLAIN = Stemmer()
ROOTS = sorted(load_roots())
PREFIXES, SUFFIXES = map(
    str.split,
    (
        """ber be bel ter te me mem men meng meny menge memper mempe pe per pem pen peng peny penge
        pel di ke se ku kau diper keber seper keter""",
        "i an kan nya ku mu lah kah tah pun kannya annya inya kanlah is isme isasi -nya",
    ),
)
NAMES = Stemmer(
    protected=["sirekap", "kpu", "bekasi", "bali", "berlin", "prabowo-gibran", "bang"],
    added=["server", "hoaks", "bal"],
)


def differing(words: list[str]) -> list[tuple[str, str, str]]:
    stems = [(word, SASTRAWI.stem_word(word), PLAIN.stem(word)) for word in words]
    return [(word, theirs, ours) for word, theirs, ours in stems if theirs != ours]


def test_every_root_of_the_dictionary_has_sastrawis_stem() -> None:
    assert differing(ROOTS) == []


def test_derived_forms_have_sastrawis_stem() -> None:
    affixes = list(product(["", *PREFIXES], ["", *SUFFIXES]))
    words = [
        prefix + root[position % 2 :] + suffix
        for position, root in enumerate(ROOTS[::5])
        for prefix, suffix in [affixes[position % len(affixes)]]
    ]
    assert differing(words) == []


def test_reduplicated_forms_have_sastrawis_stem() -> None:
    roots = ROOTS[::97]
    words = [f"{root}-{root}nya" for root in roots]
    words += [f"ber{root}-{root}an" for root in roots]
    words += [f"me{root}-{root[1:]}kan" for root in roots]
    words += [f"{root}-{root}-mu" for root in roots]
    assert differing(words) == []


AFFIXED = st.tuples(
    st.lists(st.sampled_from(PREFIXES), max_size=3).map("".join),
    st.one_of(st.sampled_from(ROOTS), st.text("aeioubcdkmnprstwyz", max_size=5)),
    st.lists(st.sampled_from([*SUFFIXES, "-"]), max_size=3).map("".join),
).map("".join)


@given(st.one_of(AFFIXED, st.text("abeijklmnprstuwyé7-", max_size=16)))
def test_arbitrary_words_have_sastrawis_stem(word: str) -> None:
    assert PLAIN.stem(word) == SASTRAWI.stem_word(word)


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("penghitungan", "hitung"),
        ("mempengaruhi", "pengaruh"),
        ("menyatakan", "nyata"),
        ("perolehannya", "oleh"),
        ("dikunci", "kunci"),
        ("belajar", "ajar"),
        ("mengecat", "cat"),
        ("kinerja", "kerja"),
        ("tolakan", "tolak"),
        ("berbalas-balasan", "balas"),
        ("meniru-nirukan", "tiru"),
        ("orang-orang", "orang"),
        ("nikmat-ku", "nikmat"),
        ("bolak-balik", "bolak-balik"),
        ("ini", "ini"),
        ("", ""),
    ],
)
def test_well_known_words_have_their_roots(word: str, stem: str) -> None:
    assert PLAIN.stem(word) == stem


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("bekasi", "bekasi"),
        ("sirekapnya", "sirekap"),
        ("sirekap-nya", "sirekap"),
        ("sirekaplah", "sirekap"),
        ("sirekapnyapun", "sirekap"),
        ("kpu-nya", "kpu"),
        ("kpuku", "kpu"),
        ("kpumu", "kpu"),
        ("kpukah", "kpu"),
        ("kpupun", "kpu"),
        ("berlinnya", "berlin"),
        ("prabowo-gibran", "prabowo-gibran"),
        ("kpu-kpu", "kpu"),
        ("sirekapan", "sirekapan"),
    ],
)
def test_a_protected_name_loses_only_its_clitics(word: str, stem: str) -> None:
    assert NAMES.stem(word) == stem


@pytest.mark.parametrize(
    ("word", "stem"),
    [
        ("server", "server"),
        ("servernya", "server"),
        ("serverlah", "server"),
        ("server-server", "server"),
        ("server-servernya", "server"),
        ("hoaksan", "hoaks"),
        ("hoaksisasinyapun", "hoaks"),
    ],
)
def test_an_added_root_is_found_before_suffixes(word: str, stem: str) -> None:
    assert NAMES.stem(word) == stem


def test_an_added_root_is_never_found_behind_a_prefix() -> None:
    assert NAMES.stem("diserver") == Stemmer().stem("diserver") == "diserver"


@pytest.mark.parametrize(("word", "stem"), [("balikan", "balik"), ("bangku", "bangku")])
def test_names_leave_other_words_their_roots(word: str, stem: str) -> None:
    assert NAMES.stem(word) == stem


def test_names_change_no_stem_of_a_word_in_the_dictionary() -> None:
    names = {root[:length] for root in ROOTS[::5] for length in (3, 4, 5)} - set(ROOTS)
    stemmer = Stemmer(protected=sorted(names)[::2], added=sorted(names)[1::2])
    assert [root for root in ROOTS if stemmer.stem(root) != SASTRAWI.stem_word(root)] == []


def test_known_stems_are_given_without_reading_the_dictionary() -> None:
    stemmer = Stemmer(protected=["kpu"], known={"pemilihnya": "dari-simpanan"})
    assert stemmer.stem("pemilihnya") == "dari-simpanan"
    assert stemmer.stem("kpu") == "kpu"
    assert "_sastrawi" not in vars(stemmer)
    assert stemmer.stem("memilih") == "pilih"


def test_names_go_before_known_stems() -> None:
    assert Stemmer(protected=["bekasi"], known={"bekasi": "bekas"}).stem("bekasi") == "bekasi"


def test_memory_is_bounded_in_words_and_in_their_length() -> None:
    stemmer = Stemmer()
    for number in range(25_000):
        stemmer.stem(f"kata{number}")
    assert stemmer._remember.cache_info().currsize == 20_000
    other = Stemmer()
    assert other.stem("berpanjang" * 10_000) == "berpanjang" * 10_000
    assert other._remember.cache_info().currsize == 0


def test_importing_reads_nothing_and_loads_no_sastrawi() -> None:
    program = "import bot.search.stemming, sys; sys.exit('Sastrawi' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
