"""What may be wrong with the HTTP side; apart from it, which is loaded only where it is needed."""

from __future__ import annotations


class ListenError(Exception):
    """The address can't be listened on; the message says why."""
