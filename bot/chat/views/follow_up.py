"""What can be done with an answer, as buttons: read on, see sources, share, judge, report."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from bot.chat.callbacks import ListSources, Rate, ReadArticle, ReadOn, ReportPassage
from bot.chat.layout import Block, assemble, fit
from bot.chat.markup import bold, is_web_address, join, text
from bot.chat.reply import Button, Reply, Row, arrange, make_button, stack
from bot.chat.views.quotation import render_source
from bot.store import Verdict
from bot.texts.spoken import follow_up as texts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from bot.answers.values import Quotation
    from bot.articles.values import Article

_LONGEST_COPY = 256
"""Characters that a button copies: https://core.telegram.org/bots/api#copytextbutton"""

Numbered: TypeAlias = "Sequence[tuple[int, Quotation]]"
"""Quotations with the numbers that they have for the reader."""


def make_tool_rows(token: str, start: int, shown: int, share: str) -> tuple[Row, ...]:
    """Return the buttons that read on, list sources, and share.

    Args:
        token: that of the question.
        start: the number of the first quotation that the answer shows, from 0.
        shown: how many quotations it shows.
        share: the inline query that finds the answer again.
    """
    return arrange(
        [
            make_button(texts.READ_ON, ReadOn(token, start, shown)),
            make_button(texts.SOURCES, ListSources(token, start, shown)),
            make_share_button(share),
        ],
        columns=3,
    )


def make_share_button(query: str) -> Button | None:
    """Return the button that shares what inline mode finds for `query`."""
    return Button(texts.SHARE, share=query) if query else None


def make_verdict_rows(token: str) -> tuple[Row, ...]:
    """Return the buttons that say whether the answer to the question `token` helped."""
    return arrange(
        [
            make_button(texts.HELPFUL, Rate(token, Verdict.HELPFUL)),
            make_button(texts.UNHELPFUL, Rate(token, Verdict.UNHELPFUL)),
        ]
    )


def make_reason_rows(token: str) -> tuple[Row, ...]:
    """Return the buttons that say why an answer did not help."""
    return stack(
        [
            make_button(texts.WRONG_PASSAGE, Rate(token, Verdict.WRONG_PASSAGE)),
            make_button(texts.NOT_ASKED, Rate(token, Verdict.NOT_ASKED)),
            make_button(texts.DISAGREE, Rate(token, Verdict.DISAGREE)),
        ]
    )


def make_article_rows(others: Numbered, passage: str) -> tuple[Row, ...]:
    """Return the buttons below an article: other articles of its answer, and to report it."""
    return stack(
        [
            *(
                make_button(
                    texts.number_article(number, quotation.article.citation.outlet),
                    ReadArticle(quotation.article.key),
                )
                for number, quotation in others
            ),
            make_button(texts.REPORT, ReportPassage(passage)),
        ]
    )


def render_answer_sources(numbered: Numbered, kinds: Mapping[str, str]) -> Reply:
    """Return the sources of an answer, each with buttons that copy its address and report it."""
    sources = [
        Block(text(f"{number}. ") + render_source(quotation.article, kinds), rank)
        for rank, (number, quotation) in enumerate(numbered)
    ]
    return Reply(
        assemble(fit([Block(bold(texts.SOURCES_OF_ANSWER)), *sources])),
        tuple(filter(None, (_make_source_row(*entry) for entry in numbered))),
    )


def render_report_choice(passages: Mapping[str, str]) -> Reply:
    """Return the question which quotation is wrong; `passages` are keys by what people count."""
    buttons = [make_button(number, ReportPassage(key)) for number, key in passages.items()]
    example = bold(texts.REPORT_EXAMPLE)
    return Reply(join(" ", text(texts.WHICH_QUOTATION), example), arrange(buttons, columns=4))


def _make_source_row(number: int, quotation: Quotation) -> Row:
    report = make_button(texts.report_source(number), ReportPassage(quotation.passage.key))
    row = (_make_copy_button(number, quotation.article), report)
    return tuple(filter(None, row))


def _make_copy_button(number: int, article: Article) -> Button | None:
    address = article.citation.url
    if len(address) > _LONGEST_COPY or not is_web_address(address):
        return None
    return Button(texts.copy_link(number), copy=address)
