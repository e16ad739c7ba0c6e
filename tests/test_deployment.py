"""What operators copy works: the systemd unit of the README, the compose files, the balancer."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from bot.settings import NAMES, load_settings

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
COMPOSE_FILES = ("compose.yaml", "compose.replicas.yaml")
OF_COMPOSE = {"BOTS", "DOMAIN", "DATABASE_PASSWORD"}
"""Variables of compose.replicas.yaml that are no settings of the bot."""

INSTALLED = "/opt/tanya-sirekap"
EXPOSURE = "30"
"""Of 100, by `systemd-analyze security`, at most; an unhardened unit has 96."""


def load_compose(name: str) -> dict[str, Any]:
    content: dict[str, Any] = yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))
    return content


def read_unit() -> str:
    (unit,) = re.findall(r"^```ini\n(\[Unit\]\n.+?)^```$", README, re.MULTILINE | re.DOTALL)
    return str(unit)


def find_program(name: str) -> str:
    program = shutil.which(name)
    if program is None:
        pytest.skip(f"{name} is not installed")
    return program


@pytest.fixture
def unit(tmp_path: Path) -> Path:
    """The unit as a file, for a bot that is installed in a folder of the test."""
    program = tmp_path / ".venv" / "bin" / "tanya-sirekap"
    program.parent.mkdir(parents=True)
    program.write_text("#!/bin/sh\n", encoding="utf-8")
    program.chmod(0o755)
    file = tmp_path / "tanya-sirekap.service"
    file.write_text(read_unit().replace(INSTALLED, str(tmp_path)), encoding="utf-8")
    return file


def test_systemd_takes_the_unit(unit: Path) -> None:
    analyze = find_program("systemd-analyze")
    done = subprocess.run(
        (analyze, "verify", "--man=no", unit), capture_output=True, text=True, check=False
    )

    assert (done.returncode, unit.name in done.stderr) == (0, False), done.stderr


def test_the_unit_leaves_the_bot_little_to_harm(unit: Path) -> None:
    analyze = find_program("systemd-analyze")
    command = (analyze, "security", "--offline=yes", f"--threshold={EXPOSURE}", unit)
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if "--offline" in done.stderr:
        pytest.skip("this systemd-analyze knows no units that are not loaded")

    assert done.returncode == 0, done.stdout + done.stderr


def test_the_unit_is_given_time_to_stop_and_writes_only_where_it_must() -> None:
    unit = dict(line.split("=", 1) for line in read_unit().splitlines() if "=" in line)

    assert unit["ProtectSystem"] == "strict"
    assert unit["NoNewPrivileges"] == "yes"
    assert unit["Restart"] == "on-failure"
    assert int(unit["TimeoutStopSec"]) == 15
    assert "ReadWritePaths" in unit


def test_the_unit_sets_only_settings_that_exist(tmp_path: Path) -> None:
    pairs = re.findall(r"^Environment=(\w+)=(\S+)$", read_unit(), re.MULTILINE)

    assert {name for name, _ in pairs} <= set(NAMES)
    load_settings(dict(pairs), tmp_path)


@pytest.mark.parametrize("name", COMPOSE_FILES)
def test_a_compose_file_sets_only_settings_that_exist(name: str) -> None:
    services = load_compose(name)["services"]

    assert set(services["bot"]["environment"]) <= {*NAMES, *OF_COMPOSE}
    assert services["bot"]["stop_grace_period"] == "15s"
    assert services["bot"]["read_only"] is True


@pytest.mark.parametrize("name", COMPOSE_FILES)
def test_the_readme_names_every_variable_that_a_compose_file_asks_for(name: str) -> None:
    asked = set(re.findall(r"\$\{(\w+)", (ROOT / name).read_text(encoding="utf-8")))

    assert asked <= {*NAMES, *OF_COMPOSE}
    for variable in asked:
        assert f"`{variable}`" in README or f"{variable}=" in README


@pytest.mark.parametrize("name", COMPOSE_FILES)
def test_docker_takes_the_compose_file(name: str, tmp_path: Path) -> None:
    docker = find_program("docker")
    if subprocess.run([docker, "compose", "version"], capture_output=True, check=False).returncode:
        pytest.skip("docker has no compose")
    shutil.copy(ROOT / name, tmp_path)
    variables = {"DOMAIN", "DATABASE_PASSWORD", "WEBHOOK_SECRET", "PRIVACY_KEY"}
    lines = (f"{variable}={variable.lower()}\n" for variable in variables)
    (tmp_path / ".env").write_text("".join(lines), encoding="utf-8")
    done = subprocess.run(
        [docker, "compose", "--file", name, "config", "--quiet"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (done.returncode, done.stderr) == (0, "")


def test_the_balancer_takes_its_configuration(tmp_path: Path) -> None:
    caddy = find_program("caddy")
    content: str = load_compose("compose.replicas.yaml")["configs"]["caddyfile"]["content"]
    file = tmp_path / "Caddyfile"
    file.write_text(content.replace("${DOMAIN}", "bot.example.org"), encoding="utf-8")
    done = subprocess.run(
        [caddy, "validate", "--adapter", "caddyfile", "--config", file],
        env={**os.environ, "XDG_DATA_HOME": str(tmp_path), "XDG_CONFIG_HOME": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stderr


def test_only_the_webhook_is_reachable_from_outside() -> None:
    services = load_compose("compose.replicas.yaml")["services"]
    content: str = load_compose("compose.replicas.yaml")["configs"]["caddyfile"]["content"]

    assert [name for name, service in services.items() if "ports" in service] == ["balancer"]
    assert re.findall(r"^\s*handle (\S+) \{", content, re.MULTILINE) == ["/telegram"]
    assert services["bot"]["environment"]["WEBHOOK_URL"].endswith("/telegram")
