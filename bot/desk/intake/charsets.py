"""From the bytes of a page or a text file to its text."""

from __future__ import annotations

import codecs
import re

_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*(utf-?8)\b", re.IGNORECASE)
_UTF8 = re.compile(r"utf-?8", re.IGNORECASE)
_HEAD = 4096
_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decode(data: bytes, declared: str | None = None) -> str:
    """Return the text of `data`; bytes that fit no character become marks of replacement.

    Indonesian sites write UTF-8, or Windows-1252 without saying so or under another name. Other
    character sets are not tried: which decoder runs is not for a stranger to choose.

    Args:
        data: an HTML page or a plain text.
        declared: the character set that the server named, if any.
    """
    if data.startswith(_UTF16_MARKS):
        return data.decode("utf-16", "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        is_utf8 = _UTF8.fullmatch(declared or "") or _DECLARED.search(data[:_HEAD])
        return data.decode("utf-8-sig" if is_utf8 else "cp1252", "replace")
