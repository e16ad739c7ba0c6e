"""What links into the private chat open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.chat.asking import Wrapping, open_page
from bot.chat.callbacks import AskAgain, OpenClaim, OpenTopic, shorten_key
from bot.chat.deep_links import AskText, OpenArticle
from bot.chat.receipts import keep_receipts
from bot.chat.responding import is_answered, respond
from bot.chat.sending import find_place, send_reply
from bot.chat.views.article import render_article
from bot.chat.views.claim import render_claim
from bot.chat.views.topic import choose_questions, render_topic
from bot.store import Asked

if TYPE_CHECKING:
    from telegram import Bot, Message

    from bot.articles.values import Corpus, Topic
    from bot.chat.deep_links import Link
    from bot.chat.host import Host
    from bot.chat.reply import Reply


async def open_link(bot: Bot, host: Host, message: Message, link: Link | None) -> bool:
    """Answer `message`, which carried `link`; return False when it opens nothing any more."""
    asked = await _find_asked(host, link)
    if asked:
        if not await is_answered(host, message):
            # Only what a link itself may hold is shown, lest a made-up one shows what it likes.
            wrapping = Wrapping(quotes_question=isinstance(link, AskText))
            page = await open_page(host, asked, wrapping=wrapping)
            await respond(bot, host, message, page)
        return True
    corpus = host.answerer.corpus
    reply = await _find_reply(host, corpus, link)
    if reply:
        await send_reply(bot, find_place(message), reply)
    if reply and isinstance(link, OpenArticle):
        await keep_receipts(host, message.chat.id, [corpus.by_key[link.key]])
    return reply is not None


async def make_topic_reply(host: Host, topic: Topic, corpus: Corpus) -> Reply:
    """Return the card of a topic of `corpus`, and keep the questions that its buttons ask."""
    questions = choose_questions(topic, corpus)
    tokens = await host.memory.questions.remember_all([Asked(text) for text in questions])
    return render_topic(topic, corpus, dict(zip(questions, tokens, strict=True)))


async def _find_asked(host: Host, link: Link | None) -> Asked | None:
    match link:
        case AskText(text):
            return Asked(text)
        case AskAgain(token):
            return await host.memory.questions.recall(token)
    return None


async def _find_reply(host: Host, corpus: Corpus, link: Link | None) -> Reply | None:
    """Return what `link` shows, unless `corpus` has it no more."""
    match link:
        case OpenArticle(key):
            article = corpus.by_key.get(key)
            if article is None or article.retracted:
                return None
            return render_article(article, corpus.taxonomy)
        case OpenClaim(key):
            claims = (claim for claim in corpus.claims if shorten_key(claim.key) == key)
            claim = next(claims, None)
            return render_claim(claim, corpus) if claim else None
        case OpenTopic(key):
            topics = (topic for topic in corpus.taxonomy.topics if shorten_key(topic.id) == key)
            topic = next(topics, None)
            return await make_topic_reply(host, topic, corpus) if topic else None
    return None
