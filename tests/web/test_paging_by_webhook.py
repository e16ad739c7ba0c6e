"""The conversations of tests/chat/test_paging.py, when Telegram brings the updates."""

from tests.chat.test_paging import *  # noqa: F403 - whatever tests there are
