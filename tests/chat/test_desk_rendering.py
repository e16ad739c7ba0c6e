"""Whatever drafts and changes hold, each message about them fits into Telegram's limits."""

from datetime import UTC, date, datetime
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from bot.articles import Article, Citation, load_corpus
from bot.chat.desk.actions import LabelField
from bot.chat.markup import MAX_ENTITIES, MAX_UNITS
from bot.chat.reply import Reply
from bot.chat.views.desk_article import render_candidates, render_done, render_editing
from bot.chat.views.desk_draft import Preview, render_draft
from bot.chat.views.desk_draft_parts import (
    ask_discard,
    render_body,
    render_drafts,
    render_dropped,
    render_ending,
    render_kept,
)
from bot.chat.views.desk_fields import render_choice, render_questions
from bot.chat.views.desk_history import render_history, render_undoing, render_undone
from bot.desk import Change, Draft, Intake, OpenArticle, Review, TrayDraft
from bot.desk.changes.change_values import DiffLine
from bot.desk.values import Asked, Clutter, Doubt, Dropped, Neighbours
from bot.search import Passage
from bot.store import Action, DraftState
from bot.texts import moderation_changes as texts

TAXONOMY = load_corpus(Path(__file__).resolve().parents[2] / "corpus").taxonomy
NOW = datetime(2026, 11, 26, 5, 0, tzinfo=UTC)

LONG = st.builds(lambda text, times: text * times, st.text(max_size=6), st.integers(1, 400))
TEXTS = st.text(max_size=20) | LONG | st.just("Judul <b> & 😀 yang panjang. " * 80)
LINES = st.lists(TEXTS, max_size=4) | st.builds(lambda text: [text] * 12, TEXTS)
DRAFTS = st.builds(
    Draft,
    title=TEXTS,
    outlet=TEXTS,
    url=TEXTS | st.just("https://www.kompas.com/" + "a" * 1_900),
    published=st.none() | st.dates(date(2000, 1, 1)),
    kind=TEXTS | st.sampled_from(sorted(TAXONOMY.kinds)),
    perspectives=LINES.map(tuple),
    topics=st.just(tuple(topic.id for topic in TAXONOMY.topics)) | LINES.map(tuple),
    questions=LINES.map(tuple),
    body=LINES.map("\n\n".join),
)
INTAKES = st.builds(
    Intake,
    draft=DRAFTS,
    verbatim=st.booleans(),
    dropped=st.builds(
        lambda dropped, times: (dropped,) * times,
        st.builds(Dropped, TEXTS, st.sampled_from(Clutter)),
        st.integers(0, 300),
    ),
    asked=st.lists(st.builds(Asked, st.sampled_from(Doubt), TEXTS), max_size=5).map(tuple),
)
ARTICLES = st.builds(
    Article,
    key=st.just("abcdefghij"),
    file=st.just("berkas.md"),
    citation=st.builds(
        Citation, TEXTS, TEXTS, st.just("https://www.kompas.com/satu"), st.dates(date(2000, 1, 1))
    ),
    kind=TEXTS,
    perspectives=LINES.map(tuple),
    topics=LINES.map(tuple),
    body=TEXTS,
    questions=LINES.map(tuple),
)
REVIEWS = st.builds(
    Review,
    passages=LINES.map(lambda lines: tuple(Passage("k.1", "k", 0, line) for line in lines)),
    answers=LINES.map(tuple),
    misses=LINES.map(tuple),
    neighbours=st.builds(
        Neighbours,
        same_address=st.none() | ARTICLES,
        same_event=st.lists(ARTICLES, max_size=3).map(tuple),
    ),
    obstacles=LINES.map(tuple),
)
CHANGES = st.builds(
    Change,
    number=st.integers(1, 9999),
    at=st.just(NOW),
    action=st.sampled_from(Action),
    key=st.just("abcdefghij"),
    file=st.just("berkas.md"),
    title=TEXTS,
    who=st.text(max_size=40),
    difference=st.lists(st.builds(DiffLine, TEXTS, TEXTS, TEXTS), max_size=3).map(
        lambda lines: tuple(lines * 7)
    ),
    undone_by=st.none() | st.integers(1, 9),
    warnings=st.lists(st.text(max_size=200), max_size=1).map(tuple),
)


def make_draft(intake: Intake, state: DraftState = DraftState.OPEN) -> TrayDraft:
    return TrayDraft(
        "0123456789abcdef", 1, "abcde", state, intake, frozenset({"kind"}), "", NOW, NOW
    )


def check(*replies: Reply) -> None:
    """Hold each reply against what Telegram takes."""
    for reply in replies:
        assert 0 < reply.content.units <= MAX_UNITS
        assert reply.content.entities <= MAX_ENTITIES
        assert sum(map(len, reply.rows)) <= 100
        assert all(len(row) <= 8 for row in reply.rows)
        assert len(reply.awaits) <= 64
        for button in (button for row in reply.rows for button in row):
            assert button.label.strip()
            assert button.data is None or len(button.data.encode()) <= 64


@settings(max_examples=60, deadline=None)
@given(INTAKES, REVIEWS, st.none() | ARTICLES, st.sampled_from(DraftState), st.text(max_size=500))
def test_every_preview_fits(
    intake: Intake, review: Review, article: Article | None, state: DraftState, notice: str
) -> None:
    draft = make_draft(intake, state)
    check(render_draft(Preview(draft, review, TAXONOMY, article, "Rina", True, notice)))


@settings(max_examples=60, deadline=None)
@given(INTAKES)
def test_everything_else_about_a_draft_fits(intake: Intake) -> None:
    draft = make_draft(intake)
    check(
        *(render_choice(draft, field, TAXONOMY) for field in LabelField),
        *render_body(draft),
        render_questions(draft),
        render_dropped(draft),
        render_kept(draft),
        render_ending(draft),
        ask_discard(draft),
        render_drafts([draft] * 20, 6, {}),
    )


@settings(max_examples=60, deadline=None)
@given(st.lists(CHANGES, min_size=1, max_size=5), ARTICLES)
def test_everything_about_changes_fits(changes: list[Change], article: Article) -> None:
    check(
        render_history(changes, 5, "", more=True),
        render_undoing(changes[0]),
        render_undone(changes[0], changes[-1]),
        render_done(texts.EDITED, changes[0]),
        render_editing(OpenArticle(article, "0" * 8), TAXONOMY),
        render_candidates([article] * 3, retracts=True),
    )
