"""From `topics.yaml` to a `Taxonomy`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.articles.fields import FieldReader, read_group
from bot.articles.front_matter import decode, parse_node
from bot.articles.marked_yaml import Mapping
from bot.articles.report import Report
from bot.articles.sources import SourceFile
from bot.articles.values import Taxonomy, Topic
from bot.texts import problems as texts
from bot.texts.file_problems import FRONT_MATTER_SHAPE

EMPTY_TAXONOMY = Taxonomy((), {}, {})
_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
# What fits on a button.
_MAX_NAME = 28
_TOPIC_FIELDS = ("id", "name", "description")
_LABEL_FIELDS = ("id", "label")


def read_taxonomy(source: SourceFile, report: Report) -> Taxonomy:
    """Return what can be read of the taxonomy in `source`; faults go to `report`."""
    text = decode(source, report)
    node = parse_node(text, 1, report) if text is not None else None
    if not isinstance(node, Mapping):
        if not report.failed:
            report.error(1, FRONT_MATTER_SHAPE)
        return EMPTY_TAXONOMY
    fields = FieldReader(node, report, ("topics", "perspectives", "kinds"))
    topics = [
        Topic(id_, group.text("name", limit=_MAX_NAME), group.text("description"))
        for id_, group in _read_items(fields, "topics", _TOPIC_FIELDS, report)
    ]
    perspectives = _read_labels(fields, "perspectives", report)
    return Taxonomy(tuple(topics), perspectives, _read_labels(fields, "kinds", report))


def _read_labels(fields: FieldReader, name: str, report: Report) -> dict[str, str]:
    items = _read_items(fields, name, _LABEL_FIELDS, report)
    return {id_: group.text("label") for id_, group in items}


def _read_items(
    fields: FieldReader, name: str, known: tuple[str, ...], report: Report
) -> Iterator[tuple[str, FieldReader]]:
    example = "- {" + ", ".join(f'{field}: "…"' for field in known) + "}"
    seen: set[str] = set()
    for node in fields.nodes(name):
        group = read_group(name, node, report, known, example)
        id_ = group.text("id") if group else ""
        if id_ and not _ID.fullmatch(id_):
            report.error(node.line, texts.BAD_ID)
        elif id_ in seen:
            report.error(node.line, texts.repeated(name, id_))
        elif group and id_:
            seen.add(id_)
            yield id_, group
