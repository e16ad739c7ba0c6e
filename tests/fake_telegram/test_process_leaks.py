"""The watch finds what a bot shows and writes that is a process of its own."""

from pathlib import Path

import pytest

from tests.chat.running import run_bot
from tests.fake_telegram import FakeTelegram
from tests.fake_telegram.fixture import watch_fake
from tests.leaks import find_process_leaks, list_secrets
from tests.process_traces import keep_page
from tests.web.running import find_free_port

QUESTION = "Benarkah server itu milik tetangga saya?"

SERVER = """
import http.server, os, sys

PAGES = {"/metrics": os.environ["METRICS"], "/readyz": os.environ["READY"], "/healthz": "ok"}

class Handler(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(PAGES[self.path].encode())

    def log_message(self, *words):
        pass

host, port = os.environ["HTTP_LISTEN"].split(":")
server = http.server.HTTPServer((host, int(port)), Handler)
print(os.environ["OUTPUT"], flush=True)
print("siap", file=sys.stderr, flush=True)
server.serve_forever()
"""


async def serve(folder: Path, *, metrics: str = "", ready: str = "", output: str = "") -> None:
    """Run a process that shows and writes these, as a test runs the bot."""
    settings = {
        "HTTP_LISTEN": f"127.0.0.1:{find_free_port()}",
        "METRICS": metrics,
        "READY": ready,
        "OUTPUT": output,
    }
    async with run_bot(folder, settings, ("-c", SERVER)) as bot:
        await bot.logs("siap")
        await bot.terminate()
        await bot.ends()


async def leave(telegram: FakeTelegram, folder: Path, place: str) -> str:
    """Let somebody ask and a process leave something of that; return what the watch is to say."""
    siti = telegram.user("Siti")
    await siti.sends(QUESTION)
    secret = telegram.token.partition(":")[2]
    match place:
        case "label":
            await serve(folder, metrics=f'tanya_updates_total{{kind="{siti.id}"}} 1.0\n')
        case "value":
            await serve(folder, metrics=f"tanya_latest {siti.id:.15e}\n")
        case "question":
            await serve(folder, metrics=f'tanya_latest{{words="{QUESTION}"}} 1.0\n')
            return f"metrics: {QUESTION}"
        case "readiness":
            await serve(folder, ready=f'{{"troubles": {{"telegram": "bot{telegram.token}"}}}}')
            return f"metrics: {secret}"
        case "output":
            await serve(folder, output=f"asked: {QUESTION}")
            return f"log: {QUESTION}"
        case "former process":
            await serve(folder, output=telegram.token)
            await serve(folder)
            return f"log: {secret}"
    return f"metrics: {siti.id}"


@pytest.mark.parametrize(
    "place", ["label", "value", "question", "readiness", "output", "former process"]
)
async def test_what_a_process_shows_or_writes_fails_the_test(tmp_path: Path, place: str) -> None:
    said = "nothing was left"
    with pytest.raises(AssertionError) as failure:
        async with watch_fake(tmp_path) as fake:
            said = await leave(fake, tmp_path, place)

    assert str(failure.value).startswith(str([said]))


async def test_a_process_that_tells_nothing_of_anybody_passes(tmp_path: Path) -> None:
    async with watch_fake(tmp_path) as fake:
        await fake.user("Siti").sends(QUESTION)
        await serve(tmp_path, metrics='tanya_updates_total{kind="message"} 1.0\n', output="bot")


async def test_pages_are_read_of_a_process_that_nobody_stopped(tmp_path: Path) -> None:
    settings = {"HTTP_LISTEN": f"127.0.0.1:{find_free_port()}"}
    shown = {"METRICS": "tanya_latest 500000001\n", "READY": "", "OUTPUT": ""}
    async with run_bot(tmp_path, settings | shown, ("-c", SERVER)) as bot:
        await bot.logs("siap")

    assert find_process_leaks(["500000001"], tmp_path) == ["metrics: 500000001"]


async def test_a_server_that_does_not_answer_is_no_server_that_tells_nothing(
    tmp_path: Path,
) -> None:
    settings = {"HTTP_LISTEN": f"127.0.0.1:{find_free_port()}"}
    silent = "import time; print('siap', flush=True); time.sleep(60)"
    with pytest.raises(AssertionError, match="nothing listens"):
        async with run_bot(tmp_path, settings, ("-c", silent)) as bot:
            await bot.logs("siap")


def test_senders_and_words_of_updates_are_secrets() -> None:
    person = {"id": 500000001, "is_bot": False, "first_name": "Siti"}
    message = {"message_id": 7, "from": person, "text": f"/tanya {QUESTION}"}
    query = {"id": "9", "from": person, "query": QUESTION}

    for update in ({"message": message}, {"inline_query": query}):
        assert [*list_secrets({"update_id": 1, **update})] == ["500000001", QUESTION]
    assert [*list_secrets({"message": message | {"text": "/start"}})] == ["500000001"]


def test_digits_within_a_longer_number_are_nobodys_id(tmp_path: Path) -> None:
    keep_page("metrics", "tanya_answer_seconds_sum 0.500000001\ntanya_sum 15000000012\n", tmp_path)

    assert find_process_leaks({"500000001"}, tmp_path) == []
