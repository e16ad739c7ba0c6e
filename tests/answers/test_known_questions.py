"""What the questions of articles ask about is read once."""

from __future__ import annotations

import pytest

from bot.answers.known_questions import KnownQuestions
from bot.search import Query, SearchEngine
from tests.answers.made_up import CHART, COST, SERVER, make_answerer

ENGINE = make_answerer(SERVER, CHART, COST).engine


def test_a_question_asks_about_the_stems_of_its_telling_words() -> None:
    subject = KnownQuestions(ENGINE).read("Di mana letak server Sirekap?")

    assert subject.own == subject.all == {"letak", "server", "sirekap"}


def test_a_question_is_read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[str] = []
    read_query = SearchEngine.read

    def note(engine: SearchEngine, question: str, previous: str | None = None) -> Query:
        read.append(question)
        return read_query(engine, question, previous)

    monkeypatch.setattr(SearchEngine, "read", note)
    known = KnownQuestions(ENGINE)
    first, second = SERVER.questions[:2]
    subjects = [known.read(question) for question in (first, first, second)]

    assert read == [first, second]
    assert subjects[0] == subjects[1] == KnownQuestions(ENGINE).read(first)
