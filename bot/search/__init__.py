"""Search: Indonesian text to tokens, passages, BM25 and ranked passages.

What other rooms use is named here; everything else may change freely.
"""

from bot.search.bm25 import BM25Index
from bot.search.cache import keep_engine, open_engine
from bot.search.engine import SearchEngine
from bot.search.growing import grow_engine
from bot.search.index import PassageIndex
from bot.search.passages import Passage, split_passages
from bot.search.query import Concept, Query, Term
from bot.search.ranking import Ranking, Weights
from bot.search.sentences import split_sentences

__all__ = [
    "BM25Index",
    "Concept",
    "Passage",
    "PassageIndex",
    "Query",
    "Ranking",
    "SearchEngine",
    "Term",
    "Weights",
    "grow_engine",
    "keep_engine",
    "open_engine",
    "split_passages",
    "split_sentences",
]
