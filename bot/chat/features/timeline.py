"""Time lines: /linimasa with a topic, a month, or nothing; the buttons are those of answers."""

from __future__ import annotations

import asyncio
from functools import partial
from typing import TYPE_CHECKING

from telegram.ext import CommandHandler

from bot.answers.timeline_requests import ask_for_timeline
from bot.chat.asking import open_page
from bot.chat.incoming import PRIVATE
from bot.chat.pages import Page
from bot.chat.responding import is_answered, respond
from bot.chat.views.timeline import render_timelines
from bot.store import Asked

if TYPE_CHECKING:
    from telegram import Update

    from bot.chat.host import App, Context, Host
    from bot.chat.reply import Reply


def register(application: App, host: Host) -> None:
    """Add /linimasa and /timeline; typed without a slash, it is a question like others."""
    names = ("linimasa", "timeline")
    application.add_handler(CommandHandler(names, partial(_tell, host), filters=PRIVATE))


async def _tell(host: Host, update: Update, context: Context) -> None:
    message = update.message
    if message is None or await is_answered(host, message):
        return
    question = ask_for_timeline(" ".join(context.args or ()))
    answer = await asyncio.to_thread(host.answerer.answer, question)
    if answer.timeline:
        page = await open_page(host, Asked(question))
    else:
        page = Page(await _list_timelines(host), token=None, start=0, shown=0)
    await respond(context.bot, host, message, page)


async def _list_timelines(host: Host) -> Reply:
    corpus = host.answerer.corpus
    names = [topic.name for topic in corpus.taxonomy.topics]
    asked = [Asked(ask_for_timeline(name)) for name in names]
    tokens = await host.memory.questions.remember_all(asked)
    return render_timelines(corpus, dict(zip(names, tokens, strict=True)))
