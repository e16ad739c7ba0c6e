"""The event loop that serves: uvloop where there is one."""

from __future__ import annotations

import asyncio
import sys
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Coroutine

_Result = TypeVar("_Result")


def run_quickly(main: Coroutine[None, None, _Result]) -> _Result:
    """Run `main` to its end, as `asyncio.run` does."""
    # uvloop is not made for Windows: https://github.com/MagicStack/uvloop/issues/14
    if sys.platform == "win32":
        return asyncio.run(main)
    import uvloop  # noqa: PLC0415 - not to be had everywhere

    with asyncio.Runner(loop_factory=uvloop.new_event_loop) as runner:
        return runner.run(main)
