"""Questions that nothing answers: handed to the moderators with consent, followed on request.

No step keeps anything before the person agrees: the messages themselves carry the question.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from telegram import Message, MessageEntity
from telegram.ext import CommandHandler

from bot.chat.callbacks import Follow, Step, SubmitQuestion, encode
from bot.chat.incoming import PRIVATE
from bot.chat.markup import shorten, text
from bot.chat.pressing import Press, make_press_handler
from bot.chat.reading import find_words
from bot.chat.receipts import find_address
from bot.chat.reply import Reply
from bot.chat.scrubbing import scrub
from bot.chat.sending import edit_reply, find_place, send_reply
from bot.chat.views.submission import render_consent, render_following, render_submitted
from bot.desk.queue import QuestionQueue
from bot.store import Budget, Decision
from bot.texts import follow_up as indonesian
from bot.texts.spoken import chat as chat_texts
from bot.texts.spoken import follow_up as texts

if TYPE_CHECKING:
    from telegram import MaybeInaccessibleMessage, Update

    from bot.chat.host import App, Context, Host

_DAILY = Budget("submissions", burst=10, seconds=24 * 3600 / 10)
_LONGEST_UNITS = 1_000
_QUOTES: list[str | None] = [MessageEntity.BLOCKQUOTE, MessageEntity.EXPANDABLE_BLOCKQUOTE]


def register(application: App, host: Host) -> None:
    """Add the buttons, and /kirim and /kabari, which do the same."""
    application.add_handler(make_press_handler(host, SubmitQuestion, _step))
    application.add_handler(make_press_handler(host, Follow, _follow))
    submit, follow = partial(_submit_typed, host), partial(_follow_typed, host)
    application.add_handler(CommandHandler("kirim", submit, filters=PRIVATE))
    application.add_handler(CommandHandler("kabari", follow, filters=PRIVATE))


async def _step(host: Host, press: Press[SubmitQuestion]) -> str:
    message, place = press.query.message, press.place
    match press.action.step:
        case Step.OFFER:
            asked = _read_replied(message)
            await send_reply(press.bot, place, _ask_consent(asked))
        case Step.SEND:
            reply = await _submit(host, press.query.from_user.id, _read_quoted(message))
            await edit_reply(press.bot, place.chat, place.message, reply)
        case Step.DROP:
            await edit_reply(press.bot, place.chat, place.message, Reply(text(texts.DROPPED)))
    return ""


async def _submit_typed(host: Host, update: Update, context: Context) -> None:
    message = update.message
    if message is None:
        return
    if _asks_consent(message.reply_to_message):
        reply = await _submit(host, message.chat.id, _read_quoted(message.reply_to_message))
    else:
        reply = _ask_consent(" ".join(context.args or ()) or _read_replied(message))
    await send_reply(context.bot, find_place(message), reply)


async def _follow(host: Host, press: Press[Follow]) -> str:
    question = await host.memory.unanswered.recall(press.action.token)
    if question is None:
        return chat_texts.BUTTON_EXPIRED
    await host.memory.followers.follow(question.token, find_address(press.query.from_user.id))
    reply = render_following(question.text)
    await edit_reply(press.bot, press.place.chat, press.place.message, reply)
    return ""


async def _follow_typed(host: Host, update: Update, context: Context) -> None:
    message = update.message
    if message is None:
        return
    replied = message.reply_to_message
    wanted = " ".join(context.args or ()) or _read_quoted(replied) or _read_replied(message)
    queue = host.memory.unanswered
    question = await queue.recall(queue.find_token(_prepare(wanted)))
    if question:
        await host.memory.followers.follow(question.token, find_address(message.chat.id))
        reply = render_following(question.text)
    else:
        reply = Reply(text(texts.NOTHING_TO_FOLLOW))
    await send_reply(context.bot, find_place(message), reply)


async def _submit(host: Host, person: int, question: str) -> Reply:
    if not question:
        return Reply(text(texts.NOTHING_TO_SUBMIT))
    if not await host.memory.budgets.spend(_DAILY, person):
        return Reply(text(texts.TOO_MANY_QUESTIONS))
    prepared = _prepare(question)
    taken = await QuestionQueue(host.memory, host.live).take(person, prepared)
    match taken.refused:
        case None:
            return render_submitted(prepared, taken.token)
        case Decision.OUTSIDE:
            return Reply(text(texts.OUTSIDE_BEFORE))
        case _:
            return Reply(text(texts.RECEIVED))


def _ask_consent(question: str) -> Reply:
    prepared = _prepare(question)
    return render_consent(prepared) if prepared else Reply(text(texts.NOTHING_TO_SUBMIT))


def _prepare(question: str) -> str:
    """Return a question as moderators may read it: shortened, and without what is personal."""
    return shorten(scrub(question, indonesian.REMOVED), _LONGEST_UNITS)


def _read_replied(message: MaybeInaccessibleMessage | None) -> str:
    """Return the words of the message to which `message` replies."""
    replied = message.reply_to_message if isinstance(message, Message) else None
    return find_words(replied) if replied else ""


def _read_quoted(message: MaybeInaccessibleMessage | None) -> str:
    """Return the first block quotation in a message of ours, in which a question is shown."""
    if not isinstance(message, Message):
        return ""
    return next(iter(message.parse_entities(_QUOTES).values()), "")


def _asks_consent(message: Message | None) -> bool:
    keyboard = message.reply_markup.inline_keyboard if message and message.reply_markup else ()
    sending = encode(SubmitQuestion(Step.SEND))
    return any(button.callback_data == sending for row in keyboard for button in row)
