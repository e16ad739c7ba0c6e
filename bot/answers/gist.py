"""What a long message is about: the one sentence of it that the corpus answers best."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.answers.confidence import confidence
from bot.search import Query, Ranking, SearchEngine

_LONG = 60
"""Words; in a shorter message what is beside the point does little harm."""
_LONGEST_SENTENCE = 40
_MOST = 160
"""Parts that are tried."""
# In chat a sentence may begin with a small letter.
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|\n+")


def find_gist(text: str, query: Query, engine: SearchEngine) -> tuple[Query, Ranking]:
    """Return what is searched for in place of `query`, and its ranking.

    Args:
        text: the message.
        query: the whole of it, which is kept when it is short or fits better than any part.
        engine: reads and ranks the parts.
    """
    ranking = engine.rank(query)
    if len(text.split()) <= _LONG:
        return query, ranking
    best, most = (query, ranking), confidence(query, ranking, engine)
    for part in _list_parts(text):
        read = engine.read(part)
        ranked = engine.rank(read)
        likelihood = confidence(read, ranked, engine)
        if likelihood > most:
            best, most = (read, ranked), likelihood
    return best


def _list_parts(text: str) -> Iterator[str]:
    """Yield the sentences of `text`, each cut into parts of at most 40 words.

    When there are too many, the parts are longer, whatever sentences they are of.
    """
    sentences = [sentence.split() for sentence in _SENTENCE_END.split(text)]
    if len(sentences) > _MOST:
        sentences = [text.split()]
    longest = max(_LONGEST_SENTENCE, len(text.split()) // _MOST)
    for sentence in sentences:
        for start in range(0, len(sentence), longest):
            yield " ".join(sentence[start : start + longest])
