"""A golden file as entries with checked fields, each fault with its line."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from bot.articles import nearest
from bot.articles.marked_yaml import Listing, Mapping, Node, Scalar, YamlError, parse_yaml
from bot.texts import evaluation as texts
from bot.texts import problems


class FaultError(Exception):
    """What is wrong with a golden file, and on which line."""

    def __init__(self, line: int, wording: problems.Wording) -> None:
        """Keep the `line` and the `wording` for the report."""
        super().__init__(wording.text)
        self.line = line
        self.wording = wording


class Entry:
    """Typed access to the fields of one entry; each method raises `FaultError`."""

    def __init__(self, node: Node, known: Collection[str]) -> None:
        """Take an entry that has no other fields than `known`."""
        if not isinstance(node, Mapping):
            raise FaultError(node.line, texts.NO_ENTRY)
        for key, _ in node.entries:
            if key.text not in known:
                wording = problems.unknown_field(key.text, nearest(key.text, known))
                raise FaultError(key.line, wording)
        self._mapping = node
        self.line = node.line

    def text(self, name: str) -> str:
        """Return a text that must be there."""
        return _check_text(name, self._find(name))

    def optional(self, name: str) -> str | None:
        """Return a text, or None when the field is absent."""
        return self.text(name) if self._mapping.get(name) else None

    def choice(self, name: str, values: Collection[str]) -> str:
        """Return a text that is one of `values`."""
        node = self._find(name)
        value = _check_text(name, node)
        if value not in values:
            raise FaultError(node.line, texts.describe_unknown_value(name, value, values))
        return value

    def texts(self, name: str) -> list[tuple[str, int]]:
        """Return a list of different texts, each with its line; empty when the field is absent."""
        if self._mapping.get(name) is None:
            return []
        node = self._find(name)
        if not isinstance(node, Listing):
            raise FaultError(node.line, problems.not_list(name))
        lines: dict[str, int] = {}
        for item in node.nodes:
            value = _check_text(name, item)
            if value in lines:
                raise FaultError(item.line, problems.repeated(name, value))
            lines[value] = item.line
        return list(lines.items())

    def _find(self, name: str) -> Node:
        found = self._mapping.get(name)
        if found is None:
            raise FaultError(self.line, texts.describe_missing_field(name))
        return found[1]


def list_nodes(path: Path) -> tuple[Node, ...]:
    """Return the unchecked entries of a golden file.

    Raises:
        FaultError: the file cannot be read or is no YAML list with at least one entry.
    """
    try:
        node = parse_yaml(path.read_text("utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise FaultError(1, texts.describe_no_golden_file(str(path.parent))) from error
    except YamlError as error:
        raise FaultError(error.line, error.wording) from error
    if not isinstance(node, Listing) or not node.nodes:
        raise FaultError(node.line if node else 1, texts.NO_LIST)
    return node.nodes


def _check_text(name: str, node: Node) -> str:
    if not isinstance(node, Scalar):
        raise FaultError(node.line, problems.not_single(name))
    if node.type != "str":
        raise FaultError(node.line, problems.not_text(name, node.text))
    if not node.text.strip():
        raise FaultError(node.line, problems.empty_field(name))
    return node.text
