"""A command, option or setting that the README does not explain fails the build."""

from __future__ import annotations

import argparse
import re
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from bot import __version__
from bot.__main__ import build_parser
from bot.articles import load_corpus
from bot.cli import COMMANDS
from bot.settings import NAMES, load_settings
from bot.texts import console as texts

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
ENV_EXAMPLE = ROOT / ".env.example"


def _list_commands(parser: argparse.ArgumentParser, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield each command that runs something with each of its options."""
    groups = [a for a in parser._actions if isinstance(a, argparse._SubParsersAction)]
    for group in groups:
        for name, child in group.choices.items():
            yield from _list_commands(child, f"{path} {name}".strip())
    if path and not groups:
        yield path, ""
        for action in parser._actions:
            if action.option_strings and action.dest != "help":
                yield path, action.option_strings[-1]


@pytest.mark.parametrize(("command", "option"), [*_list_commands(build_parser(["--help"]))])
def test_readme_documents_the_command_with_its_options(command: str, option: str) -> None:
    rows = [row for row in README.splitlines() if re.match(rf"\| `{command}[ `]", row)]

    assert len(rows) == 1
    assert option in rows[0]


@pytest.mark.parametrize("name", NAMES)
def test_readme_and_example_explain_the_setting(name: str) -> None:
    assert f"\n| `{name}` |" in README
    assert re.search(rf"^# .+\n{name}=", ENV_EXAMPLE.read_text(encoding="utf-8"), re.MULTILINE)


def test_readme_and_example_name_no_setting_that_is_not_understood() -> None:
    in_readme = re.findall(r"^\| `([A-Z_]+)` \|", README, re.MULTILINE)
    in_example = re.findall(r"^([A-Z_]+)=", ENV_EXAMPLE.read_text("utf-8"), re.MULTILINE)

    assert in_readme == in_example == list(NAMES)


def test_the_example_as_it_is_means_the_defaults(tmp_path: Path) -> None:
    defaults = load_settings({}, tmp_path)
    (tmp_path / ".env").write_bytes(ENV_EXAMPLE.read_bytes())

    assert load_settings({}, tmp_path) == defaults


@pytest.mark.parametrize("command", texts.COMMAND_HELP)
def test_readme_documents_the_command_of_the_conversation(command: str) -> None:
    assert f"`{command}`" in README


def test_every_module_with_a_command_is_among_the_commands() -> None:
    modules = {
        f"bot.cli.{path.stem}"
        for path in (ROOT / "bot" / "cli").glob("*.py")
        if "\ndef register(" in path.read_text(encoding="utf-8")
    }

    assert modules == set(COMMANDS.values())


def test_readme_has_one_line_to_run_it_and_one_to_test_it() -> None:
    run, test = re.findall(r"^python3 -m venv .+$", README, re.MULTILINE)

    assert " ask " in run
    assert test.endswith("pytest")


def test_the_answer_in_the_readme_quotes_articles_that_are_there() -> None:
    block = README.split("```")[1]
    shown = " ".join(block.split())
    corpus = load_corpus(ROOT / "corpus")
    quoted = [part for part in corpus.articles if f" {part.citation.url} " in shown]

    assert len(re.findall(r"^\d\. ", block, re.MULTILINE)) == 3
    assert len(quoted) >= 3
    for article in quoted:
        assert article.citation.title in shown


def test_the_version_is_the_same_everywhere() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))

    assert project["project"]["version"] == __version__
    assert f"## [{__version__}]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
