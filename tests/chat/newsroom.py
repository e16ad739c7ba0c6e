"""A bot with a small corpus of its own, its moderators, and a news site on this machine."""

from collections.abc import AsyncIterator, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from bot.answers.live import LiveAnswerer
from bot.desk import DeskRules
from bot.texts import moderation, moderation_drafts
from tests.chat.conftest import KEY, StartBot
from tests.chat.corpora import make_article, write_corpus
from tests.desk.news_site import Site, open_site
from tests.fake_telegram import BotMessage, FakeTelegram, User

TITLE = "KPU Memindahkan Server Sirekap ke Gedung Antariksa"
FIRST = (
    "Anggota KPU Wiranto Kusumo mengatakan bahwa server Sirekap dipindahkan ke Gedung Antariksa "
    "di Kota Samarinda pada Rabu, 7 Agustus 2024, supaya lebih dekat dengan petugasnya."
)
SECOND = (
    "Pemindahan itu memakan waktu sebelas jam dan tidak mengganggu layanan, kata Wiranto Kusumo "
    "dalam jumpa pers di kantor KPU Kota Samarinda."
)
SUMMARY = (
    "Server Sirekap kini berada di Gedung Antariksa, Samarinda. Anggota KPU Wiranto Kusumo "
    "menyebut alasannya pada 7 Agustus 2024: jarak ke petugas menjadi pendek."
)
QUESTION = "Ke mana server Sirekap dipindahkan?"
KNOWN = make_article("KPU menyewa komputasi awan dari Alibaba Cloud untuk Sirekap.")
OTHER = (
    make_article("Panitia memakai mesin ketik biru.", title="Judul lain")
    .replace("https://www.kompas.com/berita", "https://www.kompas.com/lain")
    .replace("Apakah Sirekap menyewa Alibaba Cloud?", "Mesin apa yang dipakai panitia?")
)
META = (
    f'<meta property="og:title" content="{TITLE}">'
    '<meta property="og:site_name" content="Harian Contoh">'
    '<meta property="article:published_time" content="2024-08-08T07:21:00+08:00">'
)


PASTED = f"""\
Pilkada 2024
{TITLE}
Kamis, 8 Agustus 2024 07:21 WITA
Editor: Budi
TRIBUNKALTIM.CO - {FIRST}
Baca juga: Apa Itu Sirekap?
{SECOND}
Isi komentar sepenuhnya tanggung jawab pengguna.
"""


def make_page(*paragraphs: str, head: str = META, title: str = TITLE) -> str:
    """Return the page of an article."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f"<!doctype html><html><head>{head}</head><body><article><h1>{title}</h1>{body}"
        "<p>Baca juga: Apa Itu Sirekap?</p></article></body></html>"
    )


def mark_of(preview: BotMessage) -> str:
    """Return the mark by which a draft is typed."""
    return preview.text.split("Draf ", 1)[1][:6]


PAGES: Mapping[str, str] = {"/antariksa": make_page(FIRST, SECOND)}


@dataclass
class Newsroom:
    """The bot as it is started over `corpus`; `rina` is chief, `budi` moderator, `siti` neither."""

    telegram: FakeTelegram
    start_bot: StartBot
    corpus: Path
    rina: User
    budi: User
    siti: User
    rules: DeskRules = field(default_factory=DeskRules)

    @asynccontextmanager
    async def runs(self, key: bytes = KEY, **rules: object) -> AsyncIterator[None]:
        """Run the bot; every run finds what the former has left."""
        live = LiveAnswerer.open(self.corpus, self.corpus.parent / "cache")
        async with self.start_bot(live, rules=replace(self.rules, **rules), key=key):  # type: ignore[arg-type]
            yield

    @property
    def files(self) -> dict[str, str]:
        """The articles on disk, by file name."""
        folder = self.corpus / "articles"
        return {path.name: path.read_text(encoding="utf-8") for path in folder.iterdir()}

    async def says(self, to: User) -> BotMessage:
        """Return what the bot says next."""
        return await self.telegram.bot_says(to.chat, within=10)

    async def asks(self, person: User, words: str) -> BotMessage:
        """Send something and return what the bot says to it."""
        await person.sends(words)
        return await self.says(person)

    async def takes_in(self, person: User, address: str) -> BotMessage:
        """Send /tambah with an address and return what the bot makes of it."""
        fetching = await self.asks(person, f"/tambah {address}")
        assert fetching.text == moderation.FETCHING
        return await self.telegram.bot_edits(fetching, within=10)

    async def presses(self, person: User, message: BotMessage, label: str) -> BotMessage:
        """Press a button that changes its message, and return the message afterwards."""
        await person.presses(message, label)
        return await self.telegram.bot_edits(message, within=10)

    async def fills(self, person: User, preview: BotMessage, label: str, value: str) -> BotMessage:
        """Press the button of a field, reply to the prompt, and return the new preview."""
        await person.presses(preview, label)
        prompt = await self.says(person)
        await person.sends(value, reply_to=prompt)
        return await self.says(person)

    async def publishes(self, person: User, address: str) -> BotMessage:
        """Take an article in, fill in what is missing, publish it, and return what is said."""
        preview = await self.takes_in(person, address)
        preview = await self.fills(person, preview, "Pertanyaan", QUESTION)
        preview = await self.fills(person, preview, "Isi", f"{FIRST}\n\n{SECOND}")
        published = await self.presses(person, preview, moderation_drafts.PUBLISH)
        if moderation_drafts.PUBLISH_SURELY in published.button_texts:
            published = await self.presses(person, published, moderation_drafts.PUBLISH_SURELY)
        return published


@pytest.fixture
def room(telegram: FakeTelegram, start_bot: StartBot, tmp_path: Path) -> Newsroom:
    """A newsroom that is not running yet."""
    rina, budi, siti = (telegram.user(name) for name in ("Rina", "Budi", "Siti"))
    corpus = write_corpus(tmp_path / "corpus", KNOWN, OTHER)
    rules = DeskRules(
        chiefs=frozenset({rina.id}),
        moderators=frozenset({rina.id, budi.id}),
        allow_hosts=frozenset({"127.0.0.1"}),
    )
    return Newsroom(telegram, start_bot, corpus, rina, budi, siti, rules)


@pytest.fixture
def site() -> Iterator[Site]:
    """A running news site with one article."""
    with open_site(PAGES) as opened:
        yield opened
