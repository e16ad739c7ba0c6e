"""Logs are text or JSON on standard error and hold no secret at any level."""

from __future__ import annotations

import json
import logging
from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import quote

import httpx
import pytest

from bot.logs import configure_logging
from bot.settings import load_settings

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FROM_BOTFATHER = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw0"
HALF = FROM_BOTFATHER.partition(":")[2]

Open = Callable[..., logging.Logger]
Read = Callable[[], str]


@pytest.fixture
def open_log(tmp_path: Path) -> Iterator[Open]:
    root = logging.getLogger()
    handlers, level = tuple(root.handlers), root.level

    def configure(**values: str) -> logging.Logger:
        values["TELEGRAM_BOT_TOKEN"] = FROM_BOTFATHER
        configure_logging(load_settings(values, tmp_path))
        return logging.getLogger("bot.test")

    yield configure
    for handler in tuple(root.handlers):
        root.removeHandler(handler)
    for handler in handlers:
        root.addHandler(handler)
    root.setLevel(level)


@pytest.fixture
def read_log(capsys: pytest.CaptureFixture[str]) -> Read:
    return lambda: capsys.readouterr().err


@pytest.mark.parametrize("log_format", ["text", "json"])
def test_the_token_is_hidden_wherever_it_hides(
    log_format: str, open_log: Open, read_log: Read
) -> None:
    logger = open_log(LOG_FORMAT=log_format, LOG_LEVEL="DEBUG")
    logger.debug("https://api.telegram.org/bot%s/getMe", FROM_BOTFATHER)
    logger.info(f"in the message {FROM_BOTFATHER}")  # noqa: G004 - the leak that is tested
    logger.warning("quoted %s", quote(FROM_BOTFATHER, safe=""))
    logger.error("in a mapping %(url)r", {"url": FROM_BOTFATHER.encode()})
    try:
        int(FROM_BOTFATHER)
    except ValueError:
        logger.exception("in an exception", stack_info=True)

    written = read_log()
    assert HALF not in written
    assert written.count("[disembunyikan]") >= 5
    assert "ValueError" in written


def test_json_logs_are_one_object_a_line(open_log: Open, read_log: Read) -> None:
    logger = open_log(LOG_FORMAT="json")
    logger.info("satu\ndua %s", "tiga")
    logger.warning("empat")

    first, second = map(json.loads, read_log().splitlines())
    assert first["message"] == "satu\ndua tiga"
    assert (second["level"], second["logger"]) == ("WARNING", "bot.test")


def test_records_below_the_level_are_not_written(open_log: Open, read_log: Read) -> None:
    logger = open_log(LOG_LEVEL="WARNING")
    logger.info("sepi")
    logger.warning("ramai")

    written = read_log()
    assert "sepi" not in written
    assert "ramai" in written


def test_addresses_of_requests_stay_out_even_at_debug(open_log: Open, read_log: Read) -> None:
    open_log(LOG_LEVEL="DEBUG")
    transport = httpx.MockTransport(lambda _: httpx.Response(200))
    with httpx.Client(transport=transport) as client:
        client.get("https://api.telegram.org/somewhere")

    assert "somewhere" not in read_log()


def test_libraries_are_as_quiet_as_the_rest(open_log: Open, read_log: Read) -> None:
    open_log(LOG_LEVEL="ERROR")
    for library in ("telegram.ext.Application", "sqlalchemy.engine.Engine", "httpx"):
        logging.getLogger(library).warning("something of %s", library)

    assert read_log() == ""
