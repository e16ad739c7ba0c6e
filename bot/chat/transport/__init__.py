"""Between Telegram and the features: updates in, each once and in order; messages out, in pace."""
