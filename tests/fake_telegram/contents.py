"""What a person's message can consist of, as the fields of `Message`."""

from __future__ import annotations

from tests.fake_telegram.api_spec import Json
from tests.fake_telegram.entities import detect_entities


def text(words: str) -> Json:
    """A text; links, commands and mentions in it are marked as Telegram marks them."""
    entities = detect_entities(words)
    return {"text": words} | ({"entities": entities} if entities else {})


def photo(caption: str = "") -> Json:
    """A picture in two sizes."""
    sizes = [(90, 67), (800, 600)]
    pictures = [_file("photo", size[0]) | {"width": size[0], "height": size[1]} for size in sizes]
    return {"photo": pictures} | _caption(caption)


def document(file_name: str, caption: str = "", mime_type: str = "application/pdf") -> Json:
    """A file."""
    described = _file("document", 2048) | {"file_name": file_name, "mime_type": mime_type}
    return {"document": described} | _caption(caption)


def video(caption: str = "") -> Json:
    """A video of nine seconds."""
    return {"video": _file("video", 90_000) | _moving(9)} | _caption(caption)


def voice(seconds: int = 4) -> Json:
    """A voice note."""
    return {"voice": _file("voice", 9000) | {"duration": seconds, "mime_type": "audio/ogg"}}


def video_note(seconds: int = 4) -> Json:
    """A round video message."""
    return {"video_note": _file("note", 9000) | {"length": 240, "duration": seconds}}


def sticker(emoji: str = "👍") -> Json:
    """A sticker."""
    kind = {"type": "regular", "is_animated": False, "is_video": False, "emoji": emoji}
    return {"sticker": _file("sticker", 4000) | {"width": 512, "height": 512} | kind}


def animation(caption: str = "") -> Json:
    """A GIF, which Telegram sends as a document too."""
    moving = _file("animation", 40_000) | _moving(2)
    return {"animation": moving, "document": _file("animation", 40_000)} | _caption(caption)


def location(latitude: float = -6.2, longitude: float = 106.8) -> Json:
    """A place, Jakarta if nothing else is said."""
    return {"location": {"latitude": latitude, "longitude": longitude}}


def contact(
    first_name: str = "Budi", phone_number: str = "+628120000000", user_id: int | None = None
) -> Json:
    """A person's telephone number, with the account where they have one that can be told."""
    account = {} if user_id is None else {"user_id": user_id}
    return {"contact": {"first_name": first_name, "phone_number": phone_number} | account}


def dice(value: int = 4) -> Json:
    """A thrown die."""
    return {"dice": {"emoji": "🎲", "value": value}}


def poll(question: str = "Setuju?", options: tuple[str, ...] = ("Ya", "Tidak")) -> Json:
    """A regular, anonymous poll."""
    choices = [
        {"persistent_id": str(number), "text": option, "voter_count": 0}
        for number, option in enumerate(options)
    ]
    described: Json = {"id": "5001", "question": question, "options": choices, "type": "regular"}
    counts = {"total_voter_count": 0, "is_closed": False, "is_anonymous": True}
    flags = {"allows_multiple_answers": False, "allows_revoting": False, "members_only": False}
    return {"poll": described | counts | flags}


def _file(name: str, size: int) -> Json:
    return {
        "file_id": f"{name}-{size}",
        "file_unique_id": f"unique-{name}-{size}",
        "file_size": size,
    }


def _moving(seconds: int) -> Json:
    return {"width": 320, "height": 240, "duration": seconds}


def _caption(words: str) -> Json:
    if not words:
        return {}
    entities = detect_entities(words)
    return {"caption": words} | ({"caption_entities": entities} if entities else {})
