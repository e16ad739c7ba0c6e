"""Questions that leave a blank: "warna aplikasinya apa", "cara pindah TPS", "jadwal pilkada"."""

from __future__ import annotations

from collections.abc import Sequence

from bot.search.cues import list_words

_SOUGHT = list_words(
    "cara caranya jadwal jadwalnya jumlah jumlahnya syarat syaratnya gaji honor tarif nama nomor"
)
"""Of these one thing or another is told, and it is another word: a day, a number, a step."""
_THING = list_words("apa apaan")
_SEVERAL = list_words("saja aja")
_BEFORE = list_words("tentang ttg soal mengenai untuk utk buat karena krn")
"""Before "apa" they ask for a subject, a purpose, a reason: what any passage may be made of."""
_PASSIVE = "di"
"""What a verb begins with that tells the thing beside it: "dipakai apa", "dijadikan apa"."""


def seeks_thing(words: Sequence[str]) -> bool:
    """Tell whether a question of `words` asks which thing it is, or for the value of something.

    In front, "apa" may ask whether something is so: "apa Sirekap diretas?"
    """
    if not _SOUGHT.isdisjoint(words):
        return True
    triples = zip(("", *words), words, (*words[1:], ""), strict=False)
    return any(
        word in _THING and (_may_name(former) or behind in _SEVERAL)
        for former, word, behind in triples
    )


def _may_name(word: str) -> bool:
    """Tell whether `word`, before "apa", may be what is asked for: "warna apa"."""
    return bool(word) and word not in _BEFORE and not word.startswith(_PASSIVE)
