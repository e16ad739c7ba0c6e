"""`corpus retract | correct | undo | history`, run as moderators run them."""

from __future__ import annotations

import json
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from bot.articles import article_key
from tests.articles.samples import ARTICLE, write_corpus
from tests.cli.desk_commands import Desk
from tests.desk.git_trees import run_git

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


def test_undo_goes_back_step_by_step(desk: Desk) -> None:
    desk.run("corpus", "correct", KEY, "--text", "Satu.")
    corrected = read(desk)
    desk.run("corpus", "retract", KEY, "--reason", "Dua.")

    undone = desk.run("corpus", "undo")
    assert (undone.returncode, undone.stderr) == (0, "")
    assert "3. Pengurungan oleh baris perintah" in undone.stdout
    assert "mengurungkan perubahan 2" in undone.stdout
    assert read(desk) == corrected
    assert desk.run("corpus", "undo").returncode == 0
    assert read(desk) == ARTICLE

    nothing = desk.run("corpus", "undo")
    assert nothing.returncode == 1
    assert "Tidak ada perubahan Anda" in nothing.stderr
    assert desk.run("corpus", "undo", "4").returncode == 0
    assert read(desk) == corrected


def test_undo_shows_what_an_editor_changed_since(desk: Desk) -> None:
    desk.run("corpus", "correct", KEY, "--text", "Satu.")
    desk.articles[0].write_text(read(desk).replace("Jakarta", "Bandung"), encoding="utf-8")
    refused = desk.run("corpus", "undo")

    assert refused.returncode == 1
    assert "paragraf 1: … server berada di Jakarta. → … server berada di Bandung." in refused.stderr


def test_history_shows_who_changed_what_the_newest_first(desk: Desk) -> None:
    assert "Belum ada perubahan" in desk.run("corpus", "history").stdout
    desk.run("corpus", "correct", KEY, "--text", "Satu.")
    desk.run("corpus", "retract", KEY, "--reason", "Dua.")
    shown = desk.run("corpus", "history", KEY).stdout

    assert re.search(r"^2\. Penarikan oleh baris perintah, .* WIB$", shown, re.MULTILINE)
    assert re.search(r"^ - penarikan ditambah: \d{1,2} \w+ \d{4}: Dua\.$", shown, re.MULTILINE)
    assert shown.index("2. Penarikan") < shown.index("1. Koreksi")
    assert f"KPU menjelaskan letak server ({KEY}, good.md)" in shown
    assert "1. Koreksi" not in desk.run("corpus", "history", "good", "--limit", "1").stdout
    assert desk.run("corpus", "history", "tiada").returncode == 1


def test_several_processes_at_once_lose_nothing(desk: Desk) -> None:
    desk.run("corpus", "history")
    texts = [f"Koreksi {number}." for number in range(4)]
    with ThreadPoolExecutor() as pool:
        done = list(
            pool.map(lambda text: desk.run_beside("corpus", "correct", KEY, "--text", text), texts)
        )

    assert [(each.returncode, each.stderr) for each in done] == [(0, "")] * len(texts)
    assert all(text in read(desk) for text in texts)
    for _ in texts:
        assert desk.run("corpus", "undo").returncode == 0
    assert read(desk) == ARTICLE


def test_a_published_article_is_in_the_history_and_can_be_undone(desk: Desk) -> None:
    text = ARTICLE.replace("/satu", "/dua").replace("letak server", "nama server")
    added = desk.run("corpus", "add", desk.write("dua.md", text), "--publish")
    assert (added.returncode, added.stderr) == (0, "")
    assert "artikel baru: KPU menjelaskan nama server" in desk.run("corpus", "history").stdout

    assert desk.run("corpus", "undo").returncode == 0
    assert [path.name for path in desk.articles] == ["good.md"]


def test_a_change_is_a_commit_where_the_setting_says_so(desk: Desk) -> None:
    told = desk.run("corpus", "correct", KEY, "--text", "Satu.", CORPUS_GIT="on")
    assert told.returncode == 0
    assert "tidak dicatat di git" in told.stderr
    run_git(desk.home, "init", "--quiet")
    desk.run("corpus", "correct", KEY, "--text", "Dua.", CORPUS_GIT="on")

    assert run_git(desk.home, "log", "--format=%s", "--name-only").splitlines() == [
        "Koreksi: KPU menjelaskan letak server",
        "",
        "corpus/articles/good.md",
    ]


def test_a_database_that_cannot_be_used_is_named_before_anything_changes(desk: Desk) -> None:
    refused = desk.run(
        *("corpus", "correct", KEY, "--text", "Satu."), DATABASE_URL="sqlite:////dev/null/x.db"
    )

    assert refused.returncode == 2
    assert "/dev/null" in refused.stderr
    assert read(desk) == ARTICLE
