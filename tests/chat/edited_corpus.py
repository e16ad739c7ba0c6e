"""A small corpus whose files are edited while a bot answers from it."""

from __future__ import annotations

import asyncio
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.answers.live import LiveAnswerer
from tests.chat.corpora import QUESTION, REAL, make_article, write_corpus
from tests.fake_telegram import BotMessage, FakeTelegram, User

BODY = "KPU menyewa komputasi awan dari Alibaba Cloud untuk Sirekap."
OTHER_QUESTION = "Mesin apa yang dipakai panitia?"
OTHER = (
    make_article("Panitia memakai mesin ketik biru.", title="Judul lain")
    .replace("kompas.com/berita", "kompas.com/lain")
    .replace(QUESTION, OTHER_QUESTION)
)
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


def write(folder: Path, text: str, name: str = "baru") -> Path:
    path = folder / "articles" / f"{name}.md"
    path.write_text(text, encoding="utf-8")
    return path


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
