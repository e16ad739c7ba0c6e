"""A conversation in the terminal goes on with the files as they are at each question."""

from __future__ import annotations

import io
from pathlib import Path

from rich.console import Console

from bot.answers.live import LiveAnswerer
from bot.console.conversation import Conversation
from bot.texts import answers as texts
from tests.articles.samples import ARTICLE, TODAY, write_corpus

QUESTION = "Panitia Zubair membeli kapal selam?"
ADDED = ARTICLE.replace("/satu", "/kapal").replace(
    "Anggota KPU", "Panitia Zubair membeli kapal selam kuning. Anggota KPU"
)


def test_a_file_that_changes_during_a_conversation_is_read_before_the_next_question(
    tmp_path: Path,
) -> None:
    folder = write_corpus(tmp_path / "corpus")
    live = LiveAnswerer.open(folder, tmp_path / "cache", today=lambda: TODAY)
    said = io.StringIO()
    conversation = Conversation(live, Console(file=said, width=100))
    (path := folder / "articles/kapal.md").write_text(ADDED)
    conversation.take(QUESTION)
    added = said.getvalue()
    path.write_text("Tanpa kepala.")
    conversation.take("/sumber")
    sources = said.getvalue().removeprefix(added)
    path.unlink()
    conversation.take(QUESTION)
    deleted = said.getvalue().removeprefix(added + sources)

    assert "kapal selam kuning" in added
    assert "2 artikel" in sources
    assert texts.NOT_FOUND in " ".join(deleted.split())
