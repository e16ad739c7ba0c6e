"""A data set is searched as the bot searches, and its figures are those of the ranking."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

import pytest

from bot.articles import Glossary, load_corpus
from bot.evaluation import Item, evaluate_dataset, read_dataset
from tests.console.running import ROOT
from tests.evaluation.small_dataset import QRELS, QUERIES, write_dataset

MEASURES = ["mrr@10", "recall@1", "recall@5", "recall@10", "ndcg@10"]


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    return load_corpus(ROOT / "corpus").glossary


def test_questions_that_name_their_passage_find_it_first_in_every_form(
    tmp_path: Path, glossary: Glossary
) -> None:
    figures = evaluate_dataset(read_dataset(write_dataset(tmp_path)), glossary)

    assert list(figures.forms) == ["text", "typo", "slang"]
    for rows in figures.forms.values():
        assert list(rows) == ["macro", "idk", "koran"]
        assert rows["macro"] == dict.fromkeys(MEASURES, 1.0)


def test_the_mean_gives_every_source_the_same_weight(tmp_path: Path, glossary: Glossary) -> None:
    wrong = [{"query": row["query"], "passage": "p3"} for row in QRELS]
    rows = evaluate_dataset(read_dataset(write_dataset(tmp_path, qrels=wrong)), glossary).forms

    assert rows["text"]["idk"]["recall@1"] == 0.0
    assert rows["text"]["koran"]["recall@1"] == 1.0
    assert rows["text"]["macro"]["recall@1"] == 0.5


def test_questions_with_an_answer_are_told_from_those_without(
    tmp_path: Path, glossary: Glossary
) -> None:
    figures = evaluate_dataset(read_dataset(write_dataset(tmp_path)), glossary)

    assert figures.found_auc == {"absent": 1.0, "chat": 1.0}


def test_another_set_without_the_blind_source_is_judged_on_all_its_questions(
    tmp_path: Path, glossary: Glossary
) -> None:
    queries = [{**row, "source": "koran"} for row in QUERIES]
    figures = evaluate_dataset(read_dataset(write_dataset(tmp_path, queries=queries)), glossary)

    assert set(figures.found_auc) == {"absent", "chat"}


def test_the_watcher_is_handed_every_question_once_in_each_form(
    tmp_path: Path, glossary: Glossary
) -> None:
    seen: dict[str, int] = {}

    def watch(items: Sequence[Item], label: str) -> Iterable[Item]:
        seen[label] = len(items)
        return items

    evaluate_dataset(read_dataset(write_dataset(tmp_path)), glossary, watch)

    assert seen == {"text": 3, "typo": 3, "slang": 3, "found_auc": 2}
