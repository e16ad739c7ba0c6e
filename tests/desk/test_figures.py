"""Figures of a span of days, and the picture of them."""

import io
from collections import Counter
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from bot.answers.values import Status
from bot.articles import Taxonomy, Topic
from bot.desk.chart import draw_figures
from bot.desk.figures import (
    DayFigures,
    Figures,
    Kind,
    collect_figures,
    list_days,
    name_count,
)
from bot.desk.queue import Group
from bot.store import DailyCount, UnansweredQuestion, Verdict

LAST = date(2026, 3, 2)
DAYS = list_days(LAST, 3)
TAXONOMY = Taxonomy((Topic("kpps", "Petugas KPPS", ""), Topic("psi", "Suara PSI", "")), {}, {})


def count(day: date, kind: Kind, what: str, number: int) -> DailyCount:
    return DailyCount(day, name_count(kind, what), number)


def make_group(text: str, askers: int) -> Group:
    return Group((UnansweredQuestion("0" * 16, text, askers),), askers, LAST, LAST)


def test_days_follow_one_another_over_the_end_of_a_month() -> None:
    assert [date(2026, 2, 28), date(2026, 3, 1), LAST] == DAYS


def test_counts_are_put_together_by_day_outcome_and_topic() -> None:
    counts = [
        count(DAYS[0], Kind.STATUS, "found", 2),
        count(LAST, Kind.STATUS, "found", 3),
        count(LAST, Kind.STATUS, "not_found", 1),
        count(LAST, Kind.TOPIC, "kpps", 1),
        count(LAST, Kind.TOPIC, "psi", 4),
        count(LAST, Kind.TOPIC, "gone", 9),
        count(LAST, Kind.VERDICT, "helpful", 5),
        count(date(2020, 1, 1), Kind.STATUS, "found", 100),
        DailyCount(LAST, "of another release", 7),
    ]
    misses = [make_group(str(number), 9 - number) for number in range(7)]
    figures = collect_figures(counts, DAYS, TAXONOMY, misses)

    assert [day.questions for day in figures.days] == [2, 0, 4]
    assert figures.by_status == Counter({Status.FOUND: 5, Status.NOT_FOUND: 1})
    assert figures.questions == 6
    assert figures.topics == (("Suara PSI", 4), ("Petugas KPPS", 1))
    assert figures.verdicts[Verdict.HELPFUL] == 5
    assert [miss.text for miss in figures.misses] == ["0", "1", "2", "3", "4"]


def read_picture(png: bytes) -> Image.Image:
    image = Image.open(io.BytesIO(png))
    image.load()
    return image


def count_pixels(image: Image.Image, colour: tuple[int, int, int], box: tuple[int, ...]) -> int:
    """Return how many pixels in a box (left, top, right, bottom) have exactly a colour."""
    part = image.convert("RGB").crop((box[0], box[1], box[2], box[3]))
    return sum(number for number, found in part.getcolors(1 << 20) or () if found == colour)


BLUE, ORANGE, GREY = (0, 114, 178), (230, 159, 0), (77, 77, 77)
BARS = (120, 360, 920, 588)


def make_figures(days: list[Counter[Status]]) -> Figures:
    listed = tuple(DayFigures(day, each) for day, each in zip(DAYS, days, strict=True))
    return Figures(listed, Counter(), Counter(), (), ())


def test_the_bars_are_as_high_as_their_days() -> None:
    found, near, missed = Status.FOUND, Status.NEAR, Status.NOT_FOUND
    days = [Counter({found: 10}), Counter({found: 5, near: 10}), Counter({missed: 20})]
    image = read_picture(draw_figures(make_figures(days)))
    areas = [count_pixels(image, colour, BARS) for colour in (BLUE, ORANGE, GREY)]

    assert image.size == (960, 1280)
    per_question = [area / number for area, number in zip(areas, (15, 10, 20), strict=True)]
    assert max(per_question) < 1.1 * min(per_question)


def test_days_without_questions_have_no_bars() -> None:
    image = read_picture(draw_figures(make_figures([Counter()] * 3)))

    assert [count_pixels(image, colour, BARS) for colour in (BLUE, ORANGE, GREY)] == [0, 0, 0]


def test_the_picture_is_small_enough_for_a_phone_on_a_slow_line() -> None:
    busy = make_figures([Counter({Status.FOUND: 10**6})] * 3)

    assert len(draw_figures(busy)) < 300_000


@settings(max_examples=20, deadline=None)
@given(st.text(max_size=2_000), st.integers(0, 10**9), st.integers(1, 365))
def test_any_words_and_numbers_can_be_drawn(words: str, number: int, span: int) -> None:
    days = list_days(LAST, span)
    figures = Figures(
        days=tuple(DayFigures(day, Counter({Status.NEAR: number})) for day in days),
        by_channel=Counter(),
        verdicts=Counter({Verdict.UNHELPFUL: number}),
        topics=((words, number), ("x", 1)),
        misses=(make_group(words, 1),) * 5,
    )

    assert read_picture(draw_figures(figures)).format == "PNG"
