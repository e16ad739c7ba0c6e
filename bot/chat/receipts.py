"""Receipts: who got which article, in which state, so that they hear when it changes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.store import Address
from bot.texts.spoken import get_language

if TYPE_CHECKING:
    from collections.abc import Iterable

    from bot.articles.values import Article
    from bot.chat.host import Host
    from bot.chat.pages import Page


def count_changes(article: Article) -> int:
    """Return the version of an article: how often it was corrected or retracted."""
    return len(article.corrections) + (article.retracted is not None)


def find_address(chat: int) -> Address:
    """Return the address of a private chat, in the language that is spoken there now."""
    return Address(chat, get_language().value)


async def keep_receipts(host: Host, chat: int, articles: Iterable[Article]) -> None:
    """Keep that articles were shown in `chat`; only private chats hear of changes."""
    if versions := _list_versions(chat, articles):
        await host.memory.deliveries.record(find_address(chat), versions)


async def keep_answer(
    host: Host, chat: int, asked_in: Iterable[int | str], page: Page, message: int
) -> None:
    """Keep that `page` stands in `message`, as the answer to what has these names; and receipts."""
    sent, versions = page.as_sent(message), _list_versions(chat, page.articles)
    await host.memory.keep_answer(find_address(chat), asked_in, sent, versions)


def _list_versions(chat: int, articles: Iterable[Article]) -> dict[str, int]:
    # Groups and channels have negative ids: https://core.telegram.org/bots/api#chat
    return {article.key: count_changes(article) for article in articles} if chat > 0 else {}
