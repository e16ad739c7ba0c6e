"""Which article a moderator means: by key, address or file name, or by the answer replied to."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.articles import AddressError, article_key
from bot.chat.citations import list_cited
from bot.chat.desk.moderating import split_word
from bot.chat.shown import find_shown_for

if TYPE_CHECKING:
    from telegram import Message

    from bot.articles.values import Article, Corpus
    from bot.chat.host import Host


@dataclass(frozen=True, slots=True)
class Meant:
    """The articles that may be meant, one when it is certain, and the words that follow."""

    articles: tuple[Article, ...]
    words: str


async def find_meant(host: Host, message: Message, words: str) -> Meant:
    """Return which article a command is about.

    What names an article comes first in `words`: its key, its address or its file name; in a reply
    to an answer, the number of a quotation, or nothing.
    """
    first, rest = split_word(words)
    corpus = host.answerer.corpus
    named = find_named(corpus, first) if first else None
    if named:
        return Meant((named,), rest)
    quoted = await _find_quoted(host, message, corpus) if message.reply_to_message else {}
    if first in quoted:
        return Meant((quoted[first],), rest)
    return Meant(tuple(dict.fromkeys(quoted.values())), words.strip())


def find_named(corpus: Corpus, name: str) -> Article | None:
    """Return the article with this key, address or file name."""
    wanted = name.strip().removeprefix("articles/")
    article = corpus.by_key.get(wanted.lower()) or corpus.by_file.get(wanted.lower())
    article = article or corpus.by_file.get(f"{wanted.lower()}.md")
    if article:
        return article
    try:
        return corpus.by_key.get(article_key(wanted))
    except AddressError:
        return None


async def _find_quoted(host: Host, message: Message, corpus: Corpus) -> dict[str, Article]:
    """Return the articles of the message replied to, by the numbers that people see or count."""
    shown = await find_shown_for(host, message)
    if shown:
        quoted = {str(number): each.article.key for number, each in shown.numbered}
    elif message.reply_to_message:
        cited = (key.partition(".")[0] for key in list_cited(message.reply_to_message, corpus))
        quoted = {str(number): key for number, key in enumerate(dict.fromkeys(cited), start=1)}
    else:
        quoted = {}
    return {number: corpus.by_key[key] for number, key in quoted.items() if key in corpus.by_key}
