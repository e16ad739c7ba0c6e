"""/antrean: questions that nothing answers, and what moderators make of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bot.chat.desk.actions import AskSource
from bot.chat.desk.moderating import MODERATORS, make_command, make_press
from bot.chat.desk.pressing import show_in_place
from bot.chat.desk.prompts import make_prompt
from bot.chat.desk.queue_actions import (
    DecideGroup,
    LinkGroup,
    ListQueue,
    OfferLinks,
    OpenGroup,
    ReopenGroup,
)
from bot.chat.desk.queue_news import tell_outside
from bot.chat.markup import join, text
from bot.chat.reply import Reply
from bot.chat.sending import send_reply
from bot.chat.views.desk_queue import (
    render_decision,
    render_group,
    render_linked,
    render_nearest,
    render_queue,
)
from bot.desk import find_article
from bot.desk.queue import QuestionQueue
from bot.store import Decision
from bot.texts import moderation
from bot.texts import moderation_queue as texts

if TYPE_CHECKING:
    from telegram.ext import ExtBot

    from bot.chat.desk.moderating import Order
    from bot.chat.host import App, Host
    from bot.chat.pressing import Press
    from bot.chat.transport.urgency import Urgency
    from bot.desk.queue import Group

_CODE = re.compile(r"[0-9a-f]{4,16}")


def register(application: App, host: Host) -> None:
    """Add /antrean and its buttons."""
    application.add_handler(make_command(host, ("antrean", "queue"), _obey), group=MODERATORS)
    application.add_handler(make_press(host, ListQueue, _turn))
    application.add_handler(make_press(host, OpenGroup, _open))
    application.add_handler(make_press(host, DecideGroup, _decide))
    application.add_handler(make_press(host, ReopenGroup, _reopen))
    application.add_handler(make_press(host, OfferLinks, _offer))
    application.add_handler(make_press(host, LinkGroup, _link))


async def _obey(host: Host, order: Order) -> Reply:
    """List the queue, or do something with the group whose code comes first."""
    code, *words = order.words.lower().split() or [""]
    if not code:
        return render_queue(await QuestionQueue(host.memory, host.live).list_groups())
    if words == [texts.REOPEN_WORD]:
        return await _take_back(host, code)
    group = await _find(host, code) if _CODE.fullmatch(code) else None
    if group is None:
        return Reply(text(texts.UNKNOWN_GROUP))
    return await _act(host, order, group, words)


async def _act(host: Host, order: Order, group: Group, words: list[str]) -> Reply:
    """Do with `group` what the words say: nothing, a step, or a step and the key of an article."""
    match words:
        case []:
            return render_group(group)
        case [texts.LINK_WORD]:
            return await _propose(host, group)
        case [texts.LINK_WORD, key]:
            article = find_article(host.answerer.corpus, key)
            return await _add_wording(host, order.person, group, article.key)
        case [step] if step in texts.STEP_WORDS:
            return await _settle(order.bot, host, group, Decision(texts.STEP_WORDS[step]))
        case _:
            return Reply(text(texts.BAD_STEP))


async def _turn(host: Host, press: Press[ListQueue]) -> str:
    groups = await QuestionQueue(host.memory, host.live).list_groups()
    await show_in_place(press, render_queue(groups, press.action.start))
    return ""


async def _open(host: Host, press: Press[OpenGroup]) -> str:
    group = await _find(host, press.action.token)
    if group is None:
        return texts.GROUP_GONE
    await send_reply(press.bot, press.place, render_group(group))
    return ""


async def _decide(host: Host, press: Press[DecideGroup]) -> str:
    group = await _find(host, press.action.token)
    if group is None:
        return texts.GROUP_GONE
    reply = await _settle(press.bot, host, group, press.action.decision)
    if reply.awaits:
        # What awaits a reply can't be edited into place.
        await send_reply(press.bot, press.place, reply)
    else:
        await show_in_place(press, reply)
    return ""


async def _reopen(host: Host, press: Press[ReopenGroup]) -> str:
    await show_in_place(press, await _take_back(host, press.action.token))
    return ""


async def _offer(host: Host, press: Press[OfferLinks]) -> str:
    group = await _find(host, press.action.token)
    if group is None:
        return texts.GROUP_GONE
    await send_reply(press.bot, press.place, await _propose(host, group))
    return ""


async def _link(host: Host, press: Press[LinkGroup]) -> str:
    group = await _find(host, press.action.token)
    if group is None:
        return texts.GROUP_GONE
    person = press.query.from_user.id
    await show_in_place(press, await _add_wording(host, person, group, press.action.key))
    return ""


async def _propose(host: Host, group: Group) -> Reply:
    nearest = await QuestionQueue(host.memory, host.live).find_nearest(group)
    return render_nearest(group, nearest)


async def _add_wording(host: Host, person: int, group: Group, key: str) -> Reply:
    queue = QuestionQueue(host.memory, host.live)
    return render_linked(await queue.link(host.desk.changes, person, group, key))


async def _settle(bot: ExtBot[Urgency], host: Host, group: Group, decision: Decision) -> Reply:
    """Decide about a group, tell those whom it concerns, and say what happens next."""
    if decision is Decision.OUTSIDE:
        # First: if that fails, the group still waits, and it can be tried again.
        await tell_outside(bot, host, group)
    await QuestionQueue(host.memory, host.live).decide(group, decision)
    if decision is Decision.WANTED:
        asked = join("\n\n", text(moderation.ASK_SOURCE_HOW), text(texts.WANTED))
        awaits = moderation.AWAIT_SOURCE
        return make_prompt(bot, AskSource(), moderation.ASK_SOURCE, asked, awaits)
    return render_decision(group, decision)


async def _take_back(host: Host, token: str) -> Reply:
    group = await QuestionQueue(host.memory, host.live).reopen(token)
    return render_group(group) if group else Reply(text(texts.NOTHING_TO_REOPEN))


async def _find(host: Host, token: str) -> Group | None:
    return await QuestionQueue(host.memory, host.live).find_group(token)
