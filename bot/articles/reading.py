"""Reads a corpus folder into one immutable snapshot."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from bot.articles.assembly import assemble
from bot.articles.recollection import Recollection
from bot.articles.sources import read_sources
from bot.articles.values import Corpus

# The easternmost zone: an article dated today is never refused anywhere in Indonesia.
_EASTERN_INDONESIA = timezone(timedelta(hours=9))


def load_corpus(folder: Path, *, today: date | None = None) -> Corpus:
    """Read and check the corpus in `folder`.

    A file with an error is left out and reported in `problems`, whose file names are relative to
    `folder`; the rest is served. The result depends on nothing but the files and `today` (by
    default the present day in Indonesia), after which no date may lie.

    Raises:
        CorpusError: the folder is missing or unreadable, or holds no article file.
    """
    return assemble(read_sources(folder), today or current_day(), Recollection())


def current_day() -> date:
    """Return the present day in the easternmost time zone of Indonesia."""
    return datetime.now(_EASTERN_INDONESIA).date()
