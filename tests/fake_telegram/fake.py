"""The fake as tests hold it: people, rooms, waiting for what the bot says, and the verdict."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from types import TracebackType
from typing import Self, TypeVar

from tests.fake_telegram import contents
from tests.fake_telegram.api_spec import Json
from tests.fake_telegram.delivery import Delivery, Sent
from tests.fake_telegram.faults import Faults
from tests.fake_telegram.people import User
from tests.fake_telegram.profile import scope_key
from tests.fake_telegram.rooms import Chat, Kind, Person
from tests.fake_telegram.server import Call, Server
from tests.fake_telegram.spoken import BotMessage
from tests.fake_telegram.transcript import write_transcript
from tests.fake_telegram.world import BotSettings, Query, World

T = TypeVar("T")
TOKEN = "7000000001:AAHfiqksKZ8WmR2zSjiQ7_v4TMAKdiHm9T0"  # noqa: S105 - of the fake only


class FakeTelegram:
    """A Bot API server of its own, and everybody who talks to the bot through it.

    Use it as an async context manager; `assert_clean` afterwards tells what the bot did wrong.
    """

    def __init__(self, *, username: str = "tanya_sirekap_bot", name: str = "Tanya Sirekap") -> None:
        self.token = TOKEN
        self.world = World(username, name)
        self.faults = Faults(self.world.pulse)
        self._server = Server(self.world, self.faults, TOKEN)
        self.api_url = ""

    async def __aenter__(self) -> Self:
        """Start listening."""
        self.api_url = f"http://127.0.0.1:{await self._server.start()}"
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop listening."""
        await self._server.stop()

    async def goes_away(self) -> None:
        """Break off every connection and take no new ones; what people send waits meanwhile."""
        await self._server.stop()

    async def comes_back(self) -> None:
        """Listen again, at the same address."""
        await self._server.start()

    @property
    def base_url(self) -> str:
        """The address for python-telegram-bot's `base_url`."""
        return f"{self.api_url}/bot"

    @property
    def base_file_url(self) -> str:
        """The address for python-telegram-bot's `base_file_url`."""
        return f"{self.api_url}/file/bot"

    @property
    def settings(self) -> BotSettings:
        """What the owner set with BotFather; tests may change it before the bot starts."""
        return self.world.settings

    def user(
        self, first_name: str, *, language_code: str | None = "id", username: str | None = None
    ) -> User:
        """Create a person who has not met the bot yet."""
        person = Person(
            self.world.new_user_id(), first_name, username=username, language_code=language_code
        )
        chat = Chat(person.id, Kind.PRIVATE, first_name, person, members={person.id: "member"})
        self.world.people[person.id] = person
        self.world.chats[chat.id] = chat
        return User(self.world, person, chat)

    def group(self, title: str, members: Sequence[User] = (), *, bot: str = "member") -> Chat:
        """Create a basic group; the first member owns it, `bot` is the bot's status there."""
        return self._room(Kind.GROUP, title, members, bot)

    def supergroup(
        self,
        title: str,
        members: Sequence[User] = (),
        *,
        forum: bool = False,
        bot: str = "member",
        username: str | None = None,
    ) -> Chat:
        """Create a supergroup, with topics if it is a forum; `bot="left"`: without the bot."""
        chat = self._room(Kind.SUPERGROUP, title, members, bot)
        chat.is_forum, chat.username = forum, username
        return chat

    def channel(self, title: str, *, bot: str = "left", username: str | None = None) -> Chat:
        """Create a channel; bots are in channels as "administrator" or not at all."""
        chat = self._room(Kind.CHANNEL, title, (), bot)
        chat.username = username
        return chat

    async def posts(self, channel: Chat, words: str | Json) -> Sent:
        """Publish a post in a channel."""
        content = contents.text(words) if isinstance(words, str) else words
        return Delivery(self.world).send(None, content, {"to": channel})

    async def bot_polls(self, within: float = 15) -> None:
        """Wait until the bot asks for updates for the first time."""
        polls = await self.world.pulse.until(lambda: self.world.updates.polls or None, within)
        assert polls, f"the bot asked for no updates within {within} s; calls: {len(self.calls)}"

    async def bot_says(self, in_chat: Chat, within: float = 15) -> BotMessage:
        """Return the bot's next message in a chat that no test has looked at yet."""

        def find() -> BotMessage | None:
            return next(iter(in_chat.said[in_chat.heard :]), None)

        found = await self.world.pulse.until(find, within)
        assert found is not None, self._complaint(f"said nothing within {within} s", in_chat)
        in_chat.heard += 1
        return found

    async def bot_edits(self, message: BotMessage, within: float = 15) -> BotMessage:
        """Return the message after its next edit that no test has looked at yet."""
        chat = self.world.chats[message.chat_id]
        stored = chat.messages[message.message_id]

        def find() -> BotMessage | None:
            return next(iter(stored.versions[stored.seen_versions :]), None)

        found = await self.world.pulse.until(find, within)
        assert found is not None, self._complaint(f"edited nothing within {within} s", chat)
        stored.seen_versions += 1
        return found

    async def bot_deletes(self, message: BotMessage | Sent, within: float = 15) -> None:
        """Wait until the bot deletes a message."""
        chat = self._chat_of(message)
        stored = chat.messages[message.message_id]
        gone = await self.world.pulse.until(lambda: stored.deleted or None, within)
        assert gone, self._complaint(f"deleted nothing within {within} s", chat)

    async def answer_to(self, query: Query[T], within: float = 15) -> T:
        """Return the bot's answer to a callback, inline or guest query."""
        answer = await self.world.pulse.until(lambda: query.answer, within)
        assert answer is not None, f"the {query.kind} query got no answer within {within} s"
        return answer

    async def nothing_said(self, in_chat: Chat, for_seconds: float = 0.5) -> None:
        """Hold that the bot says nothing in a chat, now and for a while."""
        await asyncio.sleep(for_seconds)
        new = in_chat.said[in_chat.heard :]
        assert not new, self._complaint(
            f"said {[m.text for m in new]} though nothing was due", in_chat
        )

    def edits_of(self, message: BotMessage) -> list[BotMessage]:
        """Return the message after each of its edits so far."""
        return self.world.chats[message.chat_id].messages[message.message_id].versions[1:]

    def is_deleted(self, message: BotMessage | Sent) -> bool:
        """Tell whether a message is gone."""
        return self._chat_of(message).messages[message.message_id].deleted

    def commands(self, scope: str | Json = "default", language: str = "") -> list[str]:
        """Return the names of the commands set for a scope (its type or its JSON) and language."""
        key = scope if isinstance(scope, str) else scope_key(scope)
        return [c["command"] for c in self._server.profile.commands.get((key, language), [])]

    def profile_text(self, name: str, language: str = "") -> str:
        """Return "name", "description" or "short_description" as set for a language."""
        return self._server.profile.texts.get((name, language), "")

    def actions_in(self, chat: Chat) -> list[str]:
        """Return the chat actions ("typing") shown in a chat so far."""
        return [action for chat_id, action in self.world.actions if chat_id == chat.id]

    @property
    def calls(self) -> list[Call]:
        """All well-typed calls, in order."""
        return self._server.calls

    def calls_of(self, method: str) -> list[Json]:
        """Return the parameters of all well-typed calls of a method."""
        return [call.parameters for call in self.calls if call.method == method]

    def transcript(self, chat: Chat) -> str:
        """Return a chat as people see it now: who said what, with the buttons below."""
        return write_transcript(chat)

    def allow(self, phrase: str) -> None:
        """Do not count violations that contain this phrase."""
        self.world.violations.allowed.append(phrase)

    @property
    def violations(self) -> list[str]:
        """One sentence for each rule broken so far that no test allowed."""
        return [str(violation) for violation in self.world.violations.counted]

    def assert_clean(self) -> None:
        """Fail if the bot broke a rule or left a button spinning."""
        problems = self.violations + [
            f"the callback query of {query.asker.first_name} was never answered"
            for query in self.world.queries.values()
            if query.kind == "callback" and query.update_id in self.world.updates.delivered
            if query.answer is None and not query.expired
        ]
        counted = [p for p in problems if not any(a in p for a in self.world.violations.allowed)]
        assert not counted, "The bot broke rules of the Bot API:\n" + "\n".join(counted)

    def _room(self, kind: Kind, title: str, members: Sequence[User], bot: str) -> Chat:
        statuses = {user.id: "creator" if user is members[0] else "member" for user in members}
        chat = Chat(self.world.new_room_id(kind), kind, title, members=statuses, bot_status=bot)
        self.world.chats[chat.id] = chat
        return chat

    def _chat_of(self, message: BotMessage | Sent) -> Chat:
        return message.chat if isinstance(message, Sent) else self.world.chats[message.chat_id]

    def _complaint(self, what: str, chat: Chat) -> str:
        lines = [f"The bot {what}. The chat {chat.title!r} so far:", write_transcript(chat)]
        return "\n".join([*lines, *map(str, self.world.violations.found)])
