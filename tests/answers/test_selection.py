"""One passage of each article, one event once, different voices side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest

from bot.answers import Answerer, Status
from bot.answers.selection import Choice, choose_passages
from bot.articles import Article
from bot.search import Ranking
from tests.answers.made_up import CHART, COST, DAY, SERVER, make_answerer, make_article

REPORT = (
    "Komisioner menyatakan grafik perolehan suara dihentikan karena memunculkan prasangka publik. "
    "Keputusan itu diumumkan dalam jumpa pers di kantor pusat."
)

TWO_PASSAGES = replace(SERVER, body="Awal. " * 60 + "\n\n" + "Akhir. " * 60)


def choose(
    articles: Sequence[Article],
    scores: Sequence[float],
    named: Article | None = None,
    aimed: Sequence[float] | None = None,
) -> list[Choice]:
    """Choose among articles whose passages are ranked as `scores` say, and told as `aimed` do."""
    answerer = make_answerer(*articles)
    order = np.argsort(-np.array(scores), kind="stable")
    empty = np.zeros(len(scores))
    shares = np.zeros((len(scores), 0))
    telling = empty if aimed is None else np.array(aimed)
    ranking = Ranking(order, np.array(scores)[order], empty, telling[order], shares, empty)
    return choose_passages(answerer.engine.index, ranking, answerer.corpus.by_key, named)


def list_keys(choices: Sequence[Choice]) -> list[str]:
    return [choice.article.key for choice in choices]


def report(key: str, body: str = REPORT, days: int = 0) -> Article:
    return make_article(key, f"Judul {key}", body, published=DAY + timedelta(days=days))


def test_two_reports_of_one_event_are_folded() -> None:
    choices = choose([report("a"), report("b", days=1), COST], [3, 2, 1])

    assert list_keys(choices) == ["a", "biaya"]
    assert [article.key for article in choices[0].also] == ["b"]


@pytest.mark.parametrize(("days", "folded"), [(0, True), (3, True), (4, False), (60, False)])
def test_the_same_words_weeks_later_are_another_event(days: int, *, folded: bool) -> None:
    early_first = choose([report("a"), report("b", days=days)], [2, 1])
    late_first = choose([report("a", days=days), report("b")], [2, 1])

    assert len(early_first) == len(late_first) == (1 if folded else 2)


def test_different_words_on_one_day_are_different_events() -> None:
    assert list_keys(choose([report("a"), CHART, COST, SERVER], [4, 3, 2, 1])) == [
        *("a", "grafik", "biaya", "server")
    ]


def test_the_best_passage_stands_for_its_article() -> None:
    [choice] = choose([TWO_PASSAGES], [1, 2])

    assert "Akhir" in choice.passage.text
    assert choice.score == 2


@pytest.mark.parametrize(("aimed", "word"), [(0.5, "Awal"), (1.5, "Akhir")])
def test_the_passage_that_tells_what_is_wanted_stands_for_its_article(
    aimed: float, word: str
) -> None:
    [choice] = choose([TWO_PASSAGES], [3, 2], aimed=[0, aimed])

    assert word in choice.passage.text


def test_what_is_wanted_moves_no_article() -> None:
    choices = choose([TWO_PASSAGES, COST], [2, 1, 1.5], aimed=[0, 9, 0])

    assert list_keys(choices) == ["server", "biaya"]
    assert [choice.score for choice in choices] == [2, 1.5]


def voiced(key: str, body: str, *voices: str) -> Article:
    return make_article(key, key, body, perspectives=voices)


VOICES = (
    voiced("a", "Anggota menyebut server aman.", "kpu"),
    voiced("b", "Ketua menilai jaringan lancar.", "kpu"),
    voiced("c", "Ahli menemukan celah pada sistem.", "ahli"),
)


def test_a_voice_not_yet_heard_goes_before_one_of_about_the_same_score() -> None:
    assert list_keys(choose(VOICES, [10, 9.9, 9.8])) == ["a", "c", "b"]


def test_a_voice_not_yet_heard_does_not_go_before_a_far_better_one() -> None:
    assert list_keys(choose(VOICES, [10, 9.9, 7])) == ["a", "b", "c"]


def test_the_first_stays_first_whoever_speaks() -> None:
    silent = voiced("d", "Laporan tanpa pembicara.")

    assert list_keys(choose([silent, *VOICES[1:]], [10, 9.9, 9.8])) == ["d", "b", "c"]


def test_a_named_article_goes_first_and_others_fold_into_it() -> None:
    articles = [report("a"), report("b"), COST]

    choices = choose(articles, [3, 2, 1], named=articles[1])

    assert list_keys(choices) == ["b", "biaya"]
    assert [article.key for article in choices[0].also] == ["a"]


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("brapa tps yg di papua gk ada internet", "240 TPS"),
        ("berapa persen sirekap salah baca angka di simulasi 2020", "30 persen"),
        ("brp tps yg terbukti ada selisih suara golkar laporan saksi demokrat", "6 TPS"),
        ("Berapa TPS yang menurut Ketua KPU salah konversi sehari setelah pencoblosan?", "2.325"),
    ],
)
def test_a_figure_is_quoted_where_it_stands(shipped: Answerer, question: str, told: str) -> None:
    assert told in shipped.answer(question).quotations[0].passage.text


def test_two_reports_of_monitor_indonesia_of_one_day_are_folded(shipped: Answerer) -> None:
    pair = {
        "2024-07-06-monitor-indonesia-doli-sirekap-tak-dipresentasikan.md",
        "2024-07-06-monitorindonesia-dpr-minta-kpu-tak-pakai-sirekap.md",
    }
    answer = shipped.answer(
        "DPR minta KPU tak gunakan Sirekap di Pilkada 2024 jika masih seperti kemarin"
    )
    first = answer.quotations[0]

    assert first.article.file in pair
    assert pair <= {first.article.file, *(article.file for article in first.also)}


@pytest.mark.parametrize(
    "question",
    [
        "Benarkah suara Ganjar dikunci 17 persen?",
        "apakah server sirekap di luar negeri?",
        "apakah suara PSI digelembungkan?",
        "was the vote count locked?",
        "benarkah Sirekap menguntungkan Prabowo?",
        "kenapa grafik sirekap dihilangkan?",
        "apakah Sirekap sengaja dibuat salah?",
        "apakah Sirekap layak dipakai lagi di Pilkada 2024?",
    ],
)
def test_a_contested_question_shows_different_sides(shipped: Answerer, question: str) -> None:
    answer = shipped.answer(question)
    sides = [frozenset(quotation.article.perspectives) for quotation in answer.quotations]

    assert answer.status is Status.FOUND
    assert len(sides) == 3
    assert len(set(sides)) >= 2
    assert len(frozenset().union(*sides)) >= 2
