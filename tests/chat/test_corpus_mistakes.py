"""Mistakes in files that people edit while the bot runs: moderators hear of them, once."""

from __future__ import annotations

from pathlib import Path

from bot.answers.live import LiveAnswerer
from bot.texts import watching as texts
from tests.chat.conftest import StartBot
from tests.chat.corpora import make_article
from tests.chat.edited_corpus import (
    BODY,
    OTHER_QUESTION,
    ask,
    folder,
    own,
    until_served,
    write,
)
from tests.fake_telegram import FakeTelegram, User

__all__ = ["folder", "own"]


def move(folder: Path, to: Path) -> None:
    folder.rename(to)


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
