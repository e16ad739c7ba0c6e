"""An answer as a reply."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answers.values import Status
from bot.chat.callbacks import AskAgain, OpenTopic, Step, SubmitQuestion, TurnPage, shorten_key
from bot.chat.layout import MUST, Block, assemble, fit
from bot.chat.markup import Markup, bold, italic, join, lines, quote, shorten, text
from bot.chat.reply import Button, Reply, Row, make_button, stack
from bot.chat.views.alternatives import entitle_alternatives, render_alternatives
from bot.chat.views.claim import make_claim_button, render_claim_body, render_claim_head
from bot.chat.views.follow_up import make_tool_rows, make_verdict_rows
from bot.chat.views.quotation import render_also, render_quotation, render_source
from bot.chat.views.timeline import render_timeline
from bot.texts.spoken import answers as wording
from bot.texts.spoken import chat as texts
from bot.texts.spoken import follow_up

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.answers.values import Answer
    from bot.articles.values import Claim, Corpus

PAGE = 3
"""Quotations on a page, where they fit."""

_NOTE_UNITS = 200
_QUESTION_UNITS = 200
_QUOTATION_RANKS = (MUST, 3, 5)
_CLAIM_RANK = 1
_LATER_RANK = 2
_CLAIM_BODY_RANK = 4
_ALSO_RANK = 6


@dataclass(frozen=True, slots=True)
class Presentation:
    """What an answer is shown with, besides itself.

    `corpus` is what it was made from. `token` is that of the question, `start` the number of
    the first quotation, from 0. `related` maps the questions to press to their tokens: what may be
    meant, where the answer has alternatives, and else related ones. `lead` is said
    before quotations, and `hint` after any answer. `quoted_question` is the question, where no
    message above the answer shows it. `share` is the inline query that finds the answer.
    `submits` offers to hand the question to the moderators.
    """

    corpus: Corpus
    token: str
    start: int = 0
    related: Mapping[str, str] | None = None
    lead: str = ""
    hint: str = ""
    quoted_question: str = ""
    share: str = ""
    submits: bool = False


def render_answer(answer: Answer, presentation: Presentation) -> tuple[Reply, int]:
    """Return the reply, and how many quotations or events it shows (the rest goes on)."""
    if answer.timeline:
        return render_timeline(
            answer.timeline,
            token=presentation.token,
            top=lines(text(presentation.lead), _render_question(presentation)),
            bottom=_render_bottom(answer, presentation),
            make_rows=lambda shown: (
                _make_follow_up_rows(presentation, shown) + _make_related_rows(presentation)
            ),
        )
    match answer.status:
        case Status.FOUND | Status.NEAR:
            return _render_quotations(answer, presentation)
        case Status.NOT_FOUND:
            return _render_nothing_found(answer, presentation), 0
        case Status.SMALL_TALK:
            return _render_remark(wording.reply_to_small_talk(answer.small_talk), presentation), 0
        case Status.EMPTY:
            return _render_remark(wording.EMPTY, presentation), 0


def _render_quotations(answer: Answer, presentation: Presentation) -> tuple[Reply, int]:
    quotations = _lay_out_quotations(answer, presentation)
    card = _lay_out_claim(answer, presentation)
    kept = fit(
        [
            Block(_render_top(answer, presentation)),
            *card,
            *(block for pair in quotations for block in pair),
            Block(_render_later(answer, presentation), _LATER_RANK),
            Block(_render_bottom(answer, presentation)),
            Block(_render_choice(answer, presentation)),
        ]
    )
    shown = sum(quotation in kept for quotation, _ in quotations)
    hidden = answer.remaining + len(quotations) - shown
    pressed = _make_related_rows(presentation)
    rows = (
        *(pressed if answer.alternatives else ()),
        _make_page_row(presentation, shown, hidden),
        *_make_follow_up_rows(presentation, shown),
        *_make_claim_row(answer.claim, card, kept),
        *(() if answer.alternatives else pressed),
    )
    return Reply(assemble(kept), tuple(filter(None, rows))), shown


def _lay_out_claim(answer: Answer, presentation: Presentation) -> list[Block]:
    """Return head and folded body of the claim card; the body gives way to two quotations."""
    if answer.claim is None or presentation.start:
        return []
    head = Block(render_claim_head(answer.claim), _CLAIM_RANK)
    body = quote(render_claim_body(answer.claim, presentation.corpus), expandable=True)
    return [head, Block(body, _CLAIM_BODY_RANK, head, "\n")]


def _render_later(answer: Answer, presentation: Presentation) -> Markup:
    if answer.later is None or presentation.start:
        return Markup()
    source = render_source(answer.later, presentation.corpus.taxonomy.kinds)
    return lines(text(wording.LATER), source)


def _render_top(answer: Answer, presentation: Presentation) -> Markup:
    near = wording.NEAR if answer.status is Status.NEAR and presentation.start == 0 else ""
    page = texts.describe_page(presentation.start + 1) if presentation.start else ""
    return lines(
        text(presentation.lead),
        _render_question(presentation),
        bold(page),
        italic(shorten(near, _NOTE_UNITS)),
        _render_notes(answer),
    )


def _render_question(presentation: Presentation) -> Markup:
    question = shorten(presentation.quoted_question, _QUESTION_UNITS)
    return text(f"{texts.QUESTION} ") + bold(question) if question else Markup()


def _render_bottom(answer: Answer, presentation: Presentation) -> Markup:
    return lines(
        italic(presentation.hint), text(wording.describe_sources_until(answer.sources_until))
    )


def _render_choice(answer: Answer, presentation: Presentation) -> Markup:
    """Return the heading of the buttons that say what may be meant; without buttons, all of it."""
    if answer.alternatives and presentation.related:
        return bold(entitle_alternatives(answer))
    return render_alternatives(answer)


def _render_notes(answer: Answer) -> Markup:
    understood = answer.understanding
    notes = (
        wording.describe_corrections(understood.corrections),
        wording.describe_missing(understood.missing),
        wording.describe_untold(understood.untold),
        wording.describe_unheard(understood.unheard),
        wording.describe_astray(understood.astray),
    )
    return lines(*(italic(shorten(note, _NOTE_UNITS)) for note in notes))


def _lay_out_quotations(answer: Answer, presentation: Presentation) -> list[tuple[Block, Block]]:
    """Return each quotation with the line of others that report it; the first must be shown."""
    laid_out: list[tuple[Block, Block]] = []
    former: Block | None = None
    for index, quotation in enumerate(answer.quotations):
        number = presentation.start + index + 1
        content = render_quotation(quotation, number, presentation.corpus.taxonomy.kinds)
        former = Block(content, _QUOTATION_RANKS[min(index, PAGE - 1)], former)
        also = Block(render_also(quotation.also), _ALSO_RANK, former, "\n")
        laid_out.append((former, also))
    return laid_out


def _render_remark(remark: str, presentation: Presentation) -> Reply:
    content = join("\n\n", text(remark), _introduce_related(presentation))
    return Reply(content, _make_related_rows(presentation))


def _render_nothing_found(answer: Answer, presentation: Presentation) -> Reply:
    topics = [make_button(topic.name, OpenTopic(shorten_key(topic.id))) for topic in answer.topics]
    submit = make_button(follow_up.SUBMIT, SubmitQuestion(Step.OFFER))
    rows = stack(topics) + _make_related_rows(presentation)
    rows += stack([submit if presentation.submits else None])
    content = join(
        "\n\n",
        lines(_render_question(presentation), bold(wording.NOT_FOUND)),
        lines(_render_notes(answer), text(wording.NO_JUDGEMENT)),
        _render_bottom(answer, presentation),
        text(wording.NEAREST_TOPICS) if topics else _introduce_related(presentation),
    )
    return Reply(content, rows)


def _make_page_row(presentation: Presentation, shown: int, hidden: int) -> Row:
    row: list[Button | None] = []
    if presentation.start:
        back = max(0, presentation.start - PAGE)
        row.append(make_button(texts.PREVIOUS, TurnPage(presentation.token, back)))
    if hidden and shown:
        onward = presentation.start + shown
        row.append(make_button(texts.NEXT, TurnPage(presentation.token, onward)))
    return tuple(filter(None, row))


def _make_follow_up_rows(presentation: Presentation, shown: int) -> tuple[Row, ...]:
    token, start = presentation.token, presentation.start
    return make_tool_rows(token, start, shown, presentation.share) + make_verdict_rows(token)


def _make_claim_row(claim: Claim | None, card: list[Block], kept: list[Block]) -> tuple[Row, ...]:
    """Return the way to the whole card where the message has no room for it."""
    if claim is None or not card or card[-1] in kept:
        return ()
    return stack([make_claim_button(claim)])


def _introduce_related(presentation: Presentation) -> Markup:
    return text(texts.TRY_ONE if presentation.related else "")


def _make_related_rows(presentation: Presentation) -> tuple[Row, ...]:
    related = presentation.related or {}
    return stack(make_button(question, AskAgain(token)) for question, token in related.items())
