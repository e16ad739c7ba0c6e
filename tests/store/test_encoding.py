"""A database of PostgreSQL that could not keep every text is refused at the start."""

import pytest

from bot.store import Asked, StoreError, open_memory
from tests.store.conftest import KEY
from tests.store.postgresql import make_database

OTHERS = ["SQL_ASCII", "LATIN1"]


@pytest.mark.parametrize("encoding", OTHERS)
async def test_another_encoding_than_utf8_is_refused_by_its_name(encoding: str) -> None:
    options = f"ENCODING '{encoding}' TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C'"
    async with make_database(options) as url:
        with pytest.raises(StoreError, match=rf"{encoding}.+UTF8"):
            async with open_memory(url, KEY):
                pass


async def test_utf8_keeps_a_text_as_it_is() -> None:
    asked = Asked("“Apa benar 5 × 3?” 🗳 ‑ ﷽")
    options = "ENCODING 'UTF8' TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C'"
    async with make_database(options) as url, open_memory(url, KEY) as memory:
        assert await memory.questions.recall(await memory.questions.remember(asked)) == asked
