"""From one file of `claims/` to a `Claim`, with everything that is wrong in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from bot.articles.claim_sections import read_sections
from bot.articles.fields import FieldReader, check_known, read_group
from bot.articles.front_matter import read_document
from bot.articles.grounding import Grounding
from bot.articles.report import Report
from bot.articles.sources import SourceFile
from bot.articles.values import Claim, Outcome, Taxonomy
from bot.texts import claim_problems as texts

_FIELDS = ("claim", "claimants", "first_made", "outcome", "topics", "questions")
_OUTCOME_FIELDS = ("label", "by", "date")
_OUTCOME_EXAMPLE = '{label: "Ditolak", by: "Mahkamah Konstitusi", date: 2024-04-22}'


@dataclass(frozen=True, slots=True)
class ClaimSurroundings:
    """What a claim card is checked against; `taxonomy` is None when it cannot be read."""

    today: date
    taxonomy: Taxonomy | None
    grounding: Grounding


def read_claim(source: SourceFile, around: ClaimSurroundings, report: Report) -> Claim | None:
    """Return the claim card in `source`, or None when `report` got an error."""
    document = read_document(source, report)
    if document is None:
        return None
    sections = read_sections(document, around.grounding, report)
    fields = FieldReader(document.fields, report, _FIELDS)
    claim, claimants = fields.text("claim"), fields.listing("claimants")
    first_made = fields.day("first_made", around.today)
    topics = fields.listing("topics")
    if around.taxonomy is not None:
        check_known("topics", topics, {topic.id for topic in around.taxonomy.topics}, report)
    questions = fields.listing("questions", required=False)
    outcome = _read_outcome(fields, around.today, report)
    if report.failed or first_made is None:
        return None
    file = source.name.rpartition("/")[2]
    result = Claim(
        key=file.removesuffix(".md"),
        file=file,
        claim=claim,
        claimants=tuple(claimant.text.strip() for claimant in claimants),
        first_made=first_made,
        topics=tuple(topic.text for topic in topics),
        sections=sections,
        questions=tuple(question.text.strip() for question in questions),
        outcome=outcome,
        question_lines=tuple(question.line for question in questions),
    )
    _check_names(result, fields, around.grounding, report)
    return None if report.failed else result


def _read_outcome(fields: FieldReader, today: date, report: Report) -> Outcome | None:
    node = fields.group("outcome")
    if node is None:
        return None
    group = read_group("outcome", node, report, _OUTCOME_FIELDS, _OUTCOME_EXAMPLE)
    if group is None:
        return None
    label, by, day = group.text("label"), group.text("by"), group.day("date", today)
    return Outcome(label, by, day) if day else None


def _check_names(claim: Claim, fields: FieldReader, grounding: Grounding, report: Report) -> None:
    cited = {file for section in claim.sections for line in section.lines for file in line.articles}
    written = [("claim", claim.claim), *(("claimants", name) for name in claim.claimants)]
    if claim.outcome:
        written.append(("outcome", claim.outcome.by))
    for field, text in written:
        # After a comma stands the office, for which articles have many words.
        checked = text if field == "claim" else text.partition(",")[0]
        for word in grounding.find_missing(checked, cited):
            report.error(fields.line(field), texts.not_in_sources(word))
