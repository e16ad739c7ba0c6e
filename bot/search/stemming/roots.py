"""The dictionary of root words, read from the installed PySastrawi and never copied."""

from __future__ import annotations

from importlib.resources import files


def load_roots() -> frozenset[str]:
    """Read Sastrawi's root words (`Sastrawi/Stemmer/data/kata-dasar.txt`), about 30,000.

    Raises:
        RuntimeError: The installed package lacks its word list.
    """
    listing = files("Sastrawi").joinpath("Stemmer", "data", "kata-dasar.txt")
    try:
        words = listing.read_text(encoding="utf-8").split("\n")
    except FileNotFoundError as error:
        raise RuntimeError(
            "PySastrawi lacks its word list kata-dasar.txt; install it anew"
        ) from error
    # Made of a set that is complete, it takes half of the room of one that grew.
    return frozenset({word for word in words if word.strip()})
