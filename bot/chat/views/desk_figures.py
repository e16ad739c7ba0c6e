"""The figures in words, for those who do not see the picture."""

from __future__ import annotations

from bot.chat.layout import Block, assemble, fit
from bot.chat.markup import Markup, bold, lines, shorten, text
from bot.chat.sending_files import MAX_CAPTION
from bot.desk.figures import STATUS_NAMES, STATUSES, Figures
from bot.store import Verdict
from bot.texts import moderation_figures as texts

_MISS_UNITS = 60


def render_figures(figures: Figures) -> Markup:
    """Return what the picture shows, within the length of a caption."""
    days = figures.days
    head = lines(bold(texts.FIGURES_TITLE), text(texts.describe_span(days[0].day, days[-1].day)))
    given = figures.verdicts
    said = texts.describe_feedback(given[Verdict.HELPFUL], given[Verdict.UNHELPFUL])
    blocks = [
        Block(head),
        Block(_describe_outcomes(figures), rank=1),
        Block(text(f"{texts.FEEDBACK}: {said}"), rank=2),
        Block(_describe_entries(texts.TOP_TOPICS, dict(figures.topics)), rank=3),
        Block(_describe_entries(texts.TOP_MISSES, _list_misses(figures)), rank=4),
        Block(text(texts.PICTURE_HINT)),
    ]
    return assemble(fit(blocks, units=MAX_CAPTION))


def _describe_outcomes(figures: Figures) -> Markup:
    total, by_status = figures.questions, figures.by_status
    if not total:
        return text(texts.NO_QUESTIONS)
    busiest = max(figures.days, key=lambda day: day.questions)
    outcomes = [
        text(texts.describe_outcome(STATUS_NAMES[status], by_status[status], total))
        for status in STATUSES
    ]
    return lines(
        text(texts.describe_total(total)),
        *outcomes,
        text(texts.describe_busiest(busiest.day, busiest.questions)),
    )


def _describe_entries(title: str, entries: dict[str, int]) -> Markup:
    return text(texts.describe_list(title, entries)) if entries else Markup()


def _list_misses(figures: Figures) -> dict[str, int]:
    return {shorten(miss.text, _MISS_UNITS): miss.askers for miss in figures.misses}
