"""The passages that a message of the bot cites, read from the message itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram import MessageEntity

from bot.chat.callbacks import ReportPassage, decode

if TYPE_CHECKING:
    from telegram import Message

    from bot.articles.values import Corpus


def list_cited(message: Message, corpus: Corpus) -> list[str]:
    """Return the keys of cited passages, in the order of the message.

    The buttons that report them name them exactly; without such buttons, each article that the
    message links stands for its first passage.
    """
    return _list_reportable(message) or _list_linked(message, corpus)


def _list_reportable(message: Message) -> list[str]:
    rows = message.reply_markup.inline_keyboard if message.reply_markup else ()
    codes = [button.callback_data for row in rows for button in row]
    actions = [decode(code) for code in codes if isinstance(code, str)]
    return [action.passage for action in actions if isinstance(action, ReportPassage)]


def _list_linked(message: Message, corpus: Corpus) -> list[str]:
    by_address = {article.citation.url: article.key for article in corpus.articles}
    entities = [*message.entities, *message.caption_entities]
    links = [entity.url for entity in entities if entity.type == MessageEntity.TEXT_LINK]
    keys = dict.fromkeys(by_address[url] for url in links if url in by_address)
    return [f"{key}.1" for key in keys]
