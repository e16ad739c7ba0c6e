"""Bytes of strangers, changed at random, never break a reader."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.targets import TARGETS


@st.composite
def mutate(draw: st.DrawFn, examples: tuple[bytes, ...]) -> bytes:
    """Return an example with pieces cut, repeated, swapped or replaced by anything."""
    data = draw(st.sampled_from(examples))
    for _ in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, len(data)))
        end = draw(st.integers(start, min(len(data), start + 40)))
        piece = draw(
            st.one_of(
                st.binary(max_size=20),
                st.text(max_size=20).map(lambda text: text.encode("utf-8", "surrogatepass")),
                st.just(data[start:end] * draw(st.integers(0, 30))),
                st.sampled_from(examples),
            )
        )
        data = data[:start] + piece + data[end:]
    return data


@pytest.mark.parametrize("name", TARGETS)
def test_nothing_that_is_read_breaks_its_reader(name: str) -> None:
    target, examples = TARGETS[name]

    @settings(
        max_examples=1_000,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(st.one_of(mutate(examples), st.binary(max_size=400)))
    def throw(data: bytes) -> None:
        target(data)

    throw()
