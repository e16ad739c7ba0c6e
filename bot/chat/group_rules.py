"""The rules of a group as words: typed after /aturan, and carried by the buttons below it."""

from __future__ import annotations

import re
from dataclasses import replace

from bot.store import ZONES, GroupRules, QuietHours

WHO, LENGTH, QUIET, ZONE = "tanya", "jawaban", "tenang", "zona"
ALL, ADMINS = "semua", "admin"
COMPACT, FULL = "ringkas", "lengkap"
NEVER = "mati"

_HOURS = re.compile(r"(\d{1,2})(?:[.:]00)?[-–](\d{1,2})(?:[.:]00)?")
_MIDNIGHT = 24


def change_rules(rules: GroupRules, rule: str, value: str) -> GroupRules | None:
    """Return `rules` with one of them changed, or None when there is no such rule or value.

    Args:
        rules: as they are.
        rule: "tanya" (who may ask), "jawaban" (how long answers are), "tenang" (quiet hours) or
            "zona" (of the quiet hours).
        value: "semua" or "admin"; "ringkas" or "lengkap"; "mati" or hours such as "22-5"; "wib",
            "wita" or "wit".
    """
    match rule.lower(), value.lower():
        case "tanya", "semua" | "admin" as who:
            return replace(rules, only_admins=who == ADMINS)
        case "jawaban", "ringkas" | "lengkap" as length:
            return replace(rules, is_compact=length == COMPACT)
        case "tenang", "mati":
            return replace(rules, quiet=None)
        case "tenang", hours:
            quiet = _read_hours(hours)
            return replace(rules, quiet=quiet) if quiet else None
        case "zona", zone if zone.upper() in ZONES:
            return replace(rules, zone=zone.upper())
    return None


def write_hours(quiet: QuietHours) -> str:
    """Return quiet hours as they are typed."""
    return f"{quiet.start}-{quiet.end}"


def _read_hours(written: str) -> QuietHours | None:
    hours = _HOURS.fullmatch(written)
    if hours is None:
        return None
    start, end = int(hours[1]), int(hours[2])
    if start > _MIDNIGHT or end > _MIDNIGHT or start % _MIDNIGHT == end % _MIDNIGHT:
        return None
    return QuietHours(start % _MIDNIGHT, end % _MIDNIGHT)
