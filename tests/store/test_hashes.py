"""Keyed hashes tell people apart without telling who they are."""

import hmac

from hypothesis import given
from hypothesis import strategies as st

from bot.store import KeyedHash

PARTS = st.lists(st.text() | st.integers(), max_size=4)


def test_the_hash_is_hmac_sha256_over_framed_parts() -> None:
    framed = b"\0\0\0\x04chat" + b"\0\0\0\x0242"

    assert KeyedHash(b"key").hash("chat", 42) == hmac.new(b"key", framed, "sha256").hexdigest()


@given(PARTS, PARTS)
def test_different_parts_have_different_hashes(
    one: list[str | int], other: list[str | int]
) -> None:
    hashes = KeyedHash(b"key")
    same = [str(part) for part in one] == [str(part) for part in other]

    assert (hashes.hash("p", *one) == hashes.hash("p", *other)) == same


def test_another_key_or_purpose_gives_another_hash() -> None:
    assert KeyedHash(b"one").hash("chat", 42) != KeyedHash(b"two").hash("chat", 42)
    assert KeyedHash(b"one").hash("chat", 42) != KeyedHash(b"one").hash("message", 42)


def test_the_key_does_not_show() -> None:
    assert "secret" not in repr(KeyedHash(b"secret"))
