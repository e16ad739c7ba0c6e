"""Fitting a message into Telegram's limits by leaving out whole blocks, never by cutting."""

from __future__ import annotations

from dataclasses import dataclass

from bot.chat.markup import MAX_ENTITIES, MAX_UNITS, Markup, text

MUST = 0
"""The rank of blocks that a message makes no sense without."""


@dataclass(frozen=True, slots=True, eq=False)
class Block:
    """A part of a message that is shown whole or not at all.

    `rank` says how soon it is given up: the higher, the sooner, `MUST` never. `needs` is a block
    without which this one is not shown either. `glue` stands before it unless it comes first.
    """

    content: Markup
    rank: int = MUST
    needs: Block | None = None
    glue: str = "\n\n"


def fit(blocks: list[Block], units: int = MAX_UNITS, entities: int = MAX_ENTITIES) -> list[Block]:
    """Return the blocks to show, in their order: those of low rank first find room.

    Raises:
        ValueError: when the blocks of rank `MUST` alone don't fit; who makes them bounds them.
    """
    chosen: set[Block] = set()
    for block in sorted(blocks, key=lambda block: block.rank):
        if not block.content or (block.needs is not None and block.needs not in chosen):
            continue
        units -= block.content.units + len(block.glue)
        entities -= block.content.entities
        if units >= 0 and entities >= 0:
            chosen.add(block)
            continue
        if block.rank == MUST:
            raise ValueError("the parts that must be shown are too long for one message")
        units += block.content.units + len(block.glue)
        entities += block.content.entities
    return [block for block in blocks if block in chosen]


def assemble(blocks: list[Block]) -> Markup:
    """Return the blocks as one piece of a message."""
    whole = Markup()
    for block in blocks:
        whole = whole + text(block.glue) + block.content if whole else block.content
    return whole
