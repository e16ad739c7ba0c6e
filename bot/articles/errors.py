"""Why a corpus cannot be read at all.

CorpusError
├── CorpusFolderError      the folder is missing, is no folder, or may not be read
├── EmptyCorpusError       the folder holds no article file
└── UnsettledCorpusError   its files go on changing while they are read

A fault in one file is never raised: it is a `Problem` of the corpus.
"""

from __future__ import annotations

from pathlib import Path

from bot.texts import corpus as texts


class CorpusError(Exception):
    """The corpus cannot be read; the message is Indonesian and names the folder."""


class CorpusFolderError(CorpusError):
    """The folder is missing, is no folder, or may not be read."""

    def __init__(self, folder: Path) -> None:
        """Name `folder` in the message."""
        super().__init__(texts.missing_folder(str(folder)))


class EmptyCorpusError(CorpusError):
    """The folder holds no article file."""

    def __init__(self, folder: Path) -> None:
        """Name `folder` in the message."""
        super().__init__(texts.empty_folder(str(folder)))


class UnsettledCorpusError(CorpusError):
    """Files in the folder go on changing while they are read."""

    def __init__(self, folder: Path) -> None:
        """Name `folder` in the message."""
        super().__init__(texts.unsettled_folder(str(folder)))
