"""Methods that change or delete messages."""

from __future__ import annotations

from tests.fake_telegram.api_spec import Json
from tests.fake_telegram.formatted import as_bot_message, check_markup, read_text
from tests.fake_telegram.limits import MAX_CAPTION
from tests.fake_telegram.refusals import bad_request
from tests.fake_telegram.rooms import Chat, Kind, Stored
from tests.fake_telegram.world import World

NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)
MAX_DELETE_AGE = 48 * 3600


class Editing:
    """editMessageText, editMessageCaption, editMessageReplyMarkup, deleteMessage(s)."""

    def __init__(self, world: World) -> None:
        self._world = world

    def edit_text(self, parameters: Json) -> Json | bool:
        """Replace the text and the keyboard."""
        if "text" not in parameters:
            raise bad_request("message text is empty")
        text, entities = read_text(parameters)
        return self._edit(parameters, "text", {"text": text, "entities": entities})

    def edit_caption(self, parameters: Json) -> Json | bool:
        """Replace the caption and the keyboard."""
        text, entities = read_text(
            parameters, name="caption", entities="caption_entities", most=MAX_CAPTION, least=0
        )
        return self._edit(parameters, "caption", {"caption": text, "caption_entities": entities})

    def edit_markup(self, parameters: Json) -> Json | bool:
        """Replace the keyboard only; without `reply_markup` it is removed."""
        return self._edit(parameters, None, {})

    def delete(self, parameters: Json) -> bool:
        """Delete one message: its own, or another's where it is an administrator."""
        chat = self._world.find_member_chat(parameters["chat_id"])
        stored = self._living(chat, parameters["message_id"], "message to delete not found")
        is_admin = chat.bot_status in {"administrator", "creator"}
        if not (stored.by_bot or chat.kind is Kind.PRIVATE or is_admin):
            raise bad_request("message can't be deleted")
        if self._world.now() - stored.json["date"] > MAX_DELETE_AGE and not is_admin:
            raise bad_request("message can't be deleted for everyone", blame_bot=False)
        stored.deleted = True
        self._world.pulse.beat()
        return True

    def delete_several(self, parameters: Json) -> bool:
        """Delete 1 to 100 messages; those that do not exist are skipped."""
        chat = self._world.find_member_chat(parameters["chat_id"])
        identifiers = parameters["message_ids"]
        if not 1 <= len(identifiers) <= 100:
            raise bad_request("message_ids must have 1 to 100 elements")
        for identifier in identifiers:
            if chat.living(identifier):
                self.delete({"chat_id": chat.id, "message_id": identifier})
        return True

    def _edit(self, parameters: Json, part: str | None, content: Json) -> Json | bool:
        if "inline_message_id" in parameters:
            return self._edit_inline(parameters, content)
        if "chat_id" not in parameters or "message_id" not in parameters:
            raise bad_request("message identifier is not specified")
        chat = self._world.find_member_chat(parameters["chat_id"])
        stored = self._living(chat, parameters["message_id"], "message to edit not found")
        if not stored.by_bot:
            raise bad_request("message can't be edited")
        if part == "text" and "text" not in stored.json:
            raise bad_request("there is no text in the message to edit")
        check_markup(self._world, parameters.get("reply_markup"), chat)
        edited = _changed(stored.json, content, parameters.get("reply_markup"))
        if edited == stored.json:
            raise bad_request(NOT_MODIFIED)
        stored.json = edited | {"edit_date": self._world.now()}
        stored.versions.append(as_bot_message(stored.json, is_edit=True))
        self._world.pulse.beat()
        return stored.json

    def _edit_inline(self, parameters: Json, content: Json) -> bool:
        current = self._world.inline_messages.get(parameters["inline_message_id"])
        if current is None:
            raise bad_request("MESSAGE_ID_INVALID")
        check_markup(self._world, parameters.get("reply_markup"))
        edited = _changed(current, content, parameters.get("reply_markup"))
        if edited == current:
            raise bad_request(NOT_MODIFIED)
        self._world.inline_messages[parameters["inline_message_id"]] = edited
        self._world.pulse.beat()
        return True

    def _living(self, chat: Chat, identifier: int, description: str) -> Stored:
        stored = chat.messages.get(identifier)
        if stored is None or stored.deleted:
            gone_by_user = stored is not None and stored.gone_by_user
            raise bad_request(description, blame_bot=not gone_by_user)
        return stored


def _changed(current: Json, content: Json, markup: Json | None) -> Json:
    """Empty entities and keyboards are absent from a message, not empty."""
    new = current | content
    new.pop("reply_markup", None)
    if markup and markup.get("inline_keyboard"):
        new["reply_markup"] = markup
    return {k: v for k, v in new.items() if v not in ([], "")}
