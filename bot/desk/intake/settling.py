"""What a moderator decides about a draft that the source left open, and text that came later."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.desk.errors import NoArticleError
from bot.desk.intake.lines import split_long
from bot.desk.intake.page_links import tidy_address
from bot.desk.intake.pasted_text import read_pasted
from bot.desk.values import Asked, Clutter, Doubt, Draft, Dropped, Intake, KnownOutlets
from bot.texts import fetching as texts

_SENTENCE_END = re.compile(r"[.!?…][\"'”’)]*$")
_ABOUT_HEADLINE = frozenset({Doubt.HEADLINE, Doubt.NO_HEADLINE})
_ABOUT_DAY = frozenset({Doubt.DATE_FROM_TEXT, Doubt.WEEKDAY})
_ABOUT_OUTLET = frozenset({Doubt.OUTLET_FROM_HOST})


def settle(intake: Intake, asked: Asked, *, accept: bool) -> Intake:
    """Return the intake without a doubt, once a moderator has decided it.

    Args:
        intake: what was understood.
        asked: one of its doubts.
        accept: whether what the doubt proposes is done: the other headline or address is taken,
            the line is taken out. Other doubts propose nothing, and the draft stays as it is.
    """
    left = tuple(each for each in intake.asked if each != asked)
    settled = replace(intake, asked=left)
    if not accept:
        return settled
    match asked.doubt:
        case Doubt.HEADLINE:
            return replace(settled, draft=replace(intake.draft, title=asked.about))
        case Doubt.OTHER_SITE:
            return replace(settled, draft=replace(intake.draft, url=tidy_address(asked.about)))
        case Doubt.LINE:
            return _take_out(settled, asked.about)
    return settled


def extend(intake: Intake, text: str, known: KnownOutlets) -> Intake:
    """Return the intake with more text of the same article, as it was pasted.

    A paragraph that was cut off in the middle is put together again.

    Raises:
        NoArticleError: there is no paragraph in the text.
    """
    paragraphs = _list_paragraphs(intake.draft)
    cut_off = paragraphs.pop() if paragraphs and not _ends_sentence(paragraphs[-1]) else ""
    reading = read_pasted(f"{cut_off} {text}".strip(), known, intake.draft.title)
    if not reading.paragraphs:
        raise NoArticleError(texts.NO_ARTICLE_IN_TEXT)
    draft = intake.draft
    whole = replace(
        draft,
        title=draft.title or reading.title,
        outlet=draft.outlet or reading.outlet,
        published=draft.published or reading.published,
        body="\n\n".join((*paragraphs, *reading.paragraphs)),
    )
    still_asked = (each for each in intake.asked if each != Asked(Doubt.LINE, cut_off))
    asked = dict.fromkeys((*still_asked, *_keep_open(reading.asked, draft)))
    dropped = (*intake.dropped, *reading.dropped)
    return replace(intake, draft=whole, asked=tuple(asked), dropped=dropped)


def _take_out(intake: Intake, line: str) -> Intake:
    gone = {line, *split_long(line)}
    kept = (each for each in _list_paragraphs(intake.draft) if each not in gone)
    draft = replace(intake.draft, body="\n\n".join(kept))
    dropped = (*intake.dropped, Dropped(line, Clutter.SUBHEADLINE))
    return replace(intake, draft=draft, dropped=dropped)


def _keep_open(asked: list[Asked], draft: Draft) -> list[Asked]:
    """Leave out what the draft, as it was before, says already."""
    known: frozenset[Doubt] = frozenset()
    if draft.title:
        known |= _ABOUT_HEADLINE
    if draft.published:
        known |= _ABOUT_DAY
    if draft.outlet:
        known |= _ABOUT_OUTLET
    return [each for each in asked if each.doubt not in known]


def _list_paragraphs(draft: Draft) -> list[str]:
    return draft.body.split("\n\n") if draft.body else []


def _ends_sentence(paragraph: str) -> bool:
    return _SENTENCE_END.search(paragraph) is not None
