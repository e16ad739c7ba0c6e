"""The queue as moderators see it: a list of groups, one group, and the articles to link it to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.chat.desk.queue_actions import (
    DecideGroup,
    LinkGroup,
    ListQueue,
    OfferLinks,
    OpenGroup,
    ReopenGroup,
)
from bot.chat.layout import Block, assemble, fit
from bot.chat.markup import Markup, bold, join, lines, quote, shorten, text
from bot.chat.reply import Reply, Row, arrange, make_button, stack
from bot.store import Decision, find_day
from bot.texts import chat as chat_texts
from bot.texts import moderation_queue as texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from bot.articles.values import Article
    from bot.desk.queue import Group, Linked

GROUPS = 5
"""Groups on a page."""

CODE = 6
"""Digits of a token that people read and type."""

_LISTED_UNITS = 200
_WORDING_UNITS = 300
_ARTICLE_UNITS = 250


def render_queue(groups: Sequence[Group], start: int = 0) -> Reply:
    """Return a page of the queue from group `start` on, or the last page when it is shorter."""
    if not groups:
        return Reply(text(texts.QUEUE_EMPTY))
    start = min(start, (len(groups) - 1) // GROUPS * GROUPS)
    page = groups[start : start + GROUPS]
    shown = texts.describe_queue(start + 1, start + len(page), len(groups))
    numbered = list(enumerate(page, start=start + 1))
    blocks = [
        Block(lines(bold(texts.QUEUE_TITLE), text(shown))),
        *(Block(_list_group(number, group), rank=1) for number, group in numbered),
        Block(_hint(page[0])),
    ]
    buttons = [make_button(str(number), OpenGroup(group.token)) for number, group in numbered]
    rows = (*arrange(buttons, GROUPS), make_turn(start, GROUPS, len(groups), ListQueue))
    return Reply(assemble(fit(blocks)), tuple(row for row in rows if row))


def make_turn(start: int, page: int, total: int, kind: type[ListQueue] | type) -> Row:
    """Return the buttons that turn the pages of a list.

    Args:
        start: the number of the first entry that is shown, from 0.
        page: how many entries a page has.
        total: how many there are.
        kind: the action that shows the list from a number on.
    """
    buttons = (
        make_button(chat_texts.PREVIOUS, kind(max(0, start - page))) if start else None,
        make_button(chat_texts.NEXT, kind(start + page)) if start + page < total else None,
    )
    return tuple(button for button in buttons if button)


def render_group(group: Group) -> Reply:
    """Return a group of questions, and what can be done with it."""
    others = [text(f"• {shorten(each.text, _WORDING_UNITS)}") for each in group.questions[1:]]
    heading = Block(text(texts.OTHER_WORDINGS), rank=1)
    since = group.wanted_since
    wanted = text(texts.describe_wanted(find_day(since))) if since else Markup()
    blocks = [
        Block(lines(bold(texts.GROUP_TITLE), quote(text(group.text)))),
        *([heading] if others else []),
        *(Block(other, 2, heading, "\n") for other in others),
        Block(lines(_describe(group), wanted)),
    ]
    buttons = [
        make_button(texts.ADD_ARTICLE, DecideGroup(group.token, Decision.WANTED)),
        make_button(texts.LINK, OfferLinks(group.token)),
        make_button(texts.OUTSIDE, DecideGroup(group.token, Decision.OUTSIDE)),
        make_button(texts.SPAM, DecideGroup(group.token, Decision.SPAM)),
    ]
    return Reply(assemble(fit(blocks)), arrange(buttons))


def render_decision(group: Group, decision: Decision) -> Reply:
    """Say what was decided about a group, with the button that takes it back."""
    said = text(texts.DECIDED[decision.value])
    reopen = make_button(texts.REOPEN, ReopenGroup(group.token))
    return Reply(lines(said, quote(text(group.text))), stack([reopen]))


def render_nearest(group: Group, nearest: Sequence[Article]) -> Reply:
    """Return the articles that a group may be linked to, the nearest first."""
    numbered = list(enumerate(nearest, start=1))
    listed = [
        text(shorten(texts.describe_nearest(number, article), _ARTICLE_UNITS))
        for number, article in numbered
    ]
    content = join(
        "\n\n",
        lines(bold(texts.LINK_TITLE), quote(text(group.text))),
        *(listed or [text(texts.NO_NEAREST)]),
        text(texts.LINK_EXPLAINED),
        text(texts.explain_linking(group.token[:CODE])),
    )
    buttons = [
        make_button(str(number), LinkGroup(group.token, article.key))
        for number, article in numbered
    ]
    return Reply(content, arrange(buttons, GROUPS))


def render_linked(linked: Linked) -> Reply:
    """Say what linking has changed: which questions are answered now, and which still wait."""
    told = texts.describe_link(linked.change.number, linked.change.file)
    answered = [question.text for question in linked.answered]
    still = [question.text for question in linked.open]
    blocks = [
        Block(lines(text(told), *map(text, linked.change.warnings))),
        *_list_wordings(texts.ANSWERED_NOW, answered),
        *_list_wordings(texts.STILL_OPEN, still),
    ]
    return Reply(assemble(fit(blocks)))


def render_checked(answered: Sequence[Group], still: Sequence[Group]) -> Reply:
    """Say which of the questions whose articles were looked for are answered by now."""
    blocks = [
        *_list_wordings(texts.QUEUE_ANSWERED, [group.text for group in answered]),
        *_list_wordings(texts.QUEUE_STILL_OPEN, [group.text for group in still]),
    ]
    buttons = [make_button(shorten(group.text, 40), OpenGroup(group.token)) for group in still[:5]]
    return Reply(assemble(fit(blocks)), stack(buttons))


def _list_wordings(title: str, wordings: Iterable[str]) -> list[Block]:
    listed = [text(f"• {shorten(each, _WORDING_UNITS)}") for each in wordings]
    heading = Block(bold(title), rank=1)
    return [heading, *(Block(each, 2, heading, "\n") for each in listed)] if listed else []


def _list_group(number: int, group: Group) -> Markup:
    return lines(
        bold(f"{number}. {shorten(group.text, _LISTED_UNITS)}"),
        _describe(group),
    )


def _describe(group: Group) -> Markup:
    parts = (
        texts.describe_askers(group.askers),
        texts.describe_days(group.first, group.last),
        texts.describe_others(len(group.questions) - 1),
        texts.describe_code(group.token[:CODE]),
    )
    return text(" · ".join(filter(None, parts)))


def _hint(group: Group) -> Markup:
    return join(" ", text(texts.QUEUE_HINT), bold(texts.give_example(group.token[:CODE])))
