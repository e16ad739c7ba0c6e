"""Calls by name: as the library's own, but for what is made of the result."""

from collections.abc import AsyncIterator

import pytest
from telegram import ChatFullInfo
from telegram.error import BadRequest, Forbidden, RetryAfter
from telegram.warnings import PTBUserWarning

from bot.chat.transport.delivery import Delivery
from bot.chat.transport.lean_bot import LeanBot
from bot.chat.transport.requests import PollingRequest, QuietRequest
from bot.chat.transport.urgency import Urgency
from tests.fake_telegram import FakeTelegram, Fault, User


@pytest.fixture
async def lean(telegram: FakeTelegram) -> AsyncIterator[LeanBot]:
    request, polling = QuietRequest(connection_pool_size=4), PollingRequest()
    api_url = telegram.base_url.removesuffix("/bot")
    async with LeanBot(telegram.token, api_url, request, polling, Delivery()) as bot:
        yield bot


@pytest.fixture
def chat(siti: User) -> int:
    """The number of a chat that may be written to."""
    siti.chat.bot_status = "member"
    return siti.chat.id


async def test_the_result_is_json(
    lean: LeanBot, telegram: FakeTelegram, siti: User, chat: int
) -> None:
    sent = await lean.do_api_request("sendMessage", {"chat_id": chat, "text": "Halo"})

    assert sent["text"] == "Halo"
    assert sent["message_id"] == (await telegram.bot_says(siti.chat)).message_id


async def test_what_is_none_is_not_sent(lean: LeanBot, telegram: FakeTelegram, chat: int) -> None:
    await lean.do_api_request(
        "sendMessage", {"chat_id": chat, "text": "Halo", "message_thread_id": None}
    )

    assert telegram.calls_of("sendMessage") == [{"chat_id": chat, "text": "Halo"}]


async def test_the_library_makes_its_objects_where_that_is_asked_for(
    lean: LeanBot, chat: int
) -> None:
    with pytest.warns(PTBUserWarning, match="get_chat"):
        found = await lean.do_api_request("get_chat", {"chat_id": chat}, ChatFullInfo)

    assert found.id == chat


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (Fault.flood(retry_after=40), RetryAfter),
        (Fault.error(403, "Forbidden: bot was blocked by the user"), Forbidden),
    ],
)
async def test_errors_are_those_of_the_library(
    lean: LeanBot, telegram: FakeTelegram, chat: int, fault: Fault, error: type[Exception]
) -> None:
    telegram.faults.next("sendMessage", fault)
    with pytest.raises(error):
        await lean.do_api_request("sendMessage", {"chat_id": chat, "text": "Halo"})


async def test_a_refusal_says_what_telegram_says(
    lean: LeanBot, telegram: FakeTelegram, chat: int
) -> None:
    telegram.allow("text is empty")
    with pytest.raises(BadRequest, match="Text is empty"):
        await lean.do_api_request("sendMessage", {"chat_id": chat, "text": ""})


async def test_halves_of_characters_are_sent_as_well(
    lean: LeanBot, telegram: FakeTelegram, chat: int
) -> None:
    await lean.do_api_request(
        "sendMessage",
        {"chat_id": chat, "text": "Halo \ud83d", "link_preview_options": {"is_disabled": True}},
        rate_limit_args=Urgency.NOTICE,
    )

    assert telegram.calls_of("sendMessage")[0]["link_preview_options"] == {"is_disabled": True}
