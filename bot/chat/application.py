"""The application: python-telegram-bot, set up, with every feature."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from telegram import Update
from telegram.ext import Application

from bot.chat.errors import report_error
from bot.chat.features import (
    about,
    answer_sources,
    claims,
    corrections,
    desk_articles,
    desk_drafts,
    desk_export,
    desk_fields,
    desk_history,
    desk_intake,
    desk_people,
    desk_queue,
    desk_replies,
    desk_screen,
    desk_statistics,
    edits,
    erasure,
    flood,
    forwards,
    group_rules,
    groups,
    guests,
    help,  # noqa: A004 - named as the command
    inline,
    language,
    membership,
    onboarding,
    other_buttons,
    other_messages,
    paging,
    plain_questions,
    privacy,
    questions,
    reading_on,
    removal,
    reports,
    sharing,
    sources,
    submissions,
    suggestions,
    timeline,
    topics,
    verdicts,
)
from bot.chat.transport.delivery import Delivery
from bot.chat.transport.lanes import MESSAGES_AT_ONCE, QUERIES_AT_ONCE
from bot.chat.transport.lean_bot import LeanBot
from bot.chat.transport.requests import PollingRequest, QuietRequest
from bot.settings import TELEGRAM

if TYPE_CHECKING:
    from bot.chat.host import App, Host

ALLOWED_UPDATES = (
    *(Update.MESSAGE, Update.EDITED_MESSAGE, Update.CALLBACK_QUERY),
    *(Update.INLINE_QUERY, Update.CHOSEN_INLINE_RESULT, Update.GUEST_MESSAGE),
    Update.MY_CHAT_MEMBER,
)
"""The kinds of updates that features handle; Telegram keeps the others to itself."""

_FEATURES = (
    *(language, onboarding, help, about, sources, privacy, erasure),
    # Forwards are collected before they are taken for questions.
    *(forwards, questions, plain_questions, edits, paging, suggestions),
    *(reading_on, answer_sources, sharing, verdicts, reports, submissions, corrections),
    *(topics, claims, timeline),
    *(inline, guests),
    *(flood, membership, removal, group_rules, groups),
    *(desk_intake, desk_drafts, desk_fields, desk_articles, desk_history, desk_people),
    *(desk_queue, desk_statistics, desk_export, desk_screen),
    desk_replies,
    # These take what is left.
    *(other_messages, other_buttons),
)


def build_application(token: str, api_url: str, host: Host, polling: PollingRequest) -> App:
    """Return the application, not yet connected.

    Args:
        token: of the bot.
        api_url: base address of the Bot API server, without a slash at its end.
        host: what features use.
        polling: fetches updates.
    """
    request = QuietRequest(MESSAGES_AT_ONCE + QUERIES_AT_ONCE)
    delivery = Delivery(host.metrics, is_limited=api_url == TELEGRAM)
    application: App = (
        Application.builder()
        .bot(LeanBot(token, api_url, request, polling, delivery))
        .updater(None)
        .job_queue(None)
        .build()
    )
    for feature in _FEATURES:
        feature.register(application, host)
    application.add_error_handler(partial(report_error, host))
    return application
