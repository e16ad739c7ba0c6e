"""Several bots behind Caddy with PostgreSQL, by the README's own commands."""

import asyncio
import json
import re
import ssl
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from tests.deployment.commands import read_block, read_commands
from tests.deployment.engine import GATEWAY, IMAGE, Site, open_site, require_engine
from tests.fake_telegram import FakeTelegram
from tests.fake_telegram.fixture import telegram
from tests.fake_telegram.webhook import SECRET_HEADER
from tests.web.running import find_free_port

__all__ = ["telegram"]

SECTION = "Several bots"
# Caddy certifies names that end so by itself: https://caddyserver.com/docs/automatic-https
DOMAIN = "bot.localhost"
QUESTION = "Apakah Sirekap pakai Alibaba Cloud?"
ROOT_CERTIFICATE = "/data/caddy/pki/authorities/local/root.crt"
COUNT = (
    "docker compose exec -T database psql --username=bot --tuples-only "
    "--command 'SELECT count(*) FROM questions'"
)


@dataclass(frozen=True)
class Running:
    """The site, and its balancer as the public sees it."""

    site: Site
    telegram: FakeTelegram
    public: httpx.AsyncClient

    async def bring(self, *, times: int = 1) -> list[int]:
        """Bring what waits, each update so many times at once; return the statuses."""
        updates = self.telegram.world.updates
        statuses: list[int] = []
        while updates.waiting:
            update = updates.waiting.pop(0)
            updates.delivered[update["update_id"]] = update
            answers = await asyncio.gather(*(self._post(update) for _ in range(times)))
            statuses += [answer.status_code for answer in answers]
        return statuses

    async def _post(self, update: object) -> httpx.Response:
        headers = {SECRET_HEADER: self.telegram.world.updates.webhook["secret_token"]}
        while True:
            answer = await self.public.post("/telegram", json=update, headers=headers)
            # While bots start again, as Telegram does: it comes again.
            if answer.status_code not in {502, 503}:
                return answer
            await asyncio.sleep(0.5)


@pytest.fixture
async def running(telegram: FakeTelegram, tmp_path: Path) -> AsyncIterator[Running]:
    """Three bots, after the README's first commands."""
    require_engine("python:3.13-slim", "postgres:17", "caddy:2")
    plain, port = find_free_port(), find_free_port()
    override = f"""
        services:
          balancer:
            ports: !override ["127.0.0.1:{plain}:80", "127.0.0.1:{port}:443"]
          volumes:
            image: {IMAGE}
          bot:
            image: {IMAGE}
            extra_hosts: ["{GATEWAY}:host-gateway"]
    """
    folder = tmp_path / "checkout"
    folder.mkdir()
    async with open_site(telegram, folder, "compose.replicas.yaml", override, {}) as site:
        block = read_block(SECTION).replace("bot.example.org", DOMAIN)
        last = (await site.run(block)).splitlines()[-1]
        assert last == """b'{"ready":true,"troubles":{}}'"""
        async with _reach(site, port) as public:
            yield Running(site, telegram, public)


@asynccontextmanager
async def _reach(site: Site, port: int) -> AsyncIterator[httpx.AsyncClient]:
    certificate = await site.run(f"docker compose exec -T balancer cat {ROOT_CERTIFICATE}")
    trust = ssl.create_default_context(cadata=certificate)
    async with httpx.AsyncClient(
        base_url=f"https://{DOMAIN}:{port}",
        transport=_ByName(verify=trust),
        timeout=20,
    ) as client:
        yield client


class _ByName(httpx.AsyncHTTPTransport):
    """Connects to this machine for the test's domain, which not every system resolves."""

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        request.extensions["sni_hostname"] = request.url.host
        request.url = request.url.copy_with(host="127.0.0.1")
        return await super().handle_async_request(request)


async def list_containers(site: Site) -> list[str]:
    return (await site.run("docker compose ps --all --quiet bot")).split()


async def test_an_update_comes_through_the_balancer_and_is_answered_once(running: Running) -> None:
    people = [running.telegram.user(f"Warga {number}") for number in range(12)]
    for person in people:
        await person.sends(QUESTION)
    statuses = await running.bring(times=2)
    for person in people:
        assert "Alibaba" in (await running.telegram.bot_says(person.chat, within=20)).text
    await asyncio.sleep(0.5)

    assert statuses == [200] * 24
    assert [len(person.chat.said) for person in people] == [1] * 12
    assert len(await list_containers(running.site)) == 3


