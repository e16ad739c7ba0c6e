"""The conversations of tests/chat/test_inline.py, when Telegram brings the updates."""

from tests.chat.test_inline import *  # noqa: F403 - whatever tests there are
