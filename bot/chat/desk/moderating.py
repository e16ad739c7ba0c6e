"""What moderators send: seen before any other feature, and only when it is really one of them.

For everybody else these handlers do nothing, and the update goes on to the features of citizens.
So an outsider gets what an unknown command or button gets, and nothing tells who is a moderator.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

from telegram.ext import (
    ApplicationHandlerStop,
    CommandHandler,
    MessageHandler,
    filters,
)

from bot.chat.incoming import PRIVATE
from bot.chat.markup import lines, shorten, text
from bot.chat.pressing import Press, make_press_handler
from bot.chat.reply import Reply
from bot.chat.sending import Place, find_place, send_reply
from bot.desk import DeskError, NoRightError
from bot.desk.errors import UnknownArticleError
from bot.texts.moderation_changes import UNKNOWN_ARTICLE
from bot.texts.spoken import Language, speaking
from bot.texts.spoken import chat as texts

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine, Sequence

    from telegram import Message, Update
    from telegram.ext import CallbackQueryHandler, ExtBot

    from bot.chat.callbacks import Action
    from bot.chat.host import Context, Host
    from bot.chat.transport.urgency import Urgency

MODERATORS = -1
"""The group of handlers before that of citizens, behind language and flood control."""

_MOST_REASONS = 5
_REASON_UNITS = 700
_COMMAND = re.compile(r"/\S+\s*")

A = TypeVar("A", bound="Action")


@dataclass(frozen=True, slots=True)
class Order:
    """A message of the moderator `person` to the bot; `words` is what follows the command."""

    bot: ExtBot[Urgency]
    message: Message
    person: int
    words: str

    @property
    def place(self) -> Place:
        """Where replies go."""
        return find_place(self.message)


Answering: TypeAlias = "Callable[[Host, Order], Coroutine[Any, Any, Reply | None]]"
"""Does what was asked and returns what to say, or None when it said so itself."""

Pressing: TypeAlias = "Callable[[Host, Press[A]], Coroutine[Any, Any, str]]"


def make_command(host: Host, names: Sequence[str] | str, feature: Answering) -> Any:  # noqa: ANN401
    """Return the handler that gives a moderator's command to `feature`, in private chats."""
    return CommandHandler(names, partial(_obey, host, feature), filters=PRIVATE)


def make_message_handler(host: Host, kind: filters.BaseFilter, feature: Answering) -> Any:  # noqa: ANN401
    """Return the handler that gives a moderator's message of a kind to `feature`.

    `feature` may raise `NotForUsError` to leave the message to the features of citizens.
    """
    return MessageHandler(PRIVATE & kind, partial(_obey, host, feature))


def make_press(
    host: Host, kind: type[A], feature: Pressing[A]
) -> CallbackQueryHandler[Context, Any]:
    """Return the handler that gives a moderator's presses of a kind to `feature`.

    For anybody else, the button is one that the bot does not know.
    """
    return make_press_handler(host, kind, partial(_press, feature))


def split_word(words: str) -> tuple[str, str]:
    """Return the first of `words`, and what follows it as it was written."""
    first, rest = (*words.split(maxsplit=1), "", "")[:2]
    return first, rest.strip()


def explain(error: DeskError) -> Reply:
    """Return why the desk did not do something; what it quotes of articles may be long."""
    if isinstance(error, UnknownArticleError):
        # The desk's own message names a command of the terminal.
        return Reply(text(UNKNOWN_ARTICLE))
    reasons = str(error).splitlines()[:_MOST_REASONS]
    return Reply(lines(*(text(shorten(reason, _REASON_UNITS)) for reason in reasons)))


class NotForUsError(Exception):
    """The message is none that the desk takes."""


async def _obey(host: Host, feature: Answering, update: Update, context: Context) -> None:
    message = update.message
    if message is None or message.from_user is None:
        return
    person = message.from_user.id
    if await host.desk.rights.find_role(person) is None:
        return
    order = Order(context.bot, message, person, _read_words(message))
    with speaking(Language.INDONESIAN):
        try:
            reply = await feature(host, order)
        except NotForUsError:
            return
        except DeskError as error:
            if await _is_dismissed(host, person, error):
                return
            reply = explain(error)
        if reply:
            await send_reply(context.bot, order.place, reply)
    raise ApplicationHandlerStop


async def _press(feature: Pressing[A], host: Host, press: Press[A]) -> str:
    person = press.query.from_user.id
    # Their id is that of the private chat with them, too; elsewhere there are no such buttons.
    if press.place.chat != person or await host.desk.rights.find_role(person) is None:
        return texts.BUTTON_UNKNOWN
    with speaking(Language.INDONESIAN):
        try:
            return await feature(host, press)
        except DeskError as error:
            if await _is_dismissed(host, person, error):
                return texts.BUTTON_UNKNOWN
            # Not above the chat: there it has no room, and is gone once the button stops spinning.
            await send_reply(press.bot, press.place, explain(error))
    return ""


async def _is_dismissed(host: Host, person: int, error: DeskError) -> bool:
    """Tell whether it failed because the person has just lost all rights, not only lacks one."""
    return isinstance(error, NoRightError) and await host.desk.rights.find_role(person) is None


def _read_words(message: Message) -> str:
    """Return the text behind the command, as it was written."""
    words = message.text or message.caption or ""
    command = _COMMAND.match(words)
    return words[command.end() :] if command else words
