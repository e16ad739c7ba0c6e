"""Imports point one way, so that the core can be used and tested without Telegram or a database."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS: dict[str, set[str]] = {
    "texts": set(),
    "articles": {"texts"},
    "search": {"articles", "texts"},
    "answers": {"search", "articles", "texts"},
    "store": {"texts"},
    "desk": {"answers", "search", "articles", "store", "texts"},
    "evaluation": {"answers", "search", "articles", "texts"},
}
"""The rooms of the core and what each may import beside itself; texts may also name values."""

FACES = {"chat", "console", "cli", "web"}
TELEGRAM_MAY_BE_IMPORTED_BY = ("bot/chat/", "bot/cli/serve.py")
CHAT_MAY_BE_IMPORTED_BY = (*TELEGRAM_MAY_BE_IMPORTED_BY, "bot/web/")

Import = tuple[str, str, str]
"""File, the function or class in it, and the module imported there."""


def list_imports() -> Iterator[Import]:
    for path in sorted((ROOT / "bot").rglob("*.py")):
        file = path.relative_to(ROOT).as_posix()
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in tree.body:
            name = getattr(node, "name", "module")
            for inner in ast.walk(node):
                if isinstance(inner, ast.ImportFrom):
                    assert inner.level == 0, f"{file}: relative import"
                    yield from ((file, name, f"{inner.module}.{a.name}") for a in inner.names)
                elif isinstance(inner, ast.Import):
                    yield from ((file, name, alias.name) for alias in inner.names)


IMPORTS = list(list_imports())


def room_of(name: str) -> str | None:
    """Return `search` for `bot/search/bm25.py`, `bot.search.bm25` and the like, None for others."""
    parts = name.replace("/", ".").removesuffix(".py").split(".")
    return parts[1] if parts[0] == "bot" and len(parts) > 1 else None


def describe(offenders: list[Import]) -> str:
    return "\n".join(f"{file}: {name} imports {module}" for file, name, module in offenders)


@pytest.mark.parametrize("room", ROOMS)
def test_a_room_of_the_core_imports_only_rooms_below_it(room: str) -> None:
    allowed = ROOMS[room] | {room, None}
    offenders = [
        (file, name, module)
        for file, name, module in IMPORTS
        if room_of(file) == room
        and room_of(module) not in allowed
        and not (room == "texts" and module.split(".")[2] == "values")
    ]

    assert not offenders, describe(offenders)


def test_every_room_is_in_the_table() -> None:
    rooms = {path.parent.name for path in (ROOT / "bot").glob("*/__init__.py")}

    assert rooms <= ROOMS.keys() | FACES
    assert {"articles", "search", "answers", "texts", "store"} <= rooms


def test_only_the_chat_and_what_starts_it_import_telegram() -> None:
    offenders = [
        found
        for found in IMPORTS
        if found[2].split(".")[0] == "telegram"
        and not found[0].startswith(TELEGRAM_MAY_BE_IMPORTED_BY)
    ]

    assert not offenders, describe(offenders)
    assert any(module.startswith("telegram.") for _, _, module in IMPORTS)


def test_the_terminal_knows_nothing_of_the_chat() -> None:
    offenders = [
        found
        for found in IMPORTS
        if room_of(found[2]) == "chat" and not found[0].startswith(CHAT_MAY_BE_IMPORTED_BY)
    ]

    assert not offenders, describe(offenders)


def test_the_http_side_knows_chat_store_and_answers_and_only_what_starts_it_knows_it() -> None:
    outside = [
        found
        for found in IMPORTS
        if room_of(found[0]) == "web"
        and room_of(found[2]) not in {"web", "chat", "store", "answers", "texts", None}
    ]
    users = {file for file, _, module in IMPORTS if room_of(module) == "web"}

    assert not outside, describe(outside)
    assert {file for file in users if not file.startswith("bot/web/")} == {"bot/cli/serve.py"}


@pytest.mark.parametrize("module", ["bot.articles", "bot.search", "bot.answers"])
def test_the_core_loads_neither_telegram_nor_a_database_nor_a_terminal(module: str) -> None:
    code = f"import {module}, sys; print(*{{name.split('.')[0] for name in sys.modules}})"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.split())

    assert "bot" in loaded
    assert not loaded & {"telegram", "sqlalchemy", "rich", "httpx", "asyncio"}
