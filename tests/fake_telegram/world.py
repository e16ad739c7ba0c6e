"""Everything that the fake keeps: the bot, people, chats, queries, updates and violations."""

from __future__ import annotations

import time
from dataclasses import dataclass
from itertools import count
from typing import Any, Generic, TypeVar

from tests.fake_telegram.api_spec import Json
from tests.fake_telegram.pulse import Pulse
from tests.fake_telegram.refusals import Refusal, Violations, bad_request
from tests.fake_telegram.rooms import Chat, Kind, Person
from tests.fake_telegram.updates import Updates

T = TypeVar("T")

_FIRST_USER_ID = 4_107_359_286_041_001
"""As long as an id may be, 52 bits, so that no hash of a long run has one in it by chance."""

_FIRST_ROOM_ID = 904_107_359_201
"""As long as Telegram gives them to groups."""


@dataclass(slots=True)
class BotSettings:
    """What is set with BotFather; `hears_mentions`: whether privacy mode lets mentions through."""

    can_join_groups: bool = True
    can_read_all_group_messages: bool = False
    supports_inline_queries: bool = True
    supports_guest_queries: bool = True
    hears_mentions: bool = True
    inline_feedback: bool = True


@dataclass(slots=True)
class Query(Generic[T]):
    """A callback, inline or guest query, and the bot's answer to it once there is one."""

    id: str
    kind: str
    asker: Person
    expired: bool = False
    update_id: int | None = None
    answer: T | None = None


class World:
    """The state behind the fake's methods and its driver."""

    def __init__(self, username: str, first_name: str) -> None:
        self.bot = Person(7_000_000_001, first_name, username=username, is_bot=True)
        self.settings = BotSettings()
        self.pulse = Pulse()
        self.updates = Updates(self.pulse)
        self.violations = Violations()
        self.people: dict[int, Person] = {self.bot.id: self.bot}
        self.chats: dict[int, Chat] = {}
        self.queries: dict[str, Query[Any]] = {}
        self.inline_messages: dict[str, Json] = {}
        self.files: dict[str, bytes] = {}
        self.actions: list[tuple[int, str]] = []
        self._user_ids = count(_FIRST_USER_ID)
        self._room_ids = count(_FIRST_ROOM_ID)
        self._message_ids = count(101)
        self._query_ids = count(900_000_000_000_000_001)

    def new_user_id(self) -> int:
        """Return an id that no account has."""
        return next(self._user_ids)

    def new_room_id(self, kind: Kind) -> int:
        """Return an id for a group (negative) or a supergroup or channel (with -100 in front)."""
        number = next(self._room_ids)
        return -number if kind is Kind.GROUP else -1_000_000_000_000 - number

    def new_message_id(self) -> int:
        """Return the next message id; ids grow over all chats."""
        return next(self._message_ids)

    def new_query(self, kind: str, asker: Person, *, expired: bool = False) -> Query[Any]:
        """Return a new query that waits for the bot's answer."""
        query: Query[Any] = Query(str(next(self._query_ids)), kind, asker, expired)
        self.queries[query.id] = query
        return query

    def now(self) -> int:
        """Return the time in Unix seconds."""
        return int(time.time())

    def find_chat(self, chat_id: int | str) -> Chat:
        """Return a chat that exists, by id or public username.

        Raises:
            Refusal: 400 chat not found, or the group has become a supergroup.
        """
        by_name = (c for c in self.chats.values() if chat_id == f"@{c.username}" and not c.person)
        chat = self.chats.get(chat_id) if isinstance(chat_id, int) else next(by_name, None)
        if chat is None:
            raise bad_request("chat not found", detail=str(chat_id))
        if chat.migrated_to is not None:
            raise Refusal(
                400,
                "Bad Request: group chat was upgraded to a supergroup chat",
                migrate_to_chat_id=chat.migrated_to,
            )
        return chat

    def find_member_chat(self, chat_id: int | str) -> Chat:
        """Return a chat that the bot is in.

        Raises:
            Refusal: as `find_chat`, or 403 if the bot is not in it, is blocked or was never met.
        """
        chat = self.find_chat(chat_id)
        if chat.bot_status in {"left", "kicked"}:
            raise Refusal(403, f"Forbidden: {self._absence(chat)}")
        return chat

    def find_writable_chat(self, chat_id: int | str) -> Chat:
        """Return a chat that the bot may write to.

        Raises:
            Refusal: as `find_member_chat`, or 400 if the bot has no right to write there.
        """
        chat = self.find_member_chat(chat_id)
        if not chat.bot_may_write:
            raise bad_request(
                "not enough rights to send text messages to the chat", blame_bot=False
            )
        return chat

    def _absence(self, chat: Chat) -> str:
        if chat.kind is Kind.PRIVATE:
            blocked = chat.bot_status == "kicked"
            return (
                "bot was blocked by the user"
                if blocked
                else "bot can't initiate conversation with a user"
            )
        verb = "was kicked from" if chat.bot_status == "kicked" else "is not a member of"
        return f"bot {verb} the {chat.kind} chat"
