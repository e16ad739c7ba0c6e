"""What requests to the Bot API carry, and what its answers hold: JSON, and forms for files."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar

import aiohttp
import orjson
from telegram.error import TelegramError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from telegram.request import RequestData

_HEADERS = {"Content-Type": "application/json"}


@dataclass(frozen=True, slots=True)
class JsonBody:
    """The parameters of a call that are JSON already, unlike those in the library's own data."""

    parameters: Mapping[str, Any]
    contains_files: ClassVar[bool] = False


def encode(
    data: RequestData | JsonBody | None,
) -> tuple[bytes | aiohttp.FormData | None, dict[str, str]]:
    """Return the body of a request with `data`, and its headers."""
    if data is None:
        return None, {}
    if isinstance(data, JsonBody) or not data.contains_files:
        return _encode_json(data), _HEADERS
    form = aiohttp.FormData(quote_fields=False)
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (file_name, content, kind) in data.multipart_data.items():
        # Bytes would be written in one go, and hold up the loop.
        stream = io.BytesIO(content) if isinstance(content, bytes) else content
        form.add_field(name, stream, filename=file_name, content_type=kind)
    return form, {}


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
