"""Changing articles: /koreksi, /ubah and /tarik, and the buttons that ask for the rest."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.chat.desk.actions import AskReason, ChooseKind, EditArticle, OpenEditing
from bot.chat.desk.articles import ask_edit, ask_reason, correct, edit, open_editing, retract
from bot.chat.desk.moderating import MODERATORS, Order, make_command, make_press, split_word
from bot.chat.desk.naming import find_meant
from bot.chat.desk.pressing import show_in_place
from bot.chat.markup import text
from bot.chat.reply import Reply
from bot.chat.sending import send_reply
from bot.chat.views.desk_article import CORRECTION, FIELDS, render_candidates, render_kinds
from bot.texts import moderation as field_texts
from bot.texts import moderation_changes as texts

if TYPE_CHECKING:
    from bot.chat.host import App, Host
    from bot.chat.pressing import Press


def register(application: App, host: Host) -> None:
    """Add the commands and the buttons."""
    for names, feature in (("koreksi", _correct), ("ubah", _edit), ("tarik", _retract)):
        application.add_handler(make_command(host, names, feature), group=MODERATORS)
    application.add_handler(make_press(host, OpenEditing, _open))
    application.add_handler(make_press(host, EditArticle, _ask_edit))
    application.add_handler(make_press(host, ChooseKind, _choose_kind))
    application.add_handler(make_press(host, AskReason, _ask_reason))


async def _correct(host: Host, order: Order) -> Reply:
    meant = await find_meant(host, order.message, order.words)
    if not meant.articles:
        return Reply(text(_explain_unknown(order.words, texts.HOW_TO_CORRECT)))
    if len(meant.articles) > 1:
        return render_candidates(meant.articles, retracts=False)
    key = meant.articles[0].key
    if meant.words:
        return await correct(host, order.person, key, meant.words)
    return await open_editing(host, key)


async def _edit(host: Host, order: Order) -> Reply:
    meant = await find_meant(host, order.message, order.words)
    word, value = split_word(meant.words)
    value = field_texts.strip_second_word(word, value)
    field = field_texts.FIELD_WORDS.get(word.casefold(), "")
    if len(meant.articles) != 1 or field not in FIELDS:
        known = meant.articles or not order.words
        return Reply(text(texts.HOW_TO_EDIT if known else texts.UNKNOWN_ARTICLE))
    key = meant.articles[0].key
    if value:
        return await edit(host, order.person, key, field, value)
    opened = await host.desk.changes.open_article(key)
    return ask_edit(order.bot, opened, field, host.answerer.corpus.taxonomy)


async def _retract(host: Host, order: Order) -> Reply:
    meant = await find_meant(host, order.message, order.words)
    if not meant.articles:
        return Reply(text(_explain_unknown(order.words, texts.HOW_TO_RETRACT)))
    if len(meant.articles) > 1:
        return render_candidates(meant.articles, retracts=True)
    key = meant.articles[0].key
    if meant.words:
        return await retract(host, order.person, key, meant.words)
    return ask_reason(order.bot, await host.desk.changes.open_article(key))


def _explain_unknown(words: str, how: str) -> str:
    return texts.UNKNOWN_ARTICLE if words.strip() else how


async def _open(host: Host, press: Press[OpenEditing]) -> str:
    await send_reply(press.bot, press.place, await open_editing(host, press.action.key))
    return ""


async def _ask_edit(host: Host, press: Press[EditArticle]) -> str:
    action, taxonomy = press.action, host.answerer.corpus.taxonomy
    opened = await host.desk.changes.open_article(action.key)
    if opened.revision != action.seen or action.field not in {*FIELDS, CORRECTION}:
        await show_in_place(press, await open_editing(host, action.key))
        return texts.ARTICLE_CHANGED
    if action.field == "kind":
        await show_in_place(press, render_kinds(opened, taxonomy))
    else:
        prompt = ask_edit(press.bot, opened, action.field, taxonomy)
        await send_reply(press.bot, press.place, prompt)
    return ""


async def _choose_kind(host: Host, press: Press[ChooseKind]) -> str:
    action, person = press.action, press.query.from_user.id
    reply = await edit(host, person, action.key, "kind", action.kind, seen=action.seen)
    await show_in_place(press, reply)
    return ""


async def _ask_reason(host: Host, press: Press[AskReason]) -> str:
    opened = await host.desk.changes.open_article(press.action.key)
    await send_reply(press.bot, press.place, ask_reason(press.bot, opened))
    return ""
