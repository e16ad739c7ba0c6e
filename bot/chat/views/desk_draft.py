"""A draft as its moderator sees it: what was understood, how citizens will see it, what is open."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.chat.desk.actions import AskField, Decide, DraftStep, ListLabels, StepDraft
from bot.chat.layout import Block, assemble, fit
from bot.chat.markup import Markup, bold, count_units, italic, lines, link, quote, shorten, text
from bot.chat.reply import Button, Reply, Row, arrange, make_button
from bot.chat.views.desk_fields import LABEL_FIELDS, MARK, describe_field, digest_field
from bot.chat.views.quotation import render_headline, render_source
from bot.desk import MOST_VERBATIM_WORDS
from bot.desk.values import Doubt
from bot.store import DraftState
from bot.texts import moderation as texts
from bot.texts import moderation_drafts as wording
from bot.texts.answers import format_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from bot.articles.values import Article, Taxonomy
    from bot.desk import Review, TrayDraft

_LINE_UNITS = 200
_MOST_LISTED = 5
_PASSAGES = 2
_PASSAGE_UNITS = 1_000
_ASKED_RANK, _PROBLEM_RANK, _NEIGHBOUR_RANK = 1, 2, 3
_PASSAGE_RANK, _ANSWERED_RANK, _HINT_RANK = 4, 5, 6
_CHOSEN = {name: field for field, name in LABEL_FIELDS.items()}


@dataclass(frozen=True, slots=True)
class Preview:
    """A draft with what can be said of it.

    `article` is what it would be in the corpus, None while fields are missing. `owner` is the name
    of whose draft it is. `four_eyes` tells that somebody else has to confirm it. `notice` is said
    before everything else.
    """

    draft: TrayDraft
    review: Review
    taxonomy: Taxonomy
    article: Article | None
    owner: str
    four_eyes: bool
    notice: str = ""


def render_draft(preview: Preview) -> Reply:
    """Return the preview with all that can be done with the draft."""
    blocks = [
        Block(lines(*_render_head(preview))),
        Block(lines(*_render_fields(preview))),
        Block(_render_doubt(preview.draft), _ASKED_RANK),
        Block(_list(wording.PROBLEMS, _list_problems(preview)), _PROBLEM_RANK),
        Block(_render_neighbours(preview.review), _NEIGHBOUR_RANK),
        *_lay_out_passages(preview),
        Block(_list(wording.ANSWERED, map(text, preview.review.answers)), _ANSWERED_RANK),
        Block(_list(wording.MISSES, map(text, preview.review.misses)), _ANSWERED_RANK),
        Block(text(wording.VERBATIM if preview.draft.intake.verbatim else ""), _PROBLEM_RANK),
        Block(italic(_hint(preview.draft)), _HINT_RANK),
    ]
    return Reply(assemble(fit(blocks)), _make_rows(preview))


def name_draft(draft: TrayDraft) -> str:
    """Return what a draft is called."""
    return wording.name_draft(draft.id[:MARK])


def _render_head(preview: Preview) -> Iterator[Markup]:
    draft = preview.draft
    yield text(preview.notice)
    yield bold(name_draft(draft)) + text(f" · {preview.owner}" if preview.owner else "")
    if draft.state is DraftState.WAITING:
        yield italic(wording.WAITS)


def _render_fields(preview: Preview) -> Iterator[Markup]:
    draft, taxonomy = preview.draft.intake.draft, preview.taxonomy
    for field, label in texts.FIELDS.items():
        value = describe_field(draft, field, taxonomy)
        shown = text(shorten(value, _LINE_UNITS) or wording.UNKNOWN)
        if field == "url" and value:
            shown = link(shorten(value, _LINE_UNITS), value)
        mark = f" {wording.SUGGESTED}" if field in preview.draft.suggested else ""
        yield text(f"{label}: ") + shown + italic(mark)


def _render_doubt(draft: TrayDraft) -> Markup:
    """Return the first open doubt; the next one follows once it is decided."""
    asked = draft.intake.asked
    if not asked:
        return Markup()
    first = asked[0]
    about = quote(text(shorten(first.about, _LINE_UNITS)))
    head = bold(wording.count_doubts(len(asked)))
    return lines(head, about, text(wording.describe_doubt(first.doubt.value)))


def _list_problems(preview: Preview) -> Iterator[Markup]:
    intake, review = preview.draft.intake, preview.review
    yield from (text(wording.describe_missing(name)) for name in intake.draft.missing)
    same = review.neighbours.same_address
    if same:
        yield text(wording.describe_same_address(same.file))
    words = len(intake.draft.body.split())
    if intake.verbatim and words > MOST_VERBATIM_WORDS:
        yield text(wording.describe_long_verbatim(words, MOST_VERBATIM_WORDS))
    for problem in review.problems:
        yield text(shorten(f"{problem.text}; {problem.mend}", _LINE_UNITS))


def _render_neighbours(review: Review) -> Markup:
    near = dict.fromkeys(
        filter(None, (review.neighbours.same_address, *review.neighbours.same_event))
    )
    return _list(wording.NEIGHBOURS, map(_describe_neighbour, near))


def _describe_neighbour(article: Article) -> Markup:
    citation = article.citation
    told = f" · {shorten(citation.outlet, 60)}, {format_date(citation.published)} · {article.key}"
    return render_headline(article.citation) + text(told)


def _lay_out_passages(preview: Preview) -> list[Block]:
    """Return the first passages as citizens will see them, with the source that they will see."""
    passages = preview.review.passages
    if not passages:
        return []
    head = Block(bold(wording.PREVIEW), _PASSAGE_RANK)
    source = Markup()
    if preview.article:
        labels = preview.taxonomy.perspectives
        speakers = tuple(labels.get(each, each) for each in preview.article.perspectives)
        source = render_source(preview.article, preview.taxonomy.kinds, speakers)
    shown = [
        Block(
            quote(text(_bound(each.text)), expandable=True),
            _PASSAGE_RANK,
            head,
            "\n",
        )
        for each in passages[:_PASSAGES]
    ]
    rest = len(passages) - len(shown)
    below = lines(source, text(wording.describe_rest(rest) if rest else ""))
    return [head, *shown, Block(below, _PASSAGE_RANK, head, "\n")]


def _bound(passage: str) -> str:
    return passage if count_units(passage) <= _PASSAGE_UNITS else shorten(passage, _PASSAGE_UNITS)


def _hint(draft: TrayDraft) -> str:
    return f"{wording.REPLY_ADDS} {wording.describe_typing(draft.id[:MARK])}"


def _list(heading: str, items: Iterable[Markup]) -> Markup:
    listed = list(items)
    if not listed:
        return Markup()
    rest = len(listed) - _MOST_LISTED
    shown = [text("• ") + item for item in listed[:_MOST_LISTED]]
    more = text(wording.describe_rest(rest) if rest > 0 else "")
    return lines(bold(heading), *shown, more)


def _make_rows(preview: Preview) -> tuple[Row, ...]:
    draft = preview.draft
    return (
        *arrange(_make_doubt_buttons(draft)),
        *arrange(_make_field_buttons(draft), 3),
        *arrange(_make_reading_buttons(draft)),
        *arrange(_make_end_buttons(preview), 3),
    )


def _make_doubt_buttons(draft: TrayDraft) -> Iterator[Button | None]:
    if not draft.intake.asked:
        return
    first = draft.intake.asked[0]
    doubt = first.doubt.value
    if first.doubt is Doubt.NO_HEADLINE and not draft.intake.draft.title:
        return
    accepting = wording.accept_doubt(doubt)
    if accepting:
        yield make_button(accepting, Decide(draft.id, draft.version, accept=True))
    yield make_button(wording.leave_doubt(doubt), Decide(draft.id, draft.version, accept=False))


def _make_field_buttons(draft: TrayDraft) -> Iterator[Button | None]:
    for field, label in texts.FIELDS.items():
        if field in _CHOSEN:
            yield make_button(label, ListLabels(draft.id, draft.version, _CHOSEN[field]))
        elif field == "questions" and draft.intake.draft.questions:
            yield _make_step(draft, label, DraftStep.LIST_QUESTIONS)
        else:
            seen = digest_field(draft.intake.draft, field)
            yield make_button(label, AskField(draft.id, field, seen))


def _make_reading_buttons(draft: TrayDraft) -> Iterator[Button | None]:
    if draft.intake.draft.body:
        yield _make_step(draft, wording.READ_BODY, DraftStep.READ)
    dropped = draft.intake.dropped
    if dropped:
        yield _make_step(draft, wording.list_dropped(len(dropped)), DraftStep.LIST_DROPPED)


def _make_end_buttons(preview: Preview) -> Iterator[Button | None]:
    draft = preview.draft
    if draft.state is DraftState.WAITING:
        yield _make_step(draft, wording.CONFIRM, DraftStep.PUBLISH)
    else:
        label = wording.SUBMIT if preview.four_eyes else wording.PUBLISH
        yield _make_step(draft, label, DraftStep.PUBLISH)
    yield _make_step(draft, wording.KEEP, DraftStep.KEEP)
    yield _make_step(draft, wording.DISCARD, DraftStep.OFFER_DISCARD)


def _make_step(draft: TrayDraft, label: str, step: DraftStep) -> Button | None:
    return make_button(label, StepDraft(draft.id, draft.version, step))
