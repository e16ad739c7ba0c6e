"""The Telegram adapter; the only package that knows python-telegram-bot."""
