"""A question on its way to the moderators: consent, thanks, and the offer to hear of an answer."""

from __future__ import annotations

from bot.chat.callbacks import Follow, Step, SubmitQuestion
from bot.chat.markup import join, quote, text
from bot.chat.reply import Reply, arrange, make_button, stack
from bot.texts.spoken import follow_up as texts


def render_consent(question: str) -> Reply:
    """Show the question exactly as it would be sent, and ask whether to send it."""
    buttons = [
        make_button(texts.SEND, SubmitQuestion(Step.SEND)),
        make_button(texts.DROP, SubmitQuestion(Step.DROP)),
    ]
    shown = quote(text(question))
    return Reply(
        join("\n\n", text(texts.CONSENT), shown, text(texts.CONSENT_HINT)), arrange(buttons)
    )


def render_submitted(question: str, token: str) -> Reply:
    """Thank for the question with this token in the queue, and offer to tell of its answer."""
    shown = quote(text(question))
    content = join("\n\n", text(texts.SUBMITTED), shown, text(texts.FOLLOW_OFFER))
    return Reply(content, stack([make_button(texts.FOLLOW, Follow(token))]))


def render_following(question: str) -> Reply:
    """Say that the person will hear of an answer to the question."""
    shown = quote(text(question))
    return Reply(join("\n\n", text(texts.SUBMITTED), shown, text(texts.FOLLOWED)))
