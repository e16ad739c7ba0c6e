"""Changes of articles from the chat: prompts for new values, and what is done with the replies."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.chat.desk.actions import AskReason, EditArticle, OpenEditing
from bot.chat.desk.moderating import explain
from bot.chat.desk.prompts import make_prompt
from bot.chat.markup import lines, shorten, text
from bot.chat.reply import Reply, make_button, stack
from bot.chat.views.desk_article import CORRECTION, FIELDS, render_done, render_editing
from bot.chat.views.desk_fields import LABEL_FIELDS, describe_field, name_labels
from bot.desk import Draft, FileConflictError
from bot.texts import moderation as field_texts
from bot.texts import moderation_changes as texts

if TYPE_CHECKING:
    from telegram import Bot

    from bot.articles.values import Taxonomy
    from bot.chat.host import Host
    from bot.desk import OpenArticle

_VALUE_UNITS = 500
_PARAGRAPH = re.compile(r"(\d{1,2})[.:)]\s+", re.ASCII)


async def open_editing(host: Host, key: str) -> Reply:
    """Return what can be changed of an article, as its file is now.

    Raises:
        AmendError: there is no such article.
    """
    opened = await host.desk.changes.open_article(key)
    return render_editing(opened, host.answerer.corpus.taxonomy)


def ask_edit(bot: Bot, opened: OpenArticle, field: str, taxonomy: Taxonomy) -> Reply:
    """Return a prompt for a new value of a field, or for a correction."""
    article = opened.article
    prompt = EditArticle(article.key, field, opened.revision)
    label = shorten(article.citation.title, 60)
    if field == CORRECTION:
        asked = text(texts.ASK_CORRECTION)
        return make_prompt(bot, prompt, label, asked, texts.AWAIT_CORRECTION)
    value = describe_field(Draft.of(article), field, taxonomy)
    names = [
        name
        for key, labels in name_labels(taxonomy).items()
        if LABEL_FIELDS[key] == field
        for name in labels.values()
    ]
    asked = lines(
        text(f"{field_texts.FIELDS[field]}: {texts.ask_edit(field)}"),
        text(field_texts.describe_present(shorten(value, _VALUE_UNITS)) if value else ""),
        text(field_texts.list_choices(names) if names else ""),
    )
    return make_prompt(bot, prompt, label, asked, field_texts.FIELDS[field])


def ask_reason(bot: Bot, opened: OpenArticle) -> Reply:
    """Return a prompt for the reason of a retraction."""
    article = opened.article
    label = shorten(article.citation.title, 60)
    asked = text(texts.ASK_REASON)
    return make_prompt(bot, AskReason(article.key), label, asked, texts.AWAIT_REASON)


async def answer_edit(host: Host, person: int, prompt: EditArticle, value: str) -> Reply:
    """Do with an article what the reply to a prompt says.

    Raises:
        DeskError: when it cannot be done, apart from a file that was changed meanwhile.
    """
    if prompt.field == CORRECTION:
        return await correct(host, person, prompt.key, value)
    if prompt.field not in FIELDS:
        return await open_editing(host, prompt.key)
    return await edit(host, person, prompt.key, prompt.field, value, seen=prompt.seen)


async def answer_reason(host: Host, person: int, prompt: AskReason, reason: str) -> Reply:
    """Retract an article for the reason that the reply to a prompt gives."""
    return await retract(host, person, prompt.key, reason)


async def edit(
    host: Host, person: int, key: str, field: str, value: str, *, seen: str | None = None
) -> Reply:
    """Set a field of an article; `2: …` as a body is its second paragraph alone.

    Raises:
        DeskError: when it cannot be done, apart from a file that was changed meanwhile.
    """
    paragraph = _PARAGRAPH.match(value) if field == "body" else None
    if paragraph:
        field, value = f"paragraf {paragraph[1]}", value[paragraph.end() :]
    elif field == "questions":
        field = "question"
    try:
        change = await host.desk.changes.edit(person, key, field, value, expected=seen)
    except FileConflictError as error:
        again = make_button(texts.CHANGE_MORE, OpenEditing(key))
        return Reply(explain(error).content, stack([again]))
    return render_done(texts.EDITED, change)


async def correct(host: Host, person: int, key: str, correction: str) -> Reply:
    """Add a dated correction to an article."""
    change = await host.desk.changes.correct(person, key, correction)
    return render_done(texts.CORRECTED, change)


async def retract(host: Host, person: int, key: str, reason: str) -> Reply:
    """Retract an article."""
    change = await host.desk.changes.retract(person, key, reason)
    return render_done(texts.RETRACTED, change)
