"""Everything that is remembered, opened and closed together."""

from __future__ import annotations

import time
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from sqlalchemy.exc import SQLAlchemyError

from bot.store.addresses import AddressCipher
from bot.store.announcements import Announcements
from bot.store.answers import AnswerLog, SentAnswer, read_answer
from bot.store.askers import AskerLog
from bot.store.audit import AuditLog
from bot.store.budgets import BudgetBook
from bot.store.decisions import Decisions
from bot.store.deliveries import Deliveries
from bot.store.drafts import DraftBook
from bot.store.erasure import forget
from bot.store.feedback import FeedbackCounts
from bot.store.followers import Followers
from bot.store.groups import GroupBook
from bot.store.hashes import KeyedHash
from bot.store.key_check import claim_database, drop_unreadable, require_key
from bot.store.ledger import open_ledger
from bot.store.lifetimes import purge_expired
from bot.store.marks import Marks
from bot.store.moderators import ModeratorBook
from bot.store.opening import open_database
from bot.store.outage import StoreError, neutral_when_down
from bot.store.questions import QuestionBook
from bot.store.replicas import Replicas
from bot.store.reports import ReportQueue
from bot.store.statistics import Statistics
from bot.store.submitters import Submitters
from bot.store.unanswered import UnansweredQueue
from bot.store.updates import UpdateLog

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterable, Mapping

    from bot.store.addresses import Address
    from bot.store.budgets import Budget
    from bot.store.database import Database


class Memory:
    """The stores over one database."""

    def __init__(self, database: Database, key: bytes, clock: Callable[[], float]) -> None:
        """Open every store over `database`; hash ids under the privacy key."""
        self.outage = database.outage
        hashes = KeyedHash(key)
        self._ledger = open_ledger(database)
        self.updates = UpdateLog(database, self._ledger, key, clock)
        self.questions = QuestionBook(database, self._ledger, hashes, clock)
        self.answers = AnswerLog(database, self._ledger, hashes, clock)
        self.feedback = FeedbackCounts(database, clock)
        self.unanswered = UnansweredQueue(database, hashes, clock)
        self.submitters = Submitters(database, hashes, clock)
        self.decisions = Decisions(database, clock)
        self.statistics = Statistics(database, clock)
        self.reports = ReportQueue(database, clock)
        self.marks = Marks(database, self._ledger, hashes, clock)
        self.announcements = Announcements(database, clock)
        cipher = AddressCipher(key)
        self.followers = Followers(database, hashes, cipher, clock)
        self.deliveries = Deliveries(database, self._ledger, hashes, cipher, clock)
        self.groups = GroupBook(database, self._ledger, hashes, clock)
        self.askers = AskerLog(database, self._ledger, hashes, clock)
        self.budgets = BudgetBook(database, self._ledger, hashes, clock)
        self.moderators = ModeratorBook(database, self._ledger, hashes, cipher, clock)
        self.drafts = DraftBook(database, hashes, cipher, clock)
        self.audit = AuditLog(database, clock)
        self.replicas = Replicas(database)
        self._database = database
        self._key = key
        self._hashes = hashes
        self._clock = clock

    def hurry(self, seconds: float) -> None:
        """Let nobody wait for the database for longer than so many seconds any more."""
        self._database.patience.shorten(seconds)

    async def close(self) -> None:
        """Finish what was begun, for a moment, and close every connection."""
        await self._ledger.close()
        await self._database.close()

    async def forget(self, chat: int) -> int:
        """Delete all that is kept of the person of a private chat; return the number of rows."""
        return await forget(self._database, self._hashes, chat)

    async def spend_and_recall(
        self, budget: Budget, chat: int, asked_in: int, within: float
    ) -> tuple[bool, SentAnswer | None, SentAnswer | None]:
        """Begin to answer: `budgets.spend`, `answers.find` and `answers.find_latest` in one.

        Each way to the database costs an answer as much as what is done there.
        """
        withdrawal, answers = self.budgets.withdraw(budget, chat), self.answers
        looks = answers.look_up(chat, asked_in), answers.look_up_latest(chat, within)
        try:
            spent, found, latest = await self._ledger.run(withdrawal.step, *looks)
        except StoreError:
            return self.budgets.spend_spare(budget, chat), None, None
        return withdrawal.is_covered(spent), read_answer(found), read_answer(latest)

    @neutral_when_down(None)
    async def keep_answer(
        self,
        address: Address,
        asked_in: Iterable[int | str],
        answer: SentAnswer,
        versions: Mapping[str, int],
    ) -> None:
        """End an answer: `answers.record` for each name, and `deliveries.record`, in one.

        Nothing is delivered where there are no `versions`.
        """
        steps = [self.answers.note(address.chat, name, answer) for name in asked_in]
        receipts = self.deliveries.note(address, versions) if versions else []
        await self._ledger.run(*steps, *receipts)

    async def probe(self) -> None:
        """Write something, and so see whether the database works; an outage ends if it does.

        Raises:
            StoreError: when it doesn't.
        """
        await self.updates.probe()

    async def purge(self) -> int:
        """Delete every expired row and return how many there were.

        Raises:
            StoreError: when the database fails, or belongs to another key by now.
        """
        try:
            await self._database.run(lambda connection: require_key(connection, self._key))
            expired = await purge_expired(self._database, int(self._clock()))
            others = (self.questions, self.answers, self.drafts, self.audit)
            return expired + sum([await store.purge() for store in others])
        except SQLAlchemyError as error:
            raise StoreError(str(error)) from error

    async def drop_unreadable(self) -> int:
        """Forget those whose address is sealed under another key; return the number of rows.

        Raises:
            StoreError: when the database fails, or belongs to another key by now.
        """
        try:
            return await drop_unreadable(self._database, self._key)
        except SQLAlchemyError as error:
            raise StoreError(str(error)) from error


@asynccontextmanager
async def open_memory(
    url: str, key: bytes, *, clock: Callable[[], float] = time.time
) -> AsyncIterator[Memory]:
    """Open the memory, and close its connections at the end.

    Args:
        url: of the database, as SQLAlchemy takes it.
        key: the privacy key.
        clock: returns seconds since 1970.

    Raises:
        StoreError: when the database can't be opened, or belongs to another privacy key.
    """
    database = await open_database(url)
    try:
        await database.attempt(lambda connection: claim_database(connection, key))
    except BaseException as error:
        await database.close()
        if isinstance(error, SQLAlchemyError):
            raise StoreError(str(error)) from error
        raise
    memory = Memory(database, key, clock)
    try:
        yield memory
    finally:
        await memory.close()
