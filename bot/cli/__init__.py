"""The commands: a module each, with `register(subparsers)` and `run(args, settings) -> int`."""

COMMANDS = {
    "ask": "bot.cli.ask",
    "chat": "bot.cli.chat",
    "corpus": "bot.cli.corpus",
    "eval": "bot.cli.evaluate",
    "backup": "bot.cli.backup",
    "restore": "bot.cli.backup",
    "new-key": "bot.cli.new_key",
}
"""Commands by name, in the order of the help."""

SERVE = "bot.cli.serve"
"""What runs when no command is named."""
