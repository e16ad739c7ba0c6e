"""HTTPS to the Bot API: to servers that somebody vouches for, and to nobody else."""

import asyncio
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from ipaddress import IPv4Address
from pathlib import Path

import pytest
from aiohttp import web
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID
from telegram.error import NetworkError, TimedOut

from tests.chat.bot_servers import ANSWER, calling, get_cause


async def test_a_server_that_nobody_vouches_for_gets_nothing(tmp_path: Path) -> None:
    async with _serving(tmp_path) as (url, seen), calling(url) as bot:
        with pytest.raises(NetworkError) as caught:
            await bot.send_message(7, "halo")

    assert not get_cause(caught.value).was_sent
    assert not seen
    # The log says this, and what would mend it.
    assert "SSL_CERT_FILE" in caught.value.message
    assert url not in caught.value.message


async def test_the_authorities_of_ssl_cert_file_are_trusted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with _serving(tmp_path) as (url, seen):
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "authority.pem"))
        async with calling(url) as bot:
            await bot.send_message(7, "halo")

    assert len(seen) == 1


async def test_a_server_that_never_shakes_hands_got_nothing() -> None:
    async def ignore(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.read()
        writer.close()

    async with await asyncio.start_server(ignore, "127.0.0.1", 0) as server:
        port = server.sockets[0].getsockname()[1]
        async with calling(f"https://127.0.0.1:{port}/bot") as bot:
            with pytest.raises(TimedOut) as caught:
                await bot.send_message(7, "halo")

    assert not get_cause(caught.value).was_sent


@asynccontextmanager
async def _serving(folder: Path) -> AsyncIterator[tuple[str, list[str]]]:
    _certify(folder)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "server.pem")
    seen: list[str] = []

    async def answer(request: web.BaseRequest) -> web.Response:
        seen.append(request.path)
        return web.json_response(ANSWER)

    server = web.ServerRunner(web.Server(answer, access_log=None), shutdown_timeout=0.1)
    await server.setup()
    await web.TCPSite(server, "127.0.0.1", 0, ssl_context=context).start()
    try:
        yield f"https://127.0.0.1:{server.addresses[0][1]}/bot", seen
    finally:
        await server.cleanup()


def _certify(folder: Path) -> None:
    authority_key, server_key = (ec.generate_private_key(ec.SECP256R1()) for _ in range(2))
    authority, server = _name("authority"), _name("server")
    # No certificate of a server may be that of an authority.
    root = _draft(authority, authority, authority_key).add_extension(
        x509.BasicConstraints(ca=True, path_length=None), critical=True
    )
    leaf = _draft(server, authority, server_key).add_extension(
        x509.SubjectAlternativeName([x509.IPAddress(IPv4Address("127.0.0.1"))]), critical=False
    )
    signed = leaf.sign(authority_key, hashes.SHA256()).public_bytes(Encoding.PEM)
    key = server_key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (folder / "server.pem").write_bytes(signed + key)
    vouched = root.sign(authority_key, hashes.SHA256()).public_bytes(Encoding.PEM)
    (folder / "authority.pem").write_bytes(vouched)


def _name(common: str) -> x509.Name:
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, common)])


def _draft(
    subject: x509.Name, issuer: x509.Name, key: ec.EllipticCurvePrivateKey
) -> x509.CertificateBuilder:
    now = datetime.now(UTC)
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key.public_key())
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - timedelta(hours=1))
        .not_valid_after(now + timedelta(hours=1))
    )
