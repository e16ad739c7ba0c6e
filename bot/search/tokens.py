"""Text to tokens: Unicode normalisation, and the words, numbers and names that search compares.

Joined forms are split where people write them both ways: "Rp3,5" gives `rp` and `3,5`, "C.Hasil"
gives `c` and `hasil`, "03/2024" gives `03` and `2024`, "Ganjar-Mahfud" gives two names. What is
one word stays one: "orang-orang" and "KPU-nya" lose the repeated half and the clitic, "Asy'ari"
and "Asy’ari" are the same, "@kpu_id" and "#sirekap" are read as `kpu`, `id` and `sirekap`.
Numbers keep their decimal sign ("3,5", "18.30" as `18,30`) and lose the points of thousands
("1.234.567" as `1234567`). Characters that nobody sees, such as a zero-width space, part no word.
"""

from __future__ import annotations

import re
import unicodedata
from typing import NamedTuple

_APOSTROPHES = str.maketrans(dict.fromkeys("‘’ʼ`´′", "'"))
# Loose accents, soft hyphens, zero-width and bidirectional marks, variation selectors.
_UNSEEN = re.compile(
    "[\u0300-\u036f\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff]"
)
_TOKEN = re.compile(
    r"(?P<number>\d+(?:[.,:]\d+)+|\d+(?![^\W_]))"
    r"|rp(?=\.?\s?\d)"
    r"|[^\W_]+(?:'[^\W\d_]+)*(?:-[^\W\d_]+(?:'[^\W\d_]+)*)*"
)
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?")
_CLITICS = frozenset({"nya", "lah", "kah", "pun", "ku", "mu"})
_SHORTEST_DOUBLED = 3
_LONGEST_SUFFIX = 3
MAX_TOKEN_LENGTH = 64
"""Longer runs of letters or digits are cut, so that no single one costs much."""


class Token(NamedTuple):
    """A normalised word and the span of the text that it was read from."""

    text: str
    start: int
    end: int


def fold(text: str) -> str:
    """Return `text` in lower case with plain apostrophes and without accents, one to one.

    Every character of the result stands for the character at the same place in `text`, so that
    spans found in one hold in the other.
    """
    if text.isascii():
        return text.lower().replace("`", "'")
    return "".join(map(_fold_character, text.translate(_APOSTROPHES)))


def tokenize(text: str) -> list[Token]:
    """Return the tokens of `text` in order; spans index `text` itself."""
    folded = fold(text)
    if text.isascii() or not _UNSEEN.search(folded):
        return _read_tokens(folded)
    seen = [place for place, character in enumerate(folded) if not _UNSEEN.match(character)]
    tokens = _read_tokens("".join(folded[place] for place in seen))
    return [Token(t.text, seen[t.start], seen[t.end - 1] + 1) for t in tokens]


def _read_tokens(folded: str) -> list[Token]:
    tokens: list[Token] = []
    for match in _TOKEN.finditer(folded):
        text, (start, end) = match[0], match.span()
        if "-" in text:
            tokens += _split_hyphens(text, start)
        else:
            word = _fold_number(text) if match.lastgroup == "number" else text
            tokens.append(Token(word[:MAX_TOKEN_LENGTH], start, end))
    return tokens


def _fold_character(character: str) -> str:
    base = unicodedata.normalize("NFKD", character)[0]
    lowered = base.lower()
    return lowered if len(lowered) == 1 else base


def _fold_number(number: str) -> str:
    if _THOUSANDS.fullmatch(number):
        return number.replace(".", "")
    return number.replace(".", ",").replace(":", ",")


def _split_hyphens(joined: str, start: int) -> list[Token]:
    """Split at hyphens; drop clitics and the second half of a doubled word."""
    tokens: list[Token] = []
    for part in joined.split("-"):
        end = start + len(part)
        repeated = bool(tokens) and _is_doubled(tokens[-1].text, part)
        if not (tokens and part in _CLITICS) and not repeated:
            tokens.append(Token(part[:MAX_TOKEN_LENGTH], start, end))
        start = end + 1
    return tokens


def _is_doubled(first: str, second: str) -> bool:
    """Tell "anak-anaknya", "tolong-menolong" and "sebaik-baiknya" from "Ganjar-Mahfud"."""
    if len(first) < _SHORTEST_DOUBLED:
        return first == second
    if first in second or (second.startswith("me") and second.endswith(first[1:])):
        return True
    shortest = max(_SHORTEST_DOUBLED, len(second) - _LONGEST_SUFFIX)
    return any(first.endswith(second[:end]) for end in range(shortest, len(second) + 1))
