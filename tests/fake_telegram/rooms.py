"""Chats, people and messages, as the fake keeps them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from tests.fake_telegram.api_spec import Json
from tests.fake_telegram.spoken import BotMessage


class Kind(StrEnum):
    """The four kinds of chats."""

    PRIVATE = "private"
    GROUP = "group"
    SUPERGROUP = "supergroup"
    CHANNEL = "channel"


@dataclass(slots=True)
class Person:
    """An account, a bot's included."""

    id: int
    first_name: str
    last_name: str | None = None
    username: str | None = None
    language_code: str | None = None
    is_bot: bool = False

    def as_json(self) -> Json:
        """Return the `User` object."""
        optional = {
            "last_name": self.last_name,
            "username": self.username,
            "language_code": self.language_code,
        }
        base: Json = {"id": self.id, "is_bot": self.is_bot, "first_name": self.first_name}
        return base | {name: value for name, value in optional.items() if value is not None}


@dataclass(frozen=True, slots=True)
class Topic:
    """A topic of a forum. General has the thread id 1, which no message carries."""

    thread_id: int
    name: str


GENERAL = Topic(1, "General")


@dataclass(slots=True)
class Stored:
    """A message of a chat as it is now; `versions` are all states of one of the bot's."""

    json: Json
    by_bot: bool = False
    versions: list[BotMessage] = field(default_factory=list)
    seen_versions: int = 1
    deleted: bool = False
    gone_by_user: bool = False


@dataclass(slots=True)
class Chat:
    """A chat with its members (status by user id), topics and messages.

    `bot_status` is the bot's own: in a private chat "member" once the person has written, and
    "kicked" when they blocked it.
    """

    id: int
    kind: Kind
    title: str
    person: Person | None = None
    username: str | None = None
    is_forum: bool = False
    members: dict[int, str] = field(default_factory=dict)
    bot_status: str = "left"
    bot_may_write: bool = True
    messages: dict[int, Stored] = field(default_factory=dict)
    topics: dict[int, Topic] = field(default_factory=dict)
    closed_topics: set[int] = field(default_factory=set)
    migrated_to: int | None = None
    said: list[BotMessage] = field(default_factory=list)
    heard: int = 0

    def as_json(self) -> Json:
        """Return the `Chat` object."""
        base: Json = {"id": self.id, "type": str(self.kind)}
        if self.person is not None:
            base |= {"first_name": self.person.first_name}
            base |= {"username": self.person.username} if self.person.username else {}
            return base
        base |= {"title": self.title}
        base |= {"username": self.username} if self.username else {}
        return base | ({"is_forum": True} if self.is_forum else {})

    def living(self, message_id: int | None) -> Stored | None:
        """Return a message that exists and is not deleted."""
        stored = self.messages.get(message_id or 0)
        return stored if stored is not None and not stored.deleted else None
