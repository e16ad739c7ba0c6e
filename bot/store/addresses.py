"""Where to reach a person later: encrypted, so that the database alone tells nobody."""

from __future__ import annotations

import base64
from dataclasses import dataclass

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_PURPOSE = b"tanya-sirekap delivery address 1"


@dataclass(frozen=True, slots=True)
class Address:
    """A private chat, and the language that is spoken there."""

    chat: int
    language: str


class AddressCipher:
    """Seals addresses under a key of their own, derived from the privacy key.

    Fernet (AES-128-CBC with HMAC-SHA-256): https://cryptography.io/en/latest/fernet/
    """

    def __init__(self, key: bytes) -> None:
        """Derive the key from the privacy key; who changes that one can open nothing old."""
        derived = HKDF(SHA256(), length=32, salt=None, info=_PURPOSE).derive(key)
        self._fernet = Fernet(base64.urlsafe_b64encode(derived))

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
