"""Reports of citations: kept for the moderators, and sent to each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.chat.markup import bold, lines, quote, shorten, text
from bot.chat.reply import Reply
from bot.chat.scrubbing import scrub
from bot.store import Budget, Report
from bot.texts import follow_up as indonesian
from bot.texts.reports import ARRIVED, describe_report
from bot.texts.spoken import follow_up as texts

if TYPE_CHECKING:
    from telegram.ext import ExtBot

    from bot.articles.values import Article
    from bot.chat.host import Host
    from bot.chat.transport.urgency import Urgency
    from bot.search.passages import Passage

_DAY = 24 * 3600
_DAILY = Budget("reports", burst=5, seconds=_DAY / 5)
_NOTE_UNITS = 300
_PASSAGE_UNITS = 1_500


async def report_passage(
    bot: ExtBot[Urgency], host: Host, person: int, key: str, note: str = ""
) -> str:
    """Hand a report to the moderators, and return what to say to who reported.

    Args:
        bot: sends to the moderators.
        host: keeps the report.
        person: the private chat of who reports; it reaches nobody.
        key: of the passage.
        note: what they say about it.
    """
    answerer = host.answerer
    passage = next((each for each in answerer.engine.index.passages if each.key == key), None)
    article = answerer.corpus.by_key.get(key.partition(".")[0])
    if passage is None or article is None:
        return texts.ARTICLE_GONE
    if not await host.memory.marks.put(person, f"report {key}", seconds=_DAY):
        return texts.REPORTED_BEFORE
    if not await host.memory.budgets.spend(_DAILY, person):
        return texts.TOO_MANY_REPORTS
    report = Report(key, shorten(scrub(note, indonesian.REMOVED), _NOTE_UNITS))
    await host.memory.reports.submit(report)
    await host.audience.tell(bot, _render(report, passage, article))
    return texts.REPORTED


def _render(report: Report, passage: Passage, article: Article) -> Reply:
    # Not in the language of who reported: moderators read it.
    described = describe_report(report.passage, article, report.note)
    head = bold(ARRIVED)
    return Reply(lines(head, text(described), quote(text(shorten(passage.text, _PASSAGE_UNITS)))))
