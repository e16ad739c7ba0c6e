"""The corpus goes out whole, and each review is that of the one who decided."""

from __future__ import annotations

import json
from pathlib import Path

from bot.articles import load_corpus
from bot.desk.exporting import describe_article, list_reviews
from bot.search import split_passages
from tests.articles.samples import ARTICLE, SHIPPED, read, write_corpus


def test_an_article_goes_out_with_all_its_fields_and_passages(tmp_path: Path) -> None:
    correction = 'corrections:\n  - {date: 2024-03-14, text: "Salah ketik."}\n'
    text = ARTICLE.replace("kind:", f"{correction}kind:")
    (article,) = read(write_corpus(tmp_path, {"articles/good.md": text})).articles
    described = json.loads(json.dumps(describe_article(article)))

    assert described == {
        "key": article.key,
        "file": "good.md",
        "title": "KPU menjelaskan letak server",
        "outlet": "Harian Contoh",
        "url": "https://contoh.id/berita/satu",
        "published": "2024-03-13",
        "kind": "berita",
        "perspectives": ["kpu"],
        "topics": ["server"],
        "body": article.body,
        "questions": ["Di mana letak server?"],
        "title_from": None,
        "corrections": [{"date": "2024-03-14", "text": "Salah ketik."}],
        "retracted": None,
        "passages": [{"key": p.key, "text": p.text} for p in split_passages(article)],
    }


def test_a_retracted_article_goes_out_without_passages(tmp_path: Path) -> None:
    text = ARTICLE.replace("kind:", 'retracted: {date: 2024-03-14, reason: "Dicabut."}\nkind:')
    article = read(write_corpus(tmp_path, {"articles/good.md": text})).articles[0]
    described = describe_article(article)

    assert described["passages"] == []
    assert described["retracted"] == {"date": "2024-03-14", "reason": "Dicabut."}


def test_a_review_is_by_the_one_who_decided_and_in_their_words(tmp_path: Path) -> None:
    (review,) = list_reviews(read(write_corpus(tmp_path)))

    assert review == {
        "@context": "https://schema.org",
        "@type": "ClaimReview",
        "claimReviewed": "Server berada di luar negeri",
        "inLanguage": "id",
        "datePublished": "2024-03-14",
        "url": "https://contoh.id/berita/satu",
        "author": {"@type": "Organization", "name": "KPU"},
        "reviewRating": {"@type": "Rating", "alternateName": "Ditolak"},
        "itemReviewed": {
            "@type": "Claim",
            "text": "Server berada di luar negeri",
            "author": [{"@type": "Person", "name": "Budi Santoso", "jobTitle": "anggota KPU"}],
            "datePublished": "2024-03-13",
            "appearance": [{"@type": "CreativeWork", "url": "https://contoh.id/berita/satu"}],
        },
        "sdPublisher": {"@type": "Organization", "name": "Tanya Sirekap"},
    }


def test_only_decided_claims_are_reviewed_and_never_by_us() -> None:
    corpus = load_corpus(SHIPPED)
    decided = [claim for claim in corpus.claims if claim.outcome]
    reviews = list(list_reviews(corpus))

    assert [review["claimReviewed"] for review in reviews] == [claim.claim for claim in decided]
    assert len(decided) < len(corpus.claims)
    for review, claim in zip(reviews, decided, strict=True):
        assert claim.outcome is not None
        author = review["author"]
        assert isinstance(author, dict)
        assert claim.outcome.by.startswith(author["name"])
        assert "ratingValue" not in json.dumps(review)
        assert "Tanya Sirekap" not in json.dumps(author)
