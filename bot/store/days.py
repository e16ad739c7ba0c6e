"""Days as people in Jakarta count them."""

from __future__ import annotations

from datetime import UTC, date, datetime

_JAKARTA_SECONDS = 7 * 3600
"""Jakarta is seven hours before UTC and has no summer time."""


def find_day(seconds: float) -> date:
    """Return the day of Jakarta on which a time in seconds since 1970 lies."""
    return datetime.fromtimestamp(seconds + _JAKARTA_SECONDS, UTC).date()
