"""Articles as their files are at this moment, which may be newer than the snapshot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.desk.changes.amending import find_article, read_current
from bot.desk.changes.change_values import OpenArticle
from bot.desk.changes.differences import compare
from bot.desk.errors import FileConflictError, UnknownArticleError
from bot.desk.files.seen_files import SeenFiles, make_revision
from bot.texts import changes as texts

if TYPE_CHECKING:
    from bot.articles import Article
    from bot.desk.changes.history import History
    from bot.desk.changes.journal import Journal
    from bot.desk.shelf import Shelf


class CurrentArticles:
    """Reads the files of the articles on a shelf."""

    def __init__(self, shelf: Shelf, journal: Journal, history: History) -> None:
        """Find articles on `shelf`, and former states of them in `history`."""
        self._shelf = shelf
        self._journal = journal
        self._history = history
        self._seen = SeenFiles()

    async def find(self, key: str) -> Article:
        """Return an article of the snapshot by its key or file name.

        Raises:
            UnknownArticleError: there is none; the message names the nearest one.
        """
        try:
            return find_article(self._shelf.find_corpus(), key)
        except UnknownArticleError:
            # Perhaps an editor has just added it.
            await self._shelf.renew()
            return find_article(self._shelf.find_corpus(), key)

    async def read(self, key: str) -> tuple[Article, bytes]:
        """Return an article and the bytes of its file.

        Raises:
            UnknownArticleError: there is none.
            AmendError: its file is broken; the message says where.
        """
        file = (await self.find(key)).file
        data = await self._journal.read(file)
        if data is None:
            raise UnknownArticleError(texts.describe_missing_file(file))
        return read_current(data, file, self._shelf.find_corpus(), self._shelf.today()), data

    async def open(self, key: str) -> OpenArticle:
        """Return an article to be shown, with the revision of its file.

        Raises:
            UnknownArticleError: there is none.
            AmendError: its file is broken; the message says where.
        """
        article, data = await self.read(key)
        return OpenArticle(article, self._seen.keep(data))

    async def check_revision(self, file: str, present: bytes, expected: str) -> None:
        """Make sure that a file is still as it was shown.

        Raises:
            FileConflictError: it is not; the message says what changed, if that is known.
        """
        if make_revision(present) == expected:
            return
        seen = self._seen.find(expected) or await self._history.find_state(file, expected)
        changes = compare(seen, present) if seen is not None else ()
        raise FileConflictError(texts.describe_conflict(file, changes))
