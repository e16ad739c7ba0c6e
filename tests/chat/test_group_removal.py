"""/hapus: the asker and administrators have an answer removed, others do not."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.texts import groups as texts
from tests.fake_telegram import BotMessage, Chat, FakeTelegram, Fault, User

pytestmark = pytest.mark.usefixtures("bot")

ALIBABA = "/tanya Apakah Sirekap pakai Alibaba Cloud?"


async def ask(telegram: FakeTelegram, person: User, group: Chat) -> BotMessage:
    await person.sends(ALIBABA, to=group)
    return await telegram.bot_says(group)


@pytest.fixture
def budi(telegram: FakeTelegram) -> User:
    return telegram.user("Budi")


async def test_the_asker_has_the_answer_removed(
    telegram: FakeTelegram, siti: User, budi: User
) -> None:
    group = telegram.supergroup("Warga", [siti, budi])
    answer = await ask(telegram, budi, group)
    await budi.sends("/hapus", to=group, reply_to=answer)

    await telegram.bot_deletes(answer)
    await telegram.nothing_said(group)


async def test_an_administrator_has_an_answer_to_others_removed(
    telegram: FakeTelegram, siti: User, budi: User
) -> None:
    group = telegram.supergroup("Warga", [siti, budi])
    answer = await ask(telegram, budi, group)
    await siti.sends("/hapus", to=group, reply_to=answer)

    await telegram.bot_deletes(answer)


async def test_somebody_else_does_not(telegram: FakeTelegram, siti: User, budi: User) -> None:
    group = telegram.supergroup("Warga", [siti, budi])
    answer = await ask(telegram, siti, group)
    await budi.sends("/hapus", to=group, reply_to=answer)

    assert (await telegram.bot_says(group)).text == texts.NOT_YOURS
    assert not telegram.is_deleted(answer)


async def test_the_anonymous_administrator_may_remove_too(
    telegram: FakeTelegram, siti: User, budi: User
) -> None:
    group = telegram.supergroup("Warga", [siti, budi])
    answer = await ask(telegram, budi, group)
    await siti.sends("/hapus", to=group, reply_to=answer, as_chat=group)

    await telegram.bot_deletes(answer)


async def test_a_channel_that_asked_may_remove_its_answer(
    telegram: FakeTelegram, siti: User, budi: User
) -> None:
    group, channel = telegram.supergroup("Warga", [siti, budi]), telegram.channel("Kabar")
    await budi.sends(ALIBABA, to=group, as_chat=channel)
    answer = await telegram.bot_says(group)
    await budi.sends("/hapus", to=group, reply_to=answer, as_chat=channel)

    await telegram.bot_deletes(answer)


async def test_without_an_answer_to_remove_it_says_how(telegram: FakeTelegram, siti: User) -> None:
    group = telegram.supergroup("Warga", [siti])
    await siti.sends("/hapus", to=group)

    assert (await telegram.bot_says(group)).text == texts.HOW_TO_REMOVE


async def test_removing_twice_is_harmless(telegram: FakeTelegram, siti: User) -> None:
    telegram.allow("message to delete not found")
    group = telegram.supergroup("Warga", [siti])
    answer = await ask(telegram, siti, group)
    await siti.sends("/hapus", to=group, reply_to=answer)
    await telegram.bot_deletes(answer)
    telegram.faults.next(
        "deleteMessage", Fault.error(400, "Bad Request: message to delete not found")
    )
    message = answer.raw | {"reply_to_message": answer.raw}
    await siti.sends({"text": "/hapus", "reply_to_message": message, **command()}, to=group)

    await telegram.nothing_said(group)
    assert telegram.faults.pending == 0


def command() -> dict[str, object]:
    return {"entities": [{"type": "bot_command", "offset": 0, "length": len("/hapus")}]}


async def test_an_answer_that_is_too_old_is_left_to_administrators(
    telegram: FakeTelegram, siti: User
) -> None:
    group = telegram.supergroup("Warga", [siti])
    answer = await ask(telegram, siti, group)
    long_ago = datetime.now(UTC) - timedelta(hours=49)
    group.messages[answer.message_id].json["date"] = int(long_ago.timestamp())
    await siti.sends("/hapus", to=group, reply_to=answer)

    assert (await telegram.bot_says(group)).text == texts.TOO_OLD_TO_REMOVE
