"""`corpus add` refuses what it can't take, in words that help."""

from __future__ import annotations

import pytest

from tests.cli.added_article import HTML, PASTED, URL, desk
from tests.cli.desk_commands import Desk
from tests.desk.news_site import open_site

__all__ = ["desk"]


def test_a_long_text_of_the_outlet_needs_a_summary(desk: Desk) -> None:
    text = PASTED.replace("Baca juga", " ".join(["Kata Wiranto."] * 250) + "\nBaca juga")
    source = desk.write("a.txt", text)
    done = desk.run("corpus", "add", source, "--url", URL, "--publish")

    assert done.returncode == 1
    assert "tulis ulang dengan kata sendiri" in " ".join(done.stdout.split())
    assert "Belum diterbitkan." in done.stderr
    assert len(desk.articles) == 1
    assert len(desk.drafts) == 1


@pytest.mark.parametrize(
    "source",
    [
        "file:///etc/passwd",
        "ftp://contoh.id/a",
        "http://127.0.0.1/",
        "http://[::1]/",
        "http://169.254.169.254/latest/meta-data/",
        "https://user:pass@contoh.id/",
        "http://contoh.id:22/",
        "http://2130706433/",
        "javascript:alert(1)",
    ],
)
def test_a_hostile_address_ends_with_one_sentence(desk: Desk, source: str) -> None:
    done = desk.run("corpus", "add", source, "--publish")

    assert done.returncode == 1
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1
    assert desk.drafts == []


def test_a_site_that_is_not_listed_is_not_reached(desk: Desk) -> None:
    with open_site({"/a": HTML}) as site:
        done = desk.run("corpus", "add", site.url("/a"))

        assert site.requests == []
    assert done.returncode == 1
    assert "INTAKE_ALLOW_HOSTS" in done.stderr


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["tiada.txt"], 2),
        (["kosong.txt"], 1),
        (["rusak.md"], 1),
        (["a.txt", "--published", "kemarin"], 2),
        (["a.txt", "--ringkasan", "tiada.txt"], 2),
        (["a.txt", "--ringkasan", "kosong.txt"], 1),
        (["corpus"], 2),
    ],
)
def test_what_cannot_be_read_is_a_clear_error(desk: Desk, words: list[str], code: int) -> None:
    desk.write("kosong.txt", "\n")
    desk.write("rusak.md", "tanpa kepala")
    desk.write("a.txt", PASTED)
    done = desk.run("corpus", "add", *words)

    assert done.returncode == code
    assert done.stderr
    assert "Traceback" not in done.stderr
    assert desk.drafts == []


def test_problems_are_listed_with_line_and_mend(desk: Desk) -> None:
    source = desk.write("a.txt", PASTED)
    done = desk.run("corpus", "add", source, "--url", URL, "--topics", "sever", "--publish")

    assert done.returncode == 1
    shown = " ".join(done.stdout.split())
    assert (
        "“sever” tidak ada di daftar topics pada topics.yaml; mungkin maksudnya “server”?" in shown
    )


def test_control_characters_do_not_reach_the_terminal(desk: Desk) -> None:
    done = desk.run("corpus", "add", desk.write("a.txt", PASTED), "--title", "\x1b[31mmerah")

    assert "\x1b" not in done.stdout
