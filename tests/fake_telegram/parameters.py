"""Parameters of a call: reading them from a request, and checking them against the API's types."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aiohttp import web
from aiohttp.web_request import FileField

from tests.fake_telegram.api_spec import ApiSpec, Field, Fields, Json

WHOLE_NUMBER = re.compile(r"-?\d+")
ARRAY = "Array of "


@dataclass(frozen=True, slots=True)
class Upload:
    """A file sent as a part of a multipart form."""

    file_name: str
    content: bytes
    content_type: str


async def read_parameters(request: web.Request, fields: Fields) -> tuple[Json, list[str]]:
    """Return the call's parameters as JSON values, and what could not be read as such.

    Telegram takes the query string, JSON, URL-encoded forms and multipart forms; in the last two
    everything but strings is JSON (https://core.telegram.org/bots/api#making-requests).
    """
    given: dict[str, object] = dict(request.query)
    if request.content_type == "application/json":
        body = json.loads(await request.text())
        if not isinstance(body, dict):
            return {}, ["the body is JSON, but not an object"]
        given |= body
    else:
        for name, part in (await request.post()).items():
            given[name] = _upload(part) if isinstance(part, FileField) else part
    return _decode_all(given, fields)


def _upload(part: FileField) -> Upload:
    return Upload(part.filename, part.file.read(), part.content_type)


def _decode_all(given: Mapping[str, object], fields: Fields) -> tuple[Json, list[str]]:
    parameters: Json = {}
    problems: list[str] = []
    for name, value in given.items():
        field = fields.get(name)
        try:
            parameters[name] = value if field is None else decode(value, field)
        except json.JSONDecodeError:
            problems.append(
                f"{name} should be {' or '.join(field.types if field else ())}: {value}"
            )
    return parameters, problems


def decode(value: object, field: Field) -> object:
    """Return the JSON value of a parameter that may have been sent as text.

    Raises:
        json.JSONDecodeError: the text is no JSON though the type asks for it.
    """
    if not isinstance(value, str):
        return value
    if "String" in field.types:
        is_number = "Integer" in field.types and WHOLE_NUMBER.fullmatch(value)
        return int(value) if is_number else value
    if field.types == ("InputFile",) and value.startswith("attach://"):
        return value
    decoded: object = json.loads(value)
    return decoded


class TypeCheck:
    """Checks values against the description of the API, recursively.

    `uploads` are the names of the form's file parts, which `attach://name` may refer to.
    """

    def __init__(self, spec: ApiSpec, uploads: frozenset[str] = frozenset()) -> None:
        self._spec = spec
        self._uploads = uploads

    def problems_of_fields(self, values: Mapping[str, Any], fields: Fields, path: str) -> list[str]:
        """Return a sentence for each unknown, missing or ill-typed field of an object."""
        prefix = f"{path}." if path else ""
        problems = [f"{prefix}{name} is not known" for name in values if name not in fields]
        for name, field in fields.items():
            if name in values:
                problems += self.problems_of(values[name], field, prefix + name)
            elif field.required:
                problems.append(f"{prefix}{name} is required")
        return problems

    def problems_of(self, value: object, field: Field, path: str) -> list[str]:
        """Return what is wrong with a value: nothing if it fits one of the field's types."""
        if field.value is not None and value != field.value:
            return [f'{path} must be "{field.value}"']
        return self._fewest(value, field.types, path)

    def _fewest(self, value: object, types: tuple[str, ...], path: str) -> list[str]:
        return min((self._against(value, name, path) for name in types), key=len)

    def _against(self, value: object, name: str, path: str) -> list[str]:
        if name.startswith(ARRAY):
            return self._array(value, name.removeprefix(ARRAY), path)
        if name in self._spec.unions:
            return self._union(value, self._spec.unions[name], path)
        if name in self._spec.types:
            if not isinstance(value, dict):
                return [f"{path} should be an object ({name})"]
            return self.problems_of_fields(value, self._spec.types[name], path)
        return [] if self._is_scalar(value, name) else [f"{path} should be {name}: {value!r:.60}"]

    def _array(self, value: object, element: str, path: str) -> list[str]:
        if not isinstance(value, list):
            return [f"{path} should be an array"]
        return [
            problem
            for position, item in enumerate(value)
            for problem in self._against(item, element, f"{path}[{position}]")
        ]

    def _union(self, value: object, subtypes: tuple[str, ...], path: str) -> list[str]:
        if not isinstance(value, dict):
            return [f"{path} should be an object"]
        fitting = tuple(name for name in subtypes if self._fixed_values_fit(value, name))
        if not fitting:
            return [f"{path} is of no known type: {value.get('type')!r}"]
        return self._fewest(value, fitting, path)

    def _fixed_values_fit(self, value: Json, name: str) -> bool:
        fields = self._spec.types.get(name, {}).items()
        return all(value.get(key) == f.value for key, f in fields if f.value is not None)

    def _is_scalar(self, value: object, name: str) -> bool:
        match name:
            case "String":
                return isinstance(value, str) and self._is_attached(value)
            case "Integer":
                return isinstance(value, int) and not isinstance(value, bool)
            case "Float":
                return isinstance(value, int | float) and not isinstance(value, bool)
            case "Boolean":
                return isinstance(value, bool)
        return isinstance(value, Upload) or (
            isinstance(value, str) and value.startswith("attach://") and self._is_attached(value)
        )

    def _is_attached(self, value: str) -> bool:
        is_reference = value.startswith("attach://")
        return not is_reference or value.removeprefix("attach://") in self._uploads
