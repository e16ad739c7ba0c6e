"""`chat`: the conversation in a terminal, without a token."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from bot.answers.live import LiveAnswerer
from bot.console.conversation import Conversation
from bot.console.prompt import read_messages
from bot.console.screen import open_screen
from bot.texts import console as texts

if TYPE_CHECKING:
    import argparse

    from bot.settings import Settings


def register(subparsers: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add the command to the program's parser."""
    parser = subparsers.add_parser("chat", help=texts.CHAT, description=texts.CHAT)
    parser.set_defaults(run=run)


def run(_args: argparse.Namespace, settings: Settings) -> int:
    """Talk until the person leaves or the input ends, and return 0."""
    screen = open_screen()
    with screen.status(texts.PREPARING):
        live = LiveAnswerer.open(settings.corpus_dir, settings.data_dir / "cache")
    conversation = Conversation(live, screen)
    conversation.greet()
    for message in read_messages(screen, sys.stdin):
        try:
            if not conversation.take(message):
                break
        except KeyboardInterrupt:
            screen.print()
        sys.stdout.flush()
    conversation.part()
    return 0
