"""What moderators are told of broken files fits into a message, whatever the files hold."""

from hypothesis import given
from hypothesis import strategies as st

from bot.articles import Problem
from bot.chat.markup import MAX_ENTITIES, MAX_UNITS
from bot.chat.views.corpus_problems import render_mended, render_problems
from bot.texts import watching as texts

ANY_TEXT = st.text(st.characters(exclude_categories=()), max_size=2_000)
PROBLEMS = st.builds(Problem, ANY_TEXT, st.integers(1, 10**6), ANY_TEXT, ANY_TEXT)


@given(st.lists(PROBLEMS, min_size=1, max_size=8))
def test_any_problems_fit(problems: list[Problem]) -> None:
    content = render_problems(problems).content

    assert 0 < content.units <= MAX_UNITS
    assert content.entities <= MAX_ENTITIES


@given(st.lists(ANY_TEXT, min_size=1, max_size=20))
def test_any_mended_files_fit(files: list[str]) -> None:
    assert 0 < render_mended(files).content.units <= MAX_UNITS


def test_html_in_a_file_name_is_only_text() -> None:
    content = render_problems([Problem("articles/<b>.md", 3, "salah", "hapus <i>")]).content

    assert "&lt;b&gt;.md, baris 3" in content.html
    assert "hapus &lt;i&gt;" in content.html


def test_the_name_of_a_file_keeps_its_small_letter() -> None:
    assert texts.describe_fault(Problem("topics.yaml", 1, "topics.yaml tidak ada", "")) == (
        "topics.yaml tidak ada."
    )
    assert texts.describe_fault(Problem("a.md", 1, "judul kosong", "")) == "Judul kosong."
