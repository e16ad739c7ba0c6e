"""What moderators have seen of files, so that a conflict can say what changed since."""

from __future__ import annotations

import hashlib
from collections import OrderedDict

_MOST = 64


def make_revision(data: bytes) -> str:
    """Return the revision of a file: 8 hexadecimal digits of its bytes."""
    return hashlib.blake2b(data, digest_size=4).hexdigest()


class SeenFiles:
    """The last files that were shown, by their revisions; a restart forgets them."""

    def __init__(self) -> None:
        """Start with none."""
        self._files: OrderedDict[str, bytes] = OrderedDict()

    def keep(self, data: bytes) -> str:
        """Keep a file that is shown, and return its revision."""
        revision = make_revision(data)
        self._files[revision] = data
        self._files.move_to_end(revision)
        if len(self._files) > _MOST:
            self._files.popitem(last=False)
        return revision

    def find(self, revision: str) -> bytes | None:
        """Return the file with this revision, if it is one of the last."""
        return self._files.get(revision)
