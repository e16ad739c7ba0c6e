"""Topics: /topik lists them or opens one, as does a press on its button."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from telegram.ext import CommandHandler

from bot.chat.callbacks import OpenTopic, shorten_key
from bot.chat.incoming import PRIVATE
from bot.chat.opening import make_topic_reply
from bot.chat.pressing import Press, make_press_handler
from bot.chat.sending import find_place, send_reply
from bot.chat.views.topic import render_topics
from bot.texts.spoken import browsing
from bot.texts.spoken import chat as texts

if TYPE_CHECKING:
    from telegram import Update

    from bot.chat.host import App, Context, Host


def register(application: App, host: Host) -> None:
    """Add /topik, and the buttons of topics wherever they stand."""
    application.add_handler(CommandHandler("topik", partial(_find, host), filters=PRIVATE))
    application.add_handler(make_press_handler(host, OpenTopic, _open))


async def _find(host: Host, update: Update, context: Context) -> None:
    if update.message is None:
        return
    answerer, name = host.answerer, " ".join(context.args or ())
    corpus = answerer.corpus
    topic = answerer.topic_names.find(name) if name else None
    if topic:
        reply = await make_topic_reply(host, topic, corpus)
    else:
        reply = render_topics(corpus, browsing.UNKNOWN_TOPIC if name else browsing.TOPICS_TITLE)
    await send_reply(context.bot, find_place(update.message), reply)


async def _open(host: Host, press: Press[OpenTopic]) -> str:
    corpus = host.answerer.corpus
    for topic in corpus.taxonomy.topics:
        if shorten_key(topic.id) == press.action.topic:
            await send_reply(press.bot, press.place, await make_topic_reply(host, topic, corpus))
            return ""
    return texts.BUTTON_EXPIRED
