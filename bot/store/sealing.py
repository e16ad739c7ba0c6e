"""Encryption of what may be read again, under keys derived from the privacy key."""

from __future__ import annotations

import base64

from cryptography.fernet import Fernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF


def derive_fernet(key: bytes, purpose: bytes) -> Fernet:
    """Return a cipher under a key of its own for each purpose.

    Fernet (AES-128-CBC with HMAC-SHA-256): https://cryptography.io/en/latest/fernet/
    """
    derived = HKDF(SHA256(), length=32, salt=None, info=purpose).derive(key)
    return Fernet(base64.urlsafe_b64encode(derived))
