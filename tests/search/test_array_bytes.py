"""Arrays as bytes: what comes back is what was put in, where it lies."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.search.array_bytes import join_arrays, split_arrays

KINDS = st.sampled_from([np.uint8, np.uint16, np.int32, np.int64, np.float64])
ARRAYS = st.builds(
    lambda kind, numbers, width: np.array(numbers * width, kind).reshape(-1, width),
    KINDS,
    st.lists(st.integers(0, 200), max_size=70),
    st.integers(1, 3),
)


@given(st.dictionaries(st.text(max_size=9), ARRAYS, max_size=6))
def test_every_array_comes_back_with_its_name_type_and_shape(
    arrays: dict[str, np.ndarray],
) -> None:
    back = split_arrays(memoryview(join_arrays(arrays)))

    assert list(back) == list(arrays)
    for name, array in arrays.items():
        assert (back[name].dtype, back[name].shape) == (array.dtype, array.shape)
        assert back[name].tolist() == array.tolist()


def test_arrays_are_used_where_they_lie_and_cannot_be_written_to() -> None:
    packed = memoryview(join_arrays({"satu": np.arange(100), "dua": np.arange(7, dtype=np.uint8)}))

    for array in split_arrays(packed).values():
        assert np.shares_memory(array, np.frombuffer(packed, np.uint8))
        with pytest.raises(ValueError, match="read-only"):
            array[0] = 1
