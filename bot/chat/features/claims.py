"""Claim cards: /klaim lists them by topic or opens one, as does a press on its button."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from telegram.ext import CommandHandler

from bot.answers.topics import find_claim
from bot.chat.callbacks import ListClaims, OpenClaim, shorten_key
from bot.chat.incoming import PRIVATE
from bot.chat.markup import text
from bot.chat.pressing import Press, make_press_handler
from bot.chat.reply import Reply
from bot.chat.sending import edit_reply, find_place, send_reply
from bot.chat.views.claim import render_claim
from bot.chat.views.claims import render_claims
from bot.texts.spoken import browsing
from bot.texts.spoken import chat as texts

if TYPE_CHECKING:
    from telegram import Update

    from bot.chat.host import App, Context, Host


def register(application: App, host: Host) -> None:
    """Add /klaim, the pages of its list, and the buttons of cards wherever they stand."""
    application.add_handler(CommandHandler("klaim", partial(_find, host), filters=PRIVATE))
    application.add_handler(make_press_handler(host, ListClaims, _turn))
    application.add_handler(make_press_handler(host, OpenClaim, _open))


async def _find(host: Host, update: Update, context: Context) -> None:
    if update.message:
        reply = _choose_reply(host, " ".join(context.args or ()))
        await send_reply(context.bot, find_place(update.message), reply)


def _choose_reply(host: Host, wanted: str) -> Reply:
    answerer = host.answerer
    corpus = answerer.corpus
    claim = find_claim(corpus, wanted)
    if claim:
        return render_claim(claim, corpus)
    topic = answerer.topic_names.find(wanted)
    notice = browsing.UNKNOWN_CLAIM if wanted and topic is None else ""
    return render_claims(corpus, topic, notice=notice) or Reply(text(browsing.NO_CLAIMS))


async def _turn(host: Host, press: Press[ListClaims]) -> str:
    corpus, action = host.answerer.corpus, press.action
    topics = [topic for topic in corpus.taxonomy.topics if shorten_key(topic.id) == action.topic]
    if action.topic and not topics:
        return texts.BUTTON_EXPIRED
    reply = render_claims(corpus, topics[0] if topics else None, action.start)
    if reply is None or not await edit_reply(
        press.bot, press.place.chat, press.place.message, reply
    ):
        return texts.BUTTON_EXPIRED
    return ""


async def _open(host: Host, press: Press[OpenClaim]) -> str:
    corpus = host.answerer.corpus
    claims = [claim for claim in corpus.claims if shorten_key(claim.key) == press.action.claim]
    if not claims:
        return texts.BUTTON_EXPIRED
    await send_reply(press.bot, press.place, render_claim(claims[0], corpus))
    return ""
