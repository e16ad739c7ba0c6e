"""Keeps the collection of garbage, beside which nothing else goes on, short."""

from __future__ import annotations

import gc


def set_aside() -> None:
    """Collect garbage, and look at nothing that is left over until the next call.

    A corpus and its index are many objects that stay; looking through them again and again would
    stop every question for as long. A former corpus is found here: caches keep it in cycles.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
