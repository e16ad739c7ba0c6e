"""What many people ask is made once for each way in which it is shown, and kept for a while."""

import gc
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path
from weakref import ref

import pytest

from bot.answers import Answerer
from bot.answers.live import LiveAnswerer
from bot.chat.alerts import Alarm
from bot.chat.asking import PLAIN, Wrapping, open_page
from bot.chat.audience import Audience
from bot.chat.host import Host
from bot.chat.pages import MadePage, Pages
from bot.desk import DeskRules, open_desk
from bot.store import Asked, open_memory
from bot.texts.spoken import Language, speaking
from tests.chat.conftest import KEY
from tests.chat.corpora import answer_from, make_article

ASKED = Asked("Apakah Sirekap pakai Alibaba Cloud?")


@pytest.fixture
async def host(live: LiveAnswerer, tmp_path: Path) -> AsyncIterator[Host]:
    async with open_memory(f"sqlite:///{tmp_path}/memory.db", KEY) as memory:
        desk = open_desk(memory, live, DeskRules())
        audience = Audience(desk, ())
        yield Host(live, memory, desk, audience, Alarm(audience, memory.marks))


async def test_what_is_asked_again_is_the_same_page(host: Host) -> None:
    page = await open_page(host, ASKED)

    assert await open_page(host, Asked(ASKED.text)) is page


@pytest.mark.parametrize(
    ("asked", "start", "wrapping"),
    [
        (Asked("apakah sirekap pakai alibaba cloud"), 0, PLAIN),
        (Asked(ASKED.text, "Siapa yang membuat Sirekap?"), 0, PLAIN),
        (ASKED, 3, PLAIN),
        (ASKED, 0, Wrapping(lead="Ini.")),
        (ASKED, 0, Wrapping(hint="Itu.")),
        (ASKED, 0, Wrapping(quotes_question=True)),
    ],
)
async def test_what_is_shown_otherwise_is_made_anew(
    host: Host, asked: Asked, start: int, wrapping: Wrapping
) -> None:
    first = await open_page(host, ASKED)
    page = await open_page(host, asked, start=start, wrapping=wrapping)
    fresh = replace(host, pages=Pages())

    assert page is not first
    assert page == await open_page(fresh, asked, start=start, wrapping=wrapping)


async def test_each_language_has_its_own(host: Host) -> None:
    with speaking(Language.INDONESIAN):
        indonesian = await open_page(host, ASKED)
    with speaking(Language.ENGLISH):
        english = await open_page(host, ASKED)

    assert english.reply != indonesian.reply


async def test_other_examples_stand_below_what_asks_nothing(host: Host) -> None:
    asked = Asked("halo")
    before = await open_page(host, asked)
    host.examples.chosen = (ASKED.text,)
    after = await open_page(host, asked)

    assert ASKED.text in {button.label for row in after.reply.rows for button in row}
    assert after.reply != before.reply


async def test_each_who_asks_is_counted(host: Host) -> None:
    for _ in range(3):
        await open_page(host, ASKED)
    await open_page(host, ASKED, wrapping=Wrapping(counts=False))
    await host.tally.write(host.memory.statistics)

    kept = await host.memory.statistics.list_since(host.memory.statistics.get_today())
    counts = {each.name: each.count for each in kept}
    assert counts["status:found"] == counts["channel:private"] == 3


async def test_what_was_made_long_ago_is_forgotten(host: Host) -> None:
    first = await open_page(host, ASKED)
    for number in range(600):
        await open_page(host, ASKED, wrapping=Wrapping(lead=str(number)))

    assert await open_page(host, ASKED) is not first


async def test_a_former_corpus_does_not_stay_for_the_sake_of_its_pages(
    host: Host, answerer: Answerer, tmp_path: Path
) -> None:
    page, pages = await open_page(host, ASKED), Pages()
    made = MadePage(page, answerer.answer(ASKED.text), ())
    former = answer_from(tmp_path, make_article("KPU menyewa komputasi awan."))
    watched = ref(former)
    pages.keep(former, 1, made)
    assert pages.find(former, 1) is made
    assert pages.find(answerer, 1) is None
    pages.keep(answerer, 2, made)
    assert pages.find(answerer, 2) is made

    del former
    gc.collect()

    assert watched() is None
    assert pages.find(answerer, 1) is None
