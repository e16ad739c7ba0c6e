"""Pages are fetched within limits of kind, size and time, packed or not."""

from __future__ import annotations

import gzip
import time
import zlib

import pytest

from bot.desk.errors import TooLargeError, TooSlowError, WrongContentError
from bot.desk.intake.fetching import Fetcher, FetchRules
from tests.desk.fetching import ALLOWED, HTML, fetch, look_up
from tests.desk.news_site import Reply, open_site


@pytest.mark.parametrize("kind", ["application/pdf", "text/plain", "image/png", ""])
async def test_only_html_is_taken(kind: str) -> None:
    with (
        open_site({"/": Reply(b"<p>x</p>", headers={"Content-Type": kind})}) as site,
        pytest.raises(WrongContentError, match="bukan halaman web"),
    ):
        await fetch(site)


async def test_a_page_over_the_limit_is_refused() -> None:
    with (
        open_site({"/": "<p>" + "a" * 6 * 1024 * 1024}) as site,
        pytest.raises(TooLargeError, match="5 MiB"),
    ):
        await fetch(site)


@pytest.mark.parametrize("size", [4096, 4097])
async def test_the_limit_itself_is_still_allowed(size: int) -> None:
    packed = Reply(gzip.compress(b"a" * size), headers={**HTML, "Content-Encoding": "gzip"})
    with open_site({"/": "a" * size, "/packed": packed}) as site:
        for path in ("/", "/packed"):
            if size > 4096:
                with pytest.raises(TooLargeError):
                    await fetch(site, path, max_bytes=4096)
            else:
                assert len((await fetch(site, path, max_bytes=4096)).html) == size


async def test_pages_of_one_article_share_the_limit() -> None:
    with open_site({"/": "a" * 3000}) as site:
        fetcher = Fetcher(FetchRules(ALLOWED, max_bytes=5000), look_up)
        await fetcher.fetch(site.url("/"))
        with pytest.raises(TooLargeError):
            await fetcher.fetch(site.url("/"))


@pytest.mark.parametrize("encoding", ["gzip", "deflate"])
async def test_a_packed_page_is_unpacked(encoding: str) -> None:
    text = "<p>" + "isi " * 50_000
    pack = gzip.compress if encoding == "gzip" else zlib.compress
    reply = Reply(pack(text.encode()), headers={**HTML, "Content-Encoding": encoding})
    with open_site({"/": reply}) as site:
        page = await fetch(site)

    assert page.html == text


async def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch: pytest.MonkeyPatch) -> None:
    largest = 0
    real = zlib.decompressobj

    class Watched:
        def __init__(self, bits: int) -> None:
            self._inner = real(bits)

        def decompress(self, data: bytes, limit: int) -> bytes:
            nonlocal largest
            result = self._inner.decompress(data, limit)
            largest = max(largest, len(result))
            return result

    monkeypatch.setattr("bot.desk.intake.inflating.zlib.decompressobj", Watched)
    bomb = gzip.compress(bytes(300 * 1024 * 1024), compresslevel=1)
    with (
        open_site({"/": Reply(bomb, headers={**HTML, "Content-Encoding": "gzip"})}) as site,
        pytest.raises(TooLargeError),
    ):
        await fetch(site)

    assert 0 < largest <= 5 * 1024 * 1024 + 1


@pytest.mark.parametrize("encoding", ["br", "gzip, gzip", "zstd", "compress"])
async def test_a_page_packed_in_an_unknown_way_is_refused(encoding: str) -> None:
    reply = Reply(b"xxxx", headers={**HTML, "Content-Encoding": encoding})
    with open_site({"/": reply}) as site, pytest.raises(WrongContentError, match="dikemas"):
        await fetch(site)


async def test_a_damaged_packed_page_is_refused() -> None:
    reply = Reply(b"\x1f\x8bxxxxxxxxxxxx", headers={**HTML, "Content-Encoding": "gzip"})
    with open_site({"/": reply}) as site, pytest.raises(WrongContentError):
        await fetch(site)


async def test_a_slow_page_is_given_up_when_the_time_for_all_of_it_is_over() -> None:
    """Each kilobyte comes in time; all of them together do not."""
    with open_site({"/": Reply(b"a" * 100_000, delay=0.05)}) as site:
        start = time.monotonic()
        with pytest.raises(TooSlowError, match=r"0\.3 detik"):
            await fetch(site, seconds=0.3)

    assert time.monotonic() - start < 2
