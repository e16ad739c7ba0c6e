"""The conversations of tests/chat/test_groups.py, when Telegram brings the updates."""

from tests.chat.test_groups import *  # noqa: F403 - whatever tests there are
