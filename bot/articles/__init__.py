"""The corpus as values: articles, claim cards, taxonomy and glossary, read from plain files.

What other rooms use is named here; everything else may change freely.
"""

from bot.articles.addresses import AddressError, AddressFault, article_key, canonical_url
from bot.articles.checking import check_file
from bot.articles.errors import CorpusError, CorpusFolderError, EmptyCorpusError
from bot.articles.reading import current_day, load_corpus
from bot.articles.report import nearest
from bot.articles.rereading import CorpusReader
from bot.articles.sealed_cache import SealedCache
from bot.articles.snapshots import open_corpus
from bot.articles.sources import fingerprint
from bot.articles.values import (
    Article,
    Citation,
    Claim,
    ClaimLine,
    ClaimSection,
    Corpus,
    Correction,
    Glossary,
    Outcome,
    Problem,
    Retraction,
    Severity,
    Taxonomy,
    Topic,
)

__all__ = [
    "AddressError",
    "AddressFault",
    "Article",
    "Citation",
    "Claim",
    "ClaimLine",
    "ClaimSection",
    "Corpus",
    "CorpusError",
    "CorpusFolderError",
    "CorpusReader",
    "Correction",
    "EmptyCorpusError",
    "Glossary",
    "Outcome",
    "Problem",
    "Retraction",
    "SealedCache",
    "Severity",
    "Taxonomy",
    "Topic",
    "article_key",
    "canonical_url",
    "check_file",
    "current_day",
    "fingerprint",
    "load_corpus",
    "nearest",
    "open_corpus",
]
