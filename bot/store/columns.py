"""What the columns of many tables have in common."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, String


def make_hash(name: str, *, primary_key: bool = False, index: bool = False) -> Column[str]:
    """Return a column for 64 hexadecimal digits, such as a keyed hash."""
    return Column(name, String(64), nullable=False, primary_key=primary_key, index=index or None)


def make_token(*, index: bool = False) -> Column[str]:
    """Return a part of the primary key for the token of a question."""
    return Column("token", String(16), primary_key=True, index=index or None)


def make_time(name: str, *, index: bool = False) -> Column[int]:
    """Return a column for whole seconds since 1970, UTC."""
    return Column(name, BigInteger, nullable=False, index=index or None)


def make_end() -> Column[int]:
    """Return the column for the time at which a row is deleted."""
    return make_time("expires", index=True)
