"""Addresses inside a message: where they are, and what their words say."""

from __future__ import annotations

import re
from urllib.parse import unquote, urlsplit

_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s<>\"'“”]{3,2000}", re.IGNORECASE)
_TRAILING = ".,;:!?)]}»…"
_WORDS = re.compile(r"[a-zA-Z]{2,}")
_FILE_ENDING = re.compile(r"\.[a-zA-Z]{3,5}$")


def find_addresses(text: str) -> list[str]:
    """Return the web addresses in `text` in order, each with its scheme."""
    found = (match[0].rstrip(_TRAILING) for match in _ADDRESS.finditer(text))
    return [url if "://" in url else f"https://{url}" for url in found]


def replace_addresses(text: str) -> str:
    """Return `text` with each address replaced by the words of its last part.

    News sites put the headline there: "…/2024/03/15/kpu-akui-kontrak-alibaba" says
    "kpu akui kontrak alibaba".
    """
    return _ADDRESS.sub(lambda match: f" {' '.join(_read_slug(match[0]))} ", text)


def _read_slug(url: str) -> list[str]:
    try:
        path = unquote(urlsplit(url if "://" in url else f"https://{url}").path)
    except ValueError:
        return []
    parts = [_WORDS.findall(_FILE_ENDING.sub("", part)) for part in path.split("/")]
    longest = max(parts, key=len, default=[])
    return [] if len(longest) < 3 else longest  # noqa: PLR2004 - fewer words are no headline
