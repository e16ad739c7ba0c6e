"""Pictures and files that the bot makes, as replies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from telegram import InputFile, ReplyParameters
from telegram.constants import ParseMode

if TYPE_CHECKING:
    from telegram import Bot

    from bot.chat.markup import Markup
    from bot.chat.sending import Place
    from bot.desk.open_data import ExportFile

MOST_BYTES = 50_000_000
"""What a bot may send as a file: https://core.telegram.org/bots/api#senddocument"""

MAX_CAPTION = 1_024
"""Units of a caption after parsing: https://core.telegram.org/bots/api#sendphoto"""

_UPLOAD_SECONDS = 120.0


async def send_picture(bot: Bot, place: Place, picture: bytes, caption: Markup) -> None:
    """Send a PNG with a caption of at most `MAX_CAPTION` units."""
    await bot.send_photo(
        place.chat,
        InputFile(picture, filename="statistik.png"),
        caption=caption.html,
        parse_mode=ParseMode.HTML,
        message_thread_id=place.topic,
        reply_parameters=ReplyParameters(place.message, allow_sending_without_reply=True),
        write_timeout=_UPLOAD_SECONDS,
    )


async def send_file(bot: Bot, place: Place, file: ExportFile, caption: Markup) -> None:
    """Send a file of at most `MOST_BYTES` with a caption of at most `MAX_CAPTION` units."""
    await bot.send_document(
        place.chat,
        InputFile(file.data, filename=file.name),
        caption=caption.html,
        parse_mode=ParseMode.HTML,
        disable_content_type_detection=True,
        message_thread_id=place.topic,
        reply_parameters=ReplyParameters(place.message, allow_sending_without_reply=True),
        write_timeout=_UPLOAD_SECONDS,
    )
