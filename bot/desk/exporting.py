"""The corpus for other programs: articles as plain objects, claim cards as ClaimReview."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from datetime import date

from bot.answers.claims import list_citations
from bot.articles import Article, Claim, Corpus, Outcome
from bot.search import split_passages
from bot.texts import desk as texts

Object = dict[str, object]

_OFFICES = ("ketua ", "wakil ketua ", "anggota ", "menteri ", "presiden ", "hakim ")
_FROM_MEDIA = ("unggahan", "video", "petugas", "calon legislatif")


def describe_article(article: Article) -> Object:
    """Return every field of `article` and its passages, which a retracted one has none of."""
    fields = asdict(article)
    citation: Object = fields.pop("citation")
    fields.pop("question_lines")
    passages = [] if article.retracted else split_passages(article)
    described = {
        "key": fields.pop("key"),
        "file": fields.pop("file"),
        **citation,
        **fields,
        "passages": [{"key": each.key, "text": each.text} for each in passages],
    }
    return {name: _plain(value) for name, value in described.items()}


def list_reviews(corpus: Corpus) -> Iterator[Object]:
    """Yield a ClaimReview (https://schema.org/ClaimReview) for each claim that somebody decided.

    The review is that of the one who decided, in their words; `sdPublisher` says who wrote down
    the data.
    """
    for claim in corpus.claims:
        if claim.outcome:
            yield _describe_review(claim, claim.outcome, corpus)


def _describe_review(claim: Claim, outcome: Outcome, corpus: Corpus) -> Object:
    appearances = [
        corpus.by_file[file].citation.url
        for section in claim.sections[:1]
        for line in section.lines
        for file in line.articles
    ]
    return {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "claimReviewed": claim.claim,
        "inLanguage": "id",
        "datePublished": outcome.date.isoformat(),
        "url": _find_report(claim, outcome, corpus).citation.url,
        "author": _describe_author(outcome.by),
        "reviewRating": {"@type": "Rating", "alternateName": outcome.label},
        "itemReviewed": {
            "@type": "Claim",
            "text": claim.claim,
            "author": [_describe_author(claimant) for claimant in claim.claimants],
            "datePublished": claim.first_made.isoformat(),
            "appearance": [
                {"@type": "CreativeWork", "url": url} for url in dict.fromkeys(appearances)
            ],
        },
        "sdPublisher": {"@type": "Organization", "name": texts.PROVIDER},
    }


def _find_report(claim: Claim, outcome: Outcome, corpus: Corpus) -> Article:
    """Return the cited article that reports the outcome: that of the day nearest to it."""
    articles = [corpus.by_file[file] for file in list_citations(claim)]
    return min(articles, key=lambda article: abs(article.citation.published - outcome.date))


def _describe_author(name: str) -> Object:
    """Describe a person ("Nama, jabatan" or "Ketua … Nama") or an organisation."""
    person, comma, office = name.partition(", ")
    lower = name.lower()
    if lower.startswith(_OFFICES):
        return {"@type": "Person", "name": name}
    if comma and not lower.startswith(_FROM_MEDIA) and " dan " not in person and " " in person:
        return {"@type": "Person", "name": person, "jobTitle": office}
    return {"@type": "Organization", "name": name}


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {name: _plain(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(inner) for inner in value]
    return value
