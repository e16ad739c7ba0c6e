"""YAML as values that know their line.

The tree is built from PyYAML's event stream, so that nothing is ever constructed from the text:
aliases, tags, duplicate keys and deep nesting are refused before they can do harm.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from bot.texts import file_problems as texts
from bot.texts.problems import Wording

_SafeLoader: type[yaml.SafeLoader | yaml.CSafeLoader] = getattr(
    yaml, "CSafeLoader", yaml.SafeLoader
)
_MAX_DEPTH = 6
# The kinds of event share attributes that the stubs of PyYAML do not give to their base class.
_Event = Any
_PREFIX = "tag:yaml.org,2002:"


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value: `text` as written, and the `type` that YAML reads it as (`str`, `int` …)."""

    line: int
    text: str
    type: str


@dataclass(frozen=True, slots=True)
class Listing:
    """A list."""

    line: int
    nodes: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Mapping:
    """Named values in their order; no name comes twice."""

    line: int
    entries: tuple[tuple[Scalar, Node], ...]

    def get(self, name: str) -> tuple[Scalar, Node] | None:
        """Return the entry called `name`, or None."""
        return next((entry for entry in self.entries if entry[0].text == name), None)


Node = Scalar | Listing | Mapping


class YamlError(ValueError):
    """The text is not the plain YAML that the corpus uses."""

    def __init__(self, line: int, wording: Wording) -> None:
        """Keep the `line` and the `wording` for the report."""
        super().__init__(wording.text)
        self.line = line
        self.wording = wording


def parse_yaml(text: str, first_line: int = 1) -> Node | None:
    """Return the tree of `text`, or None when there is nothing in it.

    Args:
        text: one YAML document.
        first_line: the line of its file on which `text` begins.

    Raises:
        YamlError: with the line of the first fault.
    """
    try:
        loader = _SafeLoader(text)
        try:
            return _Reader(loader, first_line).document()
        finally:
            loader.dispose()
    except yaml.MarkedYAMLError as error:
        # The end of the text is marked one line too low.
        line = min(_marked_line(error), text.rstrip().count("\n"))
        raise YamlError(first_line + line, _explain(error)) from error
    except yaml.YAMLError as error:
        raise YamlError(first_line, texts.YAML_BROKEN) from error


class _Reader:
    def __init__(self, loader: yaml.SafeLoader | yaml.CSafeLoader, first_line: int) -> None:
        self._loader = loader
        self._resolve: Callable[..., str] = loader.resolve
        self._first_line = first_line

    def document(self) -> Node | None:
        self._next()
        if isinstance(self._next(), yaml.StreamEndEvent):
            return None
        node = self._node(self._next(), 0)
        self._next()
        rest = self._next()
        if not isinstance(rest, yaml.StreamEndEvent):
            raise YamlError(self._line(rest), texts.YAML_DOCUMENTS)
        return node

    def _next(self) -> _Event:
        event: _Event = self._loader.get_event()
        return event

    def _line(self, event: _Event) -> int:
        return self._first_line + int(event.start_mark.line)

    def _node(self, event: _Event, depth: int) -> Node:
        self._refuse(event, depth)
        line = self._line(event)
        if isinstance(event, yaml.SequenceStartEvent):
            return Listing(line, tuple(self._node(item, depth + 1) for item in self._until_end()))
        if isinstance(event, yaml.MappingStartEvent):
            return Mapping(line, self._entries(depth + 1))
        tag: str = self._resolve(yaml.ScalarNode, event.value, event.implicit)
        return Scalar(line, event.value, tag.removeprefix(_PREFIX))

    def _refuse(self, event: _Event, depth: int) -> None:
        if isinstance(event, yaml.AliasEvent) or event.anchor is not None:
            raise YamlError(self._line(event), texts.YAML_ALIAS)
        if event.tag is not None:
            raise YamlError(self._line(event), texts.YAML_TAG)
        if depth > _MAX_DEPTH:
            raise YamlError(self._line(event), texts.YAML_DEPTH)

    def _until_end(self) -> Iterator[_Event]:
        while not isinstance(event := self._next(), yaml.CollectionEndEvent):
            yield event

    def _entries(self, depth: int) -> tuple[tuple[Scalar, Node], ...]:
        entries: dict[str, tuple[Scalar, Node]] = {}
        for event in self._until_end():
            key = self._node(event, depth)
            if not isinstance(key, Scalar):
                raise YamlError(key.line, texts.YAML_KEY)
            if key.text in entries:
                first = entries[key.text][0].line
                raise YamlError(key.line, texts.duplicate_key(key.text, first))
            entries[key.text] = (key, self._node(self._next(), depth))
        return tuple(entries.values())


def _marked_line(error: yaml.MarkedYAMLError) -> int:
    # What is never closed is noticed at the end, but has to be mended where it begins.
    unclosed = re.search(r"quoted scalar|flow", error.context or "")
    marks = (error.context_mark, error.problem_mark)
    mark = next(filter(None, marks if unclosed else reversed(marks)), None)
    return int(mark.line) if mark else 0


def _explain(error: yaml.MarkedYAMLError) -> Wording:
    problem = error.problem or ""
    if "mapping values are not allowed" in problem:
        return texts.YAML_COLON
    if "unexpected end of stream" in problem:
        return texts.YAML_QUOTE
    if "cannot start any token" in problem:
        return texts.YAML_START
    return texts.YAML_BROKEN
