"""The conversations of tests/chat/test_edits.py, when Telegram brings the updates."""

from tests.chat.test_edits import *  # noqa: F403 - whatever tests there are
