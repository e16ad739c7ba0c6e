"""`corpus export`: the corpus for other programs, on standard output."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from bot.articles import load_corpus
from bot.desk import describe_article, list_reviews

if TYPE_CHECKING:
    import argparse

    from bot.settings import Settings


def run(args: argparse.Namespace, settings: Settings) -> int:
    """Write one article a line, or an array of ClaimReview objects."""
    corpus = load_corpus(settings.corpus_dir)
    if args.format == "jsonl":
        for article in corpus.articles:
            sys.stdout.write(json.dumps(describe_article(article), ensure_ascii=False) + "\n")
    else:
        reviews = list(list_reviews(corpus))
        sys.stdout.write(json.dumps(reviews, ensure_ascii=False, indent=2) + "\n")
    return 0
