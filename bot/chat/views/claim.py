"""A claim card: what is claimed, by whom, who answers, how it ended; never a verdict of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.chat.callbacks import OpenClaim, shorten_key
from bot.chat.layout import Block, assemble, fit
from bot.chat.markup import Markup, bold, italic, lines, shorten, text
from bot.chat.reply import Button, Reply, make_button
from bot.chat.views.quotation import link_outlets
from bot.texts.spoken import answers as wording
from bot.texts.spoken import chat as texts

if TYPE_CHECKING:
    from bot.articles.values import Claim, ClaimLine, ClaimSection, Corpus

_CLAIM_UNITS = 250
_LINE_UNITS = 1_000


def render_claim_head(claim: Claim) -> Markup:
    """Return the claim, who makes it, and its outcome with who decided it and when."""
    claimants = wording.describe_claimants(claim.claimants, claim.first_made)
    outcome = wording.describe_outcome(claim.outcome) if claim.outcome else ""
    return lines(
        text(f"{wording.CLAIM_CARD} ") + bold(f"“{shorten(claim.claim, _CLAIM_UNITS)}”"),
        text(shorten(claimants, _CLAIM_UNITS)),
        text(shorten(outcome, _CLAIM_UNITS)),
    )


def render_claim_body(claim: Claim, corpus: Corpus) -> Markup:
    """Return the sections of the card; every line links the articles that it cites."""
    return assemble([block for part in _lay_out_sections(claim, corpus) for block in part])


def render_claim(claim: Claim, corpus: Corpus) -> Reply:
    """Return the whole card as a message of its own."""
    head = Block(render_claim_head(claim))
    body = [block for part in _lay_out_sections(claim, corpus) for block in part]
    last = Block(italic(texts.CARD_IS_NO_VERDICT))
    return Reply(assemble(fit([head, *body, last])))


def make_claim_button(claim: Claim, label: str = "") -> Button | None:
    """Return the button that opens the whole card, and says so unless it has another label."""
    return make_button(label or texts.OPEN_CLAIM, OpenClaim(shorten_key(claim.key)))


def _lay_out_sections(claim: Claim, corpus: Corpus) -> list[list[Block]]:
    return [
        _lay_out_section(section, corpus, rank)
        for rank, section in enumerate(claim.sections, start=1)
    ]


def _lay_out_section(section: ClaimSection, corpus: Corpus, rank: int) -> list[Block]:
    heading = Block(bold(shorten(section.heading, _CLAIM_UNITS)), rank)
    body = [Block(_render_line(line, corpus), rank, heading, "\n") for line in section.lines]
    return [heading, *body]


def _render_line(line: ClaimLine, corpus: Corpus) -> Markup:
    cited = tuple(corpus.by_file[file] for file in line.articles if file in corpus.by_file)
    said = text(f"• {shorten(line.text, _LINE_UNITS)}")
    return said + text(" (") + link_outlets(cited) + text(")") if cited else said
