"""An article as moderators see it when they change it, and what became of a change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.chat.callbacks import ReadArticle
from bot.chat.desk.actions import (
    AskReason,
    ChooseKind,
    EditArticle,
    ListHistory,
    OpenEditing,
    UndoChange,
)
from bot.chat.layout import Block, assemble, fit
from bot.chat.markup import Markup, bold, join, lines, quote, shorten, text
from bot.chat.reply import Reply, arrange, make_button, stack
from bot.chat.views.desk_fields import describe_field
from bot.chat.views.quotation import render_source
from bot.desk import Draft
from bot.texts import moderation as field_texts
from bot.texts import moderation_changes as texts
from bot.texts import moderation_drafts as wording
from bot.texts.follow_up import describe_retraction

if TYPE_CHECKING:
    from collections.abc import Sequence

    from bot.articles.values import Article, Taxonomy
    from bot.desk import Change, OpenArticle

FIELDS = ("title", "outlet", "published", "kind", "perspectives", "topics", "questions", "body")
"""What can be changed of an article; its address cannot, because it makes the key."""

CORRECTION = "correction"

_LINE_UNITS = 300
_DIFFERENCE_UNITS = 500
_MOST_DIFFERENCES = 6
_TITLE_UNITS = 60


def render_editing(opened: OpenArticle, taxonomy: Taxonomy) -> Reply:
    """Return the article with its fields and what can be done with it."""
    article, held = opened.article, Draft.of(opened.article)
    listed = [
        text(f"{field_texts.FIELDS[name]}: ")
        + text(shorten(describe_field(held, name, taxonomy), _LINE_UNITS) or wording.UNKNOWN)
        for name in FIELDS
    ]
    head = lines(
        render_source(article, taxonomy.kinds),
        text(f"{article.key} · {article.file}"),
        text(describe_retraction(article)),
    )
    content = join("\n\n", head, lines(*listed), bold(texts.CHANGE_WHAT))
    fields = [
        make_button(field_texts.FIELDS[name], EditArticle(article.key, name, opened.revision))
        for name in FIELDS
    ]
    others = [
        make_button(texts.NOTE_CORRECTION, EditArticle(article.key, CORRECTION, opened.revision)),
        None if article.retracted else make_button(texts.RETRACT, AskReason(article.key)),
        make_button(texts.SEE_HISTORY, ListHistory(0, article.key)),
        None if article.retracted else make_button(texts.SEE_ARTICLE, ReadArticle(article.key)),
    ]
    return Reply(content, (*arrange(fields, 3), *arrange(others)))


def render_kinds(opened: OpenArticle, taxonomy: Taxonomy) -> Reply:
    """Return the kinds of articles, the present one with a tick."""
    article = opened.article
    buttons = [
        make_button(
            f"✓ {name}" if kind == article.kind else name,
            ChooseKind(article.key, kind, opened.revision),
        )
        for kind, name in taxonomy.kinds.items()
    ]
    head = lines(
        bold(shorten(article.citation.title, _LINE_UNITS)), text(field_texts.FIELDS["kind"])
    )
    back = make_button(wording.BACK, OpenEditing(article.key))
    return Reply(head, (*arrange(buttons), *stack([back])))


def render_candidates(articles: Sequence[Article], *, retracts: bool) -> Reply:
    """Ask which of several articles is meant."""
    listed = [name_article(each.key, each.citation.title) for each in articles]
    buttons = [
        make_button(
            shorten(each.citation.title, _TITLE_UNITS),
            AskReason(each.key) if retracts else OpenEditing(each.key),
        )
        for each in articles
    ]
    content = lines(bold(texts.WHICH_ARTICLE), *listed, text(texts.WHICH_ARTICLE_HINT))
    return Reply(content, stack(buttons))


def render_done(said: str, change: Change) -> Reply:
    """Say that a change was made, what it changed and broke, and offer to undo it."""
    content = lines(
        bold(said),
        name_article(change.key, change.title),
        render_difference(change),
        *map(text, change.warnings),
    )
    buttons = [
        make_button(texts.UNDO, UndoChange(change.number, sure=False)),
        make_button(texts.CHANGE_MORE, OpenEditing(change.key)),
    ]
    return Reply(content, arrange(buttons))


def name_article(key: str, title: str) -> Markup:
    """Return headline and key of an article."""
    return text(texts.describe_article(key, shorten(title, _LINE_UNITS)))


def render_difference(change: Change) -> Markup:
    """Return what a change changed, one thing a line."""
    differences = [shorten(str(each), _DIFFERENCE_UNITS) for each in change.difference]
    rest = len(differences) - _MOST_DIFFERENCES
    if rest > 0:
        differences = [*differences[:_MOST_DIFFERENCES], wording.describe_rest(rest)]
    blocks = [Block(quote(text(line)), rank, glue="\n") for rank, line in enumerate(differences)]
    return assemble(fit(blocks, units=3_000))
