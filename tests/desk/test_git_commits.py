"""Each change is one commit of one file, where the setting says so; a failure changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.articles import article_key
from bot.desk.desk import Desk
from bot.desk.values import Intake
from tests.articles.samples import ARTICLE
from tests.desk.conftest import ANI, Room
from tests.desk.git_trees import run_git
from tests.desk.test_drafting import DRAFT

KEY = article_key("https://contoh.id/berita/satu")
LOG = ("log", "--format=%an <%ae> %s", "--name-status")


@pytest.fixture
def tree(room: Room) -> Path:
    corpus = room.home / "corpus"
    run_git(corpus, "init", "--quiet")
    run_git(corpus, "add", ".")
    run_git(corpus, "commit", "--quiet", "--message=Awal")
    return corpus


@pytest.fixture
def committing(room: Room) -> Desk:
    return room.open_again(corpus_git=True)


async def test_each_change_is_one_commit_of_its_file(committing: Desk, tree: Path) -> None:
    draft = await committing.tray.put(ANI, Intake(DRAFT))
    await committing.changes.publish(ANI, draft)
    await committing.changes.correct(ANI, KEY, "Satu.")
    await committing.changes.undo(ANI)
    undone = await committing.changes.undo(ANI)

    author = "Tanya Sirekap <tanya-sirekap@localhost>"
    new = "articles/2024-05-01-harian-contoh-kpu-memindahkan-server-ke-bandung.md"
    good = "articles/good.md"
    assert run_git(tree, *LOG, "HEAD~4..").splitlines() == [
        f"{author} Urungkan perubahan 1: {DRAFT.title}",
        "",
        f"D\t{new}",
        f"{author} Urungkan perubahan 2: KPU menjelaskan letak server",
        "",
        f"M\t{good}",
        f"{author} Koreksi: KPU menjelaskan letak server",
        "",
        f"M\t{good}",
        f"{author} Terbitkan: {DRAFT.title}",
        "",
        f"A\t{new}",
    ]
    assert undone.warnings == ()
    assert run_git(tree, "status", "--porcelain") == ""


async def test_what_an_editor_has_staged_or_changed_is_left_to_them(
    committing: Desk, tree: Path
) -> None:
    (tree / "topics.yaml").write_text((tree / "topics.yaml").read_text() + "# catatan\n")
    (tree / "glossary.yaml").write_text((tree / "glossary.yaml").read_text() + "# catatan\n")
    run_git(tree, "add", "topics.yaml")
    await committing.changes.correct(ANI, KEY, "Satu.")

    assert run_git(tree, "show", "--format=", "--name-only") == "articles/good.md"
    assert run_git(tree, "diff", "--cached", "--name-only") == "topics.yaml"
    assert run_git(tree, "diff", "--name-only") == "glossary.yaml"


async def test_nothing_of_the_repository_runs_and_its_settings_do_not_matter(
    committing: Desk, tree: Path
) -> None:
    hook = tree / ".git" / "hooks" / "pre-commit"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(f"#!/bin/sh\ntouch {tree / 'ran'}\nexit 1\n")
    hook.chmod(0o755)
    run_git(tree, "config", "commit.gpgSign", "true")
    run_git(tree, "config", "user.name", "Orang Lain")
    change = await committing.changes.correct(ANI, KEY, "Satu.")

    assert change.warnings == ()
    assert not (tree / "ran").exists()
    assert run_git(tree, "log", "-1", "--format=%an%cn") == "Tanya SirekapTanya Sirekap"


async def test_a_headline_is_a_message_and_no_option(committing: Desk, tree: Path) -> None:
    await committing.changes.edit(ANI, KEY, "judul", "--amend -m x; $(touch ran) `id`")
    assert run_git(tree, "log", "-1", "--format=%s") == "Ubah: --amend -m x; $(touch ran) `id`"
    assert run_git(tree, "rev-list", "--count", "HEAD") == "2"


@pytest.mark.parametrize("has_tree", [False, True])
async def test_when_git_fails_the_change_stands_and_that_is_told(
    room: Room, committing: Desk, request: pytest.FixtureRequest, has_tree: bool
) -> None:
    if has_tree:
        (request.getfixturevalue("tree") / ".git" / "index.lock").touch()
    change = await committing.changes.correct(ANI, KEY, "Satu.")

    (warning,) = change.warnings
    assert warning.startswith("Perubahan tersimpan, tetapi tidak dicatat di git: ")
    assert room.files["good.md"].decode() != ARTICLE
    assert len(await committing.changes.list_history()) == 1


async def test_without_the_setting_git_is_not_asked(desk: Desk, tree: Path) -> None:
    await desk.changes.correct(ANI, KEY, "Satu.")

    assert run_git(tree, "rev-list", "--count", "HEAD") == "1"
    assert run_git(tree, "status", "--porcelain") == "M articles/good.md"
