"""`backup` and `restore`: all that a server holds in one archive, put back whole or not at all."""

import io
import shutil
import stat
import tarfile
from pathlib import Path

import pytest

from bot.articles import load_corpus
from bot.store import Asked, open_memory
from bot.texts import backups as texts
from tests.articles.samples import SHIPPED
from tests.cli.desk_commands import Desk
from tests.store.postgresql import make_database

KEY = bytes.fromhex("5a" * 32)
QUESTION = Asked("Apakah server Sirekap di luar negeri?")


@pytest.fixture
async def desk(tmp_path: Path) -> Desk:
    """A server with a corpus, a key, and a question in its memory."""
    home = tmp_path / "server"
    shutil.copytree(SHIPPED, home / "corpus")
    (home / "data").mkdir()
    (home / "data" / "privacy.key").write_text(KEY.hex(), encoding="ascii")
    await remember(home)
    return Desk(home)


def locate(home: Path) -> str:
    return f"sqlite:///{home / 'data' / 'tanya-sirekap.db'}"


async def remember(home: Path) -> str:
    async with open_memory(locate(home), KEY) as memory:
        return await memory.questions.remember(QUESTION)


async def recall(home: Path, token: str) -> Asked | None:
    async with open_memory(locate(home), KEY) as memory:
        return await memory.questions.recall(token)


