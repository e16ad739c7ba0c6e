"""One server with Docker, by the README's own commands: start, restart, back-up, restoration."""

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path

import httpx
import pytest

from tests.deployment.commands import read_block, read_commands
from tests.deployment.engine import GATEWAY, IMAGE, Site, open_site, require_engine
from tests.fake_telegram import BotMessage, FakeTelegram, User
from tests.fake_telegram.fixture import telegram
from tests.web.running import find_free_port

__all__ = ["telegram"]

SECTION = "One server, with Docker"
PORT = "8080"
KILLED = 137
ARTICLE = "2019-07-05-bisnis-dpr-tertarik-rekapitulasi-elektronik"
CORRECT = f"docker compose exec -T bot tanya-sirekap corpus correct --text Sesudahnya. {ARTICLE}"
SHOW = f"docker compose exec -T bot cat /app/corpus/articles/{ARTICLE}.md"


@pytest.fixture
async def site(telegram: FakeTelegram, tmp_path: Path) -> AsyncIterator[Site]:
    """The server as its owner leaves it after the README's first commands."""
    require_engine("python:3.13-slim")
    port = str(find_free_port())
    override = f"""
        services:
          bot:
            image: {IMAGE}
            extra_hosts: ["{GATEWAY}:host-gateway"]
            ports: !override ["127.0.0.1:{port}:8080"]
    """
    folder = tmp_path / "checkout"
    folder.mkdir()
    async with open_site(telegram, folder, "compose.yaml", override, {}) as site:
        copying, *rest = read_block(SECTION).splitlines()
        assert copying.startswith("install -m 600 .env.example .env ")
        (folder / "port").write_text(port, encoding="ascii")
        last = await site.run("\n".join(rest).replace(PORT, port))
        assert json.loads(last.splitlines()[-1]) == {"ready": True, "troubles": {}}
        yield site


async def ask(telegram: FakeTelegram) -> tuple[User, BotMessage]:
    """Let somebody ask the bot, and return them and its answer."""
    siti = telegram.user("Siti")
    await siti.sends("Apakah Sirekap pakai Alibaba Cloud?")
    return siti, await telegram.bot_says(siti.chat, within=10)


async def restart(site: Site, command: str) -> None:
    """Run a command that restarts the bot, and wait until it is ready."""
    await site.run(command)
    address = f"http://127.0.0.1:{(site.folder / 'port').read_text(encoding='ascii')}"
    async with asyncio.timeout(60), httpx.AsyncClient(base_url=address) as client:
        while True:
            try:
                if (await client.get("/readyz")).is_success:
                    return
            except httpx.TransportError:
                pass
            await asyncio.sleep(0.1)


async def show_state(site: Site) -> dict[str, object]:
    """Return what the engine says of the bot's container."""
    container = (await site.run("docker compose ps --all --quiet bot")).strip()
    (state,) = json.loads(await site.run(f"docker inspect {container}"))
    return dict(state)


async def test_a_server_answers_keeps_what_it_learned_and_has_it_back(
    site: Site, telegram: FakeTelegram
) -> None:
    siti, answer = await ask(telegram)
    assert "Alibaba" in answer.text

    (backing_up,) = read_commands(SECTION, "back up")
    await site.run(f"umask 077; {backing_up}")
    original = await site.run(SHOW)
    await site.run(CORRECT)
    await restart(site, "docker compose restart bot")
    assert "Sesudahnya." in await site.run(SHOW)
    # The button of before the restart finds its question, of which only the database knows.
    await siti.presses(answer, "Berikutnya")
    page = await telegram.bot_edits(answer, within=10)

    staging, restarting = read_commands(SECTION, "restore")
    await site.run(staging)
    assert "Sesudahnya." in await site.run(SHOW)
    await restart(site, restarting)
    assert await site.run(SHOW) == original
    press = await siti.presses(page, "Berikutnya")
    said = await telegram.answer_to(press, within=10)
    assert said.text == "", said
    await telegram.bot_edits(answer, within=10)


async def test_a_new_server_gets_everything_from_the_archive_of_another(
    site: Site, telegram: FakeTelegram
) -> None:
    siti, answer = await ask(telegram)
    (backing_up,) = read_commands(SECTION, "back up")
    await site.run(backing_up)
    await site.run("docker compose down --volumes")
    await restart(site, "docker compose up --detach")
    staging, restarting = read_commands(SECTION, "restore")
    await site.run(staging)
    await restart(site, restarting)
    await siti.presses(answer, "Berikutnya")

    assert (await telegram.bot_edits(answer, within=10)).text != answer.text


async def test_the_container_is_held_as_tightly_as_the_file_says_and_stops_in_time(
    site: Site,
) -> None:
    state = await show_state(site)
    host = state["HostConfig"]
    assert isinstance(host, dict)
    assert (host["ReadonlyRootfs"], host["CapDrop"], host["Memory"]) == (True, ["ALL"], 512 << 20)
    status = await site.run("docker compose exec -T bot cat /proc/1/status")
    fields = dict(line.split(":\t", 1) for line in status.splitlines() if ":\t" in line)
    assert (fields["NoNewPrivs"], int(fields["CapEff"], 16)) == ("1", 0)
    assert fields["Uid"].split() == ["10001"] * 4

    # Longer than that, and Compose would kill it: 137.
    await site.run("docker compose stop bot", seconds=15)
    stopped = (await show_state(site))["State"]
    assert isinstance(stopped, dict)
    assert (stopped["ExitCode"], stopped["OOMKilled"]) == (0, False)
    assert "Bot berhenti." in await site.run("docker compose logs bot")

    # One that only starts is not waited for in vain.
    await site.run("docker compose start bot && docker compose stop bot")
    stopped = (await show_state(site))["State"]
    assert isinstance(stopped, dict)
    assert stopped["ExitCode"] != KILLED
