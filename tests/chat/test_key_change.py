"""The privacy key is changed as SECURITY.md says: people are strangers, and all goes on."""

from pathlib import Path

from bot.store import adopt_key
from tests.chat.newsroom import FIRST, QUESTION, Newsroom, room, site
from tests.desk.news_site import Site
from tests.fake_telegram import BotMessage, Button

__all__ = ["room", "site"]

OTHER_KEY = b"n" * 32
KNOWN = "Apakah Sirekap menyewa Alibaba Cloud?"


async def change_key(folder: Path) -> None:
    """Do what the operator does while the bot is stopped."""
    assert await adopt_key(f"sqlite:///{folder / 'memory.db'}", OTHER_KEY)


def list_actions(message: BotMessage) -> list[Button]:
    return [button for row in message.buttons for button in row if button.data]


async def test_old_buttons_open_their_question_and_new_questions_are_answered(
    room: Newsroom, tmp_path: Path
) -> None:
    room.telegram.allow("message is not modified")
    async with room.runs():
        old = await room.asks(room.siti, KNOWN)
    await change_key(tmp_path)
    async with room.runs(key=OTHER_KEY):
        presses = [await room.siti.presses(old, each.text) for each in list_actions(old)]
        told = [(await room.telegram.answer_to(press, within=20)).text for press in presses]
        new = await room.asks(room.budi, KNOWN)

    assert told
    assert new.text == old.text


async def test_moderators_of_the_settings_publish_as_before(
    room: Newsroom, site: Site, tmp_path: Path
) -> None:
    async with room.runs():
        before = await room.takes_in(room.rina, site.url("/antariksa"))
    await change_key(tmp_path)
    async with room.runs(key=OTHER_KEY):
        published = await room.publishes(room.rina, site.url("/antariksa"))
        answer = await room.asks(room.siti, QUESTION)

    assert before.text
    assert published.text.startswith("Terbit:")
    assert FIRST in answer.text