def list_files(folder: Path) -> dict[str, bytes]:
    """Return every file of a folder that is not hidden."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and ".sebelum" not in path.as_posix()
    }


def pack(*entries: tuple[str, bytes], kind: bytes = tarfile.REGTYPE) -> bytes:
    """Return an archive as somebody else might make it."""
    target = io.BytesIO()
    with tarfile.open(fileobj=target, mode="w:gz") as archive:
        for name, data in entries:
            entry = tarfile.TarInfo(name)
            entry.size, entry.type, entry.linkname = len(data), kind, "/etc/passwd"
            archive.addfile(entry, io.BytesIO(data))
    return target.getvalue()


async def test_an_empty_server_gets_everything_back(desk: Desk, tmp_path: Path) -> None:
    token = await remember(desk.home)
    archive = tmp_path / "cadangan.tar.gz"
    done = desk.run("backup", archive)
    other = Desk(tmp_path / "other")
    other.home.mkdir()
    restored = other.run("restore", archive)

    assert (done.returncode, restored.returncode, restored.stderr) == (0, 0, "")
    assert list_files(other.home / "corpus") == list_files(desk.home / "corpus")
    assert (other.home / "data" / "privacy.key").read_text(encoding="ascii").strip() == KEY.hex()
    assert await recall(other.home, token) == QUESTION


async def test_the_archive_is_consistent_while_somebody_writes(desk: Desk, tmp_path: Path) -> None:
    async with open_memory(locate(desk.home), KEY) as memory:
        tokens = [await memory.questions.remember(Asked(f"pertanyaan {n}")) for n in range(20)]
        archive = tmp_path / "cadangan.tar.gz"
        assert desk.run("backup", archive).returncode == 0
    other = Desk(tmp_path / "other")
    other.home.mkdir()
    assert other.run("restore", archive).returncode == 0

    assert await recall(other.home, tokens[-1]) == Asked("pertanyaan 19")


def test_the_archive_is_for_its_owner_only_and_overwrites_none(desk: Desk, tmp_path: Path) -> None:
    archive = tmp_path / "cadangan.tar.gz"
    assert desk.run("backup", archive).returncode == 0
    written = archive.read_bytes()
    again = desk.run("backup", archive)

    assert stat.S_IMODE(archive.stat().st_mode) == 0o600
    assert (again.returncode, again.stderr) == (1, texts.describe_existing(archive) + "\n")
    assert archive.read_bytes() == written
    assert sorted(path.name for path in tmp_path.iterdir()) == ["cadangan.tar.gz", "server"]


def test_what_is_there_is_not_replaced_unless_told_and_then_put_aside(
    desk: Desk, tmp_path: Path
) -> None:
    archive = tmp_path / "cadangan.tar.gz"
    desk.run("backup", archive)
    article = desk.articles[0]
    saved = article.read_bytes()
    article.write_bytes(saved + b"\nSesudah cadangan.\n")
    refused = desk.run("restore", archive)
    changed = article.read_bytes()
    restored = desk.run("restore", "--replace", archive)
    (aside,) = (desk.home / "corpus").glob(".sebelum-*/articles")

    assert refused.returncode == 1
    assert "--replace" in refused.stderr
    assert changed != saved
    assert restored.returncode == 0
    assert article.read_bytes() == saved
    assert (aside / article.name).read_bytes() == changed
    assert load_corpus(desk.home / "corpus").revision == load_corpus(SHIPPED).revision


WHOLE = ("privacy.key", KEY.hex().encode())


@pytest.mark.parametrize(
    "archive",
    [
        b"",
        b"no archive at all",
        pack(WHOLE)[:40],
        pack(WHOLE),
        pack(("corpus/articles/x.md", b"x")),
        pack(WHOLE, ("../escaped", b"x")),
        pack(WHOLE, ("corpus/../../escaped", b"x")),
        pack(WHOLE, ("/escaped", b"x")),
        pack(WHOLE, ("corpus", b"x")),
        pack(WHOLE, ("database.db/inside", b"x")),
        pack(("privacy.key", b""), kind=tarfile.SYMTYPE),
        pack(("corpus/articles/x.md", b""), kind=tarfile.LNKTYPE),
        pack(("corpus/pipe", b""), kind=tarfile.FIFOTYPE),
    ],
)
def test_a_strange_archive_changes_nothing(desk: Desk, tmp_path: Path, archive: bytes) -> None:
    before = list_files(desk.home)
    strange = tmp_path / "strange.tar.gz"
    strange.write_bytes(archive)
    done = desk.run("restore", "--replace", strange)

    assert done.returncode == 1
    assert done.stderr.strip()
    assert "Traceback" not in done.stderr
    assert list_files(desk.home) == before
    assert not (tmp_path / "escaped").exists()


def test_a_damaged_database_is_refused(desk: Desk, tmp_path: Path) -> None:
    article = desk.articles[0]
    strange = tmp_path / "strange.tar.gz"
    strange.write_bytes(
        pack(
            WHOLE,
            (f"corpus/articles/{article.name}", article.read_bytes()),
            ("corpus/topics.yaml", (desk.home / "corpus" / "topics.yaml").read_bytes()),
            ("database.db", b"SQLite format 3\0" + b"?" * 4096),
        )
    )
    done = desk.run("restore", "--replace", strange)

    assert (done.returncode, done.stderr) == (1, texts.DATABASE_DAMAGED + "\n")


async def test_what_postgresql_holds_is_restored_to_a_file_and_to_postgresql(
    desk: Desk, tmp_path: Path
) -> None:
    archive, setting = tmp_path / "cadangan.tar.gz", "DATABASE_URL"
    async with make_database() as url, make_database() as other_url:
        async with open_memory(url, KEY) as memory:
            token = await memory.questions.remember(QUESTION)
        done = desk.run("backup", archive, **{setting: url})
        small, large = Desk(tmp_path / "small"), Desk(tmp_path / "large")
        for each in (small, large):
            each.home.mkdir()
        restored = [
            small.run("restore", archive),
            large.run("restore", archive, **{setting: other_url}),
        ]
        refused = large.run("restore", archive, **{setting: other_url})

        assert [done.returncode, *(each.returncode for each in restored)] == [0, 0, 0]
        assert "basis data" in done.stderr
        assert refused.returncode == 1
        assert await recall(small.home, token) == QUESTION
        async with open_memory(other_url, KEY) as memory:
            assert await memory.questions.recall(token) == QUESTION


def test_a_database_that_cannot_be_read_is_one_clear_line_and_no_archive(
    desk: Desk, tmp_path: Path
) -> None:
    archive = tmp_path / "cadangan.tar.gz"
    done = desk.run("backup", archive, DATABASE_URL="postgresql://nobody@127.0.0.1:1/none")

    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert not archive.exists()


@pytest.mark.parametrize("how", ["--replace", "--at-restart"])
def test_an_archive_of_another_key_is_refused_before_anything_changes(
    desk: Desk, tmp_path: Path, how: str
) -> None:
    archive = tmp_path / "cadangan.tar.gz"
    desk.run("backup", archive)
    before = read_files(tmp_path)
    other = desk.run("restore", how, archive, PRIVACY_KEY="ab" * 32)

    assert (other.returncode, other.stderr) == (1, texts.OTHER_KEY + "\n")
    assert read_files(tmp_path) == before
    same = desk.run("restore", how, archive, PRIVACY_KEY=KEY.hex())
    assert (same.returncode, same.stderr) == (0, "")


def test_an_archive_of_another_key_is_restored_if_told_and_then_needs_a_new_key(
    desk: Desk, tmp_path: Path
) -> None:
    archive, key = tmp_path / "cadangan.tar.gz", "ab" * 32
    desk.run("backup", archive)
    restored = desk.run("restore", "--replace", "--other-key", archive, PRIVACY_KEY=key)
    history = desk.run("corpus", "history", PRIVACY_KEY=key)

    assert (restored.returncode, restored.stderr) == (0, texts.OTHER_KEY_KEPT + "\n")
    assert history.returncode == 2
    assert "new-key" in history.stderr
    assert desk.run("new-key", PRIVACY_KEY=key).returncode == 0
    assert desk.run("corpus", "history", PRIVACY_KEY=key).returncode == 0


def read_files(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
