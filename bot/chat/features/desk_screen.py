"""/moderasi: one screen with everything that waits, and the lists behind it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from telegram.constants import ChatAction

from bot.chat.desk.moderating import MODERATORS, make_command, make_press
from bot.chat.desk.pressing import show_in_place
from bot.chat.desk.queue_actions import (
    CloseReport,
    ConfirmHeadline,
    ListHeadlines,
    ListProblems,
    ListReports,
    OpenReport,
    OpenScreen,
)
from bot.chat.markup import text
from bot.chat.reply import Reply
from bot.chat.sending import send_reply
from bot.chat.views.desk_screen import (
    HEADLINES,
    render_headlines,
    render_problems,
    render_report,
    render_reports,
    render_screen,
)
from bot.desk import find_article
from bot.desk.inspection import Inspection
from bot.desk.queue import QuestionQueue
from bot.store import DraftState
from bot.texts import moderation_screen as texts

if TYPE_CHECKING:
    from bot.articles.values import Article
    from bot.chat.desk.moderating import Order
    from bot.chat.host import App, Host
    from bot.chat.pressing import Press
    from bot.store import Report


def register(application: App, host: Host) -> None:
    """Add /moderasi and its buttons; words behind it that manage people are another feature's."""
    inspection = Inspection()
    command = partial(_obey, inspection)
    application.add_handler(make_command(host, "moderasi", command), group=MODERATORS)
    application.add_handler(make_press(host, OpenScreen, partial(_open, inspection)))
    application.add_handler(make_press(host, ListReports, _list_reports))
    application.add_handler(make_press(host, OpenReport, _open_report))
    application.add_handler(make_press(host, CloseReport, _close_report))
    application.add_handler(make_press(host, ListProblems, partial(_list_problems, inspection)))
    application.add_handler(make_press(host, ListHeadlines, _list_headlines))
    application.add_handler(make_press(host, ConfirmHeadline, _confirm_headline))


async def _obey(inspection: Inspection, host: Host, order: Order) -> Reply:
    """Show the screen or one of its lists, or do with an entry what the words say."""
    match order.words.lower().split():
        case [texts.REPORTS_WORD, *words]:
            return await _obey_about_reports(host, words)
        case [texts.PROBLEMS_WORD]:
            await order.bot.send_chat_action(order.place.chat, ChatAction.TYPING)
            return render_problems(await inspection.find_all(host.answerer))
        case [texts.HEADLINES_WORD]:
            return await _make_headlines(host, 0)
        case [texts.HEADLINES_WORD, key, texts.CONFIRM_WORD]:
            article = find_article(host.answerer.corpus, key)
            await host.desk.changes.edit(order.person, article.key, "title_from", "")
            return Reply(text(texts.HEADLINE_CONFIRMED))
    return await _make_screen(inspection, host)


async def _obey_about_reports(host: Host, words: list[str]) -> Reply:
    if not words:
        return render_reports(await host.memory.reports.list_all())
    report = await _find_report(host, words[0])
    if report is None:
        return Reply(text(texts.REPORT_GONE))
    if words[1:] == [texts.CLOSE_WORD]:
        await host.memory.reports.close(report.id)
        return Reply(text(texts.CLOSED))
    return _show_report(host, report)


async def _make_screen(inspection: Inspection, host: Host) -> Reply:
    answerer = host.answerer
    drafts = await host.desk.tray.list_all()
    waiting = sum(draft.state is DraftState.WAITING for draft in drafts)
    groups = await QuestionQueue(host.memory, host.live).list_groups()
    counts = {
        "drafts": len(drafts) - waiting,
        "reviews": waiting,
        "groups": len(groups),
        "reports": len(await host.memory.reports.list_all()),
        "problems": len(inspection.list_known(answerer)),
        "headlines": len(_list_unconfirmed(host)),
    }
    return render_screen(counts)


async def _open(inspection: Inspection, host: Host, press: Press[OpenScreen]) -> str:
    await show_in_place(press, await _make_screen(inspection, host))
    return ""


async def _list_reports(host: Host, press: Press[ListReports]) -> str:
    reports = await host.memory.reports.list_all()
    await show_in_place(press, render_reports(reports, press.action.start))
    return ""


async def _open_report(host: Host, press: Press[OpenReport]) -> str:
    report = await host.memory.reports.find(press.action.report)
    if report is None:
        return texts.REPORT_GONE
    await send_reply(press.bot, press.place, _show_report(host, report))
    return ""


async def _close_report(host: Host, press: Press[CloseReport]) -> str:
    if not await host.memory.reports.close(press.action.report):
        return texts.REPORT_GONE
    await show_in_place(press, Reply(text(texts.CLOSED)))
    return ""


async def _list_problems(inspection: Inspection, host: Host, press: Press[ListProblems]) -> str:
    answerer = host.answerer
    if not inspection.is_done(answerer):
        await show_in_place(press, Reply(text(texts.CHECKING)))
    problems = await inspection.find_all(answerer)
    await show_in_place(press, render_problems(problems, press.action.start))
    return ""


async def _list_headlines(host: Host, press: Press[ListHeadlines]) -> str:
    await show_in_place(press, await _make_headlines(host, press.action.start))
    return ""


async def _confirm_headline(host: Host, press: Press[ConfirmHeadline]) -> str:
    key, person = press.action.key, press.query.from_user.id
    await host.desk.changes.edit(person, key, "title_from", "", expected=press.action.seen)
    await show_in_place(press, await _make_headlines(host, press.action.start))
    return texts.HEADLINE_CONFIRMED


async def _make_headlines(host: Host, start: int) -> Reply:
    waiting = _list_unconfirmed(host)
    start = min(start, max(0, (len(waiting) - 1) // HEADLINES * HEADLINES))
    page = waiting[start : start + HEADLINES]
    opened = [await host.desk.changes.open_article(article.key) for article in page]
    return render_headlines(opened, start, len(waiting))


def _list_unconfirmed(host: Host) -> list[Article]:
    articles = host.answerer.corpus.articles
    return [each for each in articles if each.title_from and each.retracted is None]


def _show_report(host: Host, report: Report) -> Reply:
    answerer = host.answerer
    article = answerer.corpus.by_key.get(report.passage.partition(".")[0])
    passages = answerer.engine.index.passages
    passage = next((each for each in passages if each.key == report.passage), None)
    return render_report(report, article, passage)


async def _find_report(host: Host, code: str) -> Report | None:
    """Return the report whose id is, or begins with, `code`."""
    reports = await host.memory.reports.list_all()
    return next((report for report in reports if report.id.startswith(code)), None)
