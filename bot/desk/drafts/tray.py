"""The drafts on the desk: what moderators work on until it is published."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from bot.desk.drafts.draft_json import TrayContent, decode_content, encode_content
from bot.desk.drafts.drafting import fill_in
from bot.desk.drafts.field_values import find_field, set_field
from bot.desk.drafts.neighbours import find_neighbours
from bot.desk.drafts.review import review
from bot.desk.drafts.tray_values import EndingDraft, TrayDraft
from bot.desk.errors import StaleDraftError
from bot.desk.intake.reading import is_copied, leave_out_settled_by
from bot.desk.rights import make_mark
from bot.store import DraftState
from bot.texts import changes as texts

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Sequence
    from datetime import date

    from bot.answers import Answerer
    from bot.desk.drafts.tray_values import Review
    from bot.desk.rights import Rights
    from bot.desk.values import Intake
    from bot.store import DraftBook, StoredDraft

_LABELS = ("kind", "perspectives", "topics")


class DraftTray:
    """Drafts that all moderators see; each change is refused when somebody else was faster."""

    def __init__(
        self,
        book: DraftBook,
        rights: Rights,
        find_answerer: Callable[[], Answerer],
        list_waiting: Callable[[], Awaitable[Sequence[str]]],
        today: Callable[[], date],
    ) -> None:
        """Keep drafts in `book`.

        Args:
            book: the store.
            rights: who may change drafts.
            find_answerer: returns the newest answerer, for suggestions and previews.
            list_waiting: returns questions that nobody has answered yet.
            today: returns the day after which no date may lie.
        """
        self._book = book
        self._rights = rights
        self._find_answerer = find_answerer
        self._list_waiting = list_waiting
        self._today = today

    async def put(self, person: int, intake: Intake) -> TrayDraft:
        """Keep a new draft, filled in with what the nearest articles suggest.

        Raises:
            NoRightError: `person` is no moderator.
        """
        await self._rights.require(person)
        filled, suggested = await asyncio.to_thread(self._fill_in, intake)
        source = filled.draft.body if filled.verbatim else ""
        content = encode_content(TrayContent(filled, suggested, source))
        return _read(await self._book.put(person, content))

    async def find(self, id_: str) -> TrayDraft | None:
        """Return the draft with this id."""
        return await find_draft(self._book, id_)

    async def list_all(self) -> list[TrayDraft]:
        """Return all drafts, those that were changed last first."""
        return [_read(stored) for stored in await self._book.list_all()]

    async def change(self, person: int, draft: TrayDraft, field: str, value: str) -> TrayDraft:
        """Set a field to what was typed or pressed; see `bot.desk.drafts.field_values`.

        Raises:
            NoRightError: `person` is no moderator.
            DraftFieldError: there is no such field, or the value does not fit.
            StaleDraftError: the draft is no longer as `draft`.
        """
        await self._rights.require(person)
        named, taxonomy = find_field(field), self._find_answerer().corpus.taxonomy
        intake = draft.intake
        changed = set_field(intake.draft, named, value, taxonomy, self._today())
        asked = leave_out_settled_by(intake.asked, named)
        suggested = draft.suggested - {named}
        filled = replace(draft, intake=replace(intake, draft=changed, asked=asked))
        return await self._save(replace(filled, suggested=suggested))

    async def replace(self, person: int, draft: TrayDraft, intake: Intake) -> TrayDraft:
        """Set all that was understood at once.

        Raises:
            NoRightError: `person` is no moderator.
            StaleDraftError: the draft is no longer as `draft`.
        """
        await self._rights.require(person)
        same = {
            name
            for name in _LABELS
            if getattr(intake.draft, name) == getattr(draft.intake.draft, name)
        }
        # What its own reader calls the outlet's text is that, however much of it came later.
        source = intake.draft.body if intake.verbatim else draft.source
        suggested = draft.suggested & same
        return await self._save(replace(draft, intake=intake, suggested=suggested, source=source))

    async def submit(self, person: int, draft: TrayDraft) -> TrayDraft:
        """Let the draft wait for another moderator, who publishes it.

        Raises:
            NoRightError: `person` is no moderator.
            StaleDraftError: the draft is no longer as `draft`.
        """
        await self._rights.require(person)
        return await self._save(replace(draft, state=DraftState.WAITING))

    async def discard(self, person: int, draft: TrayDraft) -> None:
        """Delete the draft.

        Raises:
            NoRightError: `person` is no moderator.
            StaleDraftError: the draft is no longer as `draft`.
        """
        await self._rights.require(person)
        if not await self._book.remove(draft.id, draft.version):
            raise await self._explain(draft)

    async def take_ending(self) -> list[EndingDraft]:
        """Return the drafts that are deleted in three days; each is returned only once."""
        return [
            EndingDraft(_read(stored), owner) for stored, owner in await self._book.take_ending()
        ]

    async def review(self, draft: TrayDraft) -> Review:
        """Return the draft as it would be in the corpus, and what speaks against that."""
        waiting = await self._list_waiting()
        answerer, today = self._find_answerer(), self._today()
        return await asyncio.to_thread(review, draft.intake, answerer, waiting, today)

    def _fill_in(self, intake: Intake) -> tuple[Intake, frozenset[str]]:
        answerer = self._find_answerer()
        neighbours = find_neighbours(intake.draft, answerer.corpus, answerer.engine)
        return fill_in(intake, neighbours, answerer.corpus)

    async def _save(self, draft: TrayDraft) -> TrayDraft:
        """Keep `draft` in place of the version that it was made from."""
        copied = bool(draft.source) and is_copied(draft.intake.draft.body, draft.source)
        intake = replace(draft.intake, verbatim=copied)
        content = encode_content(TrayContent(intake, draft.suggested, draft.source))
        stored = await self._book.replace(draft.id, draft.version, content, draft.state)
        if stored is None:
            raise await self._explain(draft)
        return _read(stored)

    async def _explain(self, draft: TrayDraft) -> StaleDraftError:
        newest = await self.find(draft.id)
        return StaleDraftError(texts.DRAFT_CHANGED if newest else texts.DRAFT_GONE, newest)


async def find_draft(book: DraftBook, id_: str) -> TrayDraft | None:
    """Return the draft with this id that `book` keeps."""
    stored = await book.find(id_)
    return _read(stored) if stored else None


def _read(stored: StoredDraft) -> TrayDraft:
    content = decode_content(stored.content)
    return TrayDraft(
        id=stored.id,
        version=stored.version,
        owner=make_mark(stored.moderator),
        state=stored.state,
        intake=content.intake,
        suggested=content.suggested,
        source=content.source,
        changed=datetime.fromtimestamp(stored.changed, UTC),
        ends=datetime.fromtimestamp(stored.ends, UTC),
    )
