"""What the two languages of `chat`, `follow_up` and `groups` share."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from bot.articles.values import Article
    from bot.texts.answer_words import AnswerWords


@dataclass(frozen=True, kw_only=True)
class ChatWords:
    """The words of the conversation in one language, with gaps such as {articles}.

    Attributes:
        answers: the words of answers in the same language.
        forward: that an answer is about a forwarded message.
        forwards: that it is about several.
        page: the number of the {first} quotation of a later page.
        corpus: how many {articles} of how many {outlets} there are.
        rest: how many {outlets} with how many {articles} a list leaves out.
        apology: for an error of ours, with the id of the {incident}.
    """

    answers: AnswerWords
    forward: str
    forwards: str
    page: str
    corpus: str
    rest: str
    apology: str

    def describe_forwards(self, messages: int) -> str:
        """Say that an answer is about so many forwarded messages, or nothing when about none."""
        if not messages:
            return ""
        return self.forwards if messages > 1 else self.forward

    def describe_page(self, first: int) -> str:
        """Say at which quotation a later page begins."""
        return self.page.format(first=first)

    def describe_corpus(self, articles: int, outlets: int, newest: date | None) -> str:
        """Return the size of the corpus, and how new it is, in a sentence or two."""
        size = self._fill(self.corpus, articles, outlets)
        return f"{size} {self.answers.describe_sources_until(newest)}".rstrip()

    def describe_count(self, name: str, articles: int) -> str:
        """Return a name and how many articles it has."""
        return f"{name}: {self.answers.format_number(articles)}"

    def describe_rest(self, outlets: int, articles: int) -> str:
        """Say what the list of outlets leaves out."""
        return self._fill(self.rest, articles, outlets)

    def apologise(self, incident: str) -> str:
        """Say sorry for an error of ours, with the id under which it is logged."""
        return self.apology.format(incident=incident)

    def _fill(self, said: str, articles: int, outlets: int) -> str:
        write = self.answers.format_number
        return said.format(articles=write(articles), outlets=write(outlets))


@dataclass(frozen=True, kw_only=True)
class FollowUpWords:
    """The words of what can be done with an answer in one language, with gaps such as {number}.

    Attributes:
        answers: the words of answers in the same language.
        copy: the button that copies the address of source {number}.
        report: the button that reports a quotation, before its number.
        retraction: the {day} when an article was retracted, and the {reason}.
    """

    answers: AnswerWords
    copy: str
    report: str
    retraction: str

    def number_article(self, number: int, outlet: str) -> str:
        """Return the label of the button that opens a further article of an answer."""
        return f"{number}. {outlet}"

    def copy_link(self, number: int) -> str:
        """Return the label of the button that copies the address of a source."""
        return self.copy.format(number=number)

    def report_source(self, number: int) -> str:
        """Return the label of the button that reports a quotation."""
        return f"{self.report} {number}"

    def describe_retraction(self, article: Article) -> str:
        """Say that and why an article was retracted, or nothing while it stands."""
        if article.retracted is None:
            return ""
        day = self.answers.format_date(article.retracted.date)
        return self.retraction.format(day=day, reason=article.retracted.reason)


@dataclass(frozen=True, kw_only=True)
class GroupWords:
    """The words of the quiet hours of groups in one language, with gaps such as {zone}.

    Attributes:
        hours: from which hour, {start}, to which, {end}; both 0 to 23.
        quiet: that these are the quiet {hours} in a {zone}.
        offer: the button that sets them to {hours}.
        other_zone: the button that reads them in another {zone}.
    """

    hours: str
    quiet: str
    offer: str
    other_zone: str

    def describe_quiet_hours(self, start: int, end: int, zone: str) -> str:
        """Say when the bot keeps silent."""
        return self.quiet.format(hours=self.hours.format(start=start, end=end), zone=zone)

    def offer_quiet_hours(self, start: int, end: int) -> str:
        """Offer that the bot keeps silent between two hours."""
        return self.offer.format(hours=self.hours.format(start=start, end=end))

    def offer_zone(self, zone: str) -> str:
        """Offer to read quiet hours in another time zone."""
        return self.other_zone.format(zone=zone)
