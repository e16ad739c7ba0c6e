"""YAML in the style of the corpus: quoted sentences, short lists and groups of fields in line."""

from __future__ import annotations

import sys
from collections.abc import Mapping

import yaml

_TAG = "tag:yaml.org,2002:"


class Quoted(str):
    """A text that is written between double quotes."""

    __slots__ = ()


class InLine(list[str]):
    """A list that is written on one line: [kpu, bawaslu]."""


class Fields(dict[str, object]):
    """A group of fields that is written on one line: {date: 2024-03-13, text: "…"}."""


class _Dumper(yaml.SafeDumper):
    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002
        super().increase_indent(flow, indentless=False)


_Dumper.add_representer(
    Quoted, lambda dumper, value: dumper.represent_scalar(f"{_TAG}str", str(value), style='"')
)
_Dumper.add_representer(
    InLine, lambda dumper, value: dumper.represent_sequence(f"{_TAG}seq", value, flow_style=True)
)
_Dumper.add_representer(
    Fields, lambda dumper, value: dumper.represent_mapping(f"{_TAG}map", value, flow_style=True)
)


def dump(fields: Mapping[str, object]) -> str:
    """Return `fields` as YAML in their order, each text on one line."""
    text: str = yaml.dump(
        dict(fields), Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=sys.maxsize
    )
    return text
