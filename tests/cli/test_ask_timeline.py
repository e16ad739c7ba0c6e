"""`ask` tells a time line when the question is for one."""

from __future__ import annotations

import json
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from bot.articles import load_corpus
from tests.console.running import ROOT, run

if TYPE_CHECKING:
    from pathlib import Path

QUESTIONS = {
    "linimasa suara psi": ("suara-psi", None, None),
    "timeline maret 2024": (None, "2024-03", None),
    "linimasa tahun 2020": (None, "2020", None),
    "linimasa sirekap": (None, None, None),
    "kronologi kontrak alibaba": (None, None, "kontrak alibaba"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("ask")


def test_each_event_is_a_literal_sentence_with_its_citation_in_order(folder: Path) -> None:
    done = run(folder, "ask", "--json", "-", stdin="\n".join(QUESTIONS))
    articles = load_corpus(ROOT / "corpus").by_file

    assert (done.returncode, done.stderr) == (0, "")
    for line, about in zip(done.stdout.splitlines(), QUESTIONS.values(), strict=True):
        answer = json.loads(line)
        timeline = answer["timeline"]
        assert answer["found"]
        assert answer["passages"]
        assert (timeline["topic"], timeline["period"], timeline["subject"]) == about
        events = timeline["events"]
        assert 0 < len(events) <= timeline["total"]
        assert all(former["day"] <= later["day"] for former, later in pairwise(events))
        for event in events:
            article = articles[event["file"]]
            assert event["text"] in article.body
            assert event["citation"]["url"] == article.citation.url
            assert event["day"] == event["citation"]["published"]


def test_people_read_it_day_by_day(folder: Path) -> None:
    done = run(folder, "ask", "linimasa suara psi")

    assert done.stdout.startswith("Linimasa: Suara PSI\n")
    assert "\n1. 2 Maret 2024\n" in done.stdout
    assert "Sumber sampai" in done.stdout
