"""A desk over a small corpus and a real database, with a chief and two moderators."""

from __future__ import annotations

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from bot.answers.live import LiveAnswerer
from bot.desk.desk import Desk, DeskRules, open_desk
from bot.store import Memory, open_memory
from tests.articles.samples import write_corpus
from tests.store.conftest import KEY, Clock, clock
from tests.store.empty_database import empty_database

__all__ = ["clock", "empty_database"]

CHIEF, ANI, BUDI, OUTSIDER = 1001, 1002, 1003, 1004


@dataclass(frozen=True)
class Room:
    """A folder with `corpus`, and a desk that works on it."""

    home: Path
    memory: Memory
    live: LiveAnswerer
    desk: Desk

    @property
    def articles(self) -> Path:
        return self.home / "corpus" / "articles"

    @property
    def files(self) -> dict[str, bytes]:
        return {path.name: path.read_bytes() for path in self.articles.iterdir()}

    def open_again(self, *, four_eyes: bool = False, corpus_git: bool = False) -> Desk:
        """Open another desk on the same corpus and database, as another process would."""
        rules = replace(RULES, four_eyes=four_eyes, corpus_git=corpus_git)
        return open_desk(self.memory, self.live, rules)


RULES = DeskRules(frozenset({CHIEF}), frozenset({CHIEF, ANI, BUDI}))


@pytest.fixture
async def room(tmp_path: Path, clock: Clock, empty_database: bytes) -> AsyncIterator[Room]:
    (tmp_path / "memory.db").write_bytes(empty_database)
    write_corpus(tmp_path / "corpus")
    live = LiveAnswerer.open(tmp_path / "corpus", tmp_path / "cache")
    url = f"sqlite:///{tmp_path / 'memory.db'}"
    async with open_memory(url, KEY, clock=clock) as memory:
        yield Room(tmp_path, memory, live, open_desk(memory, live, RULES))


@pytest.fixture
def desk(room: Room) -> Desk:
    return room.desk
