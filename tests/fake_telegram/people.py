"""People, who talk to the bot as people do."""

from __future__ import annotations

from typing import Unpack
from urllib.parse import parse_qs, urlsplit

from tests.fake_telegram import contents
from tests.fake_telegram.administration import Administration
from tests.fake_telegram.api_spec import Json
from tests.fake_telegram.asking import Asking
from tests.fake_telegram.delivery import Place, Sent
from tests.fake_telegram.rooms import Chat, Kind, Person
from tests.fake_telegram.spoken import BotMessage

Origin = str | Chat | Person


class User(Asking, Administration):
    """A person with a private chat with the bot.

    All methods that send take where they send by keyword: `to` (a chat), `topic`, `reply_to`,
    `quote`, `date`, `as_chat`; see `Place`.
    """

    async def sends(self, words: str | Json, **place: Unpack[Place]) -> Sent:
        """Send a text, or any other content made by `tests.fake_telegram.contents`."""
        content = contents.text(words) if isinstance(words, str) else words
        return self._send(content, place)

    async def starts(self, payload: str = "") -> Sent:
        """Press "Start" in the private chat, with the payload of a deep link."""
        return await self.sends(f"/start {payload}".strip())

    async def opens(self, link: str) -> Sent:
        """Follow a deep link `https://t.me/<bot>?start=<payload>`.

        Raises:
            AssertionError: it is no deep link to this bot.
        """
        parts = urlsplit(link)
        query = parse_qs(parts.query)
        address = f"{parts.netloc}{parts.path}".rstrip("/")
        assert address == f"t.me/{self._world.bot.username}", f"not a link to this bot: {link}"
        assert "start" in query, f"not a deep link: {link}"
        return await self.starts(query["start"][0])

    async def sends_photo(self, caption: str = "", **place: Unpack[Place]) -> Sent:
        """Send a picture."""
        return self._send(contents.photo(caption), place)

    async def sends_sticker(self, emoji: str = "👍", **place: Unpack[Place]) -> Sent:
        """Send a sticker."""
        return self._send(contents.sticker(emoji), place)

    async def sends_voice(self, **place: Unpack[Place]) -> Sent:
        """Send a voice note."""
        return self._send(contents.voice(), place)

    async def sends_document(
        self, file_name: str, caption: str = "", **place: Unpack[Place]
    ) -> Sent:
        """Send a file."""
        return self._send(contents.document(file_name, caption), place)

    async def sends_file(
        self,
        file_name: str,
        content: bytes,
        caption: str = "",
        *,
        file_size: int | None = None,
        **place: Unpack[Place],
    ) -> Sent:
        """Send a file with a content that the bot can fetch; it may claim another size."""
        described = contents.document(file_name, caption)
        identifier = f"upload-{len(self._world.files) + 1}"
        self._world.files[identifier] = content
        size = len(content) if file_size is None else file_size
        described["document"] |= {"file_id": identifier, "file_size": size}
        return self._send(described, place)

    async def sends_location(self, **place: Unpack[Place]) -> Sent:
        """Send a place."""
        return self._send(contents.location(), place)

    async def sends_poll(self, question: str = "Setuju?", **place: Unpack[Place]) -> Sent:
        """Send a poll."""
        return self._send(contents.poll(question), place)

    async def forwards(
        self, words: str | Json, *, origin: Origin | User, **place: Unpack[Place]
    ) -> Sent:
        """Forward a message from a person, a hidden person (a name), a channel or a group."""
        content = contents.text(words) if isinstance(words, str) else words
        return self._send(content, place, forward_origin=self._origin(origin))

    async def edits(self, message: Sent, words: str | Json) -> Sent:
        """Edit a message that was sent before."""
        content = contents.text(words) if isinstance(words, str) else words
        return self._delivery.edit(message, content)

    async def deletes(self, message: Sent | BotMessage) -> None:
        """Delete a message for everyone; bots are not told."""
        chat_id = message.chat.id if isinstance(message, Sent) else message.chat_id
        stored = self._world.chats[chat_id].messages[message.message_id]
        stored.deleted = stored.gone_by_user = True

    async def taps(self, message: BotMessage, label: str, **place: Unpack[Place]) -> Sent:
        """Tap a button of a reply keyboard, which sends its label."""
        button = message.button(label)
        assert button.data is None, f"{label!r} is an inline button: use presses()"
        return await self.sends(button.text, **place)

    def _send(self, content: Json, place: Place, **extra: object) -> Sent:
        if "to" not in place:
            assert self.chat.bot_status != "kicked", f"{self.person.first_name} blocked the bot"
            self.chat.bot_status = "member"
        whole: Place = {"to": self.chat}
        whole.update(place)
        return self._delivery.send(self.person, content, whole, **extra)

    def _origin(self, origin: Origin | User) -> Json:
        date = self._world.now() - 3600
        match origin:
            case str():
                return {"type": "hidden_user", "date": date, "sender_user_name": origin}
            case User():
                return {"type": "user", "date": date, "sender_user": origin.person.as_json()}
            case Person():
                return {"type": "user", "date": date, "sender_user": origin.as_json()}
            case Chat(kind=Kind.CHANNEL):
                described = {"chat": origin.as_json(), "message_id": 77}
                return {"type": "channel", "date": date} | described
        return {"type": "chat", "date": date, "sender_chat": origin.as_json()}
