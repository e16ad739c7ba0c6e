"""Reads the fields of a front matter with their types; whatever is wrong goes to the report."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from datetime import date

from bot.articles.marked_yaml import Listing, Mapping, Node, Scalar
from bot.articles.prose import find_hidden, find_html
from bot.articles.report import Report
from bot.texts import problems as texts

MAX_TEXT = 300
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class FieldReader:
    """Typed access to the fields of one mapping.

    A method returns an empty value after it has reported what is wrong.
    """

    def __init__(self, mapping: Mapping, report: Report, known: Collection[str]) -> None:
        """Read from `mapping`; fields that are not `known` are reported."""
        self._mapping = mapping
        self._report = report
        for key, _ in mapping.entries:
            if key.text not in known:
                report.error(
                    key.line, texts.unknown_field(key.text, report.suggest(key.text, known))
                )

    def line(self, name: str) -> int:
        """Return the line of the field `name`, or of the whole mapping when it is absent."""
        entry = self._mapping.get(name)
        return entry[0].line if entry else self._mapping.line

    def text(self, name: str, *, required: bool = True, limit: int = MAX_TEXT) -> str:
        """Return a single text of at most `limit` characters."""
        node = self._find(name, required=required)
        return check_text(name, node, self._report, limit) if node else ""

    def day(self, name: str, latest: date, *, required: bool = True) -> date | None:
        """Return a day that is not after `latest`."""
        node = self._find(name, required=required)
        return _check_day(name, node, latest, self._report) if node else None

    def listing(self, name: str, *, required: bool = True) -> tuple[Scalar, ...]:
        """Return a list of different texts."""
        found: dict[str, Scalar] = {}
        for node in self.nodes(name, required=required):
            value = check_text(name, node, self._report)
            if value in found:
                self._report.error(node.line, texts.repeated(name, value))
            elif value and isinstance(node, Scalar):
                found[value] = node
        return tuple(found.values())

    def nodes(self, name: str, *, required: bool = True) -> Sequence[Node]:
        """Return the unchecked items of a list."""
        node = self._find(name, required=required)
        if node is None:
            return ()
        if not isinstance(node, Listing):
            self._report.error(node.line, texts.not_list(name))
            return ()
        if required and not node.nodes:
            self._report.error(node.line, texts.empty_field(name))
        return node.nodes

    def group(self, name: str) -> Node | None:
        """Return the unchecked content of an optional field."""
        return self._find(name, required=False)

    def _find(self, name: str, *, required: bool) -> Node | None:
        entry = self._mapping.get(name)
        if entry is None:
            if required:
                self._report.error(self._mapping.line, texts.missing_field(name))
            return None
        if isinstance(entry[1], Scalar) and entry[1].type == "null":
            self._report.error(entry[0].line, texts.empty_field(name))
            return None
        return entry[1]


def read_group(
    name: str, node: Node, report: Report, known: Collection[str], example: str
) -> FieldReader | None:
    """Return a reader for the fields inside `node`, or None when it is no mapping."""
    if isinstance(node, Mapping):
        return FieldReader(node, report, known)
    report.error(node.line, texts.not_fields(name, example))
    return None


def check_text(name: str, node: Node, report: Report, limit: int = MAX_TEXT) -> str:
    """Return the text of `node`, or report why it is none and return an empty text."""
    if not isinstance(node, Scalar):
        report.error(node.line, texts.not_single(name))
        return ""
    if node.type != "str":
        report.error(node.line, texts.not_text(name, node.text))
        return ""
    value = node.text.strip()
    faults = [wording for _, wording in (*find_hidden(value), *find_html(value))]
    if not value:
        faults.append(texts.empty_field(name))
    if "\n" in value:
        faults.append(texts.LINE_BREAK)
    if len(value) > limit:
        faults.append(texts.long_text(name, len(value), limit))
    for wording in faults:
        report.error(node.line, wording)
    return "" if faults else value


def check_known(
    name: str, values: Iterable[Scalar], known: Collection[str], report: Report
) -> None:
    """Report every value that is not `known`, with the nearest one that is."""
    for value in values:
        if value.text not in known:
            report.error(
                value.line, texts.unknown_value(name, value.text, report.suggest(value.text, known))
            )


def _check_day(name: str, node: Node, latest: date, report: Report) -> date | None:
    if not isinstance(node, Scalar):
        report.error(node.line, texts.not_single(name))
        return None
    if node.type != "timestamp" or not _DAY.fullmatch(node.text):
        report.error(node.line, texts.not_a_date(name, node.text))
        return None
    try:
        day = date.fromisoformat(node.text)
    except ValueError:
        report.error(node.line, texts.no_such_day(name, node.text))
        return None
    if day > latest:
        report.error(node.line, texts.future_day(name, node.text))
        return None
    return day
