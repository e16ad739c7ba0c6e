"""Publishing a draft from the chat, with the second pair of eyes where the settings ask for it."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from telegram.error import TelegramError

from bot.chat.callbacks import AskAgain
from bot.chat.desk.actions import DraftStep, StepDraft, UndoChange
from bot.chat.desk.showing import find_owner, show_draft
from bot.chat.markup import Markup, bold, italic, join, lines, link, shorten, text
from bot.chat.reply import Reply, arrange, make_button
from bot.chat.sending import send_notice
from bot.chat.views.desk_fields import MARK
from bot.desk import FourEyesError, PublishError, UnconfirmedError
from bot.store import Asked, DraftState
from bot.texts import moderation_changes as change_texts
from bot.texts import moderation_drafts as texts
from bot.texts.serve import describe_undelivered

if TYPE_CHECKING:
    from telegram.ext import ExtBot

    from bot.chat.host import Host
    from bot.chat.transport.urgency import Urgency
    from bot.desk import Change, TrayDraft

_LOG = logging.getLogger(__name__)

_TITLE_UNITS = 200


async def publish(
    bot: ExtBot[Urgency], host: Host, person: int, draft: TrayDraft, *, confirmed: bool
) -> Reply:
    """Publish a draft, or let it wait for another moderator, and return what to say.

    Args:
        bot: tells the others.
        host: holds the desk.
        person: who presses the button.
        draft: what they see.
        confirmed: whether they know of its warnings.

    Raises:
        DeskError: when it cannot be done now, apart from what the preview shows.
    """
    try:
        change = await host.desk.changes.publish(person, draft, confirmed=confirmed)
    except UnconfirmedError as error:
        return _ask_confirmation(draft, str(error))
    except FourEyesError:
        return await _submit(bot, host, person, draft)
    except PublishError:
        return await show_draft(host, draft, texts.NOT_YET)
    await _tell_owner(bot, host, person, draft, change)
    return await _show_published(host, draft, change)


def _ask_confirmation(draft: TrayDraft, warning: str) -> Reply:
    buttons = (
        make_button(
            texts.PUBLISH_SURELY, StepDraft(draft.id, draft.version, DraftStep.PUBLISH_SURELY)
        ),
        make_button(texts.BACK, StepDraft(draft.id, draft.version, DraftStep.SHOW)),
    )
    mark = draft.id[:MARK]
    hint = italic(texts.type_confirmation(mark))
    return Reply(lines(bold(texts.name_draft(mark)), text(warning), hint), arrange(buttons))


async def _submit(bot: ExtBot[Urgency], host: Host, person: int, draft: TrayDraft) -> Reply:
    if draft.state is DraftState.WAITING:
        return await show_draft(host, draft, texts.OWN_DRAFT)
    review = await host.desk.tray.review(draft)
    if review.obstacles:
        return await show_draft(host, draft, texts.NOT_YET)
    waiting = await host.desk.tray.submit(person, draft)
    reply = await show_draft(host, waiting, texts.PLEASE_CONFIRM)
    others = [
        other.address
        for other in await host.desk.rights.list_people()
        if other.address != person and other.mark != draft.owner
    ]
    told = [await _tell(bot, address, reply) for address in others]
    said = texts.SUBMITTED if any(told) else texts.NOBODY_TO_CONFIRM
    return await show_draft(host, waiting, said)


async def _tell_owner(
    bot: ExtBot[Urgency], host: Host, person: int, draft: TrayDraft, change: Change
) -> None:
    owner = await find_owner(host, draft.owner)
    if owner and owner.address != person:
        said = text(texts.describe_confirmation(change.who))
        await _tell(bot, owner.address, Reply(lines(_name(draft, change), said)))


async def _tell(bot: ExtBot[Urgency], person: int, reply: Reply) -> bool:
    """Send a notice; that it fails keeps nobody from what was done already."""
    try:
        return await send_notice(bot, person, reply) is not None
    except TelegramError as error:
        _LOG.warning(describe_undelivered(error.message))
        return False


def _name(draft: TrayDraft, change: Change) -> Markup:
    """Return what was published, with the link by which replies to the message name it."""
    title = link(shorten(change.title, _TITLE_UNITS), draft.intake.draft.url)
    return join(" ", bold(texts.PUBLISHED), title, text(texts.name_key(change.key)))


async def _show_published(host: Host, draft: TrayDraft, change: Change) -> Reply:
    questions = draft.intake.draft.questions
    asked = Asked(questions[0] if questions else change.title)
    token = await host.memory.questions.remember(asked)
    content = lines(
        _name(draft, change),
        text(texts.ANSWERS_NOW),
        *map(text, change.warnings),
    )
    buttons = (
        make_button(texts.SEE_ANSWER, AskAgain(token)),
        make_button(change_texts.UNDO, UndoChange(change.number, sure=False)),
    )
    return Reply(content, arrange(buttons))
