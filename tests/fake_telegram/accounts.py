"""What all abilities of a person stand on."""

from __future__ import annotations

from tests.fake_telegram.delivery import Delivery
from tests.fake_telegram.rooms import Chat, Person
from tests.fake_telegram.world import World


class Account:
    """A person in the fake's world; `chat` is the private chat with the bot."""

    def __init__(self, world: World, person: Person, chat: Chat) -> None:
        self._world = world
        self._delivery = Delivery(world)
        self.person = person
        self.chat = chat

    @property
    def id(self) -> int:
        """The user id, which is the id of the private chat too."""
        return self.person.id
