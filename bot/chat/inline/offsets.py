"""Where the next page of inline results begins: a short, versioned code of at most 64 bytes.

It comes back from people's devices, perhaps after the corpus has changed, so it names the revision
that it counts in. Limit: https://core.telegram.org/bots/api#answerinlinequery
"""

from __future__ import annotations

import re
from dataclasses import dataclass

REVISION_DIGITS = 12
"""How much of a corpus revision tells it from others."""

_CODE = re.compile(rf"o1:([0-9a-f]{{{REVISION_DIGITS}}}):(0|[1-9][0-9]{{0,2}})")


@dataclass(frozen=True, slots=True)
class Offset:
    """The results from number `start` on, 0 to 999, of the corpus whose revision begins so."""

    revision: str
    start: int


def encode(offset: Offset) -> str | None:
    """Return the code of `offset`, or None when it has none."""
    code = f"o1:{offset.revision}:{offset.start}"
    return code if decode(code) == offset else None


def decode(code: str) -> Offset | None:
    """Return the offset that `code` stands for, or None when it is not one of ours."""
    match = _CODE.fullmatch(code)
    return Offset(match[1], int(match[2])) if match else None
