"""Figures as a picture for a phone: 960 pixels wide, still legible when shown at 360."""

from __future__ import annotations

import io
import unicodedata
from collections.abc import Sequence
from typing import TYPE_CHECKING

from bot.answers.values import Status
from bot.desk.figures import STATUS_NAMES, STATUSES, Figures
from bot.store import Verdict
from bot.texts import moderation_figures as texts
from bot.texts.answers import format_number

if TYPE_CHECKING:
    from PIL import ImageDraw, ImageFont

_WIDTH, _HEIGHT = 960, 1280
_LEFT, _RIGHT = 48, _WIDTH - 48
_HUGE, _LARGE, _NORMAL, _SMALL = 56, 50, 34, 30
_INK, _PALE, _LINE, _PAPER = "#1a1a1a", "#595959", "#d9d9d9", "#ffffff"
# Told apart by colour-blind people, too: https://jfly.uni-koeln.de/color/
_COLOURS = {Status.FOUND: "#0072b2", Status.NEAR: "#e69f00", Status.NOT_FOUND: "#4d4d4d"}
_TILES, _BARS, _BARS_END = 158, 338, 590
_FEEDBACK, _TOPICS, _MISSES = 662, 746, 1012
_ROW = 42
_STEPS = (1, 2, 3, 5)


def draw_figures(figures: Figures) -> bytes:
    """Return the picture of `figures` as PNG; this takes a moment, so call it in a thread.

    Letters that the font lacks are drawn as their nearest plain ones.
    """
    from PIL import Image, ImageDraw  # noqa: PLC0415 - most runs never draw

    image = Image.new("RGB", (_WIDTH, _HEIGHT), _PAPER)
    sheet = _Sheet(ImageDraw.Draw(image))
    _draw_head(sheet, figures)
    _draw_tiles(sheet, figures)
    _draw_days(sheet, figures)
    _draw_feedback(sheet, figures)
    _draw_topics(sheet, figures.topics)
    _draw_misses(sheet, [(each.text, each.askers) for each in figures.misses])
    file = io.BytesIO()
    image.save(file, "PNG", optimize=True)
    return file.getvalue()


class _Sheet:
    """Text and shapes on a picture; places are in pixels from the upper left corner."""

    def __init__(self, draw: ImageDraw.ImageDraw) -> None:
        self._draw = draw
        self._fonts: dict[int, ImageFont.FreeTypeFont | ImageFont.ImageFont] = {}

    def write(
        self,
        place: tuple[float, float],
        content: str,
        size: int,
        *,
        colour: str = _INK,
        at: str = "l",
    ) -> None:
        """Write one line; `at` says whether `place` is at its left, middle or right end."""
        font = self._find_font(size)
        self._draw.text(place, _simplify(content), colour, font, anchor=f"{at}m")

    def head(self, y: float, content: str, size: int = _NORMAL) -> None:
        """Write a heading, bolder than the font is."""
        font = self._find_font(size)
        self._draw.text((_LEFT, y), _simplify(content), _INK, font, "lm", stroke_width=0.6)

    def box(self, left: float, top: float, right: float, bottom: float, colour: str) -> None:
        """Fill a rectangle, unless there is nothing in it."""
        if right > left and bottom > top:
            self._draw.rectangle((left, top, right, bottom), colour)

    def fit(self, content: str, size: int, width: float) -> str:
        """Return `content` cut to a width, with three dots."""
        font, plain = self._find_font(size), _simplify(content)
        if font.getlength(plain) <= width:
            return plain
        while plain and font.getlength(f"{plain}...") > width:
            plain = plain[:-1].rstrip()
        return f"{plain}..."

    def _find_font(self, size: int) -> ImageFont.FreeTypeFont | ImageFont.ImageFont:
        from PIL import ImageFont  # noqa: PLC0415 - as above

        return self._fonts.setdefault(size, ImageFont.load_default(size))


def _draw_head(sheet: _Sheet, figures: Figures) -> None:
    sheet.head(62, texts.FIGURES_TITLE, _LARGE)
    span = texts.describe_span(figures.days[0].day, figures.days[-1].day)
    sheet.write((_LEFT, 116), span, _SMALL, colour=_PALE)


