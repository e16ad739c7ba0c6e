"""Fields of drafts and articles: what they hold, the choice of labels, and prompts for values."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from bot.chat.callbacks import shorten_key
from bot.chat.desk.actions import (
    LONGEST_LABEL,
    AskField,
    DraftStep,
    DropQuestion,
    LabelField,
    StepDraft,
    SwitchLabel,
)
from bot.chat.markup import bold, lines, shorten, text
from bot.chat.reply import Reply, arrange, make_button, stack
from bot.texts import moderation as texts
from bot.texts import moderation_drafts as wording
from bot.texts.answers import format_date

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.articles.values import Taxonomy
    from bot.desk import Draft, TrayDraft

LABEL_FIELDS = {
    LabelField.KIND: "kind",
    LabelField.PERSPECTIVES: "perspectives",
    LabelField.TOPICS: "topics",
}
MARK = 6
"""Digits of a draft's id that people read and type."""

_QUESTION_UNITS = 150
_VALUE_UNITS = 300
_DIGITS = 8


def describe_field(draft: Draft, field: str, taxonomy: Taxonomy) -> str:
    """Return what a field of a draft holds, in words; nothing when it is empty."""
    names = name_labels(taxonomy)
    match field:
        case "published":
            return format_date(draft.published) if draft.published else ""
        case "kind":
            return names[LabelField.KIND].get(draft.kind, draft.kind)
        case "perspectives" | "topics":
            known = names[next(key for key, name in LABEL_FIELDS.items() if name == field)]
            labels: tuple[str, ...] = getattr(draft, field)
            return ", ".join(known.get(label, label) for label in labels)
        case "questions":
            return " / ".join(draft.questions)
        case "body":
            paragraphs = draft.body.split("\n\n") if draft.body else []
            words = len(draft.body.split())
            return wording.describe_body(len(paragraphs), words) if words else ""
    return str(getattr(draft, field))


def digest_field(draft: Draft, field: str) -> str:
    """Return a digest of what a field holds; questions are added, which nothing contradicts."""
    held = "" if field == "questions" else repr(getattr(draft, field))
    return hashlib.sha256(held.encode()).hexdigest()[:_DIGITS]


def name_labels(taxonomy: Taxonomy) -> Mapping[LabelField, Mapping[str, str]]:
    """Return the labels that a field may hold, by id, with their names."""
    return {
        LabelField.KIND: taxonomy.kinds,
        LabelField.PERSPECTIVES: taxonomy.perspectives,
        LabelField.TOPICS: {topic.id: topic.name for topic in taxonomy.topics},
    }


def render_choice(draft: TrayDraft, field: LabelField, taxonomy: Taxonomy) -> Reply:
    """Show all labels that a field may hold, those that the draft has with a tick."""
    held = getattr(draft.intake.draft, LABEL_FIELDS[field])
    chosen = {held} if isinstance(held, str) else set(held)
    buttons = [
        make_button(
            f"✓ {name}" if label in chosen else name,
            SwitchLabel(draft.id, draft.version, field, shorten_key(label, LONGEST_LABEL)),
        )
        for label, name in name_labels(taxonomy)[field].items()
    ]
    shown = describe_field(draft.intake.draft, LABEL_FIELDS[field], taxonomy)
    content = lines(
        bold(f"{wording.name_draft(draft.id[:MARK])} · {texts.FIELDS[LABEL_FIELDS[field]]}"),
        text(shorten(shown, _VALUE_UNITS) or wording.UNKNOWN),
    )
    done = make_button(wording.DONE_CHOOSING, StepDraft(draft.id, draft.version, DraftStep.SHOW))
    return Reply(content, (*arrange(buttons), *stack([done])))


def render_questions(draft: TrayDraft) -> Reply:
    """Show the questions of a draft, each with a button that takes it away."""
    questions = draft.intake.draft.questions
    numbered = [
        text(f"{number}. {shorten(question, _QUESTION_UNITS)}")
        for number, question in enumerate(questions, start=1)
    ]
    drop = [
        make_button(wording.drop_question(place + 1), DropQuestion(draft.id, draft.version, place))
        for place in range(len(questions))
    ]
    seen = digest_field(draft.intake.draft, "questions")
    add = make_button(wording.ADD_QUESTION, AskField(draft.id, "questions", seen))
    done = make_button(wording.DONE_CHOOSING, StepDraft(draft.id, draft.version, DraftStep.SHOW))
    heading = f"{wording.name_draft(draft.id[:MARK])} · {texts.FIELDS['questions']}"
    return Reply(lines(bold(heading), *numbered), (*arrange(drop), *stack([add, done])))
