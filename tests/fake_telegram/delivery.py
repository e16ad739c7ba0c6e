"""From what a person does to a message in a chat, and to an update if the bot gets to see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TypedDict

from tests.fake_telegram.api_spec import Json
from tests.fake_telegram.rooms import GENERAL, Chat, Kind, Person, Stored, Topic
from tests.fake_telegram.spoken import BotMessage, words_of
from tests.fake_telegram.world import World

ANONYMOUS_ADMIN = Person(1087968824, "Group", username="GroupAnonymousBot", is_bot=True)
CHANNEL_SENDER = Person(136817688, "Channel", username="Channel_Bot", is_bot=True)
MESSAGE_FRAME = {
    "message_id", "date", "chat", "from", "sender_chat", "reply_to_message", "quote", "edit_date",
    "message_thread_id", "is_topic_message",
}  # fmt: skip
SPOKEN = {
    "text", "caption", "photo", "document", "video", "voice", "video_note", "sticker", "animation",
    "location", "contact", "dice", "poll",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Sent:
    """A message of a person or a channel. `delivered`: whether the bot gets an update of it."""

    chat: Chat
    message_id: int
    json: Json
    delivered: bool


class Place(TypedDict, total=False):
    """Where and how a message is sent; a person's private chat with the bot if nothing is said.

    `as_chat` sends as an anonymous administrator (the group itself) or as a channel.
    """

    to: Chat
    topic: Topic
    reply_to: Sent | BotMessage
    quote: str
    date: datetime
    as_chat: Chat


class Delivery:
    """Puts messages of people into chats."""

    def __init__(self, world: World) -> None:
        self._world = world

    def send(self, person: Person | None, content: Json, place: Place, **extra: object) -> Sent:
        """Put a message into `place["to"]`; `extra` are further fields of `Message`."""
        chat = place["to"]
        message = self._frame(person, chat, place) | content | extra
        chat.messages[message["message_id"]] = Stored(message)
        kind = "channel_post" if chat.kind is Kind.CHANNEL else "message"
        return Sent(chat, message["message_id"], message, self.push(kind, chat, message))

    def edit(self, sent: Sent, content: Json) -> Sent:
        """Change a message of a person."""
        kept = {name: v for name, v in sent.json.items() if name in MESSAGE_FRAME}
        edited = kept | content | {"edit_date": self._world.now()}
        sent.chat.messages[sent.message_id].json = edited
        kind = "edited_channel_post" if sent.chat.kind is Kind.CHANNEL else "edited_message"
        return Sent(sent.chat, sent.message_id, edited, self.push(kind, sent.chat, edited))

    def push(self, kind: str, chat: Chat, message: Json) -> bool:
        """Queue an update of a message if the bot may see it."""
        if not self.hears(chat, message):
            return False
        return self._world.updates.push(kind, message) is not None

    def hears(self, chat: Chat, message: Json) -> bool:
        """Tell whether the bot sees a message: https://core.telegram.org/bots/features#privacy-mode."""
        settings = self._world.settings
        if chat.bot_status in {"left", "kicked"}:
            return False
        if chat.kind in {Kind.PRIVATE, Kind.CHANNEL} or settings.can_read_all_group_messages:
            return True
        if chat.bot_status in {"administrator", "creator"} or not SPOKEN & message.keys():
            return True
        replied = message.get("reply_to_message", {}).get("from", {}).get("id")
        via = message.get("via_bot", {}).get("id")
        return self._world.bot.id in {replied, via} or self._addresses_bot(message)

    def _addresses_bot(self, message: Json) -> bool:
        words = words_of(message).lower()
        name = f"@{self._world.bot.username}".lower()
        if words.startswith("/"):
            command = words.split()[0]
            return "@" not in command or command.endswith(name)
        return self._world.settings.hears_mentions and name in words

    def _frame(self, person: Person | None, chat: Chat, place: Place) -> Json:
        date = place.get("date")
        frame: Json = {
            "message_id": self._world.new_message_id(),
            "date": int(date.timestamp()) if date else self._world.now(),
            "chat": chat.as_json(),
        }
        return frame | _sender(person, chat, place) | self._context(chat, place)

    def _context(self, chat: Chat, place: Place) -> Json:
        context: Json = {}
        topic, replied = place.get("topic"), place.get("reply_to")
        original = chat.living(replied.message_id) if replied else None
        if topic is not None and topic != GENERAL:
            context = {"message_thread_id": topic.thread_id, "is_topic_message": True}
            original = original or chat.living(topic.thread_id)
        elif original is not None and chat.kind is Kind.SUPERGROUP:
            root = original.json.get("message_thread_id", original.json["message_id"])
            context = {"message_thread_id": root}
            context |= {"is_topic_message": True} if original.json.get("is_topic_message") else {}
        if original is not None:
            context["reply_to_message"] = _without_reply(original.json)
        if quote := place.get("quote"):
            context["quote"] = {"text": quote, "position": 0, "is_manual": True}
        return context


def _sender(person: Person | None, chat: Chat, place: Place) -> Json:
    sender_chat = place.get("as_chat")
    if chat.kind is Kind.CHANNEL:
        return {"sender_chat": chat.as_json()}
    if sender_chat is not None:
        account = ANONYMOUS_ADMIN if sender_chat is chat else CHANNEL_SENDER
        return {"from": account.as_json(), "sender_chat": sender_chat.as_json()}
    return {"from": person.as_json()} if person else {}


def _without_reply(message: Json) -> Json:
    return {name: value for name, value in message.items() if name != "reply_to_message"}
