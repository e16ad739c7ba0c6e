"""Wording of what links into the private chat open, in English."""

from __future__ import annotations

ASK_HERE = "Please write or forward the whole question here."
ARTICLE_ENDS_EARLY = "Our notes go on. Please open the article."
