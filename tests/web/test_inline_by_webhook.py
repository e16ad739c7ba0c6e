"""The conversations of tests/chat/test_inline*.py, when Telegram brings the updates."""

from tests.chat.test_inline import *  # noqa: F403 - whatever tests there are
from tests.chat.test_inline_lists import *  # noqa: F403 - as above
from tests.chat.test_inline_offers import *  # noqa: F403 - as above
