"""A topic: what it is about, its claims, the articles that matter, and where to go on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.timeline_requests import ask_for_timeline
from bot.answers.topics import describe_topic, list_claims
from bot.chat.callbacks import AskAgain, OpenTopic, shorten_key
from bot.chat.layout import Block, assemble, fit
from bot.chat.markup import Markup, bold, join, lines, shorten, text
from bot.chat.reply import Reply, arrange, make_button, stack
from bot.chat.views.claim import make_claim_button
from bot.chat.views.quotation import render_source
from bot.texts.spoken import answers as wording
from bot.texts.spoken import browsing as texts
from bot.texts.spoken import chat as chat_texts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from bot.answers.topics import NumberedClaim, TopicCard
    from bot.articles.values import Corpus, Topic

_QUESTIONS = 3
_CLAIMS = 12
_CLAIM_COLUMNS = 4
_NAME_UNITS = 60
_DESCRIPTION_UNITS = 500
_CLAIM_UNITS = 250


def choose_questions(topic: Topic, corpus: Corpus) -> tuple[str, ...]:
    """Return what can be asked about a topic: for its time line, then what its sources answer."""
    card = describe_topic(corpus, topic)
    of_claims = [claim.questions for claim in card.claims]
    of_articles = [article.questions for article in card.most_cited]
    listed = (*of_claims, *of_articles)
    first = dict.fromkeys(questions[0] for questions in listed if questions)
    return (ask_for_timeline(topic.name), *list(first)[:_QUESTIONS])


def render_topic(topic: Topic, corpus: Corpus, tokens: Mapping[str, str]) -> Reply:
    """Return the topic's card; `tokens` are those of the questions to press, in their order."""
    card = describe_topic(corpus, topic)
    claims = [claim for group in list_claims(corpus, topic) for claim in group.claims][:_CLAIMS]
    heads = (texts.CLAIMS_OF_TOPIC if claims else "", texts.MOST_CITED if card.most_cited else "")
    kinds = corpus.taxonomy.kinds
    blocks = [
        Block(_render_head(card)),
        Block(bold(heads[0])),
        *(Block(render_claim_line(claim), rank, glue="\n") for rank, claim in enumerate(claims, 1)),
        Block(bold(heads[1])),
        *(
            Block(render_source(article, kinds), rank, glue="\n" if rank == 1 else "\n\n")
            for rank, article in enumerate(card.most_cited, start=1)
        ),
    ]
    (_, timeline), *questions = tokens.items()
    buttons = [make_claim_button(each.claim, f"{texts.CLAIM} {each.number}") for each in claims]
    return Reply(
        assemble(fit(blocks)),
        (
            *arrange(buttons, _CLAIM_COLUMNS),
            *stack([make_button(texts.TIMELINE, AskAgain(timeline))]),
            *stack(make_button(question, AskAgain(token)) for question, token in questions),
        ),
    )


def render_topics(corpus: Corpus, title: str) -> Reply:
    """Return the list of topics, with a button for each."""
    named = [
        text(f"{number}. {shorten(topic.name, _NAME_UNITS)}")
        for number, topic in enumerate(corpus.taxonomy.topics, start=1)
    ]
    buttons = [
        make_button(topic.name, OpenTopic(shorten_key(topic.id)))
        for topic in corpus.taxonomy.topics
    ]
    content = join("\n\n", bold(title), lines(*named), text(chat_texts.TOPIC_HINT))
    return Reply(content, arrange(buttons))


def render_claim_line(numbered: NumberedClaim) -> Markup:
    """Return one line of a list of claims: number, claim, and how it ended."""
    claim = numbered.claim
    outcome = wording.describe_outcome(claim.outcome) if claim.outcome else ""
    told = text(f"{numbered.number}. {shorten(claim.claim, _CLAIM_UNITS)}.")
    return told + text(f" {shorten(outcome, _CLAIM_UNITS)}" if outcome else "")


def _render_head(card: TopicCard) -> Markup:
    size = texts.describe_topic_size(card.articles, len(card.claims))
    days = texts.describe_topic_days(card.first, card.last) if card.first and card.last else ""
    return lines(
        bold(shorten(card.topic.name, _NAME_UNITS) or chat_texts.UNTITLED),
        text(shorten(card.topic.description, _DESCRIPTION_UNITS)),
        text(f"{size}. {days}".rstrip()),
    )
