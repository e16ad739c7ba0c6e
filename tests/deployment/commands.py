"""The commands of the README's operator part, as they stand there."""

from __future__ import annotations

import re

from tests.deployment.engine import ROOT

_README = (ROOT / "README.md").read_text(encoding="utf-8")


def read_block(section: str, number: int = 0) -> str:
    """Return a block of shell below the heading `section`, by default the first."""
    blocks = re.findall(r"^```sh\n(.+?)^```$", _read(section), re.MULTILINE | re.DOTALL)
    return str(blocks[number])


def read_commands(section: str, purpose: str) -> list[str]:
    """Return the commands that the table below `section` gives for `purpose`."""
    (line,) = re.findall(rf"^\| {purpose} \| (.+) \|$", _read(section), re.MULTILINE)
    commands = re.findall(r"`([^`]+)`", str(line))
    return [command for command in commands if " " in command]


def _read(section: str) -> str:
    return _README.partition(f"\n### {section}\n")[2].partition("\n### ")[0]
