"""Chat members as JSON, and methods that look at chats and their members."""

from __future__ import annotations

from tests.fake_telegram.api_spec import Json
from tests.fake_telegram.refusals import bad_request
from tests.fake_telegram.rooms import Chat, Kind, Person
from tests.fake_telegram.world import World

PRESENT = {"creator", "administrator", "member", "restricted"}
RESTRICTIONS = (
    "can_send_messages", "can_send_audios", "can_send_documents", "can_send_photos",
    "can_send_videos", "can_send_video_notes", "can_send_voice_notes", "can_send_polls",
    "can_send_other_messages", "can_add_web_page_previews", "can_react_to_messages",
    "can_edit_tag", "can_change_info", "can_invite_users", "can_pin_messages", "can_manage_topics",
)  # fmt: skip
RIGHTS = (
    "can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members",
    "can_promote_members", "can_change_info", "can_invite_users", "can_post_stories",
    "can_edit_stories", "can_delete_stories",
)  # fmt: skip
ACCEPTED_GIFTS = (
    "unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription",
    "gifts_from_channels",
)  # fmt: skip


def member_as_json(person: Person, status: str, *, may_write: bool = False) -> Json:
    """Return the `ChatMember` object of a status."""
    member: Json = {"status": status, "user": person.as_json()}
    match status:
        case "creator":
            return member | {"is_anonymous": False}
        case "administrator":
            rights = dict.fromkeys(RIGHTS, True)
            return member | rights | {"is_anonymous": False, "can_be_edited": False}
        case "restricted":
            rights = dict.fromkeys(RESTRICTIONS, False) | {"can_send_messages": may_write}
            return member | rights | {"is_member": True, "until_date": 0}
        case "kicked":
            return member | {"until_date": 0}
    return member


class Membership:
    """getChat, getChatMember, getChatMemberCount, getChatAdministrators, leaveChat."""

    def __init__(self, world: World) -> None:
        self._world = world

    def get_chat(self, parameters: Json) -> Json:
        """Return the `ChatFullInfo` of a chat."""
        chat = self._world.find_chat(parameters["chat_id"])
        full: Json = chat.as_json() | {
            "accent_color_id": 0,
            "max_reaction_count": 11,
            "accepted_gift_types": dict.fromkeys(ACCEPTED_GIFTS, True),
        }
        if chat.kind in {Kind.GROUP, Kind.SUPERGROUP}:
            full["permissions"] = dict.fromkeys(RESTRICTIONS, True)
        return full

    def get_member(self, parameters: Json) -> Json:
        """Return one member, "left" for people who are not in the chat."""
        chat = self._world.find_member_chat(parameters["chat_id"])
        user_id = parameters["user_id"]
        if user_id not in self._world.people:
            raise bad_request("user not found")
        return self._member(chat, user_id)

    def count_members(self, parameters: Json) -> int:
        """Return how many are in the chat."""
        return len(self._present(self._world.find_member_chat(parameters["chat_id"])))

    def get_administrators(self, parameters: Json) -> list[Json]:
        """Return the human administrators, and the bot if it is one."""
        chat = self._world.find_member_chat(parameters["chat_id"])
        if chat.kind is Kind.PRIVATE:
            raise bad_request("there are no administrators in the private chat")
        leading = [self._member(chat, user_id) for user_id in self._present(chat)]
        return [m for m in leading if m["status"] in {"creator", "administrator"}]

    def leave(self, parameters: Json) -> bool:
        """Leave a group or channel."""
        chat = self._world.find_member_chat(parameters["chat_id"])
        if chat.kind is Kind.PRIVATE:
            raise bad_request("chat member status can't be changed in private chats")
        chat.bot_status = "left"
        self._world.pulse.beat()
        return True

    def _member(self, chat: Chat, user_id: int) -> Json:
        is_bot = user_id == self._world.bot.id
        status = chat.bot_status if is_bot else chat.members.get(user_id, "left")
        return member_as_json(self._world.people[user_id], status, may_write=chat.bot_may_write)

    def _present(self, chat: Chat) -> list[int]:
        present = [user_id for user_id, status in chat.members.items() if status in PRESENT]
        return present + ([self._world.bot.id] if chat.bot_status in PRESENT else [])
