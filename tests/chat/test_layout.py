"""Blocks are shown whole or not at all, the important ones first."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.layout import MUST, Block, assemble, fit
from bot.chat.markup import Markup, bold, text

SIZES = st.lists(st.tuples(st.integers(0, 60), st.integers(1, 3), st.integers(0, 3)), max_size=12)


@given(SIZES)
def test_what_is_shown_fits(sizes: list[tuple[int, int, int]]) -> None:
    blocks = [Block(Markup("x" * units, units, entities), rank) for units, rank, entities in sizes]

    whole = assemble(fit(blocks, units=100, entities=5))

    assert whole.units <= 100
    assert whole.entities <= 5


@given(SIZES)
def test_what_was_left_out_had_no_room_beside_more_important_blocks(
    sizes: list[tuple[int, int, int]],
) -> None:
    blocks = [Block(Markup("x" * units, units), rank) for units, rank, _ in sizes]
    kept = fit(blocks, units=100)

    for block in blocks:
        if block.content and block not in kept:
            more_important = [other for other in kept if other.rank <= block.rank]
            taken = sum(other.content.units + 2 for other in more_important)
            assert taken + block.content.units + 2 > 100


def test_blocks_keep_their_order() -> None:
    blocks = [Block(text("satu"), 3), Block(text("dua"), 1), Block(text("tiga"), glue="\n")]

    assert assemble(fit(blocks)).html == "satu\n\ndua\ntiga"


def test_the_less_important_block_goes_first() -> None:
    blocks = [Block(text("a" * 50), 1), Block(text("b" * 50), 2), Block(text("c" * 40))]

    assert assemble(fit(blocks, units=100)).html == "a" * 50 + "\n\n" + "c" * 40


def test_a_block_is_not_shown_without_the_one_it_needs() -> None:
    long = Block(text("a" * 200), 1)
    follower = Block(text("b"), 2, needs=long)

    assert assemble(fit([Block(text("c")), long, follower], units=100)).html == "c"


def test_entities_are_counted_too() -> None:
    blocks = [Block(bold("a"), 1), Block(bold("b"), 2)]

    assert assemble(fit(blocks, entities=1)).html == "<b>a</b>"


def test_empty_blocks_leave_no_gap() -> None:
    assert assemble(fit([Block(text("a")), Block(Markup()), Block(text("b"))])).html == "a\n\nb"


def test_what_must_be_shown_and_does_not_fit_is_a_mistake_of_the_caller() -> None:
    with pytest.raises(ValueError, match="too long"):
        fit([Block(text("a" * 200), MUST)], units=100)
