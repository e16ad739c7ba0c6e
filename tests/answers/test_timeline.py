"""A time line tells events in order, each in a literal sentence of the article that it cites."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from bot.answers.events import list_openings
from bot.answers.periods import list_months
from bot.answers.timeline import PAGE, Chronicle
from bot.answers.values import Period, Timeline
from tests.answers.shipped import open_shipped, open_small
from tests.articles.samples import ARTICLE, CLAIM

if TYPE_CHECKING:
    from pathlib import Path

    from bot.answers import Answerer

QUESTIONS = (
    "kronologi kontrak alibaba",
    "urutan kejadian laporan Roy Suryo ke Bareskrim",
    "linimasa suara anies turun",
    "timeline penghapusan grafik maret 2024",
)


def open_chronicle(answerer: Answerer) -> Chronicle:
    return Chronicle(answerer.corpus, answerer.engine)


@pytest.fixture(scope="module")
def chronicle() -> Chronicle:
    return open_chronicle(open_shipped())


def list_days(timeline: Timeline) -> list[date]:
    return [event.article.citation.published for event in timeline.events]


def check(timeline: Timeline) -> None:
    """Each sentence is a literal part of its article; days go forward; numbers have no gap."""
    assert len(timeline.events) == timeline.total > 0
    assert [event.rank for event in timeline.events] == list(range(1, timeline.total + 1))
    days = list_days(timeline)
    assert all(former <= later for former, later in pairwise(days))
    for event in timeline.events:
        body = event.article.body
        assert event.sentence in body
        assert event.sentence in {body[slice(*span)] for span in list_openings(body)}
        assert event.passage.article == event.article.key
        assert event.article.retracted is None
        assert event.article not in event.also
        if timeline.topic:
            assert timeline.topic.id in event.article.topics
        if timeline.period:
            assert timeline.period.holds(event.article.citation.published)


def test_every_topic_has_a_time_line_of_literal_sentences_in_order(chronicle: Chronicle) -> None:
    for topic in open_shipped().corpus.taxonomy.topics:
        check(chronicle.tell(topic, limit=100))


def test_every_month_has_a_time_line_of_literal_sentences_in_order(chronicle: Chronicle) -> None:
    months = list_months(a.citation.published for a in open_shipped().corpus.articles)

    assert len(months) > 20
    for month in months:
        check(chronicle.tell(period=month, limit=100))


def test_the_whole_affair_has_milestones_of_several_topics_and_months(chronicle: Chronicle) -> None:
    timeline = chronicle.tell(limit=100)
    check(timeline)

    assert len({event.article.topics[0] for event in timeline.events}) >= 10
    assert len({(day.year, day.month) for day in list_days(timeline)}) >= 5
    assert max(list_days(timeline).count(day) for day in list_days(timeline)) <= 2


def test_a_topic_and_a_month_narrow_each_other(chronicle: Chronicle) -> None:
    topics = open_shipped().corpus.taxonomy.topics
    alibaba = next(topic for topic in topics if topic.id == "alibaba-cloud")
    check(chronicle.tell(alibaba, Period(2024, 3), limit=100))

    assert chronicle.tell(alibaba, Period(2017)) == Timeline((), 0, alibaba, Period(2017))


@pytest.mark.parametrize("question", QUESTIONS)
def test_a_question_has_a_time_line_of_what_is_found_for_it(question: str) -> None:
    answer = open_shipped().answer(question, limit=50)

    assert answer.timeline
    assert answer.quotations
    check(answer.timeline)


def test_pages_follow_each_other_without_a_gap(chronicle: Chronicle) -> None:
    whole = chronicle.tell(limit=100)
    pages = [chronicle.tell(start=start) for start in range(0, whole.total, PAGE)]

    assert len(pages) > 1
    assert tuple(event for page in pages for event in page.events) == whole.events
    assert chronicle.tell(start=whole.total).events == ()


def make_article(number: int, body: str, *, day: int, front: str = "") -> str:
    changed = ARTICLE.replace("/satu", f"/{number}").replace("2024-03-13", f"2024-03-{day:02}")
    head = changed.split("---\n")[1].replace("KPU menjelaskan letak server", f"Judul {number}")
    return f"---\n{head}{front}---\n{body}\n"


SAME = "Anggota KPU Budi Santoso menjelaskan letak server Sirekap di gedung arsip Jakarta Pusat."


def test_reports_of_one_event_are_told_once(tmp_path: Path) -> None:
    answerer = open_small(
        tmp_path,
        {
            "articles/one.md": make_article(1, SAME, day=10),
            "articles/two.md": make_article(2, f"{SAME} Kemarin.", day=11),
            "articles/much-later.md": make_article(3, SAME, day=28),
        },
    )
    timeline = open_chronicle(answerer).tell(period=Period(2024, 3), limit=100)
    folded = [event for event in timeline.events if event.also]

    assert [(e.article.file, [a.file for a in e.also]) for e in folded] == [("one.md", ["two.md"])]
    assert "much-later.md" in {event.article.file for event in timeline.events}


def test_a_retracted_article_tells_nothing(tmp_path: Path) -> None:
    retracted = 'retracted: {date: 2024-04-01, reason: "Tidak benar."}\n'
    answerer = open_small(
        tmp_path, {"articles/false.md": make_article(1, SAME, day=10, front=retracted)}
    )
    told = {event.article.file for event in open_chronicle(answerer).tell(limit=100).events}

    assert told == {"good.md"}


def test_what_claim_cards_cite_goes_before_the_rest(tmp_path: Path) -> None:
    many = {
        f"articles/a{number:02}.md": make_article(
            number, f"Peristiwa{number} terjadi di kota{number} menurut saksi{number}.", day=number
        )
        for number in range(1, 29)
    }
    ruled = CLAIM.replace("Tanggapan", "Putusan").replace("[good.md]", "[a28.md] [good.md]")
    ruled = ruled.replace("KPU menyebut biayanya Rp3,5 miliar pada 13 Maret 2024.", "Peristiwa28.")
    answerer = open_small(tmp_path, {**many, "claims/good-claim.md": ruled})
    timeline = open_chronicle(answerer).tell(period=Period(2024, 3), limit=100)

    assert timeline.total == PAGE
    assert {"a28.md", "good.md"} <= {event.article.file for event in timeline.events}
    assert max(timeline.events, key=lambda event: event.score).article.file in {"a28.md", "good.md"}


def test_only_the_first_sentence_of_a_paragraph_tells_an_event(tmp_path: Path) -> None:
    body = "Hujan turun. Judul 1 disebut di sini.\n\nJudul 1 dibahas KPU. Server dibahas lagi."
    answerer = open_small(tmp_path, {"articles/one.md": make_article(1, body, day=10)})
    (told,) = (
        event.sentence
        for event in open_chronicle(answerer).tell(limit=100).events
        if event.article.file == "one.md"
    )

    assert told == "Judul 1 dibahas KPU."


def test_a_follow_up_asks_for_the_time_line_of_the_question_before_it() -> None:
    answerer = open_shipped()
    follow_up = answerer.answer("kronologinya?", previous="suara psi").timeline
    alone = answerer.answer("linimasa", previous="suara psi").timeline

    assert follow_up
    assert follow_up.topic
    assert follow_up.topic.id == "suara-psi"
    assert alone
    assert alone.topic is None


def test_a_time_line_of_nothing_that_there_is_is_not_found() -> None:
    answer = open_shipped().answer("linimasa 2017")

    assert answer.timeline is None
    assert answer.quotations == ()
    assert answer.topics


def test_a_time_line_is_context_for_the_question_after_it() -> None:
    answerer = open_shipped()
    after = answerer.answer("kata Bawaslu?", previous="linimasa suara psi")

    assert (
        after.understanding == answerer.answer("kata Bawaslu?", previous="suara psi").understanding
    )
    assert "psi" in after.understanding.terms
