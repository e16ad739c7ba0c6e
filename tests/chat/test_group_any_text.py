"""Whatever is written in a group, through whichever entrance, nothing breaks."""

import logging

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fake_telegram import BotMessage, Chat, FakeTelegram, User

SPECIAL = [
    "هل تم تزوير الانتخابات؟ Sirekap",
    "\u202eSirekap\u202c pakai Alibaba",
    "S\u0301\u0302\u0303i\u0301r\u0301e\u0301k\u0301a\u0301p\u0301" * 200,
    "🗳️" * 1365,
    "😀" * 2048,
    "<script>alert(1)</script><b>Sirekap &amp; Alibaba</i>",
    "*Sirekap* _Alibaba_ [x](https://a.id) `kode` ||spoiler||",
    "sirekap\u0000\u0007\u200b\u2028alibaba\ufeff",
    "\ud83d sirekap \udc00",
    "@tanya_sirekap_bot@tanya_sirekap_bot",
    "a" * 4000,
]
UNICODE = st.text(st.characters(), min_size=1, max_size=300)
TEXTS = st.one_of(st.sampled_from(SPECIAL), UNICODE, UNICODE.map(lambda rest: f"Sirekap {rest}"))


async def send_through(
    entrance: str, person: User, group: Chat, answer: BotMessage, words: str
) -> None:
    """Send `words` in one of the ways in which they reach the bot."""
    match entrance:
        case "/tanya" | "/cek" | "/aturan" | "/hapus" | "@tanya_sirekap_bot":
            await person.sends(f"{entrance} {words}", to=group)
        case "caption":
            await person.sends_photo(f"@tanya_sirekap_bot {words[:1000]}", to=group)
        case "reply":
            await person.sends(words, to=group, reply_to=answer)
        case "rumour":
            rumour = await person.sends(words, to=group)
            await person.sends("/cek", to=group, reply_to=rumour)
        case "rumour in a caption":
            rumour = await person.sends_photo(words[:1024], to=group)
            await person.sends("/cek", to=group, reply_to=rumour)
        case "rumour in a quote":
            rumour = await person.sends(words, to=group)
            await person.sends("@tanya_sirekap_bot", to=group, reply_to=rumour, quote=words[:1024])


ENTRANCES = [
    *("/tanya", "/cek", "/aturan", "/hapus", "@tanya_sirekap_bot", "caption", "reply"),
    *("rumour", "rumour in a caption", "rumour in a quote"),
]


@pytest.mark.parametrize("entrance", ENTRANCES)
@settings(
    max_examples=25,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(words=TEXTS)
@pytest.mark.usefixtures("bot")
async def test_any_text_gets_at_most_one_reply_and_breaks_nothing(
    telegram: FakeTelegram, caplog: pytest.LogCaptureFixture, entrance: str, words: str
) -> None:
    rina = telegram.user("Rina")
    group = telegram.supergroup("Warga", [rina])
    await rina.sends("/tanya Apakah Sirekap pakai Alibaba Cloud?", to=group)
    answer = await telegram.bot_says(group)
    await send_through(entrance, rina, group, answer, words)
    # Messages of a group are handled in their order, so this comes last.
    await rina.sends("/hapus", to=group, reply_to=answer)
    await telegram.bot_deletes(answer, within=20)

    answered = [message.reply_to for message in group.said]
    assert len(answered) == len(set(answered))
    assert [record for record in caplog.records if record.levelno >= logging.ERROR] == []
    telegram.assert_clean()
