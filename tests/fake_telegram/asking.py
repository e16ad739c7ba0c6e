"""Pressing buttons, inline queries, and mentions of the bot where it is no member."""

from __future__ import annotations

from typing import Unpack

from tests.fake_telegram import contents
from tests.fake_telegram.accounts import Account
from tests.fake_telegram.answering import message_of
from tests.fake_telegram.delivery import Place, Sent
from tests.fake_telegram.rooms import Chat, Stored
from tests.fake_telegram.spoken import (
    BotMessage,
    Button,
    CallbackAnswer,
    InlineAnswer,
    InlineResult,
)
from tests.fake_telegram.world import Query


class Asking(Account):
    """What a person asks of the bot other than by a message to it.

    Each method returns the query; `FakeTelegram.answer_to` waits for the bot's answer. A query
    that is `expired` is refused as too old, without blaming the bot.
    """

    async def presses(
        self, message: BotMessage, button: str | Button, *, expired: bool = False
    ) -> Query[CallbackAnswer]:
        """Press an inline button, given by a part of its label, or an old `Button`."""
        pressed = message.button(button) if isinstance(button, str) else button
        assert pressed.data is not None, f"{pressed} asks nothing of the bot"
        return await self.sends_callback(message, pressed.data, expired=expired)

    async def sends_callback(
        self, message: BotMessage, data: str, *, expired: bool = False
    ) -> Query[CallbackAnswer]:
        """Send callback data, forged perhaps, as if a button of the message carried it."""
        query: Query[CallbackAnswer] = self._world.new_query(
            "callback", self.person, expired=expired
        )
        stored = self._world.chats[message.chat_id].messages[message.message_id]
        gone = {"message_id": message.message_id, "chat": stored.json["chat"], "date": 0}
        query.update_id = self._world.updates.push(
            "callback_query",
            {
                "id": query.id,
                "from": self.person.as_json(),
                "chat_instance": str(message.chat_id),
                "data": data,
                "message": gone if stored.deleted else stored.json,
            },
        )
        return query

    async def presses_inline(
        self, inline_message_id: str, data: str, *, expired: bool = False
    ) -> Query[CallbackAnswer]:
        """Press a button with this data below a message sent by inline mode."""
        query: Query[CallbackAnswer] = self._world.new_query(
            "callback", self.person, expired=expired
        )
        query.update_id = self._world.updates.push(
            "callback_query",
            {
                "id": query.id,
                "from": self.person.as_json(),
                "chat_instance": inline_message_id,
                "data": data,
                "inline_message_id": inline_message_id,
            },
        )
        return query

    async def types_inline(
        self, words: str, *, offset: str = "", chat_type: str = "sender", expired: bool = False
    ) -> Query[InlineAnswer]:
        """Type `@bot words` in some chat, or scroll on to the page at `offset`."""
        query: Query[InlineAnswer] = self._world.new_query("inline", self.person, expired=expired)
        query.update_id = self._world.updates.push(
            "inline_query",
            {
                "id": query.id,
                "from": self.person.as_json(),
                "query": words,
                "offset": offset,
                "chat_type": chat_type,
            },
        )
        return query

    async def chooses(
        self, result: InlineResult, *, of: Query[InlineAnswer], to: Chat, words: str = ""
    ) -> Sent:
        """Send an inline result into a chat, and tell the bot if inline feedback is on."""
        message = message_of(result)
        identifier = f"inline-{of.id}-{result.id}"
        chosen = {"result_id": result.id, "from": self.person.as_json(), "query": words}
        if "reply_markup" in message:
            self._world.inline_messages[identifier] = message
            chosen["inline_message_id"] = identifier
        if self._world.settings.inline_feedback:
            self._world.updates.push("chosen_inline_result", chosen)
        place: Place = {"to": to}
        via = self._world.bot.as_json()
        return self._delivery.send(self.person, message, place, via_bot=via)

    async def mentions_guest(self, words: str, **place: Unpack[Place]) -> Query[InlineResult]:
        """Mention the bot in a chat that it is no member of."""
        chat = place["to"]
        assert chat.bot_status == "left", f"the bot is a member of {chat.title}"
        sent = self._delivery.send(self.person, contents.text(words), place)
        query: Query[InlineResult] = self._world.new_query("guest", self.person)
        message = sent.json | {"guest_query_id": query.id}
        chat.messages[sent.message_id] = Stored(message)
        query.update_id = self._world.updates.push("guest_message", message)
        return query
