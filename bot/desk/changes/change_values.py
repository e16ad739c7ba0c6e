"""Changes of articles as immutable values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.texts import changes as texts

if TYPE_CHECKING:
    from datetime import datetime

    from bot.articles import Article
    from bot.store import Action


@dataclass(frozen=True, slots=True)
class DiffLine:
    """One thing that differs; as text it is an Indonesian line such as "judul: … → …".

    `field` is a field's name, or `paragraph 2`. `old` and `new` are empty where there is nothing.
    """

    field: str
    old: str
    new: str

    def __str__(self) -> str:
        """Return the line."""
        return texts.describe_difference(self.field, self.old, self.new)


@dataclass(frozen=True, slots=True)
class Change:
    """A change of an article, as the audit log has it.

    `who` is the name or mark of who made it, empty when that expired. `undoes` is the number of the
    change that this one undoes, `undone_by` that of the one that undid it. `warnings` say what did
    not work although the change stands, such as its commit.
    """

    number: int
    at: datetime
    action: Action
    key: str
    file: str
    title: str
    who: str
    difference: tuple[DiffLine, ...]
    undoes: int | None = None
    undone_by: int | None = None
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OpenArticle:
    """An article as its file is now, and the revision of the file (8 hexadecimal digits)."""

    article: Article
    revision: str


@dataclass(frozen=True, slots=True)
class Recovery:
    """What became of the changes that a crash had left half made.

    `settled` had happened and are in the audit log now; `dropped` had not. `conflicts` say of
    which files it cannot be known, because somebody changed them since.
    """

    settled: int = 0
    dropped: int = 0
    conflicts: tuple[str, ...] = ()
