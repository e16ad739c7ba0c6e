"""Indonesian stemming: what Sastrawi finds, found faster, and names left whole."""

from bot.search.stemming.stemmer import Stemmer

__all__ = ["Stemmer"]
