"""/antrean: a group is linked to an article, or one is looked for and checked when it comes."""

import pytest

from bot.texts import follow_up, moderation
from bot.texts import moderation_queue as texts
from tests.chat.newsroom import QUESTION as ANTARIKSA
from tests.chat.newsroom import Newsroom, room, site
from tests.chat.queued import GOLD, code_of, open_group
from tests.desk.news_site import Site

__all__ = ["room", "site"]


@pytest.mark.parametrize("typed", [False, True])
async def test_a_group_is_linked_to_an_article_and_who_waits_gets_the_answer(
    room: Newsroom, typed: bool
) -> None:
    question = "alibaba itu qwrtp zxcvb"
    async with room.runs():
        group = await open_group(room, question)
        if typed:
            offered = await room.asks(room.rina, f"/antrean {code_of(group)} tautkan")
            key = offered.text.split("1. ", 1)[1].split(" · ", 1)[1].split()[0]
            linked = await room.asks(room.rina, f"/antrean {code_of(group)} tautkan {key}")
        else:
            await room.rina.presses(group, texts.LINK)
            offered = await room.says(room.rina)
            linked = await room.presses(room.rina, offered, "1")
        told = await room.says(room.siti)
        listed = await room.asks(room.rina, "/antrean")
        history = await room.asks(room.rina, "/riwayat")

    assert "Judul berita" in offered.text
    assert linked.text.startswith(texts.describe_link(1, "artikel-0.md"))
    assert texts.ANSWERED_NOW in linked.text
    assert question in room.files["artikel-0.md"]
    assert told.text.startswith(follow_up.ANSWER_ARRIVED)
    assert "Alibaba Cloud" in told.text
    assert listed.text == texts.QUEUE_EMPTY
    assert question in history.text


async def test_a_wording_that_no_article_file_can_hold_is_refused_with_the_reason(
    room: Newsroom,
) -> None:
    question = "menyewa Alibaba Cloud " + "dan lagi " * 60
    async with room.runs():
        group = await open_group(room, question)
        await room.rina.presses(group, texts.LINK)
        offered = await room.says(room.rina)
        before = room.files
        await room.rina.presses(offered, "1")
        refused = await room.says(room.rina)
        listed = await room.asks(room.rina, "/antrean")

    assert "500" in refused.text or "panjang" in refused.text
    assert room.files == before
    assert "1 penanya" in listed.text


async def test_an_unknown_article_is_said_to_be_none(room: Newsroom) -> None:
    async with room.runs():
        group = await open_group(room)
        said = await room.asks(room.rina, f"/antrean {code_of(group)} tautkan artikel-9.md")

    assert "tidak ditemukan" in said.text or "Tidak ada" in said.text


async def test_an_article_that_was_looked_for_is_checked_after_it_is_published(
    room: Newsroom, site: Site
) -> None:
    async with room.runs():
        await room.asks(room.budi, "halo")
        group = await open_group(room, ANTARIKSA)
        await room.rina.presses(group, texts.ADD_ARTICLE)
        prompt = await room.says(room.rina)
        reopened = await room.asks(room.rina, f"/antrean {code_of(group)}")
        await room.publishes(room.rina, site.url("/antariksa"))
        checked = await room.says(room.rina)
        colleague = await room.says(room.budi)
        answer = await room.says(room.siti)

    assert prompt.text.startswith(moderation.ASK_SOURCE)
    assert texts.WANTED in prompt.text
    assert "sedang dicari sejak" in reopened.text
    assert checked.text.startswith(texts.QUEUE_ANSWERED)
    assert ANTARIKSA in checked.text
    assert colleague.text == checked.text
    assert answer.text.startswith(follow_up.ANSWER_ARRIVED)


async def test_moderators_hear_once_that_a_new_article_does_not_answer(
    room: Newsroom, site: Site
) -> None:
    async with room.runs():
        group = await open_group(room)
        await room.rina.presses(group, texts.ADD_ARTICLE)
        await room.says(room.rina)
        await room.publishes(room.rina, site.url("/antariksa"))
        checked = await room.says(room.rina)
        await room.rina.presses(checked, GOLD)
        opened = await room.says(room.rina)
        await room.telegram.nothing_said(room.rina.chat)

    assert checked.text.startswith(texts.QUEUE_STILL_OPEN)
    assert opened.parts("blockquote") == [GOLD]
    assert "sedang dicari" not in opened.text
