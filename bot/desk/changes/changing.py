"""Changes of articles: whole or not at all, written down, never over somebody else's work."""

from __future__ import annotations

import secrets
from dataclasses import replace
from typing import TYPE_CHECKING

from bot.articles import Severity
from bot.desk.changes import amending
from bot.desk.changes.change_values import Recovery
from bot.desk.changes.differences import compare
from bot.desk.drafts.field_values import find_field, set_field
from bot.desk.errors import NoFolderError, NothingChangedError, UndoError
from bot.desk.files.current_articles import CurrentArticles
from bot.desk.values import Draft
from bot.store import Action, Intent
from bot.texts import changes as texts

if TYPE_CHECKING:
    from collections.abc import Callable

    from bot.articles import Article
    from bot.desk.changes.change_values import Change, OpenArticle
    from bot.desk.changes.history import History
    from bot.desk.changes.journal import Journal
    from bot.desk.changes.publishing import Publisher
    from bot.desk.drafts.tray_values import TrayDraft
    from bot.desk.rights import Rights
    from bot.desk.shelf import Shelf
    from bot.store import AuditLine

    Amend = Callable[[bytes, Article], bytes]


class ChangeDesk:
    """Publishes, corrects, edits, retracts and undoes; each is one line of the audit log."""

    def __init__(
        self,
        shelf: Shelf,
        journal: Journal,
        history: History,
        rights: Rights,
        publisher: Publisher,
    ) -> None:
        """Change the articles on `shelf`."""
        self._shelf = shelf
        self._journal = journal
        self._history = history
        self._rights = rights
        self._publisher = publisher
        self._articles = CurrentArticles(shelf, journal, history)

    async def publish(self, person: int, draft: TrayDraft, *, confirmed: bool = False) -> Change:
        """Write a draft into the corpus as an article; see `Publisher.publish`.

        Raises:
            NoRightError: they are no moderator.
            StaleDraftError: the draft is no longer like that.
            PublishError: it has obstacles, needs another moderator, or has to be confirmed.
            BusyError: somebody else changes the corpus for too long.
        """
        return await self._publisher.publish(person, draft, confirmed=confirmed)

    async def publish_article(self, person: int, draft: Draft) -> Change:
        """Write an article into the corpus that was no draft on the tray.

        Raises:
            NoRightError: `person` is no moderator.
            PublishError: it has obstacles.
            BusyError: somebody else changes the corpus for too long.
        """
        return await self._publisher.publish_article(person, draft)

    async def correct(self, person: int, key: str, text: str) -> Change:
        """Add a dated correction to an article.

        Raises:
            NoRightError: `person` is no moderator.
            AmendError: there is no such article, or it cannot be changed so.
            BusyError: somebody else changes the corpus for too long.
        """
        today = self._shelf.today()
        return await self._amend(
            person, key, Action.CORRECT, lambda data, a: amending.correct(data, a, text, today)
        )

    async def retract(self, person: int, key: str, reason: str) -> Change:
        """Take an article back: it is not quoted any more.

        Raises:
            NoRightError: `person` is no moderator.
            AlreadyRetractedError: it is retracted already.
            AmendError: there is no such article, or it cannot be changed so.
            BusyError: somebody else changes the corpus for too long.
        """
        today = self._shelf.today()
        return await self._amend(
            person, key, Action.RETRACT, lambda data, a: amending.retract(data, a, reason, today)
        )

    async def edit(
        self, person: int, key: str, field: str, value: str, *, expected: str | None = None
    ) -> Change:
        """Set one field of an article, or one paragraph (`paragraf 2`) of its body.

        An empty value for `title_from` says that the headline was compared with the source;
        setting the title says that, too.

        Args:
            person: who edits.
            key: of the article.
            field: a field's name, as for drafts.
            value: as for drafts.
            expected: the revision of the file that the person has seen, if they have.

        Raises:
            NoRightError: `person` is no moderator.
            DraftFieldError: there is no such field, or the value does not fit.
            FileConflictError: the file has another revision; the message says what changed.
            AmendError: there is no such article, or it cannot be changed so.
            BusyError: somebody else changes the corpus for too long.
        """
        named = find_field(field)
        return await self._amend(person, key, Action.EDIT, self._set(named, value), expected)

    async def link(self, person: int, key: str, question: str) -> Change:
        """Add a wording to the questions that an article answers.

        Raises:
            NoRightError: `person` is no moderator.
            DraftFieldError: the wording cannot be written.
            AmendError: there is no such article, or it cannot be changed so.
            BusyError: somebody else changes the corpus for too long.
        """
        return await self._amend(person, key, Action.LINK, self._set("question", question))

    async def undo(self, person: int, number: int | None = None) -> Change:
        """Undo a change: the last one of the person that is not undone, or the one with `number`.

        Raises:
            NoRightError: `person` is no moderator, or the change is somebody else's and they are no
                chief.
            UndoError: there is none, it is undone, or the file was changed since; the message says
                how.
            BusyError: somebody else changes the corpus for too long.
        """
        actor = await self._rights.require(person)
        async with self._journal.hold():
            line = await self._history.choose_undoable(person, number)
            present = await self._journal.read(line.file)
            if present != line.after:
                changes = compare(line.after, present)
                raise UndoError(texts.describe_changed_since(line.number, line.file, changes))
            intent = _intend(actor, Action.UNDO, line.key, line.file, line.after, line.before)
            done = await self._journal.carry_out(replace(intent, undoes=line.number))
        return await self._finish(*done)

    async def find_undoable(self, person: int, number: int | None = None) -> Change:
        """Return the change that `undo` would undo.

        Raises:
            NoRightError: as for `undo`.
            UndoError: there is none, or it is undone.
        """
        return await self._history.describe(await self._history.choose_undoable(person, number))

    async def list_history(
        self, key: str | None = None, *, offset: int = 0, limit: int = 10
    ) -> list[Change]:
        """Return the changes of an article, by its key or file name, or all; the newest first.

        Raises:
            UnknownArticleError: neither the corpus nor the audit log knows the key.
        """
        if key is None:
            return await self._history.list_changes(None, offset, limit)
        changes = await self._history.list_changes(key.strip().lower(), offset, limit)
        if changes:
            return changes
        article = await self._articles.find(key)
        return await self._history.list_changes(article.key, offset, limit)

    async def open_article(self, key: str) -> OpenArticle:
        """Return an article as its file is now, by its key or file name.

        Raises:
            UnknownArticleError: there is none; the message names the nearest one.
            AmendError: its file cannot be read.
        """
        return await self._articles.open(key)

    async def recover(self) -> Recovery:
        """Settle what a crash left half made; to be called once at the start.

        Without the folder of the articles nothing can be settled; the next change does it.
        """
        try:
            async with self._journal.hold() as recovery:
                pass
        except NoFolderError:
            return Recovery()
        await self._shelf.renew()
        return recovery

    async def _amend(
        self, person: int, key: str, action: Action, amend: Amend, expected: str | None = None
    ) -> Change:
        actor = await self._rights.require(person)
        async with self._journal.hold():
            article, before = await self._articles.read(key)
            if expected is not None:
                await self._articles.check_revision(article.file, before, expected)
            after = amend(before, article)
            if after == before:
                raise NothingChangedError(texts.describe_nothing_changed(article.file))
            intent = _intend(actor, action, article.key, article.file, before, after)
            done = await self._journal.carry_out(intent)
        return await self._finish(*done)

    async def _finish(self, line: AuditLine, warnings: tuple[str, ...]) -> Change:
        """Let the change be answered from, and return it with what it broke elsewhere."""
        former = self._shelf.find_corpus().problems
        await self._shelf.renew()
        broken = [
            str(problem)
            for problem in self._shelf.find_corpus().problems
            if problem.severity is Severity.ERROR and problem not in former
        ]
        return await self._history.describe(line, (*warnings, *broken))

    def _set(self, field: str, value: str) -> Amend:
        today, taxonomy = self._shelf.today(), self._shelf.find_corpus().taxonomy

        def amend(data: bytes, article: Article) -> bytes:
            draft = set_field(Draft.of(article), field, value, taxonomy, today)
            return amending.edit(data, article, draft, today)

        return amend


def _intend(
    actor: str, action: Action, key: str, file: str, before: bytes | None, after: bytes | None
) -> Intent:
    return Intent(secrets.token_hex(8), actor, action, key, file, before, after)
