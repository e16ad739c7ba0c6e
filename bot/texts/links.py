"""Wording of what links into the private chat open."""

from __future__ import annotations

ASK_HERE = "Silakan tulis atau teruskan pertanyaan lengkapnya di sini."
ARTICLE_ENDS_EARLY = "Catatan kami masih berlanjut. Silakan buka artikelnya."
