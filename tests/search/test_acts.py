"""Who asks whether somebody admitted, denied or ordered something wants that act first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search import SearchEngine
from bot.search.aims import Aim, read_aim
from bot.search.cues import ACTS, Kind
from bot.search.sources import list_sources
from tests.search.corpora import article_of, corpus_of, glossary_of

GLOSSARY = glossary_of(
    stop=["apakah", "pernah"],
    names=["KPU", "MK", "Ganjar", "Sirekap"],
    expand={"mk": ("mahkamah konstitusi",), "ngaku": ("mengakui",)},
)


def find_first(question: str, **texts: str) -> str:
    articles = [article_of(key, f"Berita {key}", text) for key, text in texts.items()]
    engine = SearchEngine.build(list_sources(corpus_of(*articles)), GLOSSARY)
    ranking = engine.rank(engine.read(question))
    return str(engine.index.passages[ranking.positions[0]].article)


@pytest.mark.parametrize(
    ("question", "kind", "actor"),
    [
        ("apakah kpu mengakui sirekap salah", Kind.ADMISSION, "kpu"),
        ("kpu udah ngaku belum", Kind.ADMISSION, "kpu"),
        ("did kpu admit the mistakes", Kind.ADMISSION, "kpu"),
        ("kpu bantah suara psi digelembungkan", Kind.DENIAL, "kpu"),
        ("has hasyim denied it", Kind.DENIAL, "hasyim"),
        ("mk nyuruh audit sirekap ga", Kind.ORDER, "mk"),
        ("did the constitutional court order a recount", Kind.ORDER, "constitutional court"),
    ],
)
def test_who_is_asked_to_have_done_it_stands_before_the_verb(
    question: str, kind: Kind, actor: str
) -> None:
    assert read_aim(question.split()) == Aim(kind, tuple(actor.split()))


@pytest.mark.parametrize(
    "question",
    ["siapa yang mengakui", "akhirnya ngaku juga", "sudahkah penyelenggara pemilu membenarkan"],
)
def test_an_act_of_nobody_named_is_none(question: str) -> None:
    aim = read_aim(question.split())

    assert aim is None or aim.kind not in ACTS


@given(st.lists(st.sampled_from("kpu mk mengakui order bantah sirekap apa yang".split())))
def test_an_act_has_an_actor(words: list[str]) -> None:
    aim = read_aim(words)

    assert aim is None or aim.kind not in ACTS or aim.about


def test_ones_own_admission_goes_before_the_call_for_it() -> None:
    texts = {
        "asked": "Ganjar berharap pengakuan salah dari KPU atas Sirekap.",
        "own": "Sirekap salah dan lambat, KPU mengakui kemarin.",
    }

    assert find_first("apakah KPU mengakui Sirekap salah", **texts) == "own"


@pytest.mark.parametrize("whom", ["meminta KPU", "agar KPU", "saksi KPU", "mendesak Ketua KPU"])
def test_who_is_asked_to_act_does_not(whom: str) -> None:
    texts = {
        "asked": f"Ganjar {whom} mengakui Sirekap salah.",
        "own": "Kemarin sore KPU mengakui Sirekap salah.",
    }

    assert find_first("apakah KPU mengakui Sirekap salah", **texts) == "own"


def test_an_office_is_known_by_the_words_of_its_long_name() -> None:
    texts = {
        "other": "Hakim konstitusi hadir saat menteri memerintahkan audit.",
        "own": "Menteri hadir saat Mahkamah Konstitusi memerintahkan audit.",
    }

    assert find_first("apakah MK memerintahkan audit", **texts) == "own"


def test_the_act_of_a_branch_is_not_that_of_the_office() -> None:
    texts = {
        "branch": "KPU Kota Depok mengakui Sirekap salah.",
        "own": "KPU dari kota mengakui Sirekap salah.",
    }

    assert find_first("apakah KPU mengakui Sirekap salah", **texts) == "own"
