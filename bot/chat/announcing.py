"""News of the corpus: answers to questions that people left, and changes of what they received.

Both are told once to each person, by whichever replica notes it first, and only after the corpus
has changed. What was certainly not sent is told another time; after a lost answer of Telegram's
the message may be there already, and is not sent again.
"""

from __future__ import annotations

import asyncio
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from telegram.error import NetworkError, TimedOut

from bot.answers.values import Status
from bot.chat.asking import Wrapping, open_page
from bot.chat.desk.queue_news import check_queue
from bot.chat.receipts import count_changes, keep_answer
from bot.chat.sending import send_notice
from bot.chat.transport.urgency import Urgency
from bot.chat.views.news import render_changes
from bot.store import Asked
from bot.texts.spoken import Language, speaking
from bot.texts.spoken import follow_up as texts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from telegram.ext import ExtBot

    from bot.articles.values import Article, Corpus
    from bot.chat.host import Host
    from bot.chat.reply import Reply
    from bot.store import Address, Delivery, Follower

_AT_ONCE = 5
"""Changed articles in one message."""


async def announce_news(bot: ExtBot[Urgency], host: Host) -> None:
    """Tell all news of this revision of the corpus, unless that was done before.

    Raises:
        NetworkError: when Telegram can't be reached; what is left is told the next time.
    """
    corpus = host.answerer.corpus
    if await host.memory.announcements.has(corpus.revision):
        return
    await notify_followers(bot, host)
    await check_queue(bot, host)
    await tell_changes(bot, host, corpus)
    await host.memory.announcements.note(corpus.revision)


async def notify_followers(bot: ExtBot[Urgency], host: Host) -> None:
    """Tell everybody who waits for an answer that there is one, unless they have seen it since.

    Raises:
        NetworkError: when Telegram can't be reached; who was not told goes on waiting.
    """
    followers = await host.memory.followers.list_all()
    for token, group in groupby(followers, key=lambda follower: follower.token):
        question = await host.memory.unanswered.recall(token)
        article = await _find_article(host, question.text) if question else None
        if question and article:
            for follower in group:
                await _notify(bot, host, follower, Asked(question.text), article)


async def tell_changes(bot: ExtBot[Urgency], host: Host, corpus: Corpus) -> None:
    """Tell everybody who received an article that it was corrected or retracted since.

    Args:
        bot: sends the notices.
        host: remembers who received what.
        corpus: the articles as they are now.

    Raises:
        NetworkError: when Telegram can't be reached; who was not told is told the next time.
    """
    articles = corpus.by_key
    versions = {key: count_changes(article) for key, article in articles.items()}
    outdated = await host.memory.deliveries.list_outdated(versions)
    for address, group in groupby(outdated, key=lambda delivery: delivery.address):
        deliveries = list(group)
        for first in range(0, len(deliveries), _AT_ONCE):
            await _tell(bot, host, articles, address, deliveries[first : first + _AT_ONCE])


async def _find_article(host: Host, question: str) -> Article | None:
    """Return the article that answers `question` now."""
    answer = await asyncio.to_thread(host.answerer.answer, question)
    if answer.status is not Status.FOUND or not answer.quotations:
        return None
    return answer.quotations[0].article


async def _notify(
    bot: ExtBot[Urgency], host: Host, follower: Follower, asked: Asked, article: Article
) -> None:
    memory, address = host.memory, follower.address
    if not await memory.followers.release(follower):
        return
    if await memory.deliveries.has_seen(address.chat, article.key, follower.since):
        return
    with speaking(Language(address.language)):
        wrapping = Wrapping(lead=texts.ANSWER_ARRIVED, quotes_question=True, counts=False)
        page = await open_page(host, asked, wrapping=wrapping)
        try:
            number = await _send(bot, host, address, page.reply)
        except NetworkError as error:
            if not isinstance(error, TimedOut):
                await memory.followers.follow(follower.token, address)
            raise
        if number:
            await keep_answer(host, address.chat, (f"notice {number}",), page, number)


async def _tell(
    bot: ExtBot[Urgency],
    host: Host,
    articles: Mapping[str, Article],
    address: Address,
    deliveries: Sequence[Delivery],
) -> None:
    memory = host.memory.deliveries
    versions = {each: count_changes(articles[each.article]) for each in deliveries}
    ours = [each for each, version in versions.items() if await memory.advance(each, version)]
    if not ours:
        return
    with speaking(Language(address.language)):
        reply = render_changes([(articles[each.article], each.version) for each in ours])
    try:
        await _send(bot, host, address, reply)
    except NetworkError as error:
        if not isinstance(error, TimedOut):
            for each in ours:
                await memory.advance(replace(each, version=versions[each]), each.version)
        raise


async def _send(bot: ExtBot[Urgency], host: Host, address: Address, reply: Reply) -> int | None:
    """Send a notice and return its number; who can't be reached any more is forgotten."""
    number = await send_notice(bot, address.chat, reply, Urgency.BROADCAST)
    if number is None:
        await host.memory.forget(address.chat)
    return number
