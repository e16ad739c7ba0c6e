"""Questions that people leave to the moderators, and their groups in /antrean."""

from tests.chat.newsroom import Newsroom
from tests.fake_telegram import BotMessage, User

GOLD = "harga emas hari ini"


async def leave(room: Newsroom, person: User, question: str, *, follow: bool = False) -> BotMessage:
    """Let the moderators have a question, and say so if an answer is waited for."""
    consent = await room.asks(person, f"/kirim {question}")
    sent = await room.presses(
        person, consent, "Ya" if "Ya" in consent.text else consent.button_texts[0]
    )
    if follow:
        sent = await room.presses(person, sent, sent.button_texts[0])
    return sent


def code_of(message: BotMessage) -> str:
    """Return the code of the first group that a message shows."""
    return message.text.split("kode ", 1)[1][:6]


async def open_group(room: Newsroom, question: str = GOLD) -> BotMessage:
    """Leave a question and open its group from the list."""
    await leave(room, room.siti, question, follow=True)
    listed = await room.asks(room.rina, "/antrean")
    await room.rina.presses(listed, "1")
    return await room.says(room.rina)
