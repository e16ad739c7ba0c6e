"""Keyed hashes: the only form in which the store sees anything that points to a person."""

from __future__ import annotations

import hmac


class KeyedHash:
    """HMAC-SHA-256 under the privacy key, a separate family of hashes for each purpose."""

    def __init__(self, key: bytes) -> None:
        """Hash under `key`; who does not have it can neither guess nor compare ids."""
        # A copy of it takes a third of the time that beginning anew with the key takes.
        self._begun = hmac.new(key, digestmod="sha256")

    def __repr__(self) -> str:
        """Return a text without the key."""
        return "KeyedHash()"

    def hash(self, purpose: str, *parts: str | int) -> str:
        """Return 64 hexadecimal digits for `parts`.

        Args:
            purpose: what the hash is for; equal parts under two purposes have nothing in common.
            parts: texts and numbers; each is framed by its length, so that ("a", "bc") and
                ("ab", "c") differ.
        """
        fields = [str(part).encode("utf-8", "surrogatepass") for part in (purpose, *parts)]
        framed = b"".join(len(field).to_bytes(4, "big") + field for field in fields)
        code = self._begun.copy()
        code.update(framed)
        return code.hexdigest()
