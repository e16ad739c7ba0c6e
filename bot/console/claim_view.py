"""A claim card in a terminal: each line with the numbers of the articles that it cites."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.console.screen import address, indent, plain
from bot.texts import answers as texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bot.answers.values import Quotation
    from bot.articles.values import Claim, Corpus
    from bot.console.screen import Part


def render_claim(claim: Claim, corpus: Corpus, quotations: Sequence[Quotation]) -> Iterator[Part]:
    """Yield the card and its list of sources.

    Sources among `quotations` keep the number they have there; the others count on from it.
    """
    quoted = {quotation.article.file: quotation.rank for quotation in quotations}
    numbers = _number_sources(_list_files(claim), quoted)
    yield plain(f"{texts.CLAIM_CARD} {claim.claim}", "bold")
    yield plain(texts.describe_claimants(claim.claimants, claim.first_made))
    if claim.outcome:
        yield plain(texts.describe_outcome(claim.outcome))
    for section in claim.sections:
        yield plain()
        yield plain(section.heading, "bold")
        for line in section.lines:
            marks = "".join(f" [{numbers[file]}]" for file in line.articles)
            yield indent(line.text + marks, lead="- ")
    yield plain()
    further = [file for file in numbers if file not in quoted]
    if further:
        yield plain(texts.CLAIM_SOURCES, "bold")
        for file in further:
            yield from _render_source(numbers[file], file, corpus)
        yield plain()


def _list_files(claim: Claim) -> Iterator[str]:
    return (file for part in claim.sections for line in part.lines for file in line.articles)


def _number_sources(files: Iterable[str], quoted: dict[str, int]) -> dict[str, int]:
    numbers: dict[str, int] = {}
    following = max(quoted.values(), default=0) + 1
    for file in files:
        if file in numbers:
            continue
        numbers[file] = quoted.get(file, following)
        following += file not in quoted
    return numbers


def _render_source(number: int, file: str, corpus: Corpus) -> Iterator[Part]:
    lead = f"[{number}] "
    article = corpus.by_file.get(file)
    if article is None:
        yield indent(file, lead=lead)
        return
    yield indent(texts.cite(article.citation), lead=lead)
    yield address(article.citation.url, lead=" " * len(lead))
