"""The trimmed description keeps what calls need, and nothing else."""

from __future__ import annotations

import json

from tests.fake_telegram import derive_spec
from tests.fake_telegram.api_spec import Json, load_spec


def _field(name: str, kind: str, *, required: bool = True, description: str = "") -> Json:
    return {"name": name, "types": [kind], "required": required, "description": description}


def test_reached_types_are_kept_and_others_are_not() -> None:
    full: Json = {
        "version": "Bot API 1",
        "methods": {name: {"fields": []} for name in derive_spec.METHODS},
        "types": {
            "Update": {"fields": [_field("update_id", "Integer"), _field("message", "Message")]},
            "Scope": {"subtypes": ["ScopeChat"]},
            "ScopeChat": {"fields": [_field("type", "String", description="must be chat")]},
            "Unreached": {"fields": [_field("a", "String")]},
        },
    }
    scope = _field("scopes", "Array of Scope", required=False)
    full["methods"]["setMyCommands"] = {"fields": [scope]}
    trimmed = derive_spec.derive(full)
    assert trimmed["update_kinds"] == ["message"]
    assert trimmed["methods"]["setMyCommands"] == {"scopes": {"types": ["Array of Scope"]}}
    assert trimmed["unions"] == {"Scope": ["ScopeChat"]}
    kept = {"types": ["String"], "required": True, "value": "chat"}
    assert trimmed["types"] == {"ScopeChat": {"type": kept}}
    assert json.loads(derive_spec.write(trimmed)) == trimmed


def test_every_type_that_a_parameter_names_is_described() -> None:
    spec = load_spec()
    scalars = {"String", "Integer", "Boolean", "Float", "InputFile"}
    known = spec.types.keys() | spec.unions.keys() | scalars
    tables = [*spec.methods.values(), *spec.types.values()]
    named = {name for fields in tables for field in fields.values() for name in field.types}
    reached = {name.replace("Array of ", "") for name in named}
    assert reached <= known
    assert {name for subtypes in spec.unions.values() for name in subtypes} <= known


def test_the_described_methods_are_those_of_the_script() -> None:
    assert list(load_spec().methods) == list(derive_spec.METHODS)
