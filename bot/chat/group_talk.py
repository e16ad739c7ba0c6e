"""A message to the bot in a group: whether the bot may speak, and what it then says."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from bot.chat import flood
from bot.chat.addressing import is_stale
from bot.chat.deep_links import AskHere
from bot.chat.group_answers import NothingAskedError, make_way_onward, open_group_page
from bot.chat.markup import text
from bot.chat.pages import Page
from bot.chat.reply import Reply
from bot.chat.responding import is_answered
from bot.chat.senders import find_sender, is_admin
from bot.chat.sending import find_place, send_reply
from bot.texts.spoken import groups as texts

if TYPE_CHECKING:
    from telegram import Message
    from telegram.ext import ExtBot

    from bot.chat.host import Host
    from bot.chat.reply import Row
    from bot.chat.senders import Sender
    from bot.chat.transport.urgency import Urgency
    from bot.store import Asked, GroupRules


@dataclass(slots=True)
class GroupTalk:
    """A message of a group that asks something of the bot."""

    host: Host
    bot: ExtBot[Urgency]
    message: Message
    _rules: GroupRules | None = field(default=None, init=False)

    async def is_welcome(self) -> bool:
        """Tell whether the bot may answer, and spend from the budgets if so.

        It may not if the message is old or was answered before, during quiet hours, where only
        administrators may ask, and when too much was asked.
        """
        sender = find_sender(self.message)
        if sender is None or is_stale(self.message):
            return False
        is_old, rules = await asyncio.gather(
            is_answered(self.host, self.message), self.find_rules()
        )
        if is_old or rules.silence(self.message.date.timestamp()):
            return False
        chat = self.message.chat.id
        if rules.only_admins and not await is_admin(self.bot, chat, sender):
            return False
        return await self.is_within_budget(sender)

    async def is_within_budget(self, sender: Sender) -> bool:
        """Spend from the budgets of sender and group; who exceeds one first is told so."""
        chat = self.message.chat.id
        spenders = (
            (flood.PERSON, sender.id, texts.SLOW_DOWN),
            (flood.GROUP, chat, texts.GROUP_IS_BUSY),
        )
        for budget, spender, notice in spenders:
            spending = await flood.spend(self.host, budget, spender)
            if spending is flood.Spending.NOTICE:
                await self.hint(notice)
            if spending is not flood.Spending.WITHIN:
                return False
        return True

    async def find_rules(self) -> GroupRules:
        """Return what the group's administrators decided."""
        if self._rules is None:
            self._rules = await self.host.memory.groups.find(self.message.chat.id)
        return self._rules

    async def answer(self, asked: Asked, hint: str) -> None:
        """Answer a question; say `hint`, if there is one, for what turns out to ask nothing."""
        rules, chat = await self.find_rules(), self.message.chat.id
        username, is_compact = self.bot.username, rules.is_compact
        try:
            page = await open_group_page(self.host, username, chat, asked, is_compact=is_compact)
        except NothingAskedError:
            if hint:
                await self.hint(hint)
            return
        if page:
            await self._send(page)

    async def hint(self, line: str) -> None:
        """Say a line that leads into the private chat."""
        await self.say(line, make_way_onward(self.bot.username, AskHere()))

    async def say(self, line: str, rows: tuple[Row, ...] = ()) -> None:
        """Say a line that answers no question."""
        await self._send(Page(Reply(text(line), rows), token=None, start=0, shown=0))

    async def _send(self, page: Page) -> None:
        place, sender = find_place(self.message), find_sender(self.message)
        number = await send_reply(self.bot, place, page.reply)
        memory = self.host.memory
        kept = [memory.answers.record(place.chat, place.message, page.as_sent(number))]
        if sender:
            kept.append(memory.askers.record(place.chat, number, sender.id))
        await asyncio.gather(*kept)
