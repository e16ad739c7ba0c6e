"""Named arrays as bytes and back, so that they can be used where they lie in a mapped file.

The first line is JSON and says of what type and shape each array is, and where it lies, counted
from the end of that line. No part of it is ever executed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

_ALIGNED = 64
"""Every array begins at a multiple of it, as a processor's caches do."""

Arrays = Mapping[str, NDArray[Any]]


def join_arrays(arrays: Arrays) -> bytes:
    """Return `arrays`, none of which holds objects, as bytes."""
    header: dict[str, tuple[str, tuple[int, ...], int]] = {}
    parts: list[bytes] = []
    end = 0
    for name, array in arrays.items():
        header[name] = (array.dtype.str, array.shape, end)
        parts.append(_fill(array.tobytes(), b"\0"))
        end += len(parts[-1])
    # A line feed ends the header, which holds none.
    head = _fill(json.dumps(header).encode() + b" ", b" ")
    return b"".join((head[:-1], b"\n", *parts))


def split_arrays(packed: memoryview) -> dict[str, NDArray[Any]]:
    """Return the arrays that `join_arrays` was given, as parts of `packed`."""
    start = _find_line_end(packed) + 1
    header = json.loads(bytes(packed[:start]))
    return {
        name: np.frombuffer(packed, kind, int(np.prod(shape)), start + place).reshape(shape)
        for name, (kind, shape, place) in header.items()
    }


def _fill(content: bytes, filling: bytes) -> bytes:
    return content + filling * (-len(content) % _ALIGNED)


def _find_line_end(packed: memoryview) -> int:
    return next(
        start + part.index(b"\n")
        for start in range(0, len(packed), _ALIGNED)
        if b"\n" in (part := bytes(packed[start : start + _ALIGNED]))
    )
