"""Methods that send messages."""

from __future__ import annotations

from tests.fake_telegram.api_spec import Json
from tests.fake_telegram.formatted import as_bot_message, check_markup, read_text
from tests.fake_telegram.limits import CHAT_ACTIONS, MAX_CAPTION
from tests.fake_telegram.parameters import Upload
from tests.fake_telegram.refusals import bad_request
from tests.fake_telegram.rooms import Chat, Stored
from tests.fake_telegram.spoken import words_of
from tests.fake_telegram.world import World


class Sending:
    """sendMessage, sendDocument, sendPhoto, sendChatAction and getFile."""

    def __init__(self, world: World, uploads: dict[str, Upload]) -> None:
        self._world = world
        self._uploads = uploads

    def send_message(self, parameters: Json) -> Json:
        """Send a text."""
        chat = self._world.find_writable_chat(parameters["chat_id"])
        text, entities = read_text(parameters)
        return self._send(chat, parameters, _with_entities("text", "entities", text, entities))

    def send_document(self, parameters: Json) -> Json:
        """Send a file with an optional caption."""
        upload = self._uploaded(parameters["document"])
        size = len(upload.content) if upload else 0
        document = {"file_id": self._keep(upload), "file_unique_id": "u", "file_size": size}
        document |= {"file_name": upload.file_name} if upload else {}
        return self._send_file(parameters, {"document": document})

    def send_photo(self, parameters: Json) -> Json:
        """Send a picture with an optional caption."""
        identifier = self._keep(self._uploaded(parameters["photo"]))
        size = {"file_id": identifier, "file_unique_id": "u", "width": 640, "height": 480}
        return self._send_file(parameters, {"photo": [size]})

    def send_chat_action(self, parameters: Json) -> bool:
        """Show "is typing" and the like."""
        chat = self._world.find_member_chat(parameters["chat_id"])
        if parameters["action"] not in CHAT_ACTIONS:
            raise bad_request(f"wrong parameter action in request: {parameters['action']!r}")
        self._world.actions.append((chat.id, parameters["action"]))
        return True

    def get_file(self, parameters: Json) -> Json:
        """Tell where a file can be downloaded."""
        identifier = parameters["file_id"]
        if identifier not in self._world.files:
            raise bad_request("invalid file_id")
        size = len(self._world.files[identifier])
        return {
            "file_id": identifier,
            "file_unique_id": "u",
            "file_size": size,
            "file_path": f"files/{identifier}",
        }

    def _send_file(self, parameters: Json, content: Json) -> Json:
        chat = self._world.find_writable_chat(parameters["chat_id"])
        text, entities = read_text(
            parameters, name="caption", entities="caption_entities", most=MAX_CAPTION, least=0
        )
        return self._send(
            chat,
            parameters,
            content | _with_entities("caption", "caption_entities", text, entities),
        )

    def _uploaded(self, value: str | Upload) -> Upload | None:
        if isinstance(value, Upload):
            return value
        return self._uploads.get(value.removeprefix("attach://"))

    def _keep(self, upload: Upload | None) -> str:
        identifier = f"file-{len(self._world.files) + 1}"
        self._world.files[identifier] = upload.content if upload else b""
        return identifier

    def _send(self, chat: Chat, parameters: Json, content: Json) -> Json:
        markup = parameters.get("reply_markup")
        check_markup(self._world, markup, chat)
        message: Json = {
            "message_id": self._world.new_message_id(),
            "from": self._world.bot.as_json(),
            "chat": chat.as_json(),
            "date": self._world.now(),
        }
        message |= self._thread(chat, parameters.get("message_thread_id"))
        message |= self._reply(chat, parameters.get("reply_parameters"))
        message |= content
        if markup and "inline_keyboard" in markup:
            message["reply_markup"] = markup
        said = as_bot_message(message)
        if markup and "keyboard" in markup:
            said = as_bot_message(message | {"keyboard": markup})
        chat.messages[message["message_id"]] = Stored(message, by_bot=True, versions=[said])
        chat.said.append(said)
        self._world.pulse.beat()
        return message

    def _thread(self, chat: Chat, thread_id: int | None) -> Json:
        if thread_id is None:
            return {}
        if not chat.is_forum or thread_id not in chat.topics:
            raise bad_request("message thread not found", detail=str(thread_id))
        if thread_id in chat.closed_topics:
            raise bad_request("TOPIC_CLOSED", blame_bot=False)
        return {"message_thread_id": thread_id, "is_topic_message": True}

    def _reply(self, chat: Chat, wanted: Json | None) -> Json:
        if not wanted:
            return {}
        if wanted.get("chat_id", chat.id) != chat.id:
            raise bad_request("replies into other chats are not supported by the fake")
        stored = chat.messages.get(wanted["message_id"])
        if stored is None or stored.deleted:
            if wanted.get("allow_sending_without_reply"):
                return {}
            gone_by_user = stored is not None and stored.gone_by_user
            raise bad_request("message to be replied not found", blame_bot=not gone_by_user)
        original = {k: v for k, v in stored.json.items() if k != "reply_to_message"}
        if quote := wanted.get("quote"):
            if quote not in words_of(stored.json):
                raise bad_request("QUOTE_TEXT_INVALID")
            return {"reply_to_message": original, "quote": {"text": quote, "position": 0}}
        return {"reply_to_message": original}


def _with_entities(name: str, entities_name: str, text: str, entities: list[Json]) -> Json:
    content: Json = {name: text} if text else {}
    return content | ({entities_name: entities} if entities else {})
