"""Bombs through the moderators' intake: what the bot says to them, and what others notice."""

from __future__ import annotations

import asyncio
import gzip
import io
import time
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.chat.corpora import make_article, write_corpus
from tests.chat.running import run_bot
from tests.desk.news_site import Reply, Site, open_site
from tests.fake_telegram import FakeTelegram, User
from tests.fake_telegram.fixture import watch_fake
from tests.reliability.crowd import QUESTION
from tests.reliability.figures import Delays, measure_memory
from tests.web.running import find_free_port

_MIB = 1024 * 1024
_DEPTH = 100_000
_ANSWERED_WITHIN = 60.0
_PAUSE = 0.1
_LAUGHS = 9


def _laugh() -> bytes:
    """Return YAML that would grow to a thousand million words."""
    lines = ['a0: &a0 ["lol","lol","lol","lol","lol","lol","lol","lol","lol","lol"]']
    lines += [
        f"a{level}: &a{level} [{','.join([f'*a{level - 1}'] * 10)}]" for level in range(1, _LAUGHS)
    ]
    return "\n".join(["---", *lines, f"title: *a{_LAUGHS - 1}", "---", "Isi."]).encode()


def _zip_bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("artikel.html", bytes(100 * _MIB))
    return out.getvalue()


_NESTED = b"<html><body>" + b"<div><b>" * _DEPTH + b"KPU" + b"</b></div>" * _DEPTH
_HTML = {"Content-Type": "text/html; charset=utf-8"}
_PACKED = {**_HTML, "Content-Encoding": "gzip"}


def make_pages() -> Mapping[str, Reply | str]:
    """Return the bombs that are fetched, by path."""
    return {
        "/gzip": Reply(gzip.compress(bytes(300 * _MIB), compresslevel=1), headers=_PACKED),
        "/nested": Reply(_NESTED, headers=_HTML),
        "/endless": Reply(b"<p>KPU</p>" * _MIB, headers=_HTML),
        "/entities": Reply(
            b'<!DOCTYPE x [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;">]><html>&b;</html>',
            headers=_HTML,
        ),
    }


FILES: Mapping[str, bytes] = {
    "laughs.md": _laugh(),
    "nested.md": b"---\ntitle: " + b"[" * _DEPTH + b"\n---\nIsi.",
    "nested.html": _NESTED,
    "zip.html": _zip_bomb(),
    "arsip.zip": _zip_bomb(),
    "binary.md": bytes(range(256)) * 4_000,
}
"""The bombs that are sent as files."""


@dataclass(frozen=True, slots=True)
class Explosion:
    """A bomb: the bot's words to it and after how many seconds; others' delays; MiB at most."""

    name: str
    told: str
    seconds: float
    others: Delays
    grown: float


async def set_off(folder: Path) -> tuple[list[Explosion], str]:
    """Send every bomb to a bot of its own, and return what each did, and the bot's log."""
    known = make_article("KPU menyewa komputasi awan dari Alibaba Cloud untuk Sirekap.")
    corpus = write_corpus(folder / "corpus", known)
    async with watch_fake(folder) as telegram:
        rina = telegram.user("Rina")
        settings = {
            "TELEGRAM_BOT_TOKEN": telegram.token,
            "TELEGRAM_API_URL": telegram.api_url,
            "CORPUS_DIR": str(corpus),
            "MODERATOR_IDS": str(rina.id),
            "INTAKE_ALLOW_HOSTS": "127.0.0.1",
            "HTTP_LISTEN": f"127.0.0.1:{find_free_port()}",
        }
        with open_site(make_pages()) as site:
            async with run_bot(folder, settings) as bot:
                await bot.logs("siap", within=60)
                watch = _Watch(telegram, bot.process.pid)
                await watch.ask()
                explosions = [await watch.see(name, rina, site) for name in (*make_pages(), *FILES)]
                await bot.terminate()
                assert await bot.ends() == 0, bot.log
        return explosions, bot.log


class _Watch:
    """People who ask while a moderator sends bombs."""

    def __init__(self, telegram: FakeTelegram, process: int) -> None:
        self._telegram = telegram
        self._process = process

    async def see(self, name: str, rina: User, site: Site) -> Explosion:
        before = peak = measure_memory(self._process)
        began = time.perf_counter()
        delays: list[float] = []
        sending = asyncio.create_task(self._send(name, rina, site))
        while not sending.done() or len(delays) < 5:
            delays.append(await self.ask())
            peak = max(peak, measure_memory(self._process))
            await asyncio.sleep(_PAUSE)
        told, ended = sending.result()
        return Explosion(name, told, ended - began, Delays.of(delays), peak - before)

    async def ask(self) -> float:
        """Let somebody ask, and return after how many seconds they were answered."""
        person, began = self._telegram.user("Siti"), time.perf_counter()
        await person.sends(QUESTION)
        await self._telegram.bot_says(person.chat, within=_ANSWERED_WITHIN)
        return time.perf_counter() - began

    async def _send(self, name: str, rina: User, site: Site) -> tuple[str, float]:
        if name in FILES:
            await rina.sends_file(name, FILES[name])
        else:
            await rina.sends(f"/tambah {site.url(name)}")
        said = await self._telegram.bot_says(rina.chat, within=_ANSWERED_WITHIN)
        if not name.endswith(".zip"):
            said = await self._telegram.bot_edits(said, within=_ANSWERED_WITHIN)
        return said.text, time.perf_counter()
