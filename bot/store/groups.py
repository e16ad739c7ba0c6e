"""What the administrators of each group decided about the bot."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import bindparam, select

from bot.store.insertions import upsert
from bot.store.ledger import Step
from bot.store.lifetimes import DAY
from bot.store.schema import GROUPS

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.store.database import Database
    from bot.store.hashes import KeyedHash
    from bot.store.ledger import Ledger

GROUP_SECONDS = 365 * DAY
"""How long the rules of a group are kept after its last question."""

ZONES = {"WIB": 7, "WITA": 8, "WIT": 9}
"""Hours ahead of UTC: https://en.wikipedia.org/wiki/Time_in_Indonesia"""

_HOUR = 3600


@dataclass(frozen=True, slots=True)
class QuietHours:
    """From the full hour `start` to the full hour `end`, over midnight perhaps."""

    start: int
    end: int

    def hold(self, moment: float, zone: str) -> bool:
        """Tell whether `moment`, in seconds since 1970, is within these hours in `zone`."""
        hour = int((moment + ZONES[zone] * _HOUR) % DAY // _HOUR)
        if self.start <= self.end:
            return self.start <= hour < self.end
        return hour >= self.start or hour < self.end


@dataclass(frozen=True, slots=True)
class GroupRules:
    """Who may ask, how long answers are, and when the bot keeps silent."""

    only_admins: bool = False
    is_compact: bool = True
    quiet: QuietHours | None = None
    zone: str = "WIB"

    def silence(self, moment: float) -> bool:
        """Tell whether the bot keeps silent at `moment`, in seconds since 1970."""
        return self.quiet is not None and self.quiet.hold(moment, self.zone)


class GroupBook:
    """The rules of groups, which are known by keyed hashes only."""

    def __init__(
        self, database: Database, ledger: Ledger, hashes: KeyedHash, clock: Callable[[], float]
    ) -> None:
        """Keep rules in `database`, read by `ledger`; `clock` returns seconds since 1970."""
        self._database = database
        self._ledger = ledger
        self._hashes = hashes
        self._clock = clock
        columns = GROUPS.c
        self._find = select(
            columns.only_admins,
            columns.is_compact,
            columns.quiet_start,
            columns.quiet_end,
            columns.zone,
            columns.expires,
        ).where(columns.group == bindparam("group"), columns.expires > bindparam("now"))

    async def find(self, chat: int) -> GroupRules:
        """Return the rules of a group, and keep them for another year."""
        values = {"group": self._hash(chat), "now": int(self._clock())}
        (rows,) = await self._ledger.run(Step(self._find, values))
        if not rows:
            return GroupRules()
        only_admins, is_compact, start, end, zone, expires = rows[0]
        quiet = None if start is None else QuietHours(start, end)
        rules = GroupRules(bool(only_admins), bool(is_compact), quiet, zone)
        # Once a day is enough.
        if expires < self._clock() + GROUP_SECONDS - DAY:
            await self.save(chat, rules)
        return rules

    async def save(self, chat: int, rules: GroupRules) -> None:
        """Keep the rules of a group for a year."""
        row = {
            "group": self._hash(chat),
            "only_admins": rules.only_admins,
            "is_compact": rules.is_compact,
            "quiet_start": rules.quiet.start if rules.quiet else None,
            "quiet_end": rules.quiet.end if rules.quiet else None,
            "zone": rules.zone,
            "expires": int(self._clock()) + GROUP_SECONDS,
        }
        await self._database.write(upsert(self._database.dialect, GROUPS, row))

    async def move(self, old: int, new: int) -> None:
        """Give the rules of a group to the supergroup that it became.

        Telegram tells of it twice, in both groups, so this may be repeated.
        """
        others = GROUPS.alias()
        taken = select(others.c.group).where(others.c.group == self._hash(new))
        moved = GROUPS.update().where(GROUPS.c.group == self._hash(old))
        await self._database.write(moved.values(group=self._hash(new)).where(~taken.exists()))

    def _hash(self, chat: int) -> str:
        return self._hashes.hash("group", chat)
