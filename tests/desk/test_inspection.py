"""The problems that moderators see are those of `corpus check`, found once for each state."""

from pathlib import Path

from bot.answers import Answer
from bot.answers.live import LiveAnswerer
from bot.answers.self_check import check_questions
from bot.desk.inspection import Inspection
from tests.chat.corpora import make_article, serve

LOST = make_article("Panitia memakai mesin ketik biru.").replace(
    "Apakah Sirekap menyewa Alibaba Cloud?", "Zxcvb qwrtp?"
)


def open_corpus(folder: Path) -> LiveAnswerer:
    """Return a corpus with a broken file and a question that two articles list."""
    live = serve(folder, *(LOST.replace("/berita", f"/{number}") for number in range(6)))
    (folder / "corpus" / "articles" / "rusak.md").write_text("---\ntitle: x\n", encoding="utf-8")
    live.renew()
    return live


async def test_the_problems_are_those_of_the_command(tmp_path: Path) -> None:
    live = open_corpus(tmp_path)
    corpus = live.current.corpus
    found = await Inspection().find_all(live.current)

    missed = list(check_questions(corpus, lambda articles: articles))
    assert corpus.problems
    assert sorted(found) == sorted((*corpus.problems, *missed))


async def test_what_needs_no_asking_is_known_at_once_and_the_rest_afterwards(
    tmp_path: Path,
) -> None:
    live, inspection = open_corpus(tmp_path), Inspection()
    before = inspection.list_known(live.current)
    found = await inspection.find_all(live.current)

    assert before == live.current.corpus.problems
    assert inspection.list_known(live.current) == found


async def test_a_corpus_is_asked_again_only_after_a_change(tmp_path: Path) -> None:
    live, inspection = open_corpus(tmp_path), Inspection()
    first = await inspection.find_all(live.current)
    broken = tmp_path / "corpus" / "articles" / "rusak.md"
    broken.unlink()
    assert await inspection.find_all(live.current) is first
    await live.refresh()

    again = await inspection.find_all(live.current)
    assert not [problem for problem in again if "rusak" in problem.file]
    assert isinstance(live.current.answer("apa"), Answer)
