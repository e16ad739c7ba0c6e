"""Topics and lists of claims as a terminal shows them, with numbers to go on by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.topics import describe_topic, list_claims
from bot.console.claim_view import render_claim
from bot.console.listing import Listing
from bot.console.screen import address, indent, plain
from bot.texts import answers as answer_texts
from bot.texts import browsing as texts
from bot.texts import console as console_texts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.answers.topics import NumberedClaim, TopicCard
    from bot.articles.values import Claim, Corpus, Topic
    from bot.console.screen import Part


def list_topics(corpus: Corpus, title: str = texts.TOPICS_TITLE) -> Listing:
    """Return every topic with its description, to be picked by number."""
    topics = dict(enumerate(corpus.taxonomy.topics, start=1))
    parts: list[Part] = [plain(title, "bold")]
    for number, topic in topics.items():
        lead = f"{number:>3}. "
        parts.append(indent(topic.name, "bold", lead=lead))
        parts.append(indent(topic.description, lead=" " * len(lead)))
    parts.append(plain(console_texts.TOPIC_HINT, "dim"))
    return Listing(tuple(parts), {str(n): f"/topik {topic.id}" for n, topic in topics.items()})


def open_topic(topic: Topic, corpus: Corpus) -> Listing:
    """Return a topic's card, whose claims can be picked by number."""
    card = describe_topic(corpus, topic)
    numbered = [claim for group in list_claims(corpus, topic) for claim in group.claims]
    parts: list[Part] = [plain(topic.name, "bold"), plain(topic.description)]
    parts += _render_size(card)
    if numbered:
        parts += [plain(), plain(texts.CLAIMS_OF_TOPIC, "bold"), *map(_render_claim, numbered)]
    if card.most_cited:
        parts += [plain(), plain(texts.MOST_CITED, "bold")]
    for article in card.most_cited:
        parts.append(indent(answer_texts.cite(article.citation), lead="- "))
        parts.append(address(article.citation.url, lead="  "))
    hint = console_texts.describe_topic_hint(topic.id, claims=bool(numbered))
    return Listing((*parts, plain(), plain(hint, "dim")), _name_commands(numbered))


def open_claims(corpus: Corpus, topic: Topic | None = None, notice: str = "") -> Listing:
    """Return the claims by topic, or those of one topic, to be picked by number."""
    groups = list_claims(corpus, topic)
    if not groups:
        return Listing((plain(texts.NO_CLAIMS),))
    parts: list[Part] = [plain(notice or texts.CLAIMS_TITLE, "bold")]
    parts.append(plain(texts.CLAIMS_ARE_NO_VERDICT))
    for group in groups:
        parts += [plain(), plain(group.topic.name, "bold"), *map(_render_claim, group.claims)]
    parts += [plain(), plain(console_texts.CLAIM_HINT, "dim")]
    numbered = [claim for group in groups for claim in group.claims]
    return Listing(tuple(parts), _name_commands(numbered))


def open_claim(claim: Claim, corpus: Corpus) -> Listing:
    """Return a whole claim card."""
    return Listing(tuple(render_claim(claim, corpus, ())))


def _render_size(card: TopicCard) -> list[Part]:
    size = texts.describe_topic_size(card.articles, len(card.claims))
    days = texts.describe_topic_days(card.first, card.last) if card.first and card.last else ""
    return [plain(f"{size}. {days}".rstrip(), "dim")]


def _render_claim(numbered: NumberedClaim) -> Part:
    claim = numbered.claim
    outcome = f" {answer_texts.describe_outcome(claim.outcome)}" if claim.outcome else ""
    return indent(f"{claim.claim}.{outcome}", lead=f"{numbered.number:>3}. ")


def _name_commands(claims: Iterable[NumberedClaim]) -> dict[str, str]:
    return {str(numbered.number): f"/klaim {numbered.claim.key}" for numbered in claims}
