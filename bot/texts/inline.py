"""Wording of inline mode and of answers to guests, which many people read: Indonesian only."""

from __future__ import annotations

from typing import TYPE_CHECKING

from bot.texts.answers import describe_outcome, format_date

if TYPE_CHECKING:
    from bot.articles.values import Citation, Claim

# Inline results
ABOUT_CLAIM = "Klaim"
ABOUT_TOPIC = "Topik"
MAYBE = "Mungkin"
MAYBE_NOT = "Belum tentu menjawab"

# Above the results, where there is room for a few words
NOTHING_FOUND = "Tidak ditemukan. Lanjutkan di obrolan pribadi"
TOO_LONG = "Pertanyaan panjang? Lanjutkan di obrolan pribadi"

# Buttons
READ_ON = "Baca di Tanya Sirekap"
OPEN_CLAIM = "Kartu klaim lengkap"
OPEN_TOPIC = "Buka topik ini"
ASK_ON = "Lanjut bertanya di obrolan pribadi"

# Guests
BOT_NAME = "Tanya Sirekap"
NOTHING_TO_CHECK = (
    "Balas pesan yang ingin diperiksa sambil menyebut saya, atau tulis pertanyaan tentang Sirekap."
)


def entitle(label: str, title: str) -> str:
    """Put what a result is before its title: "Klaim: …"."""
    return f"{label}: {title}"


def describe_quotation(citation: Citation, sentence: str, *, is_sure: bool) -> str:
    """Return the lines under a headline: outlet, day, and the sentence that fits best."""
    source = f"{citation.outlet} · {format_date(citation.published)}"
    return f"{source if is_sure else f'{MAYBE_NOT} · {source}'}\n{sentence}"


def describe_claim(claim: Claim) -> str:
    """Return the lines under a claim: who made it and when, and how it ended."""
    made = f"{'; '.join(claim.claimants)} · {format_date(claim.first_made)}".removeprefix(" · ")
    return f"{made}\n{describe_outcome(claim.outcome)}" if claim.outcome else made