def _draw_tiles(sheet: _Sheet, figures: Figures) -> None:
    """Draw a coloured number for each outcome, which is the legend of the bars as well."""
    width = (_RIGHT - _LEFT) / len(STATUSES)
    total = max(figures.questions, 1)
    for number, status in enumerate(STATUSES):
        left, count = _LEFT + number * width, figures.by_status[status]
        sheet.box(left, _TILES, left + 12, _TILES + 130, _COLOURS[status])
        sheet.write((left + 28, _TILES + 26), format_number(count), _HUGE)
        sheet.write((left + 28, _TILES + 74), STATUS_NAMES[status], _SMALL)
        share = f"{round(100 * count / total)}%"
        sheet.write((left + 28, _TILES + 110), share, _SMALL, colour=_PALE)


def _draw_days(sheet: _Sheet, figures: Figures) -> None:
    sheet.head(_BARS - 20, texts.PER_DAY)
    if not figures.questions:
        sheet.write((_LEFT, _BARS + 60), texts.NO_QUESTIONS, _SMALL, colour=_PALE)
        return
    top, bottom = _BARS + 30, _BARS_END
    step = _choose_step(max(day.questions for day in figures.days))
    highest = step * 3
    for line in range(4):
        y = bottom - (bottom - top) * line / 3
        sheet.box(_LEFT + 70, y - 1, _RIGHT, y + 1, _LINE)
        sheet.write((_LEFT + 58, y), format_number(step * line), _SMALL, colour=_PALE, at="r")
    slot = (_RIGHT - _LEFT - 70) / len(figures.days)
    for number, day in enumerate(figures.days):
        left, y = _LEFT + 70 + slot * number + slot * 0.12, float(bottom)
        for status in STATUSES:
            height = (bottom - top) * day.by_status[status] / highest
            sheet.box(left, y - height, left + slot * 0.76, y, _COLOURS[status])
            y -= height
    first, last = figures.days[0].day, figures.days[-1].day
    sheet.write((_LEFT + 70, bottom + 26), texts.format_short(first), _SMALL, colour=_PALE)
    sheet.write((_RIGHT, bottom + 26), texts.format_short(last), _SMALL, colour=_PALE, at="r")


def _draw_feedback(sheet: _Sheet, figures: Figures) -> None:
    sheet.head(_FEEDBACK, texts.FEEDBACK)
    given = figures.verdicts
    said = texts.describe_feedback(given[Verdict.HELPFUL], given[Verdict.UNHELPFUL])
    sheet.write((_LEFT, _FEEDBACK + 42), said, _SMALL)


def _draw_topics(sheet: _Sheet, topics: Sequence[tuple[str, int]]) -> None:
    sheet.head(_TOPICS + 10, texts.TOP_TOPICS)
    if not topics:
        sheet.write((_LEFT, _TOPICS + 54), texts.NO_TOPICS, _SMALL, colour=_PALE)
    most = max((count for _, count in topics), default=1)
    for number, (name, count) in enumerate(topics):
        y = _TOPICS + 54 + _ROW * number
        sheet.write((_LEFT, y), sheet.fit(name, _SMALL, 380), _SMALL)
        right = 450 + (_RIGHT - 110 - 450) * count / most
        sheet.box(450, y - 13, right, y + 13, _COLOURS[Status.FOUND])
        sheet.write((right + 12, y), format_number(count), _SMALL)


def _draw_misses(sheet: _Sheet, misses: Sequence[tuple[str, int]]) -> None:
    sheet.head(_MISSES + 10, texts.TOP_MISSES)
    if not misses:
        sheet.write((_LEFT, _MISSES + 54), texts.NO_MISSES, _SMALL, colour=_PALE)
    for number, (question, askers) in enumerate(misses):
        y = _MISSES + 54 + _ROW * number
        sheet.write((_LEFT, y), sheet.fit(question, _SMALL, 640), _SMALL)
        sheet.write((_RIGHT, y), texts.describe_askers(askers), _SMALL, colour=_PALE, at="r")


def _choose_step(highest: int) -> int:
    """Return the distance of three lines that reach at least `highest`."""
    scale = 1
    while True:
        for step in _STEPS:
            if step * scale * 3 >= highest:
                return step * scale
        scale *= 10


def _simplify(content: str) -> str:
    """Return `content` in the letters of the font, which are those of ASCII."""
    plain = content.translate(str.maketrans("–—“”‘’", "--\"\"''"))
    return unicodedata.normalize("NFKD", plain).encode("ascii", "ignore").decode()
