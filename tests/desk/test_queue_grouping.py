"""Questions that ask the same in other words are one group, others are not."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.answers import Answerer, open_answerer
from bot.desk.wordings import group_wordings

CORPUS = Path(__file__).resolve().parents[2] / "corpus"


@pytest.fixture(scope="module")
def answerer(tmp_path_factory: pytest.TempPathFactory) -> Answerer:
    """Answers from the corpus of this project, whose words tell how much each stem says."""
    return open_answerer(CORPUS, tmp_path_factory.mktemp("cache"))


SAME = [
    ("berapa gaji ketua kpu sebulan?", "gaji ketua KPU berapa sih", "Berapakah gajinya ketua KPU"),
    ("kapan pilkada 2029 digelar?", "Pilkada 2029 kapan ya"),
    ("apakah sirekap bisa dibuka di iphone", "aplikasi sirekap bisa di iphone gak?"),
    ("berapa biaya server sirekap per bulan", "biaya server sirekap sebulan berapa"),
    ("kapan sirekap dibuka lagi buat umum?", "sirekap kapan dibuka lagi untuk umum"),
    ("apakah data KTP warga aman di sirekap", "data ktp saya aman gak di sirekap?"),
    ("cara daftar jadi kpps", "gmn cara daftar kpps"),
    ("harga emas hari ini", "emas hari ini berapa"),
]
UNLIKE = [
    ("berapa gaji ketua kpu?", "gaji anggota kpps 2029 berapa"),
    ("kapan pilkada 2029 digelar?", "apakah pemilu 2029 pakai sirekap?"),
    ("apakah jokowi ikut menentukan sirekap", "siapa hacker yang meretas sirekap"),
    ("hasil pilgub jateng 2024", "siapa menang pilgub jatim 2024"),
    ("hasil pemilu kota bogor", "hasil pemilu kabupaten bandung"),
    ("nomor telepon KPU kota Medan", "alamat kpu medan"),
    ("cara daftar jadi kpps", "syarat jadi anggota kpps"),
    ("kenapa sirekap error", "kenapa sirekap mahal"),
]


@pytest.mark.parametrize("wordings", SAME)
def test_other_words_for_the_same_are_one_group(
    answerer: Answerer, wordings: tuple[str, ...]
) -> None:
    assert group_wordings(wordings, answerer.engine) == [list(range(len(wordings)))]


@pytest.mark.parametrize("wordings", UNLIKE)
def test_questions_that_only_share_common_words_are_apart(
    answerer: Answerer, wordings: tuple[str, ...]
) -> None:
    assert group_wordings(wordings, answerer.engine) == [[0], [1]]


def test_each_wording_finds_its_group_among_many(answerer: Answerer) -> None:
    texts = [wording for wordings in SAME for wording in reversed(wordings)]
    groups = group_wordings(texts, answerer.engine)

    assert [{texts[place] for place in group} for group in groups] == [set(each) for each in SAME]


def test_a_chain_of_alike_wordings_is_one_group(answerer: Answerer) -> None:
    chain = ("aa bb cc dd", "bb cc dd ee", "cc dd ee ff")

    assert group_wordings([chain[0], chain[2]], answerer.engine) == [[0], [1]]
    assert group_wordings(chain, answerer.engine) == [[0, 1, 2]]


@given(st.lists(st.text(max_size=30), max_size=6))
def test_every_text_is_in_exactly_one_group(answerer: Answerer, texts: list[str]) -> None:
    groups = group_wordings(texts, answerer.engine)

    assert sorted(place for group in groups for place in group) == list(range(len(texts)))
