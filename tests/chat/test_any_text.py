"""Whatever people type, one well-formed reply comes back; the fake checks that it is."""

import pytest

from tests.fake_telegram import FakeTelegram, User

pytestmark = pytest.mark.usefixtures("bot")

TEXTS = [
    "هل تم تزوير الانتخابات؟ Sirekap",
    "\u202eSirekap\u202c kebalik",
    "S\u0301\u0302\u0303i\u0301r\u0301e\u0301k\u0301a\u0301p\u0301" * 200,
    "🗳️" * 1365,
    "👨‍👩‍👧‍👦 sirekap",
    "<script>alert(1)</script><b>&amp;&nbsp;</i>",
    "*tebal* _miring_ [x](y) `kode` ||spoiler||",
    "Ｓｉｒｅｋａｐ ℙ𝕖𝕞𝕚𝕝𝕦 ①②③",
    "sirekap\u0000\u0007\u200b\u2028alibaba\ufeff",
    "'; DROP TABLE questions; -- %s :x ${HOME} {0}",
    "a" * 4096,
    "sirekap " * 512,
    "0",
    "-",
    "1️⃣2️⃣3️⃣",
    "/ bukan perintah",
    "@tanya_sirekap_bot #sirekap $KPU",
]


@pytest.mark.parametrize("words", TEXTS, ids=range(len(TEXTS)))
async def test_any_text_gets_one_reply_and_its_edit_none_more(
    telegram: FakeTelegram, siti: User, words: str
) -> None:
    asked = await siti.sends(words.strip())
    reply = await telegram.bot_says(siti.chat)
    await siti.edits(asked, words.strip()[:2000])
    await siti.sends("/lagi")
    await telegram.bot_says(siti.chat)

    assert reply.reply_to == asked.message_id
    assert "Maaf" not in reply.text
    await telegram.nothing_said(siti.chat, for_seconds=0.1)
