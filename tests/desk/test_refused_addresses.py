"""Hostile addresses are refused before a byte is sent, each with a sentence."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.desk.errors import AddressRefusedError, FetchError, UnreachableError
from bot.desk.intake.fetching import Fetcher, FetchRules
from bot.desk.intake.public_addresses import is_public
from tests.desk.news_site import open_site, redirect

HOSTILE = [
    "file:///etc/passwd",
    "ftp://berita.test/satu",
    "gopher://berita.test:70/_x",
    "javascript:alert(1)",
    "data:text/html,<p>x</p>",
    "//berita.test/satu",
    "http:///satu",
    "http://127.0.0.1/",
    "http://127.8.8.8/",
    "http://localhost/",
    "http://localhost./",
    "http://LOCALHOST/",
    "http://[::1]/",
    "http://[::]/",
    "http://169.254.169.254/latest/meta-data/",
    "http://[fd00:ec2::254]/latest/meta-data/",
    "http://100.100.100.200/latest/meta-data/",
    "http://192.0.0.192/opc/v1/",
    "http://168.63.129.16/",
    "http://10.0.0.1/",
    "http://192.168.1.1/",
    "http://172.16.0.1/",
    "http://172.31.255.255/",
    "http://100.64.0.1/",
    "http://0.0.0.0/",
    "http://224.0.0.1/",
    "http://255.255.255.255/",
    "http://2130706433/",
    "http://134744072/",
    "http://0x7f000001/",
    "http://0x7f.0.0.1/",
    "http://0177.0.0.1/",
    "http://127.1/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:7f00:1]/",
    "http://[::127.0.0.1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[64:ff9b:1::a00:1]/",
    "http://[2002:7f00:1::]/",
    "http://[2001:0:7f00:1::]/",
    "http://[fe80::1]/",
    "http://[fe80::1%25eth0]/",
    "http://[fc00::1]/",
    "http://[ff02::1]/",
    "http://user:pass@berita.test/",
    "http://berita.test@127.0.0.1/",
    "http://berita.test\\@127.0.0.1/",
    "http://berita.test:22/",
    "http://berita.test:8080/",
    "https://berita.test:0/",
    "http://berita.test:99999/",
    "http://①②⑦.⓪.⓪.①/",
    "http://１２７.０.０.１/",
    "http://127。0。0。1/",
    "http://lóçalhost\u202e/",
    "http://dalam.test/",
    "http://dua-muka.test/",
    "http://berita.test/" + "a" * 3000,
    "http://berita.test/\x00",
    "",
]
NAMES = {
    "berita.test": ["93.184.216.34"],
    "dalam.test": ["10.1.2.3"],
    "dua-muka.test": ["93.184.216.34", "127.0.0.1"],
    "localhost": ["127.0.0.1"],
}


async def look_up(host: str, _port: int) -> Sequence[str]:
    if host in NAMES:
        return NAMES[host]
    if is_public(host) or ":" in host or host.replace(".", "").isdigit():
        return [host]
    raise OSError


@pytest.mark.parametrize("address", HOSTILE)
async def test_a_hostile_address_is_refused_with_a_sentence(address: str) -> None:
    with pytest.raises(AddressRefusedError) as caught:
        await Fetcher(FetchRules(), look_up).fetch(address)

    assert str(caught.value).endswith(".")
    assert len(str(caught.value).split()) > 5


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "0.0.0.0", "[::1]"])  # noqa: S104
async def test_the_resolver_of_the_system_helps_nobody_in(host: str) -> None:
    with pytest.raises(AddressRefusedError, match="jaringan dalam"):
        await Fetcher(FetchRules()).fetch(f"http://{host}/")


async def test_a_host_that_does_not_exist_is_said_to_be_unknown() -> None:
    with pytest.raises(UnreachableError, match=r"Situs tiada\.test tidak ditemukan"):
        await Fetcher(FetchRules(), look_up).fetch("http://tiada.test/")


@pytest.mark.parametrize(
    "target",
    [
        "http://127.0.0.1:{inner}/rahasia",
        "http://dalam.test/",
        "//[::1]/",
        "file:///etc/passwd",
        "http://user@berita.test/",
        "http://169.254.169.254/",
        "http://[",
    ],
)
async def test_a_redirect_is_checked_like_an_address(target: str) -> None:
    with (
        open_site({"/rahasia": "<p>rahasia</p>"}) as inner,
        open_site({"/": redirect(target.format(inner=inner.port))}) as outer,
    ):
        rules = FetchRules(frozenset({f"127.0.0.1:{outer.port}"}))
        with pytest.raises(AddressRefusedError):
            await Fetcher(rules, look_up).fetch(outer.url("/"))

        assert outer.paths == ["/"]
        assert inner.paths == []


@given(st.ip_addresses(v=4))
def test_an_ipv4_address_is_judged_alike_in_each_of_its_ipv6_forms(address: object) -> None:
    plain = is_public(str(address))

    assert is_public(f"::ffff:{address}") == plain
    assert is_public(f"64:ff9b::{address}") == plain
    assert not is_public(f"::{address}")


@given(st.text(max_size=60))
def test_no_text_brings_anything_but_a_refusal(text: str) -> None:
    async def fail(host: str, _port: int) -> Sequence[str]:
        raise OSError(host)

    with pytest.raises(FetchError):
        asyncio.run(Fetcher(FetchRules(), fail).fetch(text))


@pytest.mark.parametrize(
    "address", ["8.8.8.8", "93.184.216.34", "2606:2800:220:1::1", "::ffff:8.8.8.8"]
)
def test_addresses_of_the_public_internet_are_public(address: str) -> None:
    assert is_public(address)
