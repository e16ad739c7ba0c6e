"""Where to reach a person later: encrypted, so that the database alone tells nobody."""

from __future__ import annotations

from dataclasses import dataclass

from cryptography.fernet import InvalidToken

from bot.store.sealing import Seal, derive_fernet

_PURPOSE = b"tanya-sirekap delivery address 2"
_FORMER_PURPOSE = b"tanya-sirekap delivery address 1"
_DIGITS = 16
"""Ids of people have at most 52 bits: https://core.telegram.org/bots/api#user"""


@dataclass(frozen=True, slots=True)
class Address:
    """A private chat, and the language that is spoken there."""

    chat: int
    language: str


class AddressCipher:
    """Seals addresses under a key of their own, derived from the privacy key."""

    def __init__(self, key: bytes) -> None:
        """Derive the key from the privacy key; who changes that one can open nothing old."""
        self._seal = Seal(key, _PURPOSE)
        self._fernet = derive_fernet(key, _FORMER_PURPOSE)

    def __repr__(self) -> str:
        """Return a text without the key."""
        return "AddressCipher()"

    def seal(self, address: Address) -> str:
        """Return `address` encrypted; no two seals of an address are equal."""
        # Equally long for all, since the seal is as long as what is in it.
        return self._seal.close(f"{address.chat:0{_DIGITS}} {address.language}".encode())

    def open(self, sealed: str) -> Address | None:
        """Return the address, or None for a seal of another key or one that was changed."""
        content = self._open(sealed)
        if content is None:
            return None
        chat, _, language = content.decode().partition(" ")
        return Address(int(chat), language)

    def _open(self, sealed: str) -> bytes | None:
        if sealed.startswith(Seal.MARK):
            return self._seal.open(sealed)
        try:
            # By an earlier release.
            return self._fernet.decrypt(sealed.encode())
        except InvalidToken:
            return None
