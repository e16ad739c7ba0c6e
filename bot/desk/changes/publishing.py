"""From a draft to an article of the corpus, once and whole."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from bot.articles import article_key
from bot.desk.drafts.obstacles import list_obstacles, list_warnings
from bot.desk.drafts.tray import find_draft
from bot.desk.errors import (
    FourEyesError,
    PublishError,
    StaleDraftError,
    UnconfirmedError,
)
from bot.desk.files.article_files import name_file, read_key, render
from bot.desk.rights import make_mark
from bot.desk.values import Intake
from bot.store import Action, Intent, StaleIntentError
from bot.texts import changes as texts

if TYPE_CHECKING:
    from bot.desk.changes.change_values import Change
    from bot.desk.changes.history import History
    from bot.desk.changes.journal import Journal
    from bot.desk.drafts.tray_values import TrayDraft
    from bot.desk.rights import Rights
    from bot.desk.shelf import Shelf
    from bot.desk.values import Draft
    from bot.store import DraftBook


class Publisher:
    """Writes articles into the corpus."""

    def __init__(
        self,
        shelf: Shelf,
        journal: Journal,
        history: History,
        rights: Rights,
        drafts: DraftBook,
        *,
        four_eyes: bool,
    ) -> None:
        """Publish `drafts` on `shelf`; with `four_eyes`, never one's own."""
        self._shelf = shelf
        self._journal = journal
        self._history = history
        self._rights = rights
        self._drafts = drafts
        self._four_eyes = four_eyes

    async def publish(self, person: int, draft: TrayDraft, *, confirmed: bool) -> Change:
        """Write the draft into the corpus as an article, under a name that no file has.

        Args:
            person: who publishes.
            draft: what to publish, as the person has seen it.
            confirmed: whether they know of `Review.warnings` and want it all the same.

        Raises:
            NoRightError: they are no moderator.
            StaleDraftError: the draft is no longer like that.
            FourEyesError: it is their own, and another one has to publish it.
            PublishError: it has obstacles.
            UnconfirmedError: there are warnings that were not confirmed.
            BusyError: somebody else changes the corpus for too long.
        """
        actor = await self._rights.require(person)
        if self._four_eyes and draft.owner == make_mark(actor):
            raise FourEyesError(texts.FOUR_EYES)
        self._refuse_obstacles(draft.intake)
        warnings = [] if confirmed else list(list_warnings(draft.intake))
        if warnings:
            raise UnconfirmedError("\n".join(warnings))
        try:
            return await self._publish(actor, draft.intake, draft.id, draft.version)
        except StaleIntentError:
            newest = await find_draft(self._drafts, draft.id)
            message = texts.DRAFT_CHANGED if newest else texts.DRAFT_GONE
            raise StaleDraftError(message, newest) from None

    async def publish_article(self, person: int, draft: Draft) -> Change:
        """Write an article into the corpus that was no draft on the tray.

        Raises:
            NoRightError: `person` is no moderator.
            PublishError: it has obstacles.
            BusyError: somebody else changes the corpus for too long.
        """
        actor = await self._rights.require(person)
        intake = Intake(draft)
        self._refuse_obstacles(intake)
        return await self._publish(actor, intake, None, None)

    async def _publish(
        self, actor: str, intake: Intake, id_: str | None, version: int | None
    ) -> Change:
        draft = intake.draft
        key = article_key(draft.url)
        async with self._journal.hold():
            # Somebody else, or an editor, may have added the same page meanwhile.
            await self._shelf.renew()
            self._refuse_obstacles(intake)
            await self._refuse_published(key)
            taken = set(await self._journal.list_files())
            while True:
                file = name_file(draft, taken)
                after = render(draft).encode()
                intent = Intent(
                    secrets.token_hex(8), actor, Action.PUBLISH, key, file, None, after, draft=id_
                )
                try:
                    done = await self._journal.carry_out(intent, version)
                    break
                except FileExistsError:
                    # An editor was faster; the next name is free.
                    taken.add(file)
        await self._shelf.renew()
        return await self._history.describe(*done)

    def _refuse_obstacles(self, intake: Intake) -> None:
        corpus, today = self._shelf.find_corpus(), self._shelf.today()
        obstacles = list(list_obstacles(intake, corpus, today))
        if obstacles:
            raise PublishError("\n".join(obstacles))

    async def _refuse_published(self, key: str) -> None:
        for change in await self._history.list_changes(key, 0, 1):
            present = await self._journal.read(change.file)
            if present is not None and read_key(present) == key:
                raise PublishError(texts.describe_same_address(key, change.title))
