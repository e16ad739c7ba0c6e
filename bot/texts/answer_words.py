"""What the two languages of `answers` share: how the parts of an answer are put into words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.answers.values import SmallTalk
from bot.texts.writing import Counted, Writing

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from bot.articles.values import Citation, Correction, Outcome


@dataclass(frozen=True, kw_only=True)
class AnswerWords(Writing):
    """The words of the parts of an answer in one language, with gaps such as {day}.

    Attributes:
        small_talk: kind replies to messages that ask nothing.
        searched: which words were searched for instead, in {pairs}.
        pair: one of those pairs: {searched} instead of {written}.
        missing: that no source mentions {words}.
        untold: that {words} stand in headlines only.
        unheard: that no source quotes {words}.
        astray: that the nearest sources are not about {things}: a `year` or an election `there`.
        year: the year {word}.
        there: an election at the place {word}.
        sources_until: the {day} of the newest source.
        speakers: the {names} of those whose views an article carries.
        correction: the {text} of a correction and its {day}.
        claimed: {who} made a claim, and the {day} when it was first made.
        appeared: the {day} when a claim was first made, where nobody is named.
        outcome: how a claim ended, by its {label}, {by} whom and on which {day}.
        remaining: how many further quotations there are.
    """

    small_talk: Mapping[SmallTalk, str]
    searched: str
    pair: str
    missing: str
    untold: str
    unheard: str
    astray: str
    year: str
    there: str
    sources_until: str
    speakers: str
    correction: str
    claimed: str
    appeared: str
    outcome: str
    remaining: Counted

    def reply_to_small_talk(self, kind: SmallTalk | None) -> str:
        """Return a kind reply to a message that asks nothing."""
        return self.small_talk[kind or SmallTalk.GREETING]

    def describe_corrections(self, corrections: Mapping[str, str]) -> str:
        """Say which words were searched for instead of those written, or nothing when none was."""
        if not corrections:
            return ""
        pairs = [self.pair.format(searched=new, written=old) for old, new in corrections.items()]
        return self.searched.format(pairs="; ".join(pairs))

    def describe_missing(self, missing: Iterable[str]) -> str:
        """Say which words of the question no source mentions, or nothing when none is missing."""
        return self._name(missing, self.missing)

    def describe_untold(self, words: Iterable[str]) -> str:
        """Say which words of the question stand in headlines only, or nothing when none does."""
        return self._name(words, self.untold)

    def describe_unheard(self, names: Iterable[str]) -> str:
        """Say whose words were asked for and not found, or nothing when nobody's are missing."""
        return self._name(names, self.unheard)

    def describe_astray(self, words: Iterable[str]) -> str:
        """Say which years, and elections by their place, the nearest sources are not about."""
        things = [(self.year if w.isdecimal() else self.there).format(word=w) for w in words]
        return self.astray.format(things=self.join_with_or(things)) if things else ""

    def describe_sources_until(self, day: date | None) -> str:
        """Say how new the sources are, or nothing for an empty corpus."""
        return self.sources_until.format(day=self.format_date(day)) if day else ""

    def describe_source(
        self, outlet: str, published: date, kind: str, speakers: Iterable[str]
    ) -> str:
        """Return the line under a headline: outlet, day, kind, and whose views it carries."""
        parts = [outlet, self.format_date(published), kind]
        names = ", ".join(speakers)
        return " · ".join([*parts, self.speakers.format(names=names)] if names else parts)

    def cite(self, citation: Citation) -> str:
        """Return a citation in one line, without its link: "Judul (Media, 13 Maret 2024)"."""
        return f"{citation.title} ({citation.outlet}, {self.format_date(citation.published)})"

    def describe_correction(self, correction: Correction) -> str:
        """Return a dated correction of an article."""
        return self.correction.format(day=self.format_date(correction.date), text=correction.text)

    def describe_claimants(self, claimants: Iterable[str], first_made: date) -> str:
        """Say who made a claim and when it was first made."""
        who = "; ".join(claimants)
        return (self.claimed if who else self.appeared).format(
            who=who, day=self.format_date(first_made)
        )

    def describe_outcome(self, outcome: Outcome) -> str:
        """Say how a claim ended, attributed and dated."""
        return self.outcome.format(
            label=outcome.label, by=outcome.by, day=self.format_date(outcome.date)
        )

    def describe_remaining(self, count: int) -> str:
        """Say how many further quotations there are."""
        return self.count(count, self.remaining)

    def _name(self, words: Iterable[str], said: str) -> str:
        named = [f"“{word}”" for word in words]
        return said.format(words=self.join_with_or(named)) if named else ""
