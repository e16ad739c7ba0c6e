"""Pages are fetched from the address that was checked, and nothing is kept."""

from __future__ import annotations

import asyncio
import shutil
import ssl
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from bot.desk.errors import FetchError, SiteRefusedError, UnreachableError
from bot.desk.intake.fetching import Fetcher, FetchRules, Page
from tests.desk.fetching import ALLOWED, fetch, look_up
from tests.desk.news_site import Reply, open_site, redirect


async def test_a_listed_private_host_is_fetched() -> None:
    with open_site({"/": "<p>Isi berita é</p>"}) as site:
        page = await fetch(site)

    assert page == Page(site.url("/"), "<p>Isi berita é</p>")


async def test_a_host_listed_with_its_port_is_open_at_that_port_only() -> None:
    with open_site({"/": "<p>satu</p>"}) as one, open_site({"/": "<p>dua</p>"}) as other:
        fetcher = Fetcher(FetchRules(frozenset({f"127.0.0.1:{one.port}"})), look_up)
        page = await fetcher.fetch(one.url("/"))
        with pytest.raises(FetchError, match="INTAKE_ALLOW_HOSTS"):
            await fetcher.fetch(other.url("/"))

    assert "satu" in page.html


async def test_the_name_is_looked_up_once_and_stays_the_host_of_the_request() -> None:
    asked: list[str] = []

    async def once(host: str, port: int) -> Sequence[str]:
        asked.append(host)
        if len(asked) > 1:
            raise OSError
        return await look_up(host, port)

    with open_site({"/satu?a=1": "<p>isi</p>"}) as site:
        page = await Fetcher(FetchRules(ALLOWED), once).fetch(
            site.url("/satu?a=1#x", "BERITA.test")
        )

    assert asked == ["berita.test"]
    assert site.requests[0][1]["Host"] == f"berita.test:{site.port}"
    assert page.url == f"http://berita.test:{site.port}/satu?a=1"


async def test_a_name_in_other_letters_is_looked_up_as_it_is_registered() -> None:
    with open_site({"/": "<p>isi</p>"}) as site:
        rules = FetchRules(frozenset({"xn--brita-bsa.test"}))
        page = await Fetcher(rules, look_up).fetch(site.url("/", "bérita.test"))

    assert page.html == "<p>isi</p>"


async def test_the_next_address_is_tried_when_the_first_does_not_answer() -> None:
    async def two(_host: str, _port: int) -> Sequence[str]:
        return ["::1", "127.0.0.1"]

    with open_site({"/": "<p>isi</p>"}) as site:
        page = await Fetcher(FetchRules(ALLOWED), two).fetch(site.url("/", "berita.test"))

    assert page.html == "<p>isi</p>"


async def test_redirects_are_followed_to_another_listed_host_without_cookies() -> None:
    with open_site({"/akhir": "<p>akhir</p>"}) as other:
        target = other.url("/akhir", "lain.test")
        with open_site({"/": redirect(target, cookie="a=b; Path=/")}) as site:
            page = await fetch(site)

    assert page.url == target
    assert all("Cookie" not in headers for _, headers in other.requests)


async def test_a_circle_of_redirects_is_refused() -> None:
    with open_site({"/": redirect("/")}) as site:
        with pytest.raises(SiteRefusedError, match="mengalihkan"):
            await fetch(site)

        assert len(site.requests) == 6


async def test_no_proxy_of_the_environment_is_used(monkeypatch: pytest.MonkeyPatch) -> None:
    with open_site({}) as proxy, open_site({"/": "<p>isi</p>"}) as site:
        for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
            monkeypatch.setenv(name, proxy.url(""))
        monkeypatch.delenv("NO_PROXY", raising=False)
        await fetch(site)

        assert proxy.requests == []


@pytest.mark.parametrize(
    ("status", "words"),
    [(404, "tidak ada di situsnya"), (403, "salin teksnya"), (402, "berbayar"), (500, "galat 500")],
)
async def test_a_site_that_answers_with_an_error_is_quoted_in_words(
    status: int, words: str
) -> None:
    with (
        open_site({"/": Reply(b"<p>x</p>", status=status)}) as site,
        pytest.raises(SiteRefusedError, match=words),
    ):
        await fetch(site)


async def test_a_host_that_nobody_listens_at_is_unreachable() -> None:
    with open_site({}) as site:
        pass
    with pytest.raises(UnreachableError, match="Tidak bisa tersambung"):
        await fetch(site)


@pytest.mark.parametrize(
    ("data", "declared", "text"),
    [
        ("é".encode(), "text/html", "é"),
        ("é".encode("cp1252"), "text/html", "é"),
        ("é".encode("cp1252"), "text/html; charset=iso-8859-1", "é"),
        (b"\xe9\xc3\xa9", "text/html; charset=utf-8", "\ufffdé"),
        ("é".encode("utf-16"), "text/html", "é"),
        ("é".encode("cp1252"), "text/html; charset=unicode_escape", "é"),
    ],
)
async def test_text_is_read_in_its_character_set(data: bytes, declared: str, text: str) -> None:
    with open_site({"/": Reply(data, headers={"Content-Type": declared})}) as site:
        assert (await fetch(site)).html == text


@pytest.fixture
def certificate(tmp_path: Path) -> Path:
    """A certificate for berita.test with its key, in one file."""
    if shutil.which("openssl") is None:
        pytest.skip("needs openssl")
    path = tmp_path / "certificate.pem"
    command = (
        "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=berita.test -addext "
        f"subjectAltName=DNS:berita.test -keyout {path}.key -out {path}"
    )
    subprocess.run(command.split(), check=True, capture_output=True)
    path.write_text(path.read_text() + Path(f"{path}.key").read_text())
    return path


async def test_https_names_the_host_and_trusts_its_certificate_only(
    certificate: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    names: list[str | None] = []
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    context.sni_callback = lambda _socket, name, _context: names.append(name)

    async def reply(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>aman</p>")
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(reply, "127.0.0.1", 0, ssl=context)
    port = server.sockets[0].getsockname()[1]
    try:
        fetcher = Fetcher(FetchRules(ALLOWED), look_up)
        with pytest.raises(UnreachableError, match="sertifikat"):
            await fetcher.fetch(f"https://berita.test:{port}/")
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
        page = await fetcher.fetch(f"https://berita.test:{port}/")
        with pytest.raises(UnreachableError, match="sertifikat"):
            await fetcher.fetch(f"https://lain.test:{port}/")
    finally:
        server.close()

    assert page.html == "<p>aman</p>"
    assert names == ["berita.test", "berita.test", "lain.test"]
