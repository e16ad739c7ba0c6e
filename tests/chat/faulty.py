"""A bot that has bugs, those who meet them, and a moderator who hears of them."""

import logging
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass

import pytest

from bot.answers import Answer, Answerer
from bot.answers.live import LiveAnswerer
from bot.articles import CorpusReader
from tests.chat.conftest import CORPUS, StartBot
from tests.fake_telegram import BotMessage, FakeTelegram, User

WORDS = "tetangga saya bernama Zulkarnain"
DETAIL = "rincian yang mungkin memuat tulisan orang"


class Exploding(Answerer):
    """Breaks on some words, in two ways, as bugs of ours would."""

    def answer(
        self, question: str, *, previous: str | None = None, limit: int = 3, offset: int = 0
    ) -> Answer:
        if "meledak" in question:
            raise ZeroDivisionError(DETAIL)
        if "macet" in question:
            raise KeyError(DETAIL)
        return super().answer(question, previous=previous, limit=limit, offset=offset)


@pytest.fixture
def exploding(answerer: Answerer) -> LiveAnswerer:
    """What a bot serves that has bugs."""
    return LiveAnswerer(CorpusReader(CORPUS), Exploding(answerer.corpus, answerer.engine))


@pytest.fixture
async def rina(telegram: FakeTelegram) -> User:
    """A moderator who has met the bot."""
    person = telegram.user("Rina")
    await person.sends("halo")
    telegram.world.updates.waiting.clear()
    return person


@dataclass
class Stage:
    """A bot that has bugs, Rina who moderates it, and Siti who meets them."""

    telegram: FakeTelegram
    start_bot: StartBot
    sources: LiveAnswerer
    rina: User
    siti: User

    def runs(self) -> AbstractAsyncContextManager[None]:
        """Run the bot; every run finds what the former has left."""
        return self.start_bot(self.sources, frozenset({self.rina.id}))

    async def fail(self, words: str = "meledak") -> str:
        """Ask what breaks the bot and return the apology."""
        await self.siti.sends(f"{words} {WORDS}")
        return (await self.telegram.bot_says(self.siti.chat)).text

    async def hears(self) -> BotMessage:
        """Return what Rina is told next."""
        return await self.telegram.bot_says(self.rina.chat)

    async def hears_nothing(self, for_seconds: float = 0.3) -> None:
        """Hold that Rina is told nothing."""
        await self.telegram.nothing_said(self.rina.chat, for_seconds)


@pytest.fixture
def stage(
    telegram: FakeTelegram,
    start_bot: StartBot,
    exploding: LiveAnswerer,
    rina: User,
    siti: User,
) -> Stage:
    return Stage(telegram, start_bot, exploding, rina, siti)


def list_errors(caplog: pytest.LogCaptureFixture) -> list[logging.LogRecord]:
    return [record for record in caplog.records if record.levelno == logging.ERROR]
