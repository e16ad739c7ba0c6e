"""Hostile addresses are refused in the chat, each with a sentence, before a byte is sent."""

import pytest

from bot.texts import moderation as texts
from tests.chat.newsroom import Newsroom, room
from tests.desk.news_site import open_site, redirect

__all__ = ["room"]

HOSTILE = [
    "file:///etc/passwd",
    "ftp://berita.test/satu",
    "gopher://berita.test:70/_x",
    "javascript:alert(1)",
    "data:text/html,halo",
    "//berita.test/satu",
    "http:///satu",
    "http://10.0.0.1/",
    "http://192.168.1.1/",
    "http://172.16.0.1/",
    "http://100.64.0.1/",
    "http://0.0.0.0/",
    "http://169.254.169.254/latest/meta-data/",
    "http://[fd00:ec2::254]/latest/meta-data/",
    "http://[::ffff:10.0.0.1]/",
    "http://[::1]/",
    "http://[fe80::1]/",
    "http://localhost/",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0177.0.0.1/",
    "http://user:pass@berita.test/",
    "http://berita.test@127.0.0.1/",
    "http://berita.test:22/",
    "http://berita.test/" + "a" * 3000,
]


@pytest.mark.parametrize("address", HOSTILE)
async def test_a_hostile_address_is_refused_in_one_sentence(room: Newsroom, address: str) -> None:
    async with room.runs():
        refused = await room.takes_in(room.rina, address)

    assert refused.text.endswith(".")
    assert 5 < len(refused.text.split()) < 60
    assert refused.buttons == ()
    assert refused.text != texts.FETCHING


@pytest.mark.parametrize("target", ["http://10.0.0.1/", "file:///etc/passwd", "http://[::1]/"])
async def test_a_redirect_to_a_hostile_address_is_refused(room: Newsroom, target: str) -> None:
    with open_site({"/satu": redirect(target)}) as site:
        async with room.runs():
            refused = await room.takes_in(room.rina, site.url("/satu"))

    assert refused.text.endswith(".")
    assert refused.buttons == ()


async def test_the_host_that_is_allowed_is_the_only_private_one(room: Newsroom) -> None:
    with open_site({"/": "<p>rahasia</p>"}) as site:
        async with room.runs(allow_hosts=frozenset()):
            refused = await room.takes_in(room.rina, site.url("/"))

    assert "port" in refused.text or "jaringan dalam" in refused.text
    assert site.paths == []
