"""Parts of libraries that these load only because they can, and nobody needs in a running bot."""

from __future__ import annotations

import sys

_PARTS = (
    # The command line of httpx, with rich and Pygments: https://www.python-httpx.org/#dependencies.
    "httpx._main",
    # What python-telegram-bot serves webhooks with; ours is in `bot.web`.
    "tornado",
)


def leave_out() -> None:
    """Let imports of these parts fail, as where they are not installed; the libraries allow that.

    To be called before anything imports the libraries; what is loaded already stays.
    """
    for part in _PARTS:
        # See https://docs.python.org/3/reference/import.html#the-module-cache.
        sys.modules.setdefault(part, None)  # type: ignore[arg-type]
