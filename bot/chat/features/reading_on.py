"""Whole articles: the button or /selengkapnya opens what an answer quotes from."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from telegram.ext import CommandHandler

from bot.chat.callbacks import ReadArticle, ReadOn
from bot.chat.incoming import PRIVATE
from bot.chat.markup import text
from bot.chat.pressing import Press, make_press_handler
from bot.chat.receipts import keep_receipts
from bot.chat.reply import Reply
from bot.chat.sending import Place, find_place, send_reply
from bot.chat.shown import find_shown, find_shown_for
from bot.chat.views.article import render_article
from bot.chat.views.follow_up import make_article_rows
from bot.texts.spoken import chat as chat_texts
from bot.texts.spoken import follow_up as texts

if TYPE_CHECKING:
    from telegram import Bot, Update

    from bot.articles.values import Article
    from bot.chat.host import App, Context, Host
    from bot.chat.shown import Shown


def register(application: App, host: Host) -> None:
    """Add the buttons and their typed equivalent."""
    application.add_handler(make_press_handler(host, ReadOn, _read_on))
    application.add_handler(make_press_handler(host, ReadArticle, _read_article))
    command = partial(_read_typed, host)
    application.add_handler(CommandHandler("selengkapnya", command, filters=PRIVATE))


async def _read_on(host: Host, press: Press[ReadOn]) -> str:
    action = press.action
    shown = await find_shown(host, action.token, action.start, action.shown)
    if shown is None:
        return chat_texts.BUTTON_EXPIRED
    await _send_first(press.bot, host, press.place, shown, shown.numbered[0][0])
    return ""


async def _read_article(host: Host, press: Press[ReadArticle]) -> str:
    corpus = host.answerer.corpus
    article = corpus.by_key.get(press.action.key)
    if article is None or article.retracted:
        return texts.ARTICLE_GONE
    reply = render_article(article, corpus.taxonomy)
    rows = make_article_rows((), _name_first_passage(article))
    await _send_article(press.bot, host, press.place, article, replace(reply, rows=rows))
    return ""


async def _read_typed(host: Host, update: Update, context: Context) -> None:
    message = update.message
    if message is None:
        return
    shown = await find_shown_for(host, message)
    number = "".join(context.args or ())
    if shown is None or (number and not number.isdecimal()):
        await send_reply(context.bot, find_place(message), Reply(text(texts.NO_ANSWER_YET)))
        return
    await _send_first(
        context.bot, host, find_place(message), shown, int(number or shown.numbered[0][0])
    )


async def _send_first(bot: Bot, host: Host, place: Place, shown: Shown, number: int) -> None:
    """Send the article of quotation `number`, with the way to the others of the answer."""
    quotation = shown.choose(number) or shown.numbered[0][1]
    others = [entry for entry in shown.numbered if entry[1] is not quotation]
    reply = render_article(quotation.article, shown.corpus.taxonomy)
    rows = make_article_rows(others, quotation.passage.key)
    await _send_article(bot, host, place, quotation.article, replace(reply, rows=rows))


async def _send_article(bot: Bot, host: Host, place: Place, article: Article, reply: Reply) -> None:
    await send_reply(bot, place, reply)
    await keep_receipts(host, place.chat, [article])


def _name_first_passage(article: Article) -> str:
    """Return the key of the passage that stands for the whole article in a report."""
    return f"{article.key}.1"
