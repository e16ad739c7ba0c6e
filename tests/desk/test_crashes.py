"""kill -9 between any two steps of a change leaves file, log, draft and git whole."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.articles import article_key, load_corpus
from tests.articles.samples import SHIPPED, write_corpus
from tests.desk.git_trees import run_git

KEY = article_key("https://contoh.id/berita/satu")

CRASHER = '''\
"""Make a change again and again, each time killed one step later, and recover each time."""

import asyncio, json, os, shutil, signal, subprocess, sys
from pathlib import Path

from sqlalchemy import Engine, event

import bot.desk.desk, bot.desk.drafts.review  # what a change imports is no step of it
import sqlalchemy.dialects.sqlite.pysqlite
from bot.desk import Desk, DeskRules, Draft, Intake
from bot.answers.live import LiveAnswerer
from bot.store import open_memory
from tests.desk.test_drafting import DRAFT

ANI = 7
FILE_STEPS = {"os.link", "os.rename", "os.remove", "subprocess.Popen"}
steps_left = None


def step(name: str) -> None:
    global steps_left
    if steps_left is not None:
        if steps_left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
        steps_left -= 1


def watch_files(name: str, arguments: tuple) -> None:
    if name == "open":
        if arguments[2] & (os.O_WRONLY | os.O_RDWR) and str(HOME) in str(arguments[0]):
            step(name)
    elif name in FILE_STEPS:
        step(name)


async def work(home: Path, act: str, kill_at: int | None) -> None:
    global steps_left
    live = LiveAnswerer.open(home / "corpus", home / "cache")
    url = f"sqlite:///{home / 'memory.db'}"
    async with open_memory(url, b"k" * 32) as memory:
        rules = DeskRules(frozenset({ANI}), frozenset({ANI}), corpus_git=GIT)
        desk = bot.desk.desk.open_desk(memory, live, rules)
        if act == "prepare":
            await desk.tray.put(ANI, Intake(DRAFT))
            await desk.changes.correct(ANI, KEY, "Lama.")
            return
        if act == "recover":
            await desk.changes.recover()
            print(json.dumps(await describe(desk, memory, home)), flush=True)
            return
        drafts = await desk.tray.list_all()
        steps_left = kill_at
        match act:
            case "publish":
                await desk.changes.publish(ANI, drafts[0])
            case "edit":
                await desk.changes.edit(ANI, KEY, "paragraf 2", "Lain sekali.")
            case "undo":
                await desk.changes.undo(ANI)
        steps_left = None


async def describe(desk: Desk, memory, home: Path) -> dict:
    files = {p.name: p.read_text() for p in (home / "corpus" / "articles").iterdir()}
    lines = [
        [line.action.value, line.file, line.before and line.before.decode(),
         line.after and line.after.decode()]
        for line in reversed(await memory.audit.list_lines())
    ]
    return {
        "files": files,
        "lines": lines,
        "drafts": len(await desk.tray.list_all()),
        "intents": len(await memory.audit.list_intents()),
    }


def run(home: Path, act: str, kill_at: int | None = None) -> int:
    """Do it in a process of its own and return what that ended with."""
    child = os.fork()
    if child == 0:
        try:
            asyncio.run(work(home, act, kill_at))
        except BaseException:
            import traceback
            traceback.print_exc()
            os._exit(1)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


HOME = Path(sys.argv[1]).parent
sys.addaudithook(watch_files)
event.listen(Engine, "before_cursor_execute", lambda *a: step("statement"))
event.listen(Engine, "commit", lambda connection: step("commit"))
event.listen(Engine, "rollback", lambda connection: step("rollback"))

origin, act, KEY, GIT = Path(sys.argv[1]), sys.argv[2], sys.argv[3], sys.argv[4] == "git"
assert run(origin, "prepare") == 0
for kill_at in range(200):
    home = origin.with_name(f"killed-{kill_at}")
    shutil.copytree(origin, home)
    code = run(home, act, kill_at)
    assert code in {0, -signal.SIGKILL}, code
    assert run(home, "recover") == 0
    git = subprocess.run(
        "git log --format=%s && git status --porcelain", shell=True, cwd=home / "corpus",
        capture_output=True, text=True,
    )
    shutil.rmtree(home)
    print(json.dumps({"killed": code != 0, "git": git.stdout.splitlines()}), flush=True)
    if code == 0:
        break
'''


@dataclass(frozen=True)
class Crash:
    """A change that was killed before one of its steps, or not, and what was there afterwards."""

    killed: bool
    state: dict[str, Any]
    git: list[str]


def crash(home: Path, act: str, *, git: bool = False) -> list[Crash]:
    """Kill a change before each of its steps, the last time before none."""
    done = subprocess.run(
        [sys.executable, "-c", CRASHER, home, act, KEY, "git" if git else "-"],
        cwd=SHIPPED.parent,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    crashes = [
        Crash(end["killed"], state, end["git"])
        for state, end in zip(lines[::2], lines[1::2], strict=True)
    ]
    assert [each.killed for each in crashes] == [True] * (len(crashes) - 1) + [False]
    return crashes


@pytest.mark.parametrize("act", ["publish", "edit", "undo"])
def test_a_kill_between_any_two_steps_leaves_everything_whole(tmp_path: Path, act: str) -> None:
    write_corpus(tmp_path / "origin" / "corpus")
    crashes = crash(tmp_path / "origin", act)

    assert len(crashes) > 10
    happened = [check(each.state, act, tmp_path) for each in crashes]
    # Up to some step nothing has happened, from there on everything.
    assert happened == sorted(happened)
    assert happened[0] is False
    assert happened[-1] is True


def test_a_kill_between_any_two_steps_leaves_one_commit_for_each_change(tmp_path: Path) -> None:
    corpus = write_corpus(tmp_path / "origin" / "corpus")
    run_git(corpus, "init", "--quiet")
    run_git(corpus, "add", ".")
    run_git(corpus, "commit", "--quiet", "--message=Awal")

    for each in crash(tmp_path / "origin", "publish", git=True):
        happened = check(each.state, "publish", tmp_path)
        published = ["Terbitkan: KPU memindahkan server ke Bandung"] * happened
        assert each.git == [*published, "Koreksi: KPU menjelaskan letak server", "Awal"]


def check(state: dict[str, Any], act: str, folder: Path) -> bool:
    """Make sure that all agree on whether the change has happened, and return that."""
    files, lines = state["files"], state["lines"]
    happened = len(lines) == 2
    assert len(lines) in {1, 2}
    assert state["intents"] == 0
    latest: dict[str, str | None] = {}
    for _, file, before, after in lines:
        assert latest.get(file, before) == before
        latest[file] = after
    assert files == {file: text for file, text in latest.items() if text is not None}
    published = act == "publish" and happened
    assert len(files) == 1 + published
    assert state["drafts"] == 1 - published
    again = write_corpus(
        folder / "again", {f"articles/{name}": text for name, text in files.items()}
    )
    assert len(load_corpus(again).articles) == len(files)
    return happened
