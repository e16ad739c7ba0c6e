"""What search writes into the log."""

from __future__ import annotations

DAMAGED_CACHE = "Tembolok rusak, jadi isinya disusun ulang. Tidak ada yang perlu dilakukan."
