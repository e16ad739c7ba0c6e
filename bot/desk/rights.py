"""Who may do what at the desk, and what moderators are called in public."""

from __future__ import annotations

import base64
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.desk.errors import NoRightError, PersonError
from bot.desk.intake.lines import clean_line
from bot.store import Role
from bot.store.audit import COMMAND_LINE
from bot.texts import changes as texts

if TYPE_CHECKING:
    from bot.store import Moderator, ModeratorBook

OPERATOR = -1
"""Whoever sits at the command line. No account of Telegram has this id."""

_MARK_LENGTH = 5
_LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class Person:
    """A moderator.

    `mark` are a few letters made of the keyed hash of their id. `address` is the id, which is also
    that of their private chat. `fixed` tells that the settings name them, so that nobody can
    dismiss them from the chat.
    """

    mark: str
    role: Role
    name: str
    address: int
    fixed: bool

    @property
    def shown(self) -> str:
        """What others read: the chosen name, or the mark."""
        return self.name or texts.name_moderator(self.mark)


class Rights:
    """The moderators of the settings, and those whom chiefs admitted."""

    def __init__(
        self, book: ModeratorBook, chiefs: frozenset[int], moderators: frozenset[int]
    ) -> None:
        """Name the ids of those whom the settings name; the others are in `book`."""
        self._book = book
        self._fixed = {
            **dict.fromkeys(moderators, Role.MODERATOR),
            **dict.fromkeys(chiefs, Role.CHIEF),
        }

    @classmethod
    def of_operator(cls, book: ModeratorBook) -> Rights:
        """Return rights in which only the command line may do anything, and that everything."""
        return cls(book, frozenset({OPERATOR}), frozenset())

    async def find_role(self, person: int) -> Role | None:
        """Return the role of `person` at this moment, or None for an outsider."""
        fixed = self._fixed.get(person)
        if fixed:
            return fixed
        kept = await self._book.find(person)
        return kept.role if kept else None

    async def find_person(self, person: int) -> Person | None:
        """Return the moderator with the id `person`, or None for an outsider."""
        return self._describe(person, await self._book.find(person))

    async def list_people(self) -> list[Person]:
        """Return all moderators: those of the settings by id, then the others as they came."""
        kept = {each.person: each for each in await self._book.list_all()}
        ids = [*sorted(self._fixed), *(each for each in kept if each not in self._fixed)]
        people = [self._describe(person, kept.get(person)) for person in ids]
        return [person for person in people if person]

    async def require(self, person: int, *, chief: bool = False) -> str:
        """Return who `person` is in the audit log.

        Raises:
            NoRightError: they are no moderator, or no chief where that is needed.
        """
        role = await self.find_role(person)
        if role is None:
            raise NoRightError(texts.NO_RIGHT)
        if chief and role is not Role.CHIEF:
            raise NoRightError(texts.ONLY_CHIEFS)
        return self.identify(person)

    def identify(self, person: int) -> str:
        """Return who `person` is in the audit log: a keyed hash, or the command line."""
        return COMMAND_LINE if person == OPERATOR else self._book.identify(person)

    async def list_names(self) -> dict[str, str]:
        """Return the names that moderators chose, by who they are in the audit log."""
        return {each.hash: each.name for each in await self._book.list_all() if each.name}

    async def admit(self, by: int, person: int, role: Role = Role.MODERATOR) -> Person:
        """Make `person` a moderator or chief.

        Raises:
            NoRightError: `by` is no chief.
            PersonError: `person` is no account, or one that the settings name.
        """
        await self.require(by, chief=True)
        if person <= 0:
            raise PersonError(texts.NO_ACCOUNT)
        if person in self._fixed:
            raise PersonError(texts.FIXED_PERSON)
        await self._book.add(person, role)
        return await self._find(person)

    async def dismiss(self, by: int, whom: int | str) -> Person:
        """Take away the rights of a moderator, by id or mark, and return who that was.

        Raises:
            NoRightError: `by` is no chief.
            PersonError: there is no such moderator, or the settings name them.
        """
        await self.require(by, chief=True)
        people = await self.list_people()
        person = next((each for each in people if whom in {each.address, each.mark}), None)
        if person is None:
            raise PersonError(texts.UNKNOWN_PERSON)
        if person.fixed:
            raise PersonError(texts.FIXED_PERSON)
        await self._book.remove(self._book.identify(person.address))
        return person

    async def rename(self, person: int, name: str) -> Person:
        """Call a moderator by a name of their own choice; an empty one means the mark again.

        Raises:
            NoRightError: they are no moderator.
            PersonError: the name is too long, or another moderator has it.
        """
        await self.require(person)
        wanted = clean_line(name)
        if len(wanted) > _LONGEST_NAME:
            raise PersonError(texts.describe_long_name(_LONGEST_NAME))
        taken = [each for each in await self.list_people() if each.address != person]
        if wanted and any(wanted.casefold() == each.shown.casefold() for each in taken):
            raise PersonError(texts.TAKEN_NAME)
        await self._book.rename(person, wanted)
        return await self._find(person)

    async def _find(self, person: int) -> Person:
        found = await self.find_person(person)
        if found is None:
            # Somebody dismissed them in this moment.
            raise NoRightError(texts.NO_RIGHT)
        return found

    def _describe(self, person: int, kept: Moderator | None) -> Person | None:
        fixed = self._fixed.get(person)
        role = fixed or (kept.role if kept else None)
        if role is None:
            return None
        mark = make_mark(self._book.identify(person))
        return Person(mark, role, kept.name if kept else "", person, fixed is not None)


def make_mark(actor: str) -> str:
    """Return the few letters by which the keyed hash `actor` is shown, or nothing for nobody."""
    if not actor or actor == COMMAND_LINE:
        return ""
    return base64.b32encode(bytes.fromhex(actor)).decode().lower()[:_MARK_LENGTH]
