"""The image of the Dockerfile: it answers without a network, and owns only what it writes."""

import json
import shlex
import subprocess

import pytest

from tests.deployment.commands import read_block
from tests.deployment.engine import IMAGE, ROOT, copy_checkout, require_engine, run_docker

HARDENED = ("--rm", "--network=none", "--read-only", "--tmpfs=/tmp", "--cap-drop=ALL")


@pytest.fixture(scope="module", autouse=True)
def image(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Build it from a checkout that nobody else may read, with secrets in it."""
    require_engine("python:3.13-slim")
    folder = copy_checkout(tmp_path_factory.mktemp("checkout"))
    (folder / ".env").write_text("TELEGRAM_BOT_TOKEN=secret\n", encoding="utf-8")
    (folder / "data").mkdir()
    (folder / "data" / "privacy.key").write_text("secret", encoding="utf-8")
    for path in folder.rglob("*"):
        path.chmod(0o700 if path.is_dir() else 0o600)
    built = run_docker("build", "--tag", IMAGE, folder, seconds=900)
    assert built.returncode == 0, built.stderr


def run(*words: str) -> subprocess.CompletedProcess[str]:
    return run_docker("run", *HARDENED, "--security-opt=no-new-privileges", *words)


def look(script: str) -> str:
    done = run("--entrypoint=sh", IMAGE, "-c", script)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_it_answers_a_question_with_a_literal_passage() -> None:
    done = run(IMAGE, "ask", "--json", "Apakah Sirekap pakai Alibaba Cloud?")
    answer = json.loads(done.stdout)
    passage = answer["passages"][0]

    assert (done.returncode, answer["status"]) == (0, "found")
    article = look(f"cat /app/corpus/articles/{passage['file']}")
    assert passage["text"] in article


def test_it_runs_as_somebody_who_can_write_data_and_corpus_only() -> None:
    owned = "find / -xdev -uid 10001 -not -path '/proc/*' -prune 2>/dev/null || true"

    assert look("id -u").split() == ["10001"]
    assert look(owned).split() == ["/app/corpus", "/data"]
    assert look("stat -c '%a %U' /data").split() == ["700", "bot"]


def test_it_holds_neither_settings_nor_data_nor_an_installer() -> None:
    assert look("ls -A /app").split() == [".venv", "corpus"]
    assert look("ls -A /data") == ""
    assert look("command -v pip uv || true") == ""


def test_both_databases_have_their_drivers() -> None:
    assert look("python -c 'import sqlite3, psycopg; print(psycopg.pq.__impl__)'") == "binary\n"


def test_settings_that_cannot_be_used_end_it_with_one_line() -> None:
    done = run(IMAGE)

    assert done.returncode == 2
    assert "TELEGRAM_BOT_TOKEN" in done.stderr
    assert "Traceback" not in done.stderr


def test_its_own_health_check_succeeds() -> None:
    inspected = run_docker("image", "inspect", "--format={{json .Config.Healthcheck.Test}}", IMAGE)
    kind, program, *words = json.loads(inspected.stdout)
    done = run(f"--entrypoint={program}", IMAGE, *words)

    assert (kind, done.returncode) == ("CMD", 0), done.stderr


def test_without_compose_it_finds_its_folders_by_the_options_of_the_readme() -> None:
    block = read_block("One server, with Docker", 2).replace("\\\n", "")
    *_, line = block.replace("tanya-sirekap", IMAGE).splitlines()
    command = line.replace("--env-file .env", f"--env-file {ROOT / '.env.example'}")
    options = command.replace("--detach --init --restart unless-stopped", "--rm --init")
    done = run_docker(*shlex.split(options)[1:], "backup", "/data/cadangan.tar.gz")
    run_docker("volume", "rm", IMAGE, f"{IMAGE}-corpus")

    assert done.returncode == 0, done.stderr