async def test_the_public_reaches_the_webhook_and_nothing_else(running: Running) -> None:
    paths = ["/", "/metrics", "/readyz", "/healthz", "/telegram/", "/telegram/../metrics"]
    statuses = [(await running.public.get(path)).status_code for path in paths]
    unasked = await running.public.post("/telegram", json={"update_id": 1})
    published = await running.site.run("docker compose ps --format json")
    services = [json.loads(line) for line in published.splitlines()]
    ports = {
        each["Service"]: {p["PublishedPort"] for p in each["Publishers"] or ()} - {0}
        for each in services
    }

    assert statuses == [404] * len(paths)
    assert unasked.status_code == 403
    assert {name for name, numbers in ports.items() if numbers} == {"balancer"}


async def test_a_bot_that_is_killed_is_replaced_and_nobody_notices(running: Running) -> None:
    first, *_ = await list_containers(running.site)
    people = [running.telegram.user(f"Warga {number}") for number in range(12)]
    await running.site.run(f"docker kill {first}")
    for person in people:
        await person.sends(QUESTION)
    statuses = await running.bring()
    for person in people:
        assert "Alibaba" in (await running.telegram.bot_says(person.chat, within=30)).text
    await running.site.run("docker compose up --detach --wait")

    assert statuses == [200] * 12
    states = await running.site.run("docker compose ps --format '{{.Service}} {{.Health}}'")
    assert states.split("\n").count("bot healthy") == 3


async def test_bots_come_and_go_by_a_setting_and_the_others_run_on(running: Running) -> None:
    site, at_first = running.site, set(await list_containers(running.site))
    await site.run("sed -i s/^BOTS=.*/BOTS=4/ .env && docker compose up --detach --wait")
    more = set(await list_containers(site))
    await site.run("sed -i s/^BOTS=.*/BOTS=2/ .env && docker compose up --detach --wait")
    fewer = set(await list_containers(site))
    await running.telegram.user("Siti").sends(QUESTION)

    assert (len(more), len(fewer)) == (4, 2)
    assert at_first < more
    assert fewer < more
    assert await running.bring() == [200]


async def test_the_balancer_keeps_the_secret_when_no_bot_answers(running: Running) -> None:
    secret = running.telegram.world.updates.webhook["secret_token"]
    await running.site.run("docker compose stop bot")
    headers = {SECRET_HEADER: secret}
    refused = await running.public.post("/telegram", json={"update_id": 1}, headers=headers)
    logs = await running.site.run("docker compose logs balancer")

    assert refused.status_code in {502, 503}
    assert f'"status":{refused.status_code}' in logs
    assert secret not in logs


async def test_all_is_back_after_a_restoration_and_all_stop_in_time(running: Running) -> None:
    site, telegram = running.site, running.telegram
    siti = telegram.user("Siti")
    await siti.sends(QUESTION)
    await running.bring()
    answer = await telegram.bot_says(siti.chat, within=20)
    await asyncio.sleep(1)
    (backing_up,) = read_commands(SECTION, "back up")
    await site.run(backing_up)
    saved = await count_questions(site)
    await siti.sends("Siapa yang membuat Sirekap?")
    await running.bring()
    await telegram.bot_says(siti.chat, within=20)
    await asyncio.sleep(1)
    more = await count_questions(site)
    assert more > saved > 0

    staging, restarting = read_commands(SECTION, "restore")
    await site.run(staging)
    assert await count_questions(site) == more
    await site.run(restarting)
    async with asyncio.timeout(60):
        while await count_questions(site) != saved:  # noqa: ASYNC110 - in another process
            await asyncio.sleep(0.5)
    await siti.presses(answer, "Berikutnya")
    await running.bring()
    await telegram.bot_edits(answer, within=20)

    await site.run("docker compose stop bot", seconds=20)
    codes = await site.run(
        "docker inspect --format '{{.State.ExitCode}}' $(docker compose ps --all --quiet bot)"
    )
    assert codes.split() == ["0"] * 3
    logs = await site.run("docker compose logs bot")
    assert logs.count("Isi arsip sudah dipulihkan.") == 1
    assert not re.search(r"Traceback", logs)


async def count_questions(site: Site) -> int:
    return int(await site.run(COUNT))
