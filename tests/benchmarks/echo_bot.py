"""The bot beside which ours is measured: python-telegram-bot's own echo bot, nothing tuned.

`python -m tests.benchmarks.echo_bot TOKEN API_URL [PORT]`; with a port by webhook.
"""

from __future__ import annotations

import sys

from telegram import InlineQueryResultArticle, InputTextMessageContent, Update
from telegram.ext import (
    Application,
    ContextTypes,
    InlineQueryHandler,
    MessageHandler,
    filters,
)


def main(token: str, api_url: str, port: str = "") -> None:
    """Run until told to stop."""
    application = Application.builder().token(token).base_url(f"{api_url}/bot").build()
    application.add_handler(MessageHandler(filters.TEXT & ~filters.COMMAND, _echo))
    application.add_handler(InlineQueryHandler(_echo_query))
    if port:
        address = f"http://127.0.0.1:{port}/"
        application.run_webhook("127.0.0.1", int(port), webhook_url=address, secret_token="s" * 32)
    else:
        application.run_polling()


async def _echo(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    if update.message and update.message.text:
        await update.message.reply_text(update.message.text)


async def _echo_query(update: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
    if query := update.inline_query:
        content = InputTextMessageContent(query.query)
        await query.answer([InlineQueryResultArticle("1", query.query, content)])


if __name__ == "__main__":
    main(*sys.argv[1:])
