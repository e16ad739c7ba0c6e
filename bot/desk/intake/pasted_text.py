"""Text as a browser gives it: what of it is the article, what is not, and what is uncertain."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.desk.intake.clutter import find_author, recognise
from bot.desk.intake.dates import Mention, find_days
from bot.desk.intake.lines import split_lines, split_long
from bot.desk.intake.outlets import name_outlet, split_dateline
from bot.desk.values import Asked, Clutter, Doubt, Dropped, KnownOutlets

_HEADLINE_WORDS = 4
_PARAGRAPH_WORDS = 20
_SENTENCE_WORDS = 6
_LONGEST_HEADING = 12
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)]*$")
_INITIALS = re.compile(r"\s*(\((?:\*+|[a-z]{2,5}(?:[/-][a-z]{2,5}){0,3})\))$")
_READ_ALSO_LABEL = re.compile(r"\W*(?:baca|lihat|simak|tonton)\s+juga\W*", re.IGNORECASE)
_ENDS_ARTICLE = frozenset({Clutter.COMMENTS, Clutter.NAVIGATION})


@dataclass(slots=True)
class Reading:
    """What was read of a text; empty where it does not tell."""

    title: str = ""
    outlet: str = ""
    author: str = ""
    published: date | None = None
    paragraphs: list[str] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    asked: list[Asked] = field(default_factory=list)

    def drop(self, line: str, clutter: Clutter) -> None:
        """Leave out `line`, and remember it."""
        self.dropped.append(Dropped(line, clutter))

    def ask(self, doubt: Doubt, about: str = "") -> None:
        """Leave a decision to the moderator."""
        self.asked.append(Asked(doubt, about))


def read_pasted(text: str, known: KnownOutlets, title: str = "") -> Reading:
    """Take apart the text of a news page.

    Args:
        text: as copied from a browser, or as extracted from HTML.
        known: the outlets of the corpus, whose spelling is preferred.
        title: the headline, when it is known already.
    """
    reading = Reading(title=title)
    lines = split_lines(text)
    start = _find_body(lines, known)
    head = [line for line in lines[:start] if _keep(line, reading)]
    if not title:
        _choose_headline(head, reading)
    _drop_head(head, reading)
    _read_body(lines[start:], reading)
    _take_dateline(reading, known)
    _take_initials(reading)
    _propose_day(reading)
    reading.paragraphs = [part for whole in reading.paragraphs for part in split_long(whole)]
    return reading


def _find_body(lines: Sequence[str], known: KnownOutlets) -> int:
    """Return the place of the first paragraph."""
    sentences = [n for n, line in enumerate(lines) if _is_sentence(line) and not recognise(line)]
    for fewest in (_PARAGRAPH_WORDS, _SENTENCE_WORDS):
        for number in sentences:
            line = lines[number]
            if len(line.split()) >= fewest or split_dateline(line, known)[0]:
                return number
    return len(lines)


def _choose_headline(head: Sequence[str], reading: Reading) -> None:
    """Take the headline that is repeated, or else the first line that is longer than a kicker."""
    candidates = [line for line in head if len(line.split()) >= _HEADLINE_WORDS]
    counts = Counter(map(_squash, candidates))
    repeated = next((line for line in candidates if counts[_squash(line)] > 1), None)
    reading.title = repeated or next(iter(candidates), "")
    if not reading.title:
        reading.ask(Doubt.NO_HEADLINE)
    elif repeated is None and len(candidates) > 1:
        reading.ask(Doubt.HEADLINE, candidates[1])


def _drop_head(head: Sequence[str], reading: Reading) -> None:
    seen = False
    for line in head:
        if _squash(line) == _squash(reading.title):
            reading.drop(line, Clutter.REPEATED if seen else Clutter.HEADLINE)
            seen = True
        else:
            reading.drop(line, Clutter.SUBHEADLINE if seen else Clutter.KICKER)


def _keep(line: str, reading: Reading) -> bool:
    """Tell whether `line` may be part of the article; drop it and take what it tells if not."""
    clutter = recognise(line)
    if clutter is None:
        return True
    reading.drop(line, clutter)
    if clutter is Clutter.AUTHOR:
        reading.author = reading.author or find_author(line)
    if clutter is Clutter.TIMESTAMP and reading.published is None:
        _take_day(next(find_days(line)), reading)
    return False


def _read_body(lines: Sequence[str], reading: Reading) -> None:
    ended = awaits_link = False
    seen = {_squash(reading.title)}
    for line in lines:
        if awaits_link and not line.endswith("."):
            reading.drop(line, Clutter.READ_ALSO)
            awaits_link = False
            continue
        awaits_link = _READ_ALSO_LABEL.fullmatch(line) is not None
        ended = ended or recognise(line) in _ENDS_ARTICLE
        if not _keep(line, reading):
            continue
        if _squash(line) in seen:
            reading.drop(line, Clutter.REPEATED)
        elif ended and not _is_sentence(line):
            reading.drop(line, Clutter.NAVIGATION)
        else:
            if ended or _is_heading(line):
                reading.ask(Doubt.LINE, line)
            reading.paragraphs.append(line)
            seen.add(_squash(line))


def _take_dateline(reading: Reading, known: KnownOutlets) -> None:
    if not reading.paragraphs:
        return
    dateline, rest = split_dateline(reading.paragraphs[0], known)
    if dateline:
        reading.paragraphs[0] = rest
        reading.drop(dateline, Clutter.DATELINE)
        reading.outlet = name_outlet(dateline, known)


def _take_initials(reading: Reading) -> None:
    found = _INITIALS.search(reading.paragraphs[-1]) if reading.paragraphs else None
    if found and found.start():
        reading.drop(found[1], Clutter.AUTHOR)
        reading.paragraphs[-1] = reading.paragraphs[-1][: found.start()]


def _propose_day(reading: Reading) -> None:
    if reading.published is not None:
        return
    mention = next((m for line in reading.paragraphs for m in find_days(line)), None)
    if mention is not None:
        _take_day(mention, reading)
        reading.ask(Doubt.DATE_FROM_TEXT, mention.text)


def _take_day(mention: Mention, reading: Reading) -> None:
    reading.published = mention.day
    if not mention.weekday_fits:
        reading.ask(Doubt.WEEKDAY, mention.text)


def _is_sentence(line: str) -> bool:
    return _SENTENCE_END.search(_INITIALS.sub("", line)) is not None


def _is_heading(line: str) -> bool:
    return not _is_sentence(line) and len(line.split()) <= _LONGEST_HEADING


def _squash(line: str) -> str:
    return re.sub(r"\W", "", line).casefold()
