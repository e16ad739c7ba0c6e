"""`eval` as people start it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.console.running import run
from tests.evaluation.small_dataset import write_dataset


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("eval")


@pytest.fixture(scope="module")
def dataset(folder: Path) -> Path:
    (folder / "himpunan").mkdir()
    return write_dataset(folder / "himpunan")


def test_the_figures_of_a_data_set_are_one_json_object(folder: Path, dataset: Path) -> None:
    done = run(folder, "eval", "--dataset", str(dataset), "--json")

    assert (done.returncode, done.stderr) == (0, "")
    perfect = dict.fromkeys(("mrr@10", "recall@1", "recall@5", "recall@10", "ndcg@10"), 1.0)
    rows = {"macro": perfect, "idk": perfect, "koran": perfect}
    assert json.loads(done.stdout) == {
        **dict.fromkeys(("text", "typo", "slang"), rows),
        "found_auc": {"absent": 1.0, "chat": 1.0},
    }


def test_the_figures_of_a_data_set_are_readable_tables(folder: Path, dataset: Path) -> None:
    done = run(folder, "eval", "--dataset", str(dataset))

    assert (done.returncode, done.stderr) == (0, "")
    assert "rata-rata sumber" in done.stdout
    assert "1,000" in done.stdout
    assert "\x1b" not in done.stdout


def test_a_damaged_data_set_ends_with_file_and_line(folder: Path, tmp_path: Path) -> None:
    path = write_dataset(tmp_path) / "qrels.jsonl"
    path.write_text("{}\n", "utf-8")

    done = run(folder, "eval", "--dataset", str(tmp_path), "--json")

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"{path}:1: isian “query” tidak ada atau bukan teks; tambahkan.\n"


def test_a_folder_that_is_not_there_is_named(folder: Path) -> None:
    done = run(folder, "eval", "--dataset", "tidak-ada")

    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"{Path('tidak-ada', 'corpus.jsonl')}: berkas tidak bisa dibuka")


def test_the_figures_of_a_data_set_cannot_be_kept(folder: Path, dataset: Path) -> None:
    assert run(folder, "eval", "--dataset", str(dataset), "--update").returncode == 2
