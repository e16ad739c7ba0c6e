"""News of the queue: which questions are answered by now, and which are none of ours."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram.error import NetworkError, TimedOut

from bot.chat.markup import join, quote, text
from bot.chat.reply import Reply
from bot.chat.sending import send_notice
from bot.chat.transport.urgency import Urgency
from bot.chat.views.desk_queue import render_checked
from bot.desk.queue import QuestionQueue
from bot.store import Action
from bot.texts.spoken import Language, speaking
from bot.texts.spoken import follow_up as texts

if TYPE_CHECKING:
    from telegram.ext import ExtBot

    from bot.chat.host import Host
    from bot.desk.queue import Group

_CHANGES_LOOKED_AT = 20


async def check_queue(bot: ExtBot[Urgency], host: Host) -> None:
    """Take off the queue what the corpus answers by now.

    Moderators are told of the questions for which somebody set out to find an article: that they
    are answered, or once that an article was published since and does not answer them.
    """
    queue = QuestionQueue(host.memory, host.live)
    wanted = [group for group in await queue.list_groups() if group.wanted_since is not None]
    settled = {group.token for group in await queue.settle_answered()}
    answered = [group for group in wanted if group.token in settled]
    published = await _find_latest_publication(host) if wanted else 0
    still = [
        group
        for group in wanted
        if group.token not in settled and published >= (group.wanted_since or 0)
    ]
    for group in still:
        await host.memory.decisions.drop(group.tokens)
    if answered or still:
        await host.audience.tell(bot, render_checked(answered, still))


async def tell_outside(bot: ExtBot[Urgency], host: Host, group: Group) -> None:
    """Tell everybody who waits for an answer that there will be none, and why.

    Raises:
        NetworkError: when Telegram can't be reached; who was not told goes on waiting.
    """
    wordings = {question.token: question.text for question in group.questions}
    for follower in await host.memory.followers.list_all():
        asked = wordings.get(follower.token)
        if asked is None or not await host.memory.followers.release(follower):
            continue
        with speaking(Language(follower.address.language)):
            reply = Reply(join("\n\n", text(texts.OUTSIDE), quote(text(asked))))
        try:
            await send_notice(bot, follower.address.chat, reply, Urgency.BROADCAST)
        except NetworkError as error:
            # After a lost answer of Telegram's the message may be there already.
            if not isinstance(error, TimedOut):
                await host.memory.followers.follow(follower.token, follower.address)
            raise


async def _find_latest_publication(host: Host) -> int:
    """Return when the last article was published from the desk, in seconds since 1970."""
    changes = await host.memory.audit.list_lines(limit=_CHANGES_LOOKED_AT)
    return max((line.at for line in changes if line.action is Action.PUBLISH), default=0)
