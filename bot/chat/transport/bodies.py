"""What requests to the Bot API carry, and what its answers hold: JSON, and forms for files."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

import orjson
from pyreqwest.multipart import FormBuilder, PartBuilder
from telegram.error import TelegramError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pyreqwest.request import ConsumedRequest, RequestBuilder
    from telegram.request import RequestData

_HEADERS = {"Content-Type": "application/json"}


@dataclass(frozen=True, slots=True)
class JsonBody:
    """The parameters of a call that are JSON already, unlike those in the library's own data."""

    parameters: Mapping[str, Any]
    contains_files: ClassVar[bool] = False


def fill(builder: RequestBuilder, data: RequestData | JsonBody | None) -> ConsumedRequest:
    """Return the request that is being built, with `data` for its body."""
    if data is None:
        return builder.build()
    if isinstance(data, JsonBody) or not data.contains_files:
        return builder.headers(_HEADERS).body_bytes(_encode_json(data)).build()
    form = FormBuilder()
    for name, value in data.json_parameters.items():
        form = form.text(name, value)
    for name, (file_name, content, kind) in data.multipart_data.items():
        part = PartBuilder.from_bytes(content if isinstance(content, bytes) else content.read())
        form = form.part(name, part.file_name(file_name).mime(kind))
    return builder.multipart(form).build()


def decode(payload: bytes) -> dict[str, Any]:
    """Return the JSON object in `payload`.

    Raises:
        TelegramError: when there is none; the message does not quote the payload.
    """
    try:
        answer: dict[str, Any] = orjson.loads(payload)
    except ValueError:
        answer = _read_broken(payload)
    return answer


def _encode_json(data: RequestData | JsonBody) -> bytes:
    parameters = data.parameters
    try:
        return orjson.dumps(parameters)
    except TypeError:
        # Halves of surrogate pairs and the like.
        return json.dumps(parameters).encode()


def _read_broken(payload: bytes) -> dict[str, Any]:
    try:
        answer: dict[str, Any] = json.loads(payload.decode("utf-8", "replace"))
    except ValueError:
        raise TelegramError("Invalid server response") from None
    return answer
