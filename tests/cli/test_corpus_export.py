"""`corpus export`, read as other programs read it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.articles import load_corpus
from tests.articles.samples import SHIPPED
from tests.cli.desk_commands import Desk


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Desk:
    home = tmp_path_factory.mktemp("export")
    (home / "corpus").symlink_to(SHIPPED)
    return Desk(home)


def test_jsonl_has_one_article_a_line(desk: Desk) -> None:
    done = desk.run("corpus", "export", "--format", "jsonl")
    articles = [json.loads(line) for line in done.stdout.splitlines()]

    assert (done.returncode, done.stderr) == (0, "")
    assert [each["key"] for each in articles] == [a.key for a in load_corpus(SHIPPED).articles]
    for each in articles:
        for passage in each["passages"]:
            assert passage["text"] in each["body"]
            assert passage["key"].startswith(f"{each['key']}.")


def test_claimreview_is_one_array_of_reviews(desk: Desk) -> None:
    done = desk.run("corpus", "export", "--format", "claimreview")
    reviews = json.loads(done.stdout)

    assert (done.returncode, done.stderr) == (0, "")
    assert reviews
    assert {each["@type"] for each in reviews} == {"ClaimReview"}
    assert all(each["author"]["name"] and each["url"] for each in reviews)


@pytest.mark.parametrize("words", [[], ["--format", "xml"]])
def test_a_format_must_be_one_of_the_known(desk: Desk, words: list[str]) -> None:
    assert desk.run("corpus", "export", *words).returncode == 2


def test_nothing_is_written_to_the_corpus(desk: Desk, tmp_path: Path) -> None:
    before = load_corpus(SHIPPED).revision
    desk.run("corpus", "export", "--format", "jsonl", DATA_DIR=str(tmp_path))

    assert load_corpus(SHIPPED).revision == before
    assert list(tmp_path.iterdir()) == []
