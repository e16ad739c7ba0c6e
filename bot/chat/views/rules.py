"""The rules of a group, with a button for each change that can be made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.chat.callbacks import ChangeRule
from bot.chat.group_rules import (
    ADMINS,
    ALL,
    COMPACT,
    FULL,
    LENGTH,
    NEVER,
    QUIET,
    WHO,
    ZONE,
    write_hours,
)
from bot.chat.markup import bold, italic, join, lines, text
from bot.chat.reply import Reply, arrange, make_button
from bot.store import ZONES, QuietHours
from bot.texts.spoken import groups as texts

if TYPE_CHECKING:
    from bot.chat.reply import Button
    from bot.store import GroupRules

_NIGHTS = (QuietHours(21, 5), QuietHours(22, 6))


def render_rules(rules: GroupRules) -> Reply:
    """Return the rules as they are, and buttons that each say what they change."""
    quiet = rules.quiet
    described = (
        texts.ADMINS_ASK if rules.only_admins else texts.ANYBODY_ASKS,
        texts.COMPACT if rules.is_compact else texts.FULL,
        texts.describe_quiet_hours(quiet.start, quiet.end, rules.zone)
        if quiet
        else texts.NO_QUIET_HOURS,
    )
    content = join(
        "\n\n",
        lines(bold(texts.RULES_TITLE), *(text(f"• {line}") for line in described)),
        italic(texts.RULES_HINT),
    )
    return Reply(content, arrange(_list_buttons(rules)))


def _list_buttons(rules: GroupRules) -> list[Button | None]:
    """Return a button for each other state; pressing one twice changes nothing more."""
    who = (texts.LET_ANYBODY_ASK, ALL) if rules.only_admins else (texts.LET_ADMINS_ASK, ADMINS)
    length = (texts.ANSWER_FULLY, FULL) if rules.is_compact else (texts.ANSWER_COMPACTLY, COMPACT)
    changes = [(who[0], WHO, who[1]), (length[0], LENGTH, length[1])]
    changes += [
        (texts.offer_quiet_hours(night.start, night.end), QUIET, write_hours(night))
        for night in _NIGHTS
        if night != rules.quiet
    ]
    if rules.quiet:
        changes.append((texts.END_QUIET_HOURS, QUIET, NEVER))
        zones = (zone for zone in ZONES if zone != rules.zone)
        changes += [(texts.offer_zone(zone), ZONE, zone.lower()) for zone in zones]
    return [make_button(label, ChangeRule(rule, value)) for label, rule, value in changes]
