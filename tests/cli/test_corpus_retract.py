"""`corpus retract` and `corpus correct`, run as moderators run them."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from bot.articles import article_key
from tests.articles.samples import ARTICLE, write_corpus
from tests.cli.desk_commands import Desk

KEY = article_key("https://contoh.id/berita/satu")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    write_corpus(tmp_path / "corpus")
    return Desk(tmp_path)


def read(desk: Desk) -> str:
    return desk.articles[0].read_text(encoding="utf-8")


def test_a_retracted_article_is_no_longer_quoted(desk: Desk) -> None:
    question = "Di mana letak server?"
    before = json.loads(desk.run("ask", "--json", question).stdout)
    done = desk.run("corpus", "retract", KEY, "--reason", "Dicabut oleh medianya.")
    after = json.loads(desk.run("ask", "--json", question).stdout)

    assert (done.returncode, done.stderr) == (0, "")
    assert "Ditarik: good.md." in done.stdout
    assert "Kartu klaim ini masih merujuknya dan perlu diperbaiki: good-claim.md" in done.stdout
    assert (before["found"], after["found"]) == (True, False)
    assert re.sub(r"retracted: .*\n", "", read(desk)) == ARTICLE
    assert re.search(
        r'^retracted: \{date: \d{4}-\d\d-\d\d, reason: "Dicabut oleh medianya\."\}$',
        read(desk),
        re.MULTILINE,
    )


def test_a_second_retraction_changes_nothing(desk: Desk) -> None:
    desk.run("corpus", "retract", KEY, "--reason", "Satu.")
    before = read(desk)
    done = desk.run("corpus", "retract", KEY, "--reason", "Dua.")

    assert done.returncode == 1
    assert "sudah ditarik" in done.stderr
    assert read(desk) == before


@pytest.mark.parametrize("command", [("retract", "--reason"), ("correct", "--text")])
def test_an_unknown_key_is_answered_with_the_nearest(desk: Desk, command: tuple[str, str]) -> None:
    done = desk.run("corpus", command[0], f"{KEY[:-1]}z", command[1], "Salah.")

    assert done.returncode == 1
    assert KEY in done.stderr
    assert read(desk) == ARTICLE


def test_a_reason_is_required(desk: Desk) -> None:
    assert desk.run("corpus", "retract", KEY).returncode == 2
    assert desk.run("corpus", "retract", KEY, "--reason", " ").returncode == 1
    assert read(desk) == ARTICLE


def test_a_correction_is_shown_with_the_article(desk: Desk) -> None:
    done = desk.run("corpus", "correct", KEY, "--text", "Sebelumnya tertulis Bandung.")
    answer = json.loads(desk.run("ask", "--json", "Di mana letak server?").stdout)

    assert (done.returncode, done.stderr) == (0, "")
    assert "Koreksi dicatat di good.md: Sebelumnya tertulis Bandung." in done.stdout
    assert answer["passages"][0]["corrections"][0]["text"] == "Sebelumnya tertulis Bandung."
    assert desk.run("corpus", "check", "corpus/articles").returncode == 0
