"""What people do to chats: adding and removing the bot, topics, blocking, upgrading."""

from __future__ import annotations

from tests.fake_telegram.accounts import Account
from tests.fake_telegram.api_spec import Json
from tests.fake_telegram.delivery import Place
from tests.fake_telegram.membership import member_as_json
from tests.fake_telegram.rooms import Chat, Kind, Person, Stored, Topic


class Administration(Account):
    """Changes of membership and of chats, with the updates that Telegram sends of them."""

    async def blocks_bot(self) -> None:
        """Stop and block the bot."""
        self._change_bot(self.chat, "kicked")

    async def unblocks_bot(self) -> None:
        """Let the bot write again."""
        self._change_bot(self.chat, "member")

    async def adds_bot(self, chat: Chat, *, status: str = "member") -> None:
        """Add the bot to a chat, as "member" or "administrator"."""
        self._change_bot(chat, status)
        if chat.kind is not Kind.CHANNEL:
            bot = self._world.bot.as_json()
            self._announce(chat, new_chat_members=[bot], new_chat_member=bot)

    async def removes_bot(self, chat: Chat) -> None:
        """Remove the bot from a chat."""
        self._change_bot(chat, "kicked")

    async def makes_bot(self, chat: Chat, status: str, *, may_write: bool = True) -> None:
        """Change the bot's status: "administrator", "member" or "restricted"."""
        self._change_bot(chat, status, may_write=may_write)

    async def joins(self, chat: Chat) -> None:
        """Join a group."""
        self._change_member(chat, self.person, "member")
        self._announce(chat, new_chat_members=[self.person.as_json()])

    async def leaves(self, chat: Chat) -> None:
        """Leave a group."""
        self._change_member(chat, self.person, "left")
        self._announce(chat, left_chat_member=self.person.as_json())

    async def promotes(self, person: Account, chat: Chat) -> None:
        """Make somebody an administrator."""
        self._change_member(chat, person.person, "administrator")

    async def opens_topic(self, chat: Chat, name: str) -> Topic:
        """Open a topic in a forum."""
        created = {"name": name, "icon_color": 7322096}
        message = self._announce(chat, forum_topic_created=created)
        topic = Topic(message["message_id"], name)
        chat.topics[topic.thread_id] = topic
        chat.messages[topic.thread_id] = Stored(message | _in_topic(topic))
        return topic

    async def closes_topic(self, chat: Chat, topic: Topic) -> None:
        """Close a topic, so that the bot can't write there."""
        chat.closed_topics.add(topic.thread_id)
        self._announce(chat, forum_topic_closed={}, **_in_topic(topic))

    async def upgrades(self, group: Chat) -> Chat:
        """Turn a group into a supergroup and return that; the group's id is dead from then on."""
        new = Chat(
            self._world.new_room_id(Kind.SUPERGROUP),
            Kind.SUPERGROUP,
            group.title,
            members=dict(group.members),
            bot_status=group.bot_status,
        )
        self._world.chats[new.id] = new
        self._announce(group, migrate_to_chat_id=new.id)
        self._announce(new, migrate_from_chat_id=group.id)
        group.migrated_to = new.id
        return new

    def _announce(self, chat: Chat, **fields: object) -> Json:
        place: Place = {"to": chat}
        return self._delivery.send(self.person, {}, place, **fields).json

    def _change_bot(self, chat: Chat, status: str, *, may_write: bool = True) -> None:
        bot = self._world.bot
        before = member_as_json(bot, chat.bot_status, may_write=chat.bot_may_write)
        chat.bot_status, chat.bot_may_write = status, may_write
        after = member_as_json(bot, status, may_write=may_write)
        self._world.updates.push("my_chat_member", self._change(chat, before, after))

    def _change_member(self, chat: Chat, person: Person, status: str) -> None:
        before = member_as_json(person, chat.members.get(person.id, "left"))
        chat.members[person.id] = status
        if chat.bot_status == "administrator":
            after = member_as_json(person, status)
            self._world.updates.push("chat_member", self._change(chat, before, after))

    def _change(self, chat: Chat, before: Json, after: Json) -> Json:
        return {
            "chat": chat.as_json(),
            "from": self.person.as_json(),
            "date": self._world.now(),
            "old_chat_member": before,
            "new_chat_member": after,
        }


def _in_topic(topic: Topic) -> Json:
    return {"message_thread_id": topic.thread_id, "is_topic_message": True}
