"""Unpacks what a site sends, never to more bytes than asked for."""

from __future__ import annotations

import zlib

from bot.desk.errors import WrongContentError
from bot.texts import fetching as texts

_GZIP_OR_ZLIB = zlib.MAX_WBITS + 32
_PLAIN = frozenset({"", "identity"})
_PACKED = frozenset({"gzip", "x-gzip", "deflate"})


class Inflater:
    """Unpacks one response, chunk by chunk."""

    def __init__(self, encoding: str) -> None:
        """Unpack what is packed by `encoding`, the value of the Content-Encoding header.

        Raises:
            WrongContentError: it is packed in another way than was asked for, or twice.
        """
        name = encoding.strip().lower()
        if name not in _PLAIN | _PACKED:
            raise WrongContentError(texts.UNKNOWN_PACKING)
        self._inner = zlib.decompressobj(_GZIP_OR_ZLIB) if name in _PACKED else None

    def inflate(self, chunk: bytes, limit: int) -> bytes:
        """Return at most `limit` bytes of what is in `chunk`; `limit` is at least 1.

        Raises:
            WrongContentError: the chunk is damaged.
        """
        if self._inner is None:
            return chunk[:limit]
        try:
            return self._inner.decompress(chunk, limit)
        except zlib.error as error:
            raise WrongContentError(texts.UNKNOWN_PACKING) from error
