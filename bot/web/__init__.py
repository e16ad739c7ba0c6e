"""The HTTP side: what Telegram and those who run the bot reach it by."""
