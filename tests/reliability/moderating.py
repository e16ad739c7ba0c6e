"""Moderators who publish and correct whatever happens to the bot, as patient people would."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from bot.answers.live import LiveAnswerer
from bot.articles import load_corpus
from bot.desk import DeskRules, open_desk
from bot.desk.values import Draft, Intake
from bot.store import AuditLine, open_memory
from bot.texts import moderation_drafts as wording
from tests.fake_telegram import BotMessage, FakeTelegram, User

_PATIENCE = 4.0
_PAUSE = 0.3
_MESSAGE_PATIENCE = 15.0
"""Longer than the lease of an update: it is taken over and answered by the next process."""

_KEY = re.compile(r"\(kunci (\w+)\)")


def make_draft(number: int) -> Draft:
    """Return a draft that can be published at once."""
    return Draft(
        title=f"KPU memindahkan server nomor {number} ke Samarinda",
        outlet="Kompas.com",
        url=f"https://www.kompas.com/server/{number}",
        published=date(2024, 5, 1),
        kind="berita",
        perspectives=("kpu",),
        topics=("alibaba-cloud",),
        questions=(f"Ke mana server nomor {number} dipindahkan?",),
        body=f"Anggota KPU Budi Santoso mengatakan bahwa server nomor {number} pindah.",
    )


async def put_drafts(
    corpus: Path, url: str, key: bytes, owners: Sequence[User], each: int
) -> dict[int, list[str]]:
    """Put finished drafts on the desk and return their marks by owner."""
    live = LiveAnswerer.open(corpus, corpus.parent / "cache")
    marks: dict[int, list[str]] = {}
    async with open_memory(url, key) as memory:
        ids = frozenset(owner.id for owner in owners)
        desk = open_desk(memory, live, DeskRules(ids, ids))
        for place, owner in enumerate(owners):
            drafts = [
                await desk.tray.put(owner.id, Intake(make_draft(place * each + number)))
                for number in range(each)
            ]
            marks[owner.id] = [draft.id[:6] for draft in drafts]
    return marks


@dataclass
class Editor:
    """A moderator with drafts; what the bot told them is done is in `published` and `corrected`."""

    telegram: FakeTelegram
    user: User
    marks: list[str]
    published: list[str] = field(default_factory=list)
    corrected: list[str] = field(default_factory=list)

    async def work(self) -> None:
        """Publish each draft and correct each second article."""
        for number, mark in enumerate(self.marks):
            key = await self._publish(mark)
            if key:
                self.published.append(key)
            if key and number % 2:
                text = f"Ralat {self.user.chat.title}-{number}."
                said = await self._say(f"/koreksi {key} {text}")
                # An apology is an answer, too; what is done is shown with the difference.
                if said and text in said.text:
                    self.corrected.append(text)

    async def _publish(self, mark: str) -> str | None:
        """Return the key of the article, or None where the draft turned out to be gone."""
        while True:
            preview = await self._say(f"/draf {mark}")
            if preview and preview.text.startswith(wording.UNKNOWN_DRAFT):
                return None
            if preview and wording.PUBLISH in preview.button_texts:
                shown = await self._press(preview)
                found = _KEY.search(shown.text) if shown else None
                if found and shown and shown.text.startswith(wording.PUBLISHED):
                    return found[1]
            await asyncio.sleep(_PAUSE)

    async def _say(self, words: str) -> BotMessage | None:
        sent = await self.user.sends(words)
        said = self.user.chat.said

        def find() -> BotMessage | None:
            return next((each for each in said if each.reply_to == sent.message_id), None)

        return await self.telegram.world.pulse.until(find, _MESSAGE_PATIENCE)

    async def _press(self, preview: BotMessage) -> BotMessage | None:
        await self.user.presses(preview, wording.PUBLISH)
        stored = self.user.chat.messages[preview.message_id]

        def find() -> BotMessage | None:
            return stored.versions[-1] if len(stored.versions) > 1 else None

        return await self.telegram.world.pulse.until(find, _PATIENCE)


@dataclass(frozen=True, slots=True)
class Ledger:
    """What there is in the end, and what is wrong with it, one sentence each."""

    articles: int
    lines: int
    doubled: int
    wrong: tuple[str, ...]


async def examine(corpus: Path, url: str, key: bytes, editors: Sequence[Editor]) -> Ledger:
    """Hold files, audit log and what moderators were told against each other.

    `doubled` are corrections that were made twice: the message was handled, the bot was killed
    before it had written that down, and the next one handled it again.
    """
    live = await asyncio.to_thread(LiveAnswerer.open, corpus, corpus.parent / "cache-after")
    async with open_memory(url, key) as memory:
        ids = frozenset(editor.user.id for editor in editors)
        await open_desk(memory, live, DeskRules(ids, ids)).changes.recover()
        lines = list(reversed(await memory.audit.list_lines()))
        intents = await memory.audit.list_intents()
    files = {path.name: path.read_bytes() for path in (corpus / "articles").iterdir()}
    loaded = load_corpus(corpus)
    wrong = [f"{problem.file}: {problem.text}" for problem in loaded.problems]
    wrong += [f"intent {intent.id} is open" for intent in intents]
    wrong += _compare(files, lines)
    keys = {line.key for line in lines} & {article.key for article in loaded.articles}
    told = [key for editor in editors for key in editor.published]
    wrong += [f"{key} was published, and is gone" for key in told if key not in keys]
    bodies = b"".join(files.values()).decode()
    corrections = [text for editor in editors for text in editor.corrected]
    wrong += [f"{text} is gone" for text in corrections if text not in bodies]
    doubled = sum(bodies.count(text) > 1 for text in corrections)
    return Ledger(len(files), len(lines), doubled, tuple(wrong))


def _compare(files: dict[str, bytes], lines: Sequence[AuditLine]) -> list[str]:
    """Return where the log has a gap, or its end is not what is on disk."""
    latest: dict[str, bytes | None] = {}
    wrong = []
    for line in lines:
        if latest.get(line.file, line.before) != line.before:
            wrong.append(f"line {line.number} does not follow the one before it")
        latest[line.file] = line.after
    wrong += [f"{name} is not as logged" for name, end in latest.items() if files.get(name) != end]
    return wrong
