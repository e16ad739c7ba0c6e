"""Drafts on the tray as JSON, by the names of their fields, so that older ones stay readable."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from bot.articles import Correction, Retraction
from bot.desk.values import Asked, Clutter, Doubt, Draft, Dropped, Intake

# What `json.loads` returns.
_Object = Mapping[str, Any]

_TEXTS = ("title", "outlet", "url", "kind", "body")
_LISTS = ("perspectives", "topics", "questions")


@dataclass(frozen=True, slots=True)
class TrayContent:
    """What is kept of a draft: see `TrayDraft`."""

    intake: Intake
    suggested: frozenset[str]
    source: str


def encode_content(content: TrayContent) -> str:
    """Return `content` as JSON."""
    intake = content.intake
    fields = {
        "draft": _encode_draft(intake.draft),
        "author": intake.author,
        "verbatim": intake.verbatim,
        "dropped": [[each.text, each.clutter.value] for each in intake.dropped],
        "asked": [[each.doubt.value, each.about] for each in intake.asked],
        "suggested": sorted(content.suggested),
        # Mostly the body itself; then it is not kept twice.
        "source": None if content.source == intake.draft.body else content.source,
    }
    return json.dumps(fields, ensure_ascii=False, separators=(",", ":"))


def decode_content(text: str) -> TrayContent:
    """Return what `encode_content` made `text` of."""
    fields: _Object = json.loads(text)
    draft = _decode_draft(fields["draft"])
    intake = Intake(
        draft=draft,
        author=fields["author"],
        verbatim=fields["verbatim"],
        dropped=tuple(Dropped(line, Clutter(clutter)) for line, clutter in fields["dropped"]),
        asked=tuple(Asked(Doubt(doubt), about) for doubt, about in fields["asked"]),
    )
    source = draft.body if fields["source"] is None else fields["source"]
    return TrayContent(intake, frozenset(fields["suggested"]), source)


def _encode_draft(draft: Draft) -> _Object:
    retracted = draft.retracted
    return {
        **{name: getattr(draft, name) for name in (*_TEXTS, *_LISTS, "title_from")},
        "published": draft.published.isoformat() if draft.published else None,
        "corrections": [[each.date.isoformat(), each.text] for each in draft.corrections],
        "retracted": [retracted.date.isoformat(), retracted.reason] if retracted else None,
    }


def _decode_draft(fields: _Object) -> Draft:
    return Draft(
        **{name: fields[name] for name in _TEXTS},
        title_from=fields["title_from"],
        published=date.fromisoformat(fields["published"]) if fields["published"] else None,
        perspectives=tuple(fields["perspectives"]),
        topics=tuple(fields["topics"]),
        questions=tuple(fields["questions"]),
        corrections=tuple(
            Correction(date.fromisoformat(day), text) for day, text in fields["corrections"]
        ),
        retracted=_decode_retraction(fields["retracted"]),
    )


def _decode_retraction(fields: Sequence[str] | None) -> Retraction | None:
    return Retraction(date.fromisoformat(fields[0]), fields[1]) if fields else None
