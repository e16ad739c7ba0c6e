"""Files that people edit while the bot runs: their answers change, and readers hear of it."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from bot.answers.live import LiveAnswerer
from bot.chat import watching
from bot.texts import answers as answer_texts
from bot.texts import follow_up
from tests.chat.conftest import StartBot
from tests.chat.corpora import QUESTION, make_article
from tests.chat.edited_corpus import (
    BODY,
    OTHER_QUESTION,
    ask,
    folder,
    own,
    until,
    until_served,
    write,
)
from tests.fake_telegram import FakeTelegram, User

__all__ = ["folder", "own"]


CORRECTION = 'corrections:\n  - {date: 2024-04-01, text: "Angka kontrak diralat."}\n'


async def test_a_file_that_is_put_into_the_folder_answers_and_a_deleted_one_does_not(
    telegram: FakeTelegram, siti: User, start_bot: StartBot, own: LiveAnswerer, folder: Path
) -> None:
    async with start_bot(own):
        before = await ask(telegram, siti)
        path = write(folder, make_article(BODY))
        await until_served(own, BODY)
        added = await ask(telegram, siti)
        path.unlink()
        await until(lambda: len(own.current.corpus.articles) == 1)
        after = await ask(telegram, siti)

    assert BODY in added.text
    assert answer_texts.NOT_FOUND in before.text
    assert answer_texts.NOT_FOUND in after.text


async def test_a_correction_reaches_an_earlier_reader_without_a_restart(
    telegram: FakeTelegram, siti: User, start_bot: StartBot, own: LiveAnswerer, folder: Path
) -> None:
    write(folder, make_article(BODY))
    async with start_bot(own):
        await ask(telegram, siti)
        write(folder, make_article(BODY, extra=CORRECTION))
        told = await telegram.bot_says(siti.chat)
        write(folder, make_article(f"{BODY} Itu saja.", extra=CORRECTION))
        await until_served(own, "Itu saja.")
        await telegram.nothing_said(siti.chat, for_seconds=1.5)

    assert "Angka kontrak diralat." in told.text


async def test_who_waits_for_an_answer_gets_it_when_its_article_is_put_into_the_folder(
    telegram: FakeTelegram, siti: User, start_bot: StartBot, own: LiveAnswerer, folder: Path
) -> None:
    async with start_bot(own):
        await siti.sends(f"/kirim {QUESTION}")
        consent = await telegram.bot_says(siti.chat)
        await siti.presses(consent, follow_up.SEND)
        sent = await telegram.bot_edits(consent)
        await siti.presses(sent, follow_up.FOLLOW)
        await telegram.bot_edits(consent)
        write(folder, make_article(BODY))
        told = await telegram.bot_says(siti.chat)

    assert told.text.startswith(follow_up.ANSWER_ARRIVED)
    assert BODY in told.text


async def test_the_examples_of_the_greeting_are_those_of_the_new_corpus(
    telegram: FakeTelegram, siti: User, start_bot: StartBot, own: LiveAnswerer, folder: Path
) -> None:
    async with start_bot(own):
        before = await ask(telegram, siti, "/start")
        write(folder, make_article(BODY))
        await until_served(own, BODY)
        after = before
        for _ in range(15):
            if after.button_texts == before.button_texts:
                await asyncio.sleep(0.3)
                after = await ask(telegram, siti, "/start")

    assert before.button_texts == [OTHER_QUESTION]
    assert OTHER_QUESTION not in after.button_texts != []


async def test_every_question_is_answered_while_files_change_all_the_time(
    telegram: FakeTelegram, start_bot: StartBot, own: LiveAnswerer, folder: Path
) -> None:
    done = asyncio.Event()

    async def edit() -> None:
        for number in range(40):
            write(folder, make_article(f"{BODY} Edisi {number}."))
            await own.refresh()
        done.set()

    async def keep_asking(line: int) -> int:
        asked = 0
        while not done.is_set() or not asked:
            # Somebody new each time: who asks as fast is asked to slow down.
            person = telegram.user(f"Penanya {line}-{asked}")
            assert "mesin ketik biru" in (await ask(telegram, person, OTHER_QUESTION)).text
            asked += 1
        return asked

    async with start_bot(own):
        counts = await asyncio.gather(*map(keep_asking, range(4)), edit())
        last = await ask(telegram, telegram.user("Siti"))

    assert "Edisi 39." in last.text
    assert all(counts[:4])


async def test_what_was_taken_up_is_kept_for_the_next_start_once_nobody_works_any_more(
    start_bot: StartBot, own: LiveAnswerer, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def list_kept() -> set[Path]:
        return set(cache.glob("index-????????????????????????????????"))

    cache = folder.with_name("cache")
    monkeypatch.setattr(watching, "_KEPT_AFTER_SECONDS", 0.5)
    kept = list_kept()
    async with start_bot(own):
        write(folder, make_article(BODY))
        await until_served(own, BODY)
        assert list_kept() == kept
        await until(lambda: list_kept() > kept)
        kept = list_kept()

    again = LiveAnswerer.open(folder, cache)

    assert list_kept() == kept
    assert again.current.answer(QUESTION) == own.current.answer(QUESTION)
