"""The conversations of tests/chat/test_asking.py, when Telegram brings the updates."""

from tests.chat.test_asking import *  # noqa: F403 - whatever tests there are
