"""Where to reach a person later: encrypted, so that the database alone tells nobody."""

from __future__ import annotations

from dataclasses import dataclass

from cryptography.fernet import InvalidToken

from bot.store.sealing import derive_fernet

_PURPOSE = b"tanya-sirekap delivery address 1"


@dataclass(frozen=True, slots=True)
class Address:
    """A private chat, and the language that is spoken there."""

    chat: int
    language: str


class AddressCipher:
    """Seals addresses under a key of their own, derived from the privacy key."""

    def __init__(self, key: bytes) -> None:
        """Derive the key from the privacy key; who changes that one can open nothing old."""
        self._fernet = derive_fernet(key, _PURPOSE)

    def __repr__(self) -> str:
        """Return a text without the key."""
        return "AddressCipher()"

    def seal(self, address: Address) -> str:
        """Return `address` encrypted; no two seals of an address are equal."""
        return self._fernet.encrypt(f"{address.chat} {address.language}".encode()).decode()

    def open(self, sealed: str) -> Address | None:
        """Return the address, or None for a seal of another key or one that was changed."""
        try:
            chat, _, language = self._fernet.decrypt(sealed.encode()).decode().partition(" ")
        except InvalidToken:
            return None
        return Address(int(chat), language)
