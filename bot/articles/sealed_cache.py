"""A folder of derived files that are never trusted: made anew when anything about them is off.

A file is used only when its name and its seal fit: both come from a key over everything that the
content was made from, and the seal is a digest under that key over the whole content.
"""

from __future__ import annotations

import hashlib
import logging
import os
import tempfile
from dataclasses import dataclass
from mmap import ACCESS_READ, mmap
from pathlib import Path
from typing import BinaryIO

from bot.texts import search as texts

_SEAL_BYTES = 32
_LARGEST = 1 << 30
_KEPT = 3
"""How many files stay: corpora of the last few edits, or of several bots with one folder."""

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SealedCache:
    """Files `<prefix>-<key>` in `folder`. No state of the folder or of a file is an error."""

    folder: Path
    prefix: str

    def read(self, key: bytes) -> bytes | None:
        """Return what was written under `key` (32 bytes), or None when there is no sound file."""
        mapped = self.map(key)
        return None if mapped is None else mapped.tobytes()

    def map(self, key: bytes) -> memoryview | None:
        """Return what `read` does where it lies in the file, for which processes share memory.

        It is read once, for the seal. What was sealed is what stays mapped, since a file is
        replaced as a whole and never written into.
        """
        path = self._locate(key)
        try:
            # Opening a named pipe would wait for ever.
            if not path.is_file() or path.stat().st_size > _LARGEST:
                return None
            with path.open("rb") as file:
                content = _map(file)
        except OSError as error:
            _log.debug("A cache file cannot be read: %s", error.strerror)
            return None
        packed, seal = content[:-_SEAL_BYTES], content[-_SEAL_BYTES:]
        if _seal(packed, key) == seal:
            return packed
        _log.warning(texts.DAMAGED_CACHE)
        return None

    def write(self, key: bytes, packed: bytes) -> None:
        """Keep `packed`: atomically, readable by the owner only; what fails leaves no trace."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            handle, name = tempfile.mkstemp(prefix=f"{self.prefix}-", dir=self.folder)
            try:
                with os.fdopen(handle, "wb") as file:
                    file.write(packed + _seal(packed, key))
                    file.flush()
                    os.fsync(handle)
                Path(name).replace(self._locate(key))
            except OSError:
                Path(name).unlink(missing_ok=True)
                raise
            self._prune()
        except OSError as error:
            _log.debug("A cache file cannot be written: %s", error.strerror)

    def _locate(self, key: bytes) -> Path:
        return self.folder / f"{self.prefix}-{key.hex()[:32]}"

    def _prune(self) -> None:
        """Leave the newest files, the one just written among them, and of the rest nothing."""
        cached = [path for path in self.folder.glob(f"{self.prefix}-*") if path.is_file()]
        for path in sorted(cached, key=lambda path: path.stat().st_mtime)[:-_KEPT]:
            path.unlink(missing_ok=True)


def _map(file: BinaryIO) -> memoryview:
    empty = os.fstat(file.fileno()).st_size == 0
    return memoryview(b"" if empty else mmap(file.fileno(), 0, access=ACCESS_READ))


def _seal(packed: bytes | memoryview, key: bytes) -> bytes:
    return hashlib.blake2b(packed, key=key, digest_size=_SEAL_BYTES).digest()
