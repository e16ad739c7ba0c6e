"""Verb forms of everyday speech: "ngelaporin", "nyembunyiin", "dibenerin", "ketauan".

Spoken Indonesian replaces meN- by a nasal or nge-, -kan or -i by -in, and drops h at the head of a
root ("ngilangin"). See Sneddon, "Colloquial Jakartan Indonesian", 2006, chapter 2.
"""

from __future__ import annotations

from collections.abc import Iterator

_NASALS = (
    ("nge", ("",)),
    ("ng", ("", "h", "k")),
    ("ny", ("s", "c")),
    ("di", ("", "h")),
    ("ke", ("",)),
    ("n", ("t", "")),
    ("m", ("p", "")),
)
_SHORTEST_ROOT = 3


def undo_speech(word: str) -> Iterator[str]:
    """Yield the roots that a colloquial form may stand for, likeliest first.

    The caller keeps the first one that is a word; "nyoblosin" yields `soblos`, `coblos`, ….
    """
    for ending in ("in", "an", ""):
        if not word.endswith(ending):
            continue
        core = word[: len(word) - len(ending)]
        for prefix, firsts in _NASALS:
            if core.startswith(prefix):
                for first in firsts:
                    root = first + core[len(prefix) :]
                    if len(root) >= _SHORTEST_ROOT:
                        yield root
        if ending == "in" and len(core) >= _SHORTEST_ROOT:
            yield core
