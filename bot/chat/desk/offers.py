"""Below answers to moderators: a button that takes the link or text of their message in."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from bot.chat.desk.actions import Continue, TakeIn
from bot.chat.desk.intake import find_address
from bot.chat.markup import count_units
from bot.chat.reply import make_button, stack
from bot.chat.views.desk_fields import MARK
from bot.store import Asked, DraftState
from bot.texts import moderation as texts

if TYPE_CHECKING:
    from bot.chat.host import Host
    from bot.chat.pages import Page
    from bot.chat.reply import Button
    from bot.desk import Person

_LONG_UNITS = 600
"""What is longer is rather a part of an article than a question."""


async def offer_intake(host: Host, person: int, words: str, page: Page) -> Page:
    """Return the answer, for a moderator with buttons that make a draft of what they sent.

    A long text may also be the rest of one that Telegram's app has cut: then it continues the
    draft that the moderator changed last.
    """
    address, is_long = find_address(words), count_units(words) > _LONG_UNITS
    if not (address or is_long):
        return page
    moderator = await host.desk.rights.find_person(person)
    if moderator is None:
        return page
    buttons: list[Button | None] = []
    if address:
        token = await host.memory.questions.remember(Asked(address))
        buttons.append(make_button(texts.ADD, TakeIn(token)))
    if is_long:
        buttons += await _offer_text(host, moderator, words)
    rows = (*page.reply.rows, *stack(buttons))
    return replace(page, reply=replace(page.reply, rows=rows))


async def _offer_text(host: Host, moderator: Person, words: str) -> list[Button | None]:
    token = await host.memory.questions.remember(Asked(words))
    drafts = await host.desk.tray.list_all()
    own = (each for each in drafts if each.owner == moderator.mark)
    latest = next((each for each in own if each.state is DraftState.OPEN), None)
    new = make_button(texts.NEW_DRAFT, TakeIn(token))
    if latest is None:
        return [new]
    label = texts.continue_draft(latest.id[:MARK])
    return [new, make_button(label, Continue(token, latest.id))]
