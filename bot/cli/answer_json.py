"""An answer as JSON: the public shape of `ask --json`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.answers.values import Status

if TYPE_CHECKING:
    from bot.answers.values import Answer, Period, Quotation, Timeline
    from bot.articles.values import Article, Claim

Json = dict[str, object]


def describe_answer(answer: Answer, question: str) -> Json:
    """Return the object that `ask --json` prints for `question`, as it was asked.

    `passages` holds what answers the question and is empty unless it was found; `near` holds, in
    the same shape, what may be meant when it was not. `alternatives` are questions to pick from,
    where this one may mean several things. Days are ISO 8601.
    """
    passages = [_describe_quotation(quotation) for quotation in answer.quotations]
    return {
        "question": question,
        "status": answer.status.value,
        "found": answer.status is Status.FOUND,
        "confidence": answer.confidence,
        "understood": {
            "terms": list(answer.understanding.terms),
            "corrections": dict(answer.understanding.corrections),
        },
        "missing": list(answer.understanding.missing),
        "claim": _describe_claim(answer.claim) if answer.claim else None,
        "passages": passages if answer.status is Status.FOUND else [],
        "near": passages if answer.status is Status.NEAR else [],
        "timeline": _describe_timeline(answer.timeline) if answer.timeline else None,
        "alternatives": list(answer.alternatives),
        "related": list(answer.related),
        "sources_until": answer.sources_until.isoformat() if answer.sources_until else None,
    }


def _describe_timeline(timeline: Timeline) -> Json:
    return {
        "topic": timeline.topic.id if timeline.topic else None,
        "period": _describe_period(timeline.period) if timeline.period else None,
        "subject": timeline.subject or None,
        "total": timeline.total,
        "events": [
            {
                "rank": event.rank,
                "day": event.article.citation.published.isoformat(),
                "text": event.sentence,
                "key": event.passage.key,
                "file": event.article.file,
                "citation": _describe_citation(event.article),
                "corrections": _describe_corrections(event.article),
                "also": [_describe_citation(other) for other in event.also],
            }
            for event in timeline.events
        ],
    }


def _describe_period(period: Period) -> str:
    return f"{period.year}-{period.month:02}" if period.month else str(period.year)


def _describe_quotation(quotation: Quotation) -> Json:
    article = quotation.article
    return {
        "rank": quotation.rank,
        "score": quotation.score,
        "key": quotation.passage.key,
        "file": article.file,
        "text": quotation.passage.text,
        "kind": article.kind,
        "perspectives": list(article.perspectives),
        "topics": list(article.topics),
        "citation": _describe_citation(article),
        "corrections": _describe_corrections(article),
        "also": [_describe_citation(other) for other in quotation.also],
    }


def _describe_corrections(article: Article) -> list[Json]:
    return [
        {"date": correction.date.isoformat(), "text": correction.text}
        for correction in article.corrections
    ]


def _describe_citation(article: Article) -> Json:
    citation = article.citation
    return {
        "title": citation.title,
        "outlet": citation.outlet,
        "url": citation.url,
        "published": citation.published.isoformat(),
    }


def _describe_claim(claim: Claim) -> Json:
    outcome = claim.outcome
    return {
        "key": claim.key,
        "file": claim.file,
        "claim": claim.claim,
        "claimants": list(claim.claimants),
        "first_made": claim.first_made.isoformat(),
        "outcome": outcome
        and {"label": outcome.label, "by": outcome.by, "date": outcome.date.isoformat()},
        "topics": list(claim.topics),
        "sections": [
            {
                "heading": section.heading,
                "lines": [
                    {"text": line.text, "articles": list(line.articles)} for line in section.lines
                ],
            }
            for section in claim.sections
        ],
    }
