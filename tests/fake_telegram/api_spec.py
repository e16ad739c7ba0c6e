"""The Bot API as values: which methods take which parameters, which types have which fields."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

Json = dict[str, Any]
"""A JSON object as sent over the wire."""


@dataclass(frozen=True, slots=True)
class Field:
    """A parameter of a method or a field of a type; `value` is the only one allowed, if fixed."""

    types: tuple[str, ...]
    required: bool = False
    value: str | None = None


Fields = Mapping[str, Field]


@dataclass(frozen=True, slots=True)
class ApiSpec:
    """Methods, object types, unions of types and kinds of updates, each by name."""

    methods: Mapping[str, Fields]
    types: Mapping[str, Fields]
    unions: Mapping[str, tuple[str, ...]]
    update_kinds: tuple[str, ...]


@cache
def load_spec() -> ApiSpec:
    """Return the description in `bot-api.json` (see NOTICE.md for its source)."""
    raw = json.loads(Path(__file__).with_name("bot-api.json").read_text(encoding="utf-8"))
    return ApiSpec(
        methods={name: _fields(fields) for name, fields in raw["methods"].items()},
        types={name: _fields(fields) for name, fields in raw["types"].items()},
        unions={name: tuple(subtypes) for name, subtypes in raw["unions"].items()},
        update_kinds=tuple(raw["update_kinds"]),
    )


def _fields(raw: Json) -> Fields:
    return {
        name: Field(tuple(field["types"]), field.get("required", False), field.get("value"))
        for name, field in raw.items()
    }
