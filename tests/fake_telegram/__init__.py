"""A strict fake of the Telegram Bot API, over HTTP, for tests that read as conversations.

The application under test is the real one; only the address of the Bot API differs
(`telegram.api_url`, or `telegram.base_url` for python-telegram-bot's `base_url`). Every call is
checked against `bot-api.json`, a part of the published description of the Bot API, and against
the documented limits. What breaks a rule is refused as Telegram refuses it, is kept as a
violation, and fails the test when the fixture ends.

    from tests.fake_telegram import FakeTelegram, Fault

    @pytest.mark.usefixtures("bot")                          # the application
    async def test_a_citizen_asks_and_pages_on(telegram: FakeTelegram) -> None:
        siti = telegram.user("Siti", language_code="id")
        await siti.sends("Apakah Sirekap memakai Alibaba Cloud?")
        reply = await telegram.bot_says(in_chat=siti.chat, within=5)
        assert "Alibaba" in reply.text                       # plain text, as people see it
        assert ("https://kompas.com/x", "Judul") in reply.links
        assert reply.buttons[0][0].text == "Berikutnya"      # rows of Button(text, data, url, ...)

        press = await siti.presses(reply, "Berikutnya")
        page = await telegram.bot_edits(reply, within=5)     # the next edit of that message
        assert page.text != reply.text
        assert (await telegram.answer_to(press)).text == ""  # CallbackAnswer(text, alert, url)

        group = telegram.supergroup("Warga", members=[siti], forum=True)
        topic = await siti.opens_topic(group, "Pemilu")
        await siti.sends("halo semua", to=group, topic=topic)     # privacy mode: never delivered
        await telegram.nothing_said(in_chat=group, for_seconds=0.3)
        asked = await siti.sends("/tanya apa itu Sirekap", to=group, topic=topic)
        said = await telegram.bot_says(in_chat=group)
        assert (said.reply_to, said.thread_id) == (asked.message_id, topic.thread_id)

        query = await siti.types_inline("alibaba")           # @bot alibaba, in any chat
        page_one = await telegram.answer_to(query)           # InlineAnswer(results, ...)
        await siti.chooses(page_one.results[0], of=query, to=group)

        telegram.faults.next("sendMessage", Fault.flood(retry_after=1))
        telegram.allow("message is not modified")            # which this test provokes

The fixture `telegram` is in `tests.fake_telegram.fixture`; import it in a `conftest.py`. It calls
`assert_clean()` at the end, so the application must be stopped before (let its fixture depend on
`telegram`).
"""

from tests.fake_telegram.fake import FakeTelegram
from tests.fake_telegram.faults import Fault
from tests.fake_telegram.people import User
from tests.fake_telegram.rooms import Chat, Topic
from tests.fake_telegram.spoken import BotMessage, Button, CallbackAnswer, InlineAnswer

__all__ = [
    "BotMessage",
    "Button",
    "CallbackAnswer",
    "Chat",
    "FakeTelegram",
    "Fault",
    "InlineAnswer",
    "Topic",
    "User",
]
