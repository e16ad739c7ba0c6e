"""Files that people edit while the bot runs: their answers change, moderators hear of mistakes."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.answers.live import LiveAnswerer
from bot.chat import watching
from bot.texts import answers as answer_texts
from bot.texts import follow_up
from bot.texts import watching as texts
from tests.chat.conftest import StartBot
from tests.chat.corpora import QUESTION, REAL, make_article, write_corpus
from tests.fake_telegram import BotMessage, FakeTelegram, User

BODY = "KPU menyewa komputasi awan dari Alibaba Cloud untuk Sirekap."
OTHER_QUESTION = "Mesin apa yang dipakai panitia?"
OTHER = (
    make_article("Panitia memakai mesin ketik biru.", title="Judul lain")
    .replace("kompas.com/berita", "kompas.com/lain")
    .replace(QUESTION, OTHER_QUESTION)
)
CORRECTION = 'corrections:\n  - {date: 2024-04-01, text: "Angka kontrak diralat."}\n'
_SECONDS = 20


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = write_corpus(tmp_path / "corpus", OTHER)
    # Which examples can be answered depends on how people's words are read.
    shutil.copy(REAL / "glossary.yaml", folder / "glossary.yaml")
    return folder


@pytest.fixture
def own(folder: Path, tmp_path: Path) -> LiveAnswerer:
    """What the bot serves: files of this test only."""
    return LiveAnswerer.open(folder, tmp_path / "cache")


@pytest.fixture
async def moderator(telegram: FakeTelegram) -> User:
    """A moderator who has started the bot."""
    person = telegram.user("Made")
    await person.sends("halo")
    telegram.world.updates.waiting.clear()
    return person


def write(folder: Path, text: str, name: str = "baru") -> Path:
    path = folder / "articles" / f"{name}.md"
    path.write_text(text, encoding="utf-8")
    return path


def move(folder: Path, to: Path) -> None:
    folder.rename(to)


async def ask(telegram: FakeTelegram, siti: User, question: str = QUESTION) -> BotMessage:
    await siti.sends(question)
    return await telegram.bot_says(siti.chat)


async def until(condition: Callable[[], bool]) -> None:
    """Wait until something is so."""
    for _ in range(20 * _SECONDS):
        if condition():
            return
        await asyncio.sleep(0.05)
    raise AssertionError


async def until_served(live: LiveAnswerer, words: str) -> None:
    """Wait until an article holds `words`."""
    await until(lambda: any(words in article.body for article in live.current.corpus.articles))


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


async def test_a_broken_file_is_told_to_moderators_once_and_answers_as_before(
    telegram: FakeTelegram,
    siti: User,
    moderator: User,
    start_bot: StartBot,
    own: LiveAnswerer,
    folder: Path,
) -> None:
    path = write(folder, make_article(BODY))
    async with start_bot(own, moderators=frozenset({moderator.id})):
        await until_served(own, BODY)
        write(folder, make_article("Ralat.").replace("outlet: Kompas.com\n", ""))
        told = await telegram.bot_says(moderator.chat)
        await telegram.nothing_said(moderator.chat, for_seconds=2.5)
        still = await ask(telegram, siti)
        path.unlink()
        mended = await telegram.bot_says(moderator.chat)

    assert told.text.startswith(f"{texts.BROKEN}\n\narticles/baru.md, baris 2\n")
    assert "outlet" in told.text
    assert "Perbaikan: " in told.text
    assert told.text.endswith(texts.STILL_SERVING)
    assert BODY in still.text
    assert mended.text == f"{texts.MENDED}: articles/baru.md."


async def test_what_was_told_is_not_told_again_after_a_restart_but_its_mending_is(
    telegram: FakeTelegram, moderator: User, start_bot: StartBot, own: LiveAnswerer, folder: Path
) -> None:
    path = write(folder, "Tanpa kepala.")
    async with start_bot(own, moderators=frozenset({moderator.id})):
        assert "articles/baru.md" in (await telegram.bot_says(moderator.chat)).text
    async with start_bot(own, moderators=frozenset({moderator.id})):
        await telegram.nothing_said(moderator.chat, for_seconds=2.5)
        path.write_text(make_article(BODY), encoding="utf-8")
        assert texts.MENDED in (await telegram.bot_says(moderator.chat)).text
        path.write_text("Tanpa kepala.", encoding="utf-8")
        assert texts.BROKEN in (await telegram.bot_says(moderator.chat)).text


async def test_many_problems_at_once_are_one_short_message(
    telegram: FakeTelegram, moderator: User, start_bot: StartBot, own: LiveAnswerer, folder: Path
) -> None:
    for number in range(40):
        write(folder, f"Tanpa kepala {number}.", f"rusak-{number:02}")
    async with start_bot(own, moderators=frozenset({moderator.id})):
        told = await telegram.bot_says(moderator.chat)
        for number in range(40):
            (folder / f"articles/rusak-{number:02}.md").unlink()
        mended = await telegram.bot_says(moderator.chat)

    assert told.text.count("baris 1") == 3
    assert texts.describe_more_problems(37) in told.text
    assert texts.describe_more_files(35) in mended.text


async def test_a_folder_that_is_gone_is_told_and_answers_as_before(
    telegram: FakeTelegram,
    siti: User,
    moderator: User,
    start_bot: StartBot,
    own: LiveAnswerer,
    folder: Path,
) -> None:
    away = folder.with_name("away")
    async with start_bot(own, moderators=frozenset({moderator.id})):
        move(folder, away)
        told = await telegram.bot_says(moderator.chat)
        still = await ask(telegram, siti, OTHER_QUESTION)
        move(away, folder)
        mended = await telegram.bot_says(moderator.chat)

    assert "Folder korpus tidak ada" in told.text
    assert "mesin ketik biru" in still.text
    assert mended.text.startswith(texts.MENDED)


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
