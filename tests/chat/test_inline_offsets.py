"""Offsets of inline results are short, versioned, and exactly as written or nothing."""

from hypothesis import example, given
from hypothesis import strategies as st

from bot.chat.inline.offsets import Offset, decode, encode

REVISIONS = st.text("0123456789abcdef", min_size=12, max_size=12)


@given(REVISIONS, st.integers(0, 999))
def test_every_offset_survives_its_code(revision: str, start: int) -> None:
    offset = Offset(revision, start)
    code = encode(offset)

    assert code is not None
    assert len(code.encode()) <= 64
    assert decode(code) == offset


@given(st.text())
@example("o1:0123456789ab:010")
@example("o1:0123456789ab:10\n")
@example("o1:0123456789AB:10")
@example("o1:0123456789ab:١٠")
@example("o1:0123456789ab:-10")
@example("o2:0123456789ab:10")
def test_whatever_is_not_written_by_us_is_no_offset(code: str) -> None:
    offset = decode(code)

    assert offset is None or encode(offset) == code


def test_an_offset_that_cannot_be_named_has_no_code() -> None:
    assert encode(Offset("0123456789ab", 1000)) is None
    assert encode(Offset("0123456789ab", -1)) is None
    assert encode(Offset("leer", 10)) is None
